/**
 * An import publishes: whoever runs the site vouches for it. A row without a text, a known territory or a date is
 * listed and left out, never placed by guess. A row is known by its source and id, so that an import can be done
 * again.
 */
import { randomUUID } from "node:crypto";
import type { DataSource, EntityManager } from "typeorm";
import { type Contribution, Contributions } from "../domain/listen/contribution/contribution.entity.ts";
import { Territories } from "../domain/ground/territory/territory.entity.ts";
import { insertAll } from "../platform/data/bulk.ts";
import { Misconfigured } from "../platform/config.ts";
import { dayOf } from "../platform/day.ts";
import { recorder } from "../platform/journal.ts";
import { visitor } from "../platform/viewer.ts";
import { columnsOf, type ImportMap, type Origin } from "./map.ts";
import { type Placed, placerOf, Unplaced, type World } from "./placing.ts";
import { rowsOf } from "./rows.ts";
import { territoryFinder } from "../domain/ground/territory/finder.ts";

/** A row that has no place, and why. */
export interface Rejected {
  line: number;
  reason: string;
}

/** Result of an import. */
export interface ImportReport {
  rows: number;
  /** Contributions that are new. */
  written: number;
  /** Contributions that were there before. */
  known: number;
  rejected: Rejected[];
}

/** So many are written at once. */
const batch = 250;

/**
 * Makes contributions of the rows of a file: all that have a place, or none when something fails. Safe to do again:
 * what was imported before is left as it is.
 */
export async function importContributions(
  database: DataSource,
  file: string,
  map: ImportMap,
  progress: (done: number, all: number) => void = () => {},
): Promise<ImportReport> {
  const { rows, columns } = rowsOf(file);
  const missing = columnsOf(map).find((column) => !columns.has(column));
  if (missing !== undefined)
    throw new Misconfigured(`The map reads « ${missing} », and the file has only: ${[...columns].join(", ")}.`);

  const report = await database.transaction(async (db) => {
    const world = await worldOf(db);
    assertKnown(map, world);
    const { placed, rejected } = placeAll(rows, placerOf(map, world));
    let written = 0;
    for (let start = 0; start < placed.length; start += batch) {
      progress(start, placed.length);
      const some = placed.slice(start, start + batch).map(contributionOf);
      written += await insertAll(db, Contributions, some, { known: "kept" });
    }
    progress(placed.length, placed.length);
    const done = { rows: rows.length, written, known: placed.length - written };
    const counts = { ...done, rejected: rejected.length, source: map.source };
    await recorder(db, visitor, new Date())("contribution.imported", null, counts);
    return { ...done, rejected };
  });
  if (report.written > 0) await database.query("analyze contribution");
  return report;
}

function placeAll(rows: ReturnType<typeof rowsOf>["rows"], place: ReturnType<typeof placerOf>) {
  const placed: Placed[] = [];
  const rejected: Rejected[] = [];
  const lineOf = new Map<string, number>();
  for (const row of rows)
    try {
      const found = place(row);
      const before = lineOf.get(found[0]!.key);
      if (before !== undefined) throw new Unplaced(`the same row as line ${before}`);
      lineOf.set(found[0]!.key, row.line);
      placed.push(...found);
    } catch (error) {
      if (!(error instanceof Unplaced)) throw error;
      rejected.push({ line: row.line, reason: error.message });
    }
  return { placed, rejected };
}

const contributionOf = ({ key, place, ...row }: Placed): Partial<Contribution> => ({
  ...row,
  id: randomUUID(),
  importKey: key,
  importedOn: dayOf(new Date()),
  status: "VISIBLE",
  appearance: row.authorName ? "NAMED" : "ANONYMOUS",
  territoryId: place?.id ?? null,
  regionId: place?.regionId ?? null,
});

async function worldOf(db: EntityManager): Promise<World> {
  const objectives = await db.query<{ id: string; slug: string; number: number; themeId: string }[]>(
    `select o.id, o.slug, o.number, g.theme_id as "themeId" from objective o join working_group g on g.id = o.group_id`,
  );
  const questions = await db.query<{ id: string; slug: string; code: string; objectiveId: string; themeId: string }[]>(
    `select q.id, n.slug, q.code, n.objective_id as "objectiveId", g.theme_id as "themeId" from question q
     join questionnaire n on n.id = q.questionnaire_id join objective o on o.id = n.objective_id
     join working_group g on g.id = o.group_id`,
  );
  const themes = await db.query<{ id: string; slug: string; number: number }[]>("select id, slug, number from theme");
  if (themes.length === 0)
    throw new Misconfigured("This database has no themes yet: npm start, or npm run seed -- empty, then import again.");
  return {
    territory: territoryFinder(await db.find(Territories)),
    objectives: named(objectives, ({ slug, number }) => [slug, String(number)]),
    questions: named(questions, ({ slug, code }) => [`${slug}/${code}`, code]),
    themes: named(themes, ({ slug, number }) => [slug, String(number)]),
    today: dayOf(new Date()),
  };
}

/** Things by each of their names; a name that two of them have is nobody's. */
function named<Thing>(things: Thing[], namesOf: (thing: Thing) => string[]) {
  const all = things.flatMap((thing) => namesOf(thing).map((name) => [name, thing] as const));
  const times = Map.groupBy(all, ([name]) => name);
  return new Map(all.filter(([name]) => times.get(name)!.length === 1));
}

/** Throws when a constant of the map is unknown: a mistake is told at once, not row by row. */
function assertKnown(map: ImportMap, world: World) {
  const check = (word: string, origins: Origin[], known: Map<string, unknown>) => {
    for (const origin of origins)
      if ("constant" in origin && !known.has(origin.constant))
        throw new Misconfigured(
          `The map says the ${word} « ${origin.constant} », and there ${
            known.size ? `are only: ${[...known.keys()].join(", ")}` : "is none yet"
          }.`,
        );
  };
  check("objective", map.objective, world.objectives);
  check("question", map.question, world.questions);
  check("theme", map.theme, world.themes);
}
