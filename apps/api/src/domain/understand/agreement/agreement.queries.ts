import type { Context } from "../../../platform/context.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { alphaOf } from "./alpha.ts";
import { type Given, givenOf } from "./keyPointAgreement.ts";
import { keptTexts } from "../passage/texts.kept.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { theirs } from "../reading/reading.filter.ts";
import type { ReadingDesk } from "../reading/reading.queries.ts";
import { drawn } from "../passage/second.filter.ts";

/** Key points that one reader gave to a text. */
export interface ReadingSide {
  name: string;
  codes: string[];
}

/** A text that two people read, the first one first. */
export interface ReadingDisagreement {
  contributionId: string;
  sides: [ReadingSide, ReadingSide];
}

/** Agreement of two readers on the texts of an objective. */
export interface ReadingAgreement {
  objective: Objective;
  asked: boolean;
  drawn: number;
  readTwice: number;
  texts: ReadingDisagreement[];
}

/** Texts of an objective that the agreement is measured on: the newest. */
const measured = 400;

/** Texts shown, to be talked over. */
const shown = 20;

/** Answers the agreement of two readers by objective, on its newest texts. Two statements whatever their number. */
export async function agreementsOf({ db }: Context, { groups }: ReadingDesk): Promise<ReadingAgreement[]> {
  const objectives = await prepared<Objective & { smallTeam: boolean; drawn: number; readTwice: number }>(
    db,
    "reading: drawn",
    `select ${columnsOf(db, Objectives)}, g.small_team as "smallTeam",
       case when g.small_team then 0 else k.drawn end as drawn,
       case when g.small_team then 0 else k.twice end as "readTwice"
     from objective it join working_group g on g.id = it.group_id
     cross join lateral (select ${textsIn("y.drawn and not y.unpublished")} as drawn,
       ${textsIn("y.drawn and not y.unpublished and y.readers > 1")} as twice
       from ${keptTexts({ groups: "$1", where: "y.objective_id = it.id" })}) k
     where $1::uuid[] is null or it.group_id = any($1::uuid[]) order by it.group_id, it.number`,
    [groups],
  );
  const readings = await prepared<ReadingSide & { objectiveId: string; contributionId: string }>(
    db,
    "reading: read twice",
    `select c.objective_id as "objectiveId", c.id as "contributionId", p.display_name as name, array(
       select distinct coalesce(k.merged_into_id, k.id) from reading_code o join key_point k on k.id = o.key_point_id
       where o.contribution_id = c.id and o.person_id = r.person_id) as codes
     from objective o cross join lateral (
       select c.id, c.objective_id from contribution c where c.objective_id = o.id and ${theirs("$1")} and ${drawn}
         and c.readers > 1 order by c.contributed_on desc, c.id limit ${measured}) c
     join reading r on r.contribution_id = c.id join person p on p.id = r.person_id
     where $1::uuid[] is null or o.group_id = any($1::uuid[])
     order by max(r.read_at) over (partition by c.id) desc, c.id, r.read_at, p.id`,
    [groups],
  );
  const byText = Map.groupBy(readings, ({ contributionId }) => contributionId);
  const texts = [...byText.values()].map((all) => ({
    ...all[0]!,
    sides: [all[0]!, all[1]!] as [ReadingSide, ReadingSide],
  }));
  const byObjective = Map.groupBy(texts, ({ objectiveId }) => objectiveId);
  return objectives.map((objective) => ({
    objective,
    asked: !objective.smallTeam,
    drawn: objective.drawn,
    readTwice: objective.readTwice,
    texts: byObjective.get(objective.id) ?? [],
  }));
}

/** Krippendorff's alpha of the two readers. */
export const alphaIn = ({ texts }: ReadingAgreement) =>
  alphaOf(texts.map(({ sides }) => sides.map(({ codes }) => codes)));

/** Agreement on one of the key points of an objective, and the texts that one of the two gave to it alone. */
export interface KeyPointAgreement extends Given {
  keyPointId: string;
  differing: ReadingDisagreement[];
}

/** Agreement on each key point that one of the two gave a text to: one pass over what they gave. */
export function agreementByKeyPoint({ texts }: ReadingAgreement): KeyPointAgreement[] {
  const given = new Map<string, Map<ReadingDisagreement, 1 | 2>>();
  for (const text of texts)
    for (const { codes } of text.sides)
      for (const code of codes) {
        const its = given.get(code) ?? new Map<ReadingDisagreement, 1 | 2>();
        given.set(code, its.set(text, its.has(text) ? 2 : 1));
      }
  return [...given].map(([keyPointId, its]) => ({
    keyPointId,
    ...givenOf({ one: alone(its).length, both: its.size - alone(its).length, all: texts.length }),
    differing: alone(its).slice(0, shown),
  }));
}

const alone = (its: Map<ReadingDisagreement, 1 | 2>) =>
  [...its].flatMap(([text, times]) => (times === 1 ? [text] : []));

/** The texts that the two gave to other key points, the last one read first. */
export const disagreementsIn = ({ texts }: ReadingAgreement): ReadingDisagreement[] =>
  texts
    .filter(({ sides: [one, other] }) => new Set(one.codes).symmetricDifference(new Set(other.codes)).size)
    .slice(0, shown);
