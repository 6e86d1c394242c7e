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
  const ofFile = fileErrorOf(error);
  if (ofFile) return ofFile;
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

/** Errors of the system about a file or a folder, with their meaning for the person who gave its name. */
const fileErrors: Record<string, string> = {
  ENOENT: "is not there",
  EISDIR: "is a folder, and a file is needed",
  ENOTDIR: "goes through a file as if it were a folder",
  EEXIST: "is a file, and a folder is needed",
  EACCES: "is closed to the account that runs this: give it the right to read and write there",
  EPERM: "is closed to the account that runs this: give it the right to read and write there",
  EROFS: "is on a disk that nothing may be written on",
};

/** A file or a folder that can't be used; null for another error. */
function fileErrorOf(error: unknown) {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  const why = fileErrors[code ?? ""];
  // Of a folder that is read, Node tells no name.
  const named = path ?? (code === "EISDIR" ? "What was named" : null);
  return why && named && !/^(?:connect|listen|spawn)/.test(syscall ?? "") ? `${named} ${why}.` : null;
}

const messageOf = (error: unknown) => {
  const { message, code } = error as Error & { code?: string };
  return message || code || "no answer";
};

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, stderr, errors = [] } = error as Error & { code?: string; stderr?: string; errors?: unknown[] };
  return [code, error.message, stderr, ...errors.map(wordsOf), error.cause && wordsOf(error.cause)].join(" ");
}
