import { GraphQLError } from "graphql";

/** The values a list is ordered by, of the last row that was read. */
export type Key = (string | number | null)[];

/** Request for a page of a list: number of rows, and the key they come after. */
export interface Page {
  limit: number;
  after: Key | null;
}

/** Reads `first` and `after` as a list was given them. `length` is how many values its key has. */
export function pageOf(args: { first?: number | null; after?: string | null }, length: number, most = 100): Page {
  const first = args.first ?? 20;
  if (first < 1 || first > most) throw bad(`Between 1 and ${most} at a time.`);
  return { limit: first, after: args.after ? decode(args.after, length) : null };
}

/** The page as it is answered, from rows that were read with `limit + 1`: the one too many says there is more. */
export function connection<Row>(rows: Row[], { limit }: Page, keyOf: (row: Row) => Key) {
  const nodes = rows.slice(0, limit);
  const last = nodes.at(-1);
  return { nodes, pageInfo: { endCursor: last ? encode(keyOf(last)) : null, hasNextPage: rows.length > limit } };
}

const encode = (key: Key) => Buffer.from(JSON.stringify(key)).toString("base64url");

function decode(cursor: string, length: number): Key {
  try {
    const key = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown;
    if (Array.isArray(key) && key.length === length && key.every(simple)) return key as Key;
  } catch {
    // falls through: whatever it is, it did not come from a list of ours
  }
  throw bad("This cursor is not from this list.");
}

const simple = (value: unknown) => value === null || typeof value === "string" || Number.isFinite(value);

const bad = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
