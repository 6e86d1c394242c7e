import { Objectives } from "../../ground/group/group.entity.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { linked, linkedCached, rowNamed } from "../../../platform/data/linked.ts";
import { columnsOf, prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { citations } from "../keyPoint/keyPoint.kept.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { readingGroups, readingPolicy } from "../passage/passage.policy.ts";
import { inForce } from "./synthesis.sql.ts";
import {
  type Synthesis,
  type SynthesisParagraph,
  SynthesisParagraphs,
  Syntheses,
  type SynthesisVersion,
  SynthesisVersions,
} from "./synthesis.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { tally, tallyAfter } from "../../ground/tally/tally.sql.ts";

/** SQL condition: readable syntheses `it` of objectives `o`: all but drafts, and the drafts of a group for its team. */
const readable = (groups: string) =>
  `(it.state <> 'DRAFT' or ${groups}::uuid[] is null or o.group_id = any(${groups}::uuid[]))`;

/** The syntheses that circulate or are published, by objective. */
export const syntheses = ({ db }: Context): Promise<Synthesis[]> =>
  rowsOf(
    db,
    Syntheses,
    "synthesis: all",
    "join objective o on o.id = it.objective_id where it.state <> 'DRAFT' order by o.number limit 500",
  );

/** One of them; a draft too for the team. */
export function synthesisToRead(context: Context, slug: string): Promise<Synthesis | null> {
  const tail = `join objective o on o.id = it.objective_id where it.slug = $1 and ${readable("$2")}`;
  return rowNamed(context, "synthesis: one", Syntheses, tail, [slug, readingGroups(context.viewer)]);
}

/** The syntheses whose version in force cites a key point. */
export const synthesesOfKeyPoint = (context: Context, keyPointId: string): Promise<Synthesis[]> =>
  linkedCached(
    context,
    "synthesis: of key points",
    Syntheses,
    `l.key_point_id as key
     from (select distinct c.key_point_id, v.synthesis_id from ${citations} c
           join synthesis_paragraph p on p.id = c.paragraph_id join ${inForce} on v.id = p.version_id
           where c.key_point_id = any($1::uuid[])) l
     join synthesis it on it.id = l.synthesis_id join objective o on o.id = it.objective_id
     where ${readable("$2")} order by o.number`,
    keyPointId,
    [readingGroups(context.viewer)],
  );

/** The versions of a synthesis that can be read, newest first: a draft by its team alone. */
export const versionsOf = (context: Context, synthesisId: string): Promise<SynthesisVersion[]> =>
  linkedCached(
    context,
    "synthesis: versions",
    SynthesisVersions,
    `it.synthesis_id as key from synthesis_version it
     join synthesis s on s.id = it.synthesis_id join objective o on o.id = s.objective_id
     where it.synthesis_id = any($1::uuid[]) and ${readable("$2")} order by it.version desc`,
    synthesisId,
    [readingGroups(context.viewer)],
  );

/** The version in force. Whoever may read the synthesis may read it. */
export async function versionInForce(context: Context, { id, version }: Synthesis): Promise<SynthesisVersion> {
  const found = (await versionsOf(context, id)).find((each) => each.version === version);
  if (!found) throw new Error(`Synthesis ${id} has no version ${version}.`);
  return found;
}

/** The version that is worked on, if it can be read. */
export const versionUnderWay = async (context: Context, { id }: Synthesis): Promise<SynthesisVersion | null> =>
  (await versionsOf(context, id)).find(({ state }) => state !== "PUBLISHED") ?? null;

/** The paragraphs of a version, in their order. */
export const paragraphsOf = (context: Context, versionId: string): Promise<SynthesisParagraph[]> =>
  linkedCached(
    context,
    "synthesis: paragraphs",
    SynthesisParagraphs,
    `it.version_id as key from synthesis_paragraph it
     where it.version_id = any($1::uuid[]) order by it.position, it.id`,
    versionId,
  );

/** The words that a paragraph cites as they are, of texts that are published. */
export const passagesCitedBy = (context: Context, paragraphId: string): Promise<Passage[]> =>
  linkedCached(
    context,
    "synthesis: passages cited",
    Passages,
    `l.paragraph_id as key
     from passage_citation l join passage it on it.id = l.passage_id
     join contribution c on c.id = it.contribution_id and ${visible("c")}
     where l.paragraph_id = any($1::uuid[]) order by c.contributed_on, c.id, it.starts_at`,
    paragraphId,
  );

interface Counted {
  key: string;
  /** Responses and texts that arrived since the version in force was published. */
  since: number;
  /** Those whose words could count, as points count them: a response is one voice, a lone text another. */
  voices: number;
}

/** Counts what a synthesis stands on. */
export async function countsOf({ db, batch }: Context, synthesisId: string): Promise<Omit<Counted, "key">> {
  const loader = batch("synthesis: counts", async (ids) =>
    keyed(await prepared<Counted>(db, "synthesis: counts", countsText, [ids]), ({ key }) => key),
  );
  return (await loader(synthesisId)) ?? { since: 0, voices: 0 };
}

const questionnaires = "select q.id from questionnaire q where q.objective_id = s.objective_id";

/** By days: anonymous responses keep no time. A text that was imported arrived on the day of its import. */
const countsText = `select s.id as key, ${tallyAfter("imported", "s.objective_id", "v.day")} + (
    select coalesce(sum(${tallyAfter("responses", "q.id", "v.day")}), 0)::int from questionnaire q
    where q.objective_id = s.objective_id) as since,
    ${tally("responses", questionnaires)} + ${tally("responses.group", questionnaires)}
    + ${tallyAfter("imported", "s.objective_id", "date '0001-01-01'")} as voices
  from synthesis s cross join lateral (
    select (published_at at time zone '${zone}')::date as day from synthesis_version
    where synthesis_id = s.id and version = s.version
  ) v where s.id = any($1::uuid[])`;

/** Contributions drawn at a time. */
const drawn = 10;

/** Public contributions of the objective of a synthesis, drawn by a seed: the same seed draws the same ones. */
export const draw = ({ db }: Context, { objectiveId }: Synthesis, seed: number): Promise<Contribution[]> =>
  rowsOf(
    db,
    Contributions,
    "synthesis: draw",
    `where it.objective_id = $1 and ${visible("it")} order by md5(it.id::text || $2), it.id limit ${drawn}`,
    [objectiveId, String(seed)],
  );

/** Published syntheses of the group whose key points can become options. */
export const synthesesToCarry = (context: Context, questionnaireId: string): Promise<Synthesis[]> =>
  linked(
    context,
    "synthesis: to carry",
    Syntheses,
    `q.id as key from questionnaire q join objective own on own.id = q.objective_id
     join objective o on o.group_id = own.group_id
     join synthesis it on it.objective_id = o.id and it.state = 'PUBLISHED'
     where q.id = any($1::uuid[]) order by o.number`,
    questionnaireId,
  );

/** The last synthesis published before an objective, and what it holds in a paragraph. */
export interface StartingPoint {
  synthesis: Synthesis;
  words: string | null;
}

/** Starting point of the answers about an objective; null for the first objective of a group. */
export async function startingPointOf({ db, batch }: Context, objectiveId: string): Promise<StartingPoint | null> {
  const found = await batch("questionnaire: starting point", async (ids) => {
    const rows = await prepared<Synthesis & { before: string; words: string | null }>(
      db,
      "questionnaire: starting point",
      `select distinct on (o.id) ${columnsOf(db, Syntheses)}, o.id as before, coalesce(v.definition, p.text) as words
       from objective o
       join objective earlier on earlier.group_id = o.group_id and earlier.number < o.number
       join synthesis it on it.objective_id = earlier.id and it.state = 'PUBLISHED'
       join synthesis_version v on v.synthesis_id = it.id and v.version = it.version
       left join lateral (select text from synthesis_paragraph
         where version_id = v.id and kind = 'AGREEMENT' order by position, id limit 1) p on true
       where o.id = any($1::uuid[]) order by o.id, earlier.number desc`,
      [ids],
    );
    return keyed(
      rows.map(({ before, words, ...synthesis }) => ({ before, words, synthesis })),
      ({ before }) => before,
    );
  })(objectiveId);
  return found ?? null;
}

/** True if the viewer holds the reading desk of the group of a version. */
export async function isOfTheTeam({ load, viewer }: Context, { synthesisId }: SynthesisVersion): Promise<boolean> {
  if (!readingPolicy.hold(viewer)) return false;
  const synthesis = await load(Syntheses, synthesisId);
  const objective = await load(Objectives, synthesis?.objectiveId);
  return readingPolicy.hold(viewer, objective?.groupId ?? null);
}
