import type { EntityManager } from "typeorm";
import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { fewest } from "../../listen/result/small.ts";
import { counted, notShown, visible } from "../../ground/moderation/status.sql.ts";

/** Count of respondents of one kind: individual or collective, region, kind of organisation. */
export interface Kin {
  collective: boolean;
  regionId: string | null;
  organisationType: string | null;
  /** In the file. */
  published: number;
  /** Counted, and not published. */
  rest: number;
  /** Published responses left out of the file, among all that are collective, or all that are individual. */
  leftOut: number;
}

/**
 * Reads the kinds of the responses that count. If one to four are unpublished, the results minus the file would reveal
 * their answers: published ones are left out too, to make five, by lowest id (drawn at random).
 */
export const kinOf = (db: EntityManager, questionnaireId: string) =>
  prepared<Kin>(
    db,
    "open data: kin",
    `with counted as (
       select r.id, r.speaks_as = 'GROUP' or r.people_count is not null as collective, r.region_id, r.organisation_type,
         ${visible("r")} as published
       from response r where r.questionnaire_id = $1 and ${counted("r")}
     ), sides as (
       select collective, case when count(*) filter (where not published) between 1 and ${fewest - 1}
         then ${fewest} - count(*) filter (where not published) else 0 end as left_out
       from counted group by 1
     ), placed as (
       select c.*, s.left_out, row_number() over (partition by c.collective, c.published order by c.id) as place
       from counted c join sides s using (collective)
     )
     select collective, region_id as "regionId", organisation_type as "organisationType",
       (count(*) filter (where published and place > left_out))::int as published,
       (count(*) filter (where not published))::int as rest, max(left_out)::int as "leftOut"
     from placed group by 1, 2, 3`,
    [questionnaireId],
  );

/** A text that anybody reads on the site, and what is told of it there, but for the name. */
export interface OpenText {
  id: string;
  contributedOn: string;
  body: string;
  channel: Channel;
  regionId: string | null;
  organisationType: string | null;
  sectors: string[];
  questionRevision: number;
}

const batch = 500;

/** The published texts that answer a question, in the order of their ids, which was drawn. */
export async function* openTexts(db: EntityManager, questionId: string): AsyncGenerator<OpenText[]> {
  const text = `select c.id, c.contributed_on as "contributedOn", c.body, c.channel, c.region_id as "regionId",
      c.organisation_type as "organisationType", c.sectors, c.question_revision as "questionRevision"
    from contribution c where c.question_id = $1 and c.id > $2 and ${visible("c")} order by c.id limit ${batch}`;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await prepared<OpenText>(db, "open data: texts", text, [questionId, last]);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    last = rows.at(-1)!.id;
  }
}

/** Counts of the texts of a question: published, and counted without being published. */
export interface TextCount {
  questionId: string;
  published: number;
  rest: number;
}

export const textCounts = (db: EntityManager, questionIds: string[]) =>
  prepared<TextCount>(
    db,
    "open data: text counts",
    `select c.question_id as "questionId", (count(*) filter (where ${visible("c")}))::int as published,
       (count(*) filter (where ${notShown("c")}))::int as rest
     from contribution c where c.question_id = any($1::uuid[]) group by 1`,
    [questionIds],
  );
