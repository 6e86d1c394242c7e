import { type Config, Misconfigured } from "../config.ts";
import { isUnavailable } from "../server/unavailable.ts";

/** Why the site does not start, as a sentence for whoever starts it; null for a fault of ours. */
export function startErrorOf(error: unknown, { databaseUrl, host, port }: Config): string | null {
  const words = wordsOf(error);
  if (error instanceof Misconfigured) return error.message;
  if (/EADDRINUSE/.test(words)) return taken(port);
  if (/EADDRNOTAVAIL|ENOTFOUND.*listen|listen.*ENOTFOUND/.test(words))
    return `HOST=${host} is no address of this machine.`;
  if (/EACCES.*(listen|0\.0|:\d+)|listen EACCES/.test(words))
    return `Port ${port} is reserved: choose another, as in PORT=4001 npm start.`;
  if (/ENOSPC|No space left on device|53100/.test(words)) return "The disk is full: make room, then start again.";
  if (!databaseUrl) return null;
  const {
    hostname,
    port: at,
    pathname,
  } = URL.canParse(databaseUrl)
    ? new URL(databaseUrl)
    : { hostname: databaseUrl.replace(/:[^:@]*@/, ":…@"), port: "", pathname: "" };
  const where = `${hostname}${at && `:${at}`}${pathname}`;
  if (/28P01|28000|3D000|42501/.test(words)) return `The database ${where} does not let us in: ${messageOf(error)}.`;
  if (isUnavailable(error)) return `The database ${where} cannot be reached: ${messageOf(error)}.`;
  return null;
}

const taken = (port: number) =>
  `Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`;

const messageOf = (error: unknown) => {
  const { message, code } = error as Error & { code?: string };
  return message || code || "no answer";
};

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, stderr, errors = [] } = error as Error & { code?: string; stderr?: string; errors?: unknown[] };
  return [code, error.message, stderr, ...errors.map(wordsOf), error.cause && wordsOf(error.cause)].join(" ");
}
