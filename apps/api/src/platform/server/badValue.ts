/** PostgreSQL codes for values of a wrong type: an id that is no uuid, a NUL in a text. */
const codes = new Set(["22P02", "22021", "22P05", "22007", "22008", "22003"]);

/** True of an error by which PostgreSQL says that it can't read what it was given. */
export const badValue = (error: unknown) =>
  error instanceof Error && codes.has((error as { code?: string }).code ?? "");
