import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { prepared } from "./statement.ts";

/** Rows of which some columns are instants: those that came with other lists have these as words. */
export function withInstants<Row extends object>(rows: Row[], names: (keyof Row)[]): Row[] {
  for (const row of rows)
    for (const name of names) if (typeof row[name] === "string") row[name] = new Date(row[name]) as Row[typeof name];
  return rows;
}

/** Asks a prepared statement with those of its turn; one without a name, which is planned each time, with others without. */
export type Joined = <Row>(name: string | null, text: string, values?: unknown[]) => Promise<Row[]>;

/** The same, of its transaction, within a command. */
export const joinedIn = ({ db, joined }: { db: EntityManager; joined?: Joined }): Joined =>
  joined ?? ((...asked) => prepared(db, ...asked));

/** A statement that waits for those of its turn. */
interface Asked {
  name: string | null;
  text: string;
  values: unknown[];
  done: (rows: never[]) => void;
  failed: (error: unknown) => void;
}

/** Longest name that PostgreSQL tells apart from others. */
const longestName = 63;

const byName = ({ name: a }: Asked, { name: b }: Asked) => Number(a! > b!) - Number(a! < b!);

/** Names of the statements, or a digest of them where they are too long for one; null of those without. */
function nameOf(all: Asked[]) {
  if (all[0]!.name === null) return null;
  const names = all.map(({ name }) => name).join(" + ");
  return names.length <= longestName
    ? names
    : `${names.slice(0, 40)}… ${createHash("sha256").update(names).digest("hex").slice(0, 12)}`;
}

/**
 * Most joint statements that are named in a database: PostgreSQL keeps each for as long as a connection lasts, and a
 * stranger may ask for any lists together. Others are asked apart.
 */
export const mostJoints = 400;
const joints = new WeakMap<object, Set<string>>();

function isNamed({ connection }: EntityManager, name: string) {
  const names = joints.get(connection) ?? new Set();
  joints.set(connection, names);
  if (names.size < mostJoints) names.add(name);
  return names.has(name);
}

/** Texts of joint statements that are named, with those they were made of: made once a process. */
const made = new Map<string, { of: string[]; text: string }>();

/**
 * One statement for several, each a list of rows as JSON: what it asks is known by their names. The more it asks together,
 * the longer a plan takes to be made: one is kept, whatever the ids.
 */
function oneOf(all: Asked[], name: string | null) {
  const values = all.flatMap((one) => one.values);
  const known = name === null ? undefined : made.get(name);
  if (known?.of.every((text, at) => text === all[at]!.text)) return { text: known.text, values };
  let before = 0;
  const lists = all.map(({ text, values: own }, at) => {
    const here = before;
    const moved = text.replaceAll(/\$(\d+)/g, (_, place: string) => `$${here + Number(place)}`);
    before += own.length;
    return `(select coalesce(json_agg(t), '[]') from (${moved}) t) as "${at}"`;
  });
  const text = `select ${lists.join(", ")}`;
  if (name !== null) made.set(name, { of: all.map((one) => one.text), text });
  return { text, values };
}

/**
 * Statements that one request asks in one turn, put into one. Their rows come as JSON where they are several: columns are
 * words, numbers, days, and lists of them, but for instants that whoever asks reads from their words.
 */
export function joiner(db: EntityManager): Joined {
  let waiting: Asked[] | undefined;
  const ask = async (all: Asked[]): Promise<void> => {
    try {
      if (all.length === 1) return all[0]!.done(await prepared(db, all[0]!.name, all[0]!.text, all[0]!.values));
      const name = nameOf(all);
      if (name !== null && !isNamed(db, name)) {
        for (const one of all) void ask([one]);
        return;
      }
      const { text, values } = oneOf(all, name);
      const [row] = await prepared<Record<string, never[]>>(db, name, text, values);
      all.forEach(({ done }, at) => done(row![at]!));
    } catch (error) {
      for (const { failed } of all) failed(error);
    }
  };
  return (name, text, values = []) =>
    new Promise((done, failed) => {
      if (!waiting) {
        waiting = [];
        // Batches that end in this turn meet here.
        setImmediate(() => {
          const all = Map.groupBy(waiting!, (one) => one.name !== null);
          waiting = undefined;
          for (const those of all.values()) void ask(those.toSorted(byName));
        });
      }
      waiting.push({ name, text, values, done, failed });
    });
}
