import { keyed } from "../../platform/batch.ts";
import type { Context } from "../../platform/context.ts";
import { zone } from "../../platform/day.ts";
import { linked } from "../../platform/linked.ts";
import { prepared, rowsOf } from "../../platform/statement.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { benchGroups } from "../passage/passage.policy.ts";
import {
  type Synthesis,
  type SynthesisParagraph,
  SynthesisParagraphs,
  Syntheses,
  type SynthesisVersion,
  SynthesisVersions,
} from "./synthesis.entity.ts";

/** What may be read of syntheses `it` of objectives `o`: all but drafts, and the drafts of a group for its team. */
const readable = (groups: string) =>
  `(it.state <> 'DRAFT' or ${groups}::uuid[] is null or o.group_id = any(${groups}::uuid[]))`;

/** The syntheses that circulate or are published, by objective. */
export const syntheses = ({ db }: Context): Promise<Synthesis[]> =>
  rowsOf(
    db,
    Syntheses,
    "synthesis: all",
    "join objective o on o.id = it.objective_id where it.state <> 'DRAFT' order by o.number",
  );

/** One of them; a draft too for the team. */
export async function synthesisToRead({ db, viewer }: Context, slug: string): Promise<Synthesis | null> {
  const tail = `join objective o on o.id = it.objective_id where it.slug = $1 and ${readable("$2")}`;
  return (await rowsOf(db, Syntheses, "synthesis: one", tail, [slug, benchGroups(viewer)]))[0] ?? null;
}

/** The syntheses that cite a key point. */
export const synthesesOfKeyPoint = (context: Context, keyPointId: string): Promise<Synthesis[]> =>
  linked(
    context,
    "synthesis: of key points",
    Syntheses,
    `l.key_point_id as key
     from (select distinct c.key_point_id, p.synthesis_id from citation c
           join synthesis_paragraph p on p.id = c.paragraph_id where c.key_point_id = any($1::uuid[])) l
     join synthesis it on it.id = l.synthesis_id join objective o on o.id = it.objective_id
     where ${readable("$2")} order by o.number`,
    keyPointId,
    [benchGroups(context.viewer)],
  );

/** The paragraphs of a synthesis, in their order. */
export const paragraphsOf = (context: Context, synthesisId: string): Promise<SynthesisParagraph[]> =>
  linked(
    context,
    "synthesis: paragraphs",
    SynthesisParagraphs,
    `it.synthesis_id as key from synthesis_paragraph it
     where it.synthesis_id = any($1::uuid[]) order by it.position, it.id`,
    synthesisId,
  );

/** The versions of a synthesis, newest first. */
export const versionsOf = (context: Context, synthesisId: string): Promise<SynthesisVersion[]> =>
  linked(
    context,
    "synthesis: versions",
    SynthesisVersions,
    `it.synthesis_id as key from synthesis_version it
     where it.synthesis_id = any($1::uuid[]) order by it.version desc`,
    synthesisId,
  );

/** Words quoted in a synthesis, with the published contribution they come from. */
export interface Quote {
  text: string;
  contribution: Contribution;
}

export async function quotesOf(context: Context, synthesisId: string): Promise<Quote[]> {
  const rows = await linked(
    context,
    "synthesis: quotes",
    Contributions,
    `l.synthesis_id as key, l.text as quoted
     from synthesis_quote l join contribution it on it.id = l.contribution_id and it.status = 'PUBLISHED'
     where l.synthesis_id = any($1::uuid[]) order by l.position`,
    synthesisId,
  );
  return rows.map((row) => ({ text: (row as Contribution & { quoted: string }).quoted, contribution: row }));
}

/** How many responses arrived since the version in force was published. */
export async function responsesSince({ db, batch }: Context, synthesisId: string): Promise<number> {
  const loader = batch("synthesis: responses since", async (ids) => {
    const rows = await prepared<{ key: string; count: number }>(db, "synthesis: responses since", sinceText, [ids]);
    return keyed(rows, ({ key }) => key);
  });
  return (await loader(synthesisId))?.count ?? 0;
}

/** By days: anonymous responses keep no time. */
const sinceText = `select s.id as key, count(r.id)::int as count
  from synthesis s
  left join synthesis_version v on v.synthesis_id = s.id and v.version = s.version
  join questionnaire q on q.objective_id = s.objective_id
  join response r on r.questionnaire_id = q.id and r.status in ('SUBMITTED', 'HELD')
    and r.speaks_as <> 'GROUP' and r.submitted_on > (coalesce(v.published_at, s.published_at) at time zone '${zone}')::date
  where s.id = any($1::uuid[]) group by s.id`;

/** How many are drawn at a time. */
const drawn = 10;

/** Public contributions of the objective of a synthesis, drawn by a seed: the same seed draws the same ones. */
export const draw = ({ db }: Context, { objectiveId }: Synthesis, seed: number): Promise<Contribution[]> =>
  rowsOf(
    db,
    Contributions,
    "synthesis: draw",
    `where it.objective_id = $1 and it.status = 'PUBLISHED' order by md5(it.id::text || $2), it.id limit ${drawn}`,
    [objectiveId, String(seed)],
  );
