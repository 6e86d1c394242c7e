import pino, { type LoggerOptions } from "pino";
import { withSourceNames } from "./sourceNames.ts";

type Fields = Record<string, string | number | boolean | null | undefined>;

/** On a terminal somebody reads: nothing but what went wrong. Elsewhere, a line a request. */
const requestsToo = process.env.LOG ? process.env.LOG === "requests" : !process.stderr.isTTY && !process.env.VITEST;

// A log on a full disk, or whose reader left, is lost: the site goes on without it.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

/** Milliseconds that the line of a request waits for others: a write for each costs more than what it tells. */
const together = 100;

const waiting: string[] = [];

/** Writes the lines that wait. */
function write() {
  if (waiting.length > 0) process.stderr.write(waiting.splice(0).join(""));
}
process.on("exit", write);

const options: LoggerOptions = {
  base: null,
  messageKey: "message",
  timestamp: () => `,"at":"${new Date().toISOString()}"`,
  formatters: { level: (level) => ({ level }) },
  serializers: {
    req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: shownPath(url) }),
    res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
    err: ({ name, message, stack }: Error) => ({ name, detail: message, stack: withSourceNames(stack) }),
  },
};

/** Lines of JSON on stderr, at once. Never a body, a query string, a cookie or an address, even where a library writes one. */
export const logger = pino(options, {
  write(line) {
    write();
    process.stderr.write(line);
  },
});

/** The same, of requests: some at a time, and before whatever else is told. */
const requests = pino(options, {
  write(line) {
    if (waiting.push(line) === 1) setTimeout(write, together).unref();
  },
});

/** One line of JSON for each thing that happened. */
export const log = {
  /** One that failed is told wherever one looks, and at once; those of a crowd that are asked to come back, together. */
  request(fields: Fields) {
    const isRefused = fields.status === 503 && !fields.trouble;
    if (Number(fields.status) >= 500 && !isRefused) logger.info(fields);
    else if (requestsToo || isRefused) requests.info(fields);
  },
  note: (message: string, fields: Fields = {}) => logger.info(fields, message),
  warn: (message: string, fields: Fields = {}) => logger.warn(fields, message),
  error(message: string, error: unknown, fields: Fields = {}) {
    const { name, message: detail, stack } = error instanceof Error ? error : new Error(String(error));
    logger.error({ name, detail, stack: withSourceNames(stack), ...fields }, message);
  },
};

/** The address of a request as it may be written: no query string, no secret. */
export const shownPath = (url: string) => withoutSecrets(url.split(/\?|%3f/i, 1)[0]!);

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const receiptCode = /(?:[A-Za-z0-9]{4}-){3}[A-Za-z0-9]{4}/;
const secretFollows =
  /^\/(?:en\/)?(?:(?:(?:proposals|initiatives|meetings)\/)?follow|drafts|my-data|office|invitations|mails\/address)\/$/;

/** A part of a path as whoever reads it sees it, however it was written: a keyboard capitalises, a mail program encodes. */
function plain(part: string) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A path without what only its reader may know: receipt codes, tokens. Read once, part by part, however long it is. */
export function withoutSecrets(path: string) {
  let before = "/";
  return path
    .split("/")
    .map((part) => {
      const read = plain(part);
      const isSecret = !id.test(part) && (receiptCode.test(read) || (part !== "" && secretFollows.test(before)));
      // No address before a secret is longer.
      if (part !== "" && before.length < 50) before += `${read.toLowerCase()}/`;
      return isSecret ? "…" : part;
    })
    .join("/");
}
