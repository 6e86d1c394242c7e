type Fields = Record<string, string | number | boolean | null | undefined>;

/** On a terminal somebody reads: nothing but what went wrong. Elsewhere, a line a request. */
const requestsToo = process.env.LOG ? process.env.LOG === "requests" : !process.stderr.isTTY && !process.env.VITEST;

const line = (level: string, fields: Fields) =>
  void process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, ...fields })}\n`);

/** One line of JSON for each thing that happened. Never a body, a query string, a cookie or an address. */
export const log = {
  request: (fields: Fields) => requestsToo && line("info", fields),
  note: (message: string, fields: Fields = {}) => line("info", { message, ...fields }),
  warn: (message: string, fields: Fields = {}) => line("warn", { message, ...fields }),
  error(message: string, error: unknown, fields: Fields = {}) {
    const { name, message: detail, stack } = error instanceof Error ? error : new Error(String(error));
    line("error", { message, name, detail, stack, ...fields });
  },
};

/** A path without what only its reader may know: receipt codes, tokens. */
export const withoutSecrets = (path: string) =>
  path.replace(
    /[^/]*(?:[A-Za-z0-9]{4}-){3}[A-Za-z0-9]{4}[^/]*|(?<=^\/(?:en\/)?(?:(?:proposals\/|initiatives\/)?follow|drafts|office)\/)[^/]+/g,
    (found) => (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(found) ? found : "…"),
  );
