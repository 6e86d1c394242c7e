import type { EntityManager } from "typeorm";
import type { Channel } from "../../graphql/resolvers.generated.ts";
import { prepared } from "../../platform/statement.ts";

/** How many people of a kind answered: who speaks for themselves or for a structure, or a group; from where; as what. */
export interface Kin {
  collective: boolean;
  regionId: string | null;
  organisationType: string | null;
  published: number;
  rest: number;
}

/** A group or a meeting: told beside individuals, never added to them. */
const collective = "(r.speaks_as = 'GROUP' or r.people_count is not null)";

/** What the responses that count are made of, published or not. */
export const kinOf = (db: EntityManager, questionnaireId: string) =>
  prepared<Kin>(
    db,
    "open data: kin",
    `select ${collective} as collective, r.region_id as "regionId", r.organisation_type as "organisationType",
       (count(*) filter (where r.status = 'SUBMITTED' and r.appearance <> 'UNPUBLISHED'))::int as published,
       (count(*) filter (where r.status = 'HELD' or r.appearance = 'UNPUBLISHED'))::int as rest
     from response r where r.questionnaire_id = $1 and r.status in ('SUBMITTED', 'HELD') group by 1, 2, 3`,
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
    from contribution c where c.question_id = $1 and c.id > $2 and c.status = 'PUBLISHED' order by c.id limit ${batch}`;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await prepared<OpenText>(db, "open data: texts", text, [questionId, last]);
    if (rows.length > 0) yield rows;
    if (rows.length < batch) return;
    last = rows.at(-1)!.id;
  }
}

/** How many texts of a question are published, and how many are counted and are not. */
export interface TextCount {
  questionId: string;
  published: number;
  rest: number;
}

export const textCounts = (db: EntityManager, questionIds: string[]) =>
  prepared<TextCount>(
    db,
    "open data: text counts",
    `select c.question_id as "questionId", (count(*) filter (where c.status = 'PUBLISHED'))::int as published,
       (count(*) filter (where c.status in ('UNPUBLISHED', 'HELD', 'HIDDEN')))::int as rest
     from contribution c where c.question_id = any($1::uuid[]) group by 1`,
    [questionIds],
  );
