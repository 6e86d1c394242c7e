import type { EntityManager } from "typeorm";
import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { conditionSql } from "./condition.ts";
import { counted, unpublished, visible } from "../../ground/moderation/status.sql.ts";

/** Attribute that splits responses into groups, read beside the whole. */
export type Crossing = "region" | "organisation";

/** The responses that are counted: sent, published or not, those that wait for a moderator too. */
const answered = (left: string) => `r.questionnaire_id = $1 and ${counted("r")} and not r.id = any(${left}::uuid[])`;

/** Responses that speak for several people: shown beside individuals, never added to them. */
export const collective = "(r.speaks_as = 'GROUP' or r.people_count is not null)";

/** SQL for the group of a response. */
const parts = {
  whole: "''",
  region: "coalesce(r.region_id::text, '')",
  organisation: "coalesce(r.organisation_type, '')",
};

/** Responses alike in all this, and how many there are. */
export interface ResponseCount {
  /** Of the questionnaire, that they answered. */
  revision: number;
  collective: boolean;
  channel: Channel;
  regionId: string | null;
  organisationType: string | null;
  count: number;
  present: number;
  unpublished: number;
  /** Count of them that meet each condition. */
  met: number[];
}

/**
 * The responses to a questionnaire, without some. `conditions` are those under which some of its questions are asked.
 */
export function countResponses(
  db: EntityManager,
  questionnaireId: string,
  conditions: unknown[],
  left: string[],
): Promise<ResponseCount[]> {
  const values: unknown[] = [questionnaireId, left];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const met = conditions.map((condition) => `count(*) filter (where ${conditionSql(condition, bind)})`);
  return db.query(
    `select r.questionnaire_revision as revision, ${collective} as collective, r.channel, r.region_id as "regionId",
       r.organisation_type as "organisationType", count(*)::int as count,
       coalesce(sum(r.people_count), 0)::int as present,
       count(*) filter (where ${unpublished("r")})::int as unpublished, array[${met.join(", ")}]::int[] as met
     from response r ${conditions.length > 0 ? given : ""} where ${answered("$2")} group by 1, 2, 3, 4, 5`,
    values,
  );
}

/** The answers of a response by question; a long text is there as `true`. */
const given = `cross join lateral (
  select coalesce(jsonb_object_agg(question_id, value), '{}') as given from (
    select a.question_id, a.value from answer a where a.response_id = r.id
    union all
    select c.question_id, 'true' from contribution c where c.response_id = r.id and c.question_id is not null) x) y`;

/** Count of the answers to a question in one wording. */
export interface AnswerCount {
  questionId: string;
  /** Of the question. */
  revision: number;
  /** Of the questionnaire. */
  asOf: number;
  part: string;
  collective: boolean;
  count: number;
  /** Of long texts: how many anybody can read. */
  readable: number;
}

/** A count to make: its questions, the trait it is by, the responses it leaves out. */
interface Counted {
  id: string;
  questionIds: string[];
  by: Crossing | null;
  left: string[];
}

/** Counts answers to these questions. Long texts are contributions. */
export const countAnswers = (db: EntityManager, of: Counted) =>
  prepared<AnswerCount>(
    db,
    `results: answers by ${of.by}`,
    `with r as materialized (
       select r.id, r.questionnaire_revision, ${parts[of.by ?? "whole"]} as part, ${collective} as collective
       from response r where ${answered("$3")})
     select a.question_id as "questionId", a.question_revision as revision, r.questionnaire_revision as "asOf", r.part,
       r.collective, count(*)::int as count, 0 as readable
     from r join answer a on a.response_id = r.id join question q on q.id = a.question_id
     where q.id = any($2::uuid[]) and q.type <> 'LONG_TEXT' group by 1, 2, 3, 4, 5
     union all
     select c.question_id, c.question_revision, r.questionnaire_revision, r.part, r.collective, count(*)::int,
       (count(*) filter (where ${visible("c")}))::int
     from r join contribution c on c.response_id = r.id join question q on q.id = c.question_id
     where q.id = any($2::uuid[]) and q.type = 'LONG_TEXT' group by 1, 2, 3, 4, 5`,
    [of.id, of.questionIds, of.left],
  );

/** Count of one answer, or of one part of it. */
export interface CellCount {
  questionId: string;
  revision: number;
  part: string;
  collective: boolean;
  /** The row of a matrix; empty elsewhere. */
  row: string;
  /** Chosen value: an option, a number, a month, the id of a region. */
  cell: string;
  /** The rank it was given, from 1; 0 outside of rankings. */
  place: number;
  count: number;
}

/** Counts the values given to these questions: options of several choices one by one. */
export const countCells = (db: EntityManager, of: Counted) =>
  prepared<CellCount>(
    db,
    `results: cells by ${of.by}`,
    `with it as materialized (
       select a.question_id, a.question_revision, q.type, ${parts[of.by ?? "whole"]} as part, ${collective} as collective,
         a.value
       from response r join answer a on a.response_id = r.id join question q on q.id = a.question_id
       where ${answered("$3")} and q.id = any($2::uuid[]))
     select question_id as "questionId", question_revision as revision, part, collective, '' as row,
       case type when 'DATE' then left(value #>> '{}', 7) else value #>> '{}' end as cell, 0 as place, count(*)::int as count
     from it where type in ('SINGLE_CHOICE', 'ORGANISATION_TYPE', 'RATING', 'NUMBER', 'DATE') group by 1, 2, 3, 4, 6
     union all
     select question_id, question_revision, part, collective, '', chosen, 0, count(*)::int
     from it, jsonb_array_elements_text(value) chosen where type = 'MULTIPLE_CHOICE' group by 1, 2, 3, 4, 6
     union all
     select question_id, question_revision, part, collective, answer.key, answer.value, 0, count(*)::int
     from it, jsonb_each_text(it.value) answer where type = 'MATRIX' group by 1, 2, 3, 4, 5, 6
     union all
     select question_id, question_revision, part, collective, '', ranked.value, ranked.place::int, count(*)::int
     from it, jsonb_array_elements_text(it.value) with ordinality ranked(value, place) where type = 'RANKING'
     group by 1, 2, 3, 4, 6, 7
     union all
     select question_id, question_revision, part, collective, '', t.region_id::text, 0, count(*)::int
     from it join territory t on t.kind = split_part(value #>> '{}', ':', 1) and t.code = split_part(value #>> '{}', ':', 2)
     where type = 'TERRITORY' and t.region_id is not null group by 1, 2, 3, 4, 6`,
    [of.id, of.questionIds, of.left],
  );
