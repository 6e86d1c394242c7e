import type { EntityManager } from "typeorm";
import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { counted, notShown, visible } from "../../ground/moderation/status.sql.ts";

/** Counts of the responses of individuals and structures, and of all that are published. */
export interface Sizes {
  /** Published by individuals and structures. */
  published: number;
  /** Counted among them, and not published. */
  rest: number;
  /** Published by anybody, groups and meetings too. */
  all: number;
  /** Counted from paper, of individuals and structures; and of groups and meetings. */
  paper: number;
  groups: number;
}

export async function sizesOf(db: EntityManager, questionnaireId: string): Promise<Sizes> {
  const [sizes] = await prepared<Sizes>(
    db,
    "open data: sizes",
    `select (count(*) filter (where published and not collective))::int as published,
       (count(*) filter (where not published and not collective))::int as rest,
       (count(*) filter (where published))::int as "all",
       (count(*) filter (where not as_group and channel = 'PAPER'))::int as paper,
       (count(*) filter (where as_group))::int as groups
     from (select r.channel, r.speaks_as = 'GROUP' as as_group, r.speaks_as = 'GROUP' or r.people_count is not null as collective, ${visible("r")} as published
       from response r where r.questionnaire_id = $1 and ${counted("r")}) x`,
    [questionnaireId],
  );
  return sizes!;
}

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
