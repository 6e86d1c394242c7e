import { TooLong } from "./deadline.ts";

/** SQLSTATE classes and network codes that mean « not now », while the request itself is sound. */
const states = /^(08|53|57P|57014|58|25006|25P03)/;
const network = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH"]);
const words =
  /Connection terminated|Query read timeout|timeout exceeded when trying to connect|not queryable|already released|Transaction is not started yet/;

/** True if an error means that the database can't answer now: away, starting, full, read-only or too slow. */
export function isUnavailable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof TooLong) return true;
    const { code, message, driverError, errors } = cause as Error & {
      code?: unknown;
      driverError?: unknown;
      errors?: unknown[];
    };
    if (typeof code === "string" && (states.test(code) || network.has(code))) return true;
    if (words.test(message)) return true;
    if (driverError && driverError !== cause && isUnavailable(driverError)) return true;
    if (Array.isArray(errors) && errors.some(isUnavailable)) return true;
  }
  return false;
}

/** After how many seconds it is worth asking again. */
export const retryAfter = 3;
