import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { type Alike, alphaOf } from "./alpha.ts";
import { type Given, givenOf } from "./keyPointAgreement.ts";
import { keptBy, keptTexts } from "../passage/texts.kept.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import type { KeyPointBoard } from "../keyPoint/board.queries.ts";
import { readingGroups } from "../passage/passage.policy.ts";
import type { ReadingDesk } from "../reading/reading.queries.ts";

/** Key points that one reader gave to a text: the first, or the second. */
export interface ReadingSide {
  contributionId: string;
  reader: 0 | 1;
  codes: string[];
}

/** A text that two people read, the first one first. */
export interface ReadingDisagreement {
  contributionId: string;
  sides: [string[], string[]];
}

/** Agreement of two readers on the texts of an objective. */
export interface ReadingAgreement {
  objective: Objective;
  asked: boolean;
  drawn: number;
  readTwice: number;
  desk: ReadingDesk;
  lines: Alike[];
}

/** Texts shown, to be talked over. */
const shown = 20;

/** Texts that differ among which those of each key point are looked for: the last read. */
const lookedAt = 400;

/** SQL: the key points of a set, those that they were merged into in their place. */
const merged = (set: string) => `array(select distinct coalesce(k.merged_into_id, k.id) from key_point k
  where k.id = any(${set}) order by 1)`;

/** Key points that were merged, with those that they were merged into: kept until somebody merges others. */
async function mergedKeyPoints({ db, cached }: Context): Promise<Map<string, string>> {
  const name = "reading: merged key points";
  const text = "select id, merged_into_id as into from key_point where merged_into_id is not null";
  const found = await cached(name, async (keys) => {
    const rows = await prepared<{ id: string; into: string }>(db, name, text);
    const into = new Map(rows.map((row) => [row.id, row.into]));
    return new Map(keys.map((key) => [key, into]));
  })("all");
  return found!;
}

/**
 * Key points given by two readers, by objective, with those that hold their words today: kept until somebody reads,
 * merges or moderates. Lines are appended by these acts alone.
 */
async function linesOf(context: Context, groups: string[] | null): Promise<Map<string, Alike[]>> {
  const { db, cached } = context;
  const found = await cached(
    "reading: pairs",
    async (keys) => {
      const [into, rows] = await Promise.all([
        mergedKeyPoints(context),
        prepared<{ objectiveId: string; one: string[]; other: string[]; times: number }>(
          db,
          "reading: pairs",
          `select y.objective_id as "objectiveId", y.one, y.other, sum(y.n)::int as times from pair_tally y
           join objective o on o.id = y.objective_id join working_group g on g.id = o.group_id and not g.small_team
           where ${keptBy("$1")} and ($1::uuid[] is null or o.group_id = any($1::uuid[])) group by 1, 2, 3 having sum(y.n) > 0`,
          [groups],
        ),
      ]);
      const now = (codes: string[]) => [...new Set(codes.map((code) => into.get(code) ?? code))];
      const lines = new Map<string, Alike[]>();
      for (const [id, those] of Map.groupBy(rows, ({ objectiveId }) => objectiveId))
        lines.set(
          id,
          those.map(({ one, other, times }) => ({ sides: [now(one), now(other)], times })),
        );
      return new Map(keys.map((key) => [key, lines]));
    },
    [groups],
  )("all");
  return found!;
}

const none: Alike[] = [];

/** Answers the agreement of two readers by objective, from the lines of what they gave. */
export async function agreementsOf(context: Context, desk: ReadingDesk): Promise<ReadingAgreement[]> {
  const { db } = context;
  const [lines, objectives] = await Promise.all([
    linesOf(context, desk.groups),
    prepared<Objective & { smallTeam: boolean; drawn: number; readTwice: number }>(
      db,
      "reading: drawn",
      `select ${columnsOf(db, Objectives)}, g.small_team as "smallTeam",
       case when g.small_team then 0 else coalesce(k.drawn, 0) end as drawn,
       case when g.small_team then 0 else coalesce(k.twice, 0) end as "readTwice"
     from objective it join working_group g on g.id = it.group_id
     left join (select y.objective_id as id, ${textsIn()} as drawn, ${textsIn("y.readers > 1")} as twice
       from ${keptTexts({ groups: "$1", where: "y.drawn and not y.unpublished" })} group by 1) k on k.id = it.id
     where $1::uuid[] is null or it.group_id = any($1::uuid[]) order by it.group_id, it.number`,
      [desk.groups],
    ),
  ]);
  return objectives.map((objective) => ({
    objective,
    asked: !objective.smallTeam,
    drawn: objective.drawn,
    readTwice: objective.readTwice,
    desk,
    lines: lines.get(objective.id) ?? none,
  }));
}

interface Measured {
  /** Krippendorff's alpha of the two readers. */
  alpha: number | null;
  /** Number of texts that the two gave to other key points. */
  differing: number;
}

/** Figures of lines that are kept: measured once. */
const measured = new WeakMap<Alike[], Measured>();

export function measuredIn({ lines }: ReadingAgreement): Measured {
  let found = measured.get(lines);
  if (!found) {
    const apart = lines.filter(({ sides }) => !areSame(sides));
    found = { alpha: alphaOf(lines), differing: apart.reduce((sum, { times }) => sum + times, 0) };
    measured.set(lines, found);
  }
  return found;
}

const areSame = ([one = [], other = []]: Alike["sides"]) =>
  one.length === other.length && one.every((code) => other.includes(code));

/** Agreement on one of the key points of an objective. */
export interface KeyPointAgreement extends Given {
  keyPointId: string;
  agreement: ReadingAgreement;
}

/** Agreement on each key point that one of the two gave a text to: one pass over what they gave. */
export function agreementByKeyPoint(agreement: ReadingAgreement): KeyPointAgreement[] {
  const given = new Map<string, { one: number; both: number }>();
  let all = 0;
  for (const { sides, times } of agreement.lines) {
    all += times;
    for (const code of new Set(sides.flat())) {
      const its = given.get(code) ?? { one: 0, both: 0 };
      its[sides.every((codes) => codes.includes(code)) ? "both" : "one"] += times;
      given.set(code, its);
    }
  }
  return [...given].map(([keyPointId, its]) => ({ keyPointId, ...givenOf({ ...its, all }), agreement }));
}

/** The same for key points that are arranged, and no others. */
export async function agreementsOn(context: Context, { keyPoints, objective }: KeyPointBoard) {
  const there = new Set(keyPoints.map(({ id }) => id));
  const agreements = await agreementsOf(context, { groups: readingGroups(context.viewer) });
  return agreements
    .filter((it) => !objective || it.objective.id === objective.id)
    .flatMap(agreementByKeyPoint)
    .filter(({ keyPointId }) => there.has(keyPointId));
}

/** The texts of an objective that the two gave to other key points, the last read first: so many at most. */
async function differing({ db, batch }: Context, { objective, desk, asked }: ReadingAgreement, most: number) {
  if (!asked) return [];
  const loader = batch(`reading: differing ${most}`, async (ids) => {
    const rows = await prepared<{ objectiveId: string; contributionId: string; one: string[]; other: string[] }>(
      db,
      "reading: differing",
      `select o.id as "objectiveId", d.contribution_id as "contributionId", d.one, d.other
       from unnest($2::uuid[]) o(id) cross join lateral (
         select y.contribution_id, m.one, m.other, y.read_at
         from reading_pair y cross join lateral (select ${merged("y.one")} as one, ${merged("y.other")} as other offset 0) m
         where y.objective_id = o.id and y.one <> y.other and m.one <> m.other and ${keptBy("$1")}
         order by y.read_at desc, y.contribution_id limit $3) d
       order by d.read_at desc, d.contribution_id`,
      [desk.groups, ids, most],
    );
    return grouped(rows, ({ objectiveId }) => objectiveId);
  });
  const rows = (await loader(objective.id)) ?? [];
  return rows.map(({ contributionId, one, other }): ReadingDisagreement => ({ contributionId, sides: [one, other] }));
}

/** The texts that the two gave to other key points, the last one read first. */
export const disagreementsIn = (context: Context, agreement: ReadingAgreement) => differing(context, agreement, shown);

/** Texts that differ, by each key point that one of the two alone gave them to: looked through once for all key points. */
const givenAlone = new WeakMap<ReadingAgreement, Promise<Map<string, ReadingDisagreement[]>>>();

async function byKeyPoint(context: Context, agreement: ReadingAgreement) {
  const found = new Map<string, ReadingDisagreement[]>();
  for (const text of await differing(context, agreement, lookedAt))
    for (const code of new Set(text.sides.flat())) {
      if (text.sides.every((codes) => codes.includes(code))) continue;
      const those = found.get(code);
      if (!those) found.set(code, [text]);
      else if (those.length < shown) those.push(text);
    }
  return found;
}

/** The texts that one of the two alone gave to a key point, among those that differ and were read last. */
export async function disagreementsOn(context: Context, { keyPointId, agreement }: KeyPointAgreement) {
  let found = givenAlone.get(agreement);
  if (!found) givenAlone.set(agreement, (found = byKeyPoint(context, agreement)));
  return (await found).get(keyPointId) ?? [];
}
