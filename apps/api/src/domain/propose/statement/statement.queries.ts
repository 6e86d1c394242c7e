import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { keyed } from "../../../platform/data/batch.ts";
import { lengthOf } from "../../../platform/data/bounded.ts";
import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { nobody, readableKeyPoint, type Standing } from "../../understand/keyPoint/keyPoint.queries.ts";
import { type Passage, Passages } from "../../understand/passage/passage.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { partOrder } from "../version/parts.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import { readableProposal } from "../proposal/proposal.queries.ts";
import { type Statement, Statements } from "./statement.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Statements of a proposal, part by part, in order. */
export const statementsOf = (context: Context, proposalId: string): Promise<Statement[]> =>
  linkedCached(
    context,
    "statement: of proposals",
    Statements,
    `it.proposal_id as key from statement it where it.proposal_id = any($1::uuid[])
     order by array_position(${partOrder}, it.part), it.position, it.id`,
    proposalId,
  );

/** Statements of readable proposals that a passage is attached to. */
export const statementsOfPassage = (context: Context, passageId: string): Promise<Statement[]> =>
  linkedCached(
    context,
    "statement: of passages",
    Statements,
    `l.passage_id as key from statement_passage l join statement it on it.id = l.statement_id
     join proposal p on p.id = it.proposal_id
     where l.passage_id = any($1::uuid[]) and ${readableProposal("$2", "p")} order by p.number, it.position`,
    passageId,
    [draftGroups(context.viewer)],
  );

/** Passages attached to a statement itself, of published contributions. */
export const ownPassagesOf = (context: Context, statementId: string): Promise<Passage[]> =>
  linkedCached(
    context,
    "statement: own passages",
    Passages,
    `l.statement_id as key from statement_passage l join passage it on it.id = l.passage_id
     join contribution c on c.id = it.contribution_id and ${visible("c")}
     where l.statement_id = any($1::uuid[]) order by c.contributed_on, c.id, it.starts_at`,
    statementId,
  );

/**
 * SQL: sources of statements: the passages attached to them and those of their key points, as far as the viewer may
 * read both. `$1` are statements, or proposals, each looked up by itself: a plan for several reads too much of long lists;
 * `$2` the groups whose working key points are read.
 */
const sources = (of: "id" | "proposal_id") => `
  select each.* from unnest($1::uuid[]) parent (id) cross join lateral (
    select s.id as statement_id, s.proposal_id, l.passage_id
    from statement s join statement_passage l on l.statement_id = s.id where s.${of} = parent.id
    union
    select s.id, s.proposal_id, kp.passage_id
    from statement s join statement_key_point l on l.statement_id = s.id
    join key_point k on k.id = l.key_point_id join objective o on o.id = k.objective_id
    join key_point_passage kp on kp.key_point_id = k.id
    where s.${of} = parent.id and ${readableKeyPoint("$2", "k")}) each`;

/**
 * SQL: proposals `it` that rest on a published contribution to an objective, a scalar of SQL; `groups` comes from
 * `readingGroups`.
 */
export const restsOnObjective = (objective: string, groups: string) => `(
  exists (select from statement s join statement_passage l on l.statement_id = s.id
    join passage p on p.id = l.passage_id join contribution c on c.id = p.contribution_id and ${visible("c")}
    where s.proposal_id = it.id and c.objective_id = ${objective})
  or exists (select from statement s join statement_key_point l on l.statement_id = s.id
    join key_point k on k.id = l.key_point_id join objective o on o.id = k.objective_id
    join key_point_passage kp on kp.key_point_id = k.id
    join passage p on p.id = kp.passage_id join contribution c on c.id = p.contribution_id and ${visible("c")}
    where s.proposal_id = it.id and ${readableKeyPoint(groups, "k")} and c.objective_id = ${objective}))`;

/**
 * Passages a statement rests on, oldest first: those attached to it, and the first so many of its key points, whose pages
 * have the others.
 */
export const passagesBehind = (context: Context, statementId: string, first?: number | null): Promise<Passage[]> =>
  linkedCached(
    context,
    "statement: passages",
    Passages,
    `parent.id as key from unnest($1::uuid[]) parent (id) cross join lateral (
       select l.passage_id, c.contributed_on as said_on, c.id as text_id
       from statement_passage l join passage p on p.id = l.passage_id
       join contribution c on c.id = p.contribution_id and ${visible("c")} where l.statement_id = parent.id
       union
       (select first.* from statement_key_point l join key_point k on k.id = l.key_point_id
        join objective o on o.id = k.objective_id cross join lateral (
          select kp.passage_id, kp.said_on, kp.text_id from key_point_passage kp
          where kp.key_point_id = k.id and kp.said_on is not null
          order by kp.said_on, kp.text_id, kp.passage_id limit $3::int) first
        where l.statement_id = parent.id and ${readableKeyPoint("$2", "k")}
        order by first.said_on, first.text_id, first.passage_id limit $3::int)) source
     join passage it on it.id = source.passage_id
     order by source.said_on, source.text_id, it.starts_at, it.id`,
    statementId,
    [readingGroups(context.viewer), lengthOf(first)],
  );

/** Key points and passages attached to a statement, whoever may read them. */
export interface Sources {
  keyPointIds: string[];
  passageIds: string[];
}

const attached = `select s.id as key,
    array(select key_point_id from statement_key_point where statement_id = s.id order by 1) as "keyPointIds",
    array(select passage_id from statement_passage where statement_id = s.id order by 1) as "passageIds"
  from statement s where s.id = any($1::uuid[])`;

/** Reads the sources of a statement inside a command that locks it. */
export async function sourcesOf(db: EntityManager, statementId: string): Promise<Sources> {
  const [found] = await db.query<[Sources]>(attached, [[statementId]]);
  return { keyPointIds: found.keyPointIds, passageIds: found.passageIds };
}

/** Digest of a set of sources, used as its version. */
export const versionOf = ({ keyPointIds, passageIds }: Sources) =>
  createHash("md5")
    .update([...keyPointIds, "", ...passageIds].join(" "))
    .digest("hex");

/** Version of a statement's sources. */
export async function sourcesVersionOf({ db, batch }: Context, statementId: string): Promise<string> {
  const loader = batch("statement: sources version", async (ids) => {
    const rows = await prepared<Sources & { key: string }>(db, "statement: sources version", attached, [ids]);
    return new Map(rows.map((row) => [row.key, versionOf(row)]));
  });
  return (await loader(statementId))!;
}

/** Numbers of people, regions and passages behind a statement. */
export const standingOfStatement = async (context: Context, statementId: string): Promise<Ground> =>
  (await standings(context, "statement: standing", "id", statementId)) ?? noGround;

/** Sources of a proposal, all its statements together, or of a statement. */
export interface Ground extends Standing {
  /** Published contributions that it rests on, as ids. */
  contributions: string[];
  passages: number;
}

const noGround: Ground = { ...nobody, contributions: [], passages: 0 };

export const groundOf = async (context: Context, proposalId: string): Promise<Ground> =>
  (await standings(context, "proposal: ground", "proposal_id", proposalId)) ?? noGround;

/** SQL: true of a quote `p` that is a sentence, from its capital to its stop. */
const isWhole = `(length(p.quote) >= 24 and p.quote ~ '^[^[:alpha:]]*[[:upper:]]' and p.quote ~ '[.!?…]["”’»)]*$')`;

/**
 * Three passages at most that a proposal rests on, each of somebody else, of one region or of any: whole sentences
 * first, the shortest before the others; never by popularity.
 */
export const fewPassages = ({ db, viewer }: Context, proposalId: string, regionId: string | null): Promise<Passage[]> =>
  rowsOf(
    db,
    Passages,
    "statement: few passages",
    `join (
       select distinct on (coalesce(c.response_id, c.id)) p.id, ${isWhole} as whole
       from (${sources("proposal_id")}) source join passage p on p.id = source.passage_id
       join contribution c on c.id = p.contribution_id and ${visible("c")}
       where $3::uuid is null or c.region_id = $3
       order by coalesce(c.response_id, c.id), ${isWhole} desc, length(p.quote), p.id
     ) few on few.id = it.id order by few.whole desc, length(it.quote), it.id limit 3`,
    [[proposalId], readingGroups(viewer), regionId],
  );

/** Beside each passage of a key point stand who says it, its region and its text, while anybody may read it. */
async function standings({ db, cached, viewer }: Context, name: string, of: "id" | "proposal_id", id: string) {
  const text = `select parent.id as key, count(distinct voice_id)::int as people, count(distinct region_id)::int as regions,
      array_agg(distinct text_id) as contributions, count(distinct passage_id)::int as passages
    from unnest($1::uuid[]) parent (id) cross join lateral (
      select l.passage_id, case when c.minutes_block_id is null then coalesce(c.response_id, c.id) end as voice_id,
        c.region_id, c.id as text_id
      from statement s join statement_passage l on l.statement_id = s.id join passage p on p.id = l.passage_id
      join contribution c on c.id = p.contribution_id and c.marked and ${visible("c")} where s.${of} = parent.id
      union
      select kp.passage_id, kp.voice_id, kp.region_id, kp.text_id
      from statement s join statement_key_point l on l.statement_id = s.id
      join key_point k on k.id = l.key_point_id join objective o on o.id = k.objective_id
      join key_point_passage kp on kp.key_point_id = k.id and kp.text_id is not null
      where s.${of} = parent.id and ${readableKeyPoint("$2", "k")}
    ) source group by 1`;
  const values = [readingGroups(viewer)];
  const loader = cached(
    name,
    async (ids) => keyed(await prepared<Ground & { key: string }>(db, name, text, [ids, ...values]), (row) => row.key),
    values,
  );
  return loader(id);
}

/** Objectives of the contributions a proposal rests on. */
export const objectivesOfProposal = (context: Context, proposalId: string): Promise<Objective[]> =>
  linkedCached(
    context,
    "proposal: objectives",
    Objectives,
    `source.key from (
       select distinct source.proposal_id as key, c.objective_id
       from (${sources("proposal_id")}) source join passage p on p.id = source.passage_id
       join contribution c on c.id = p.contribution_id and c.marked and ${visible("c")}
     ) source join objective it on it.id = source.objective_id order by it.number`,
    proposalId,
    [readingGroups(context.viewer)],
  );
