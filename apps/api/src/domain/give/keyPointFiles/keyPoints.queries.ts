import type { EntityManager } from "typeorm";
import type { Appearance, Channel } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { readableKeyPoint } from "../../understand/keyPoint/keyPoint.queries.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** An objective by the name in its address. */
export const objectiveNamed = async ({ db }: Pick<Context, "db">, slug: string): Promise<Objective | null> =>
  (await rowsOf(db, Objectives, "export: objective", "where it.slug = $1", [slug]))[0] ?? null;

/** The same, of a group that opened: for anybody. */
export async function openObjective({ db }: Pick<Context, "db">, slug: string): Promise<Objective | null> {
  const tail = `where it.slug = $1 and ${isOpened("it.group_id")}`;
  return (await rowsOf(db, Objectives, "export: open objective", tail, [slug]))[0] ?? null;
}

/**
 * The key points of an objective, by their numbers: those of everybody or, with the groups of whoever asks, those that
 * their team works on too.
 */
export const keyPointsOf = ({ db }: Pick<Context, "db">, objectiveId: string, groups: string[] | null = []) =>
  rowsOf(
    db,
    KeyPoints,
    "export: key points",
    `join objective o on o.id = it.objective_id
     where it.objective_id = $1 and ${readableKeyPoint("$2")} order by it.number`,
    [objectiveId, groups],
  );

/** A passage that says a key point, and what may be told of the text it is in. */
export interface MarkedPassage {
  keyPointId: string;
  passageId: string;
  quote: string;
  contributionId: string;
  contributionRevision: number;
  question: string | null;
  questionnaire: string | null;
  region: string | null;
  regionName: string | null;
  channel: Channel;
  appearance: Appearance;
  /** Collection, authors and licence of a text made elsewhere. */
  madeElsewhere: string | null;
}

/** Passages, and key points, that one statement is asked for at most. */
const most = { passages: 500, keyPoints: 200 };

const first = "00000000-0000-0000-0000-000000000000";

/**
 * The passages that key points are said by, key point after key point as they are given: of texts that are published, and
 * that answer a question whose answers are. Those of a key point come in the order of the ids of texts, which was drawn.
 */
export async function* passagesOf(db: EntityManager, keyPoints: readonly KeyPoint[]): AsyncGenerator<MarkedPassage[]> {
  const text = `select k.id as "keyPointId", said.*
    from unnest($1::uuid[]) with ordinality k(id, place)
    cross join lateral (
      select p.id as "passageId", p.quote, c.id as "contributionId",
        p.contribution_revision as "contributionRevision", q.code as question, f.slug as questionnaire,
        t.code as region, t.name as "regionName", c.channel, c.appearance,
        case when i.id is not null then concat_ws(', ', i.source, i.attribution, i.licence) end as "madeElsewhere"
      from key_point_passage l join passage p on p.id = l.passage_id
      join contribution c on c.id = p.contribution_id and ${visible("c")}
      left join question q on q.id = c.question_id left join questionnaire f on f.id = q.questionnaire_id
      left join territory t on t.id = c.region_id
      left join imported_text e on e.contribution_id = c.id left join text_import i on i.id = e.last_import_id
      where l.key_point_id = k.id and coalesce(q.visibility, 'PUBLIC') = 'PUBLIC'
        and (k.place > 1 or (c.id, p.id) > ($2, $3))
      order by c.id, p.id limit ${most.passages}
    ) said
    order by k.place, said."contributionId", said."passageId" limit ${most.passages}`;
  let left = keyPoints.map(({ id }) => id);
  let last = [first, first];
  while (left.length > 0) {
    const rows = await prepared<MarkedPassage>(db, "export: passages", text, [left.slice(0, most.keyPoints), ...last]);
    const end = rows.length === most.passages ? rows.at(-1)! : null;
    left = left.slice(end ? left.indexOf(end.keyPointId) : most.keyPoints);
    last = end ? [end.contributionId, end.passageId] : [first, first];
    if (rows.length > 0) yield rows;
  }
}
