import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import { type KeyPoint, KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import {
  keyPointsAgainst,
  keyPointsOfParagraph,
  type Standing,
  statedNow,
} from "../../understand/keyPoint/keyPoint.queries.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import { type Passage, Passages } from "../../understand/passage/passage.entity.ts";
import { type Reaction, Reactions } from "../../ground/reaction/reaction.entity.ts";
import {
  type Synthesis,
  type SynthesisParagraph,
  type SynthesisVersion,
} from "../../understand/synthesis/synthesis.entity.ts";
import { passagesLeftOut, setAsideIn } from "../../understand/synthesis/accounting.queries.ts";
import { paragraphsOf } from "../../understand/synthesis/synthesis.queries.ts";
import { type PassageSource, sourcesOf, standingOf } from "./source.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** A key point that is cited, with all the words that it rests on. */
export interface CitedKeyPoint {
  keyPoint: KeyPoint;
  sources: PassageSource[];
  standing: Standing;
}

/** A paragraph, and what it stands on: ids of key points, words that it cites as they are. */
export interface ChainParagraph {
  paragraph: SynthesisParagraph;
  on: string[];
  against: string[];
  sources: PassageSource[];
}

/** Key point or words that a version sets aside, with the reason. */
export interface LeftOut {
  reason: NotRetainedReason;
  note: string | null;
  /** The stated key point that says it already; null where none is named. */
  saidBy: KeyPoint | null;
  /** Null where it is words alone. */
  keyPoint: KeyPoint | null;
  /** The words, or all those behind the key point. */
  sources: PassageSource[];
}

/** Cause of a change of a version, as far as it can be read. */
export interface Cause {
  reaction: Reaction | null;
  meeting: Meeting | null;
}

/** The whole chain behind a version: paragraphs, the key points they stand on, the words behind, the texts these are in. */
export interface Chain {
  synthesis: Synthesis;
  objective: Objective;
  version: SynthesisVersion;
  paragraphs: ChainParagraph[];
  keyPoints: Map<string, CitedKeyPoint>;
  leftOut: LeftOut[];
  causes: Cause[];
}

/** Reads the chain behind a version, as whoever asks may read it. The order of what comes is that of what it says. */
export async function chainOf(context: Context, synthesis: Synthesis, version: SynthesisVersion): Promise<Chain> {
  const [objective, found, leftOut, causes] = await Promise.all([
    context.load(Objectives, synthesis.objectiveId),
    paragraphsOf(context, version.id),
    leftOutOf(context, version),
    causesOf(context, version),
  ]);
  const cited = new Map<string, KeyPoint>();
  const paragraphs = await Promise.all(
    found.map(async (paragraph) => {
      const [on, against, sources] = await Promise.all([
        keyPointsOfParagraph(context, paragraph.id),
        keyPointsAgainst(context, paragraph.id),
        citedBy(context, paragraph.id),
      ]);
      for (const keyPoint of [...on, ...against]) cited.set(keyPoint.id, keyPoint);
      return { paragraph, on: on.map(({ id }) => id), against: against.map(({ id }) => id), sources };
    }),
  );
  const keyPoints = await Promise.all(
    [...cited.values()]
      .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
      .map(async (keyPoint) => {
        const sources = await behind(context, version, keyPoint.id);
        return [keyPoint.id, { keyPoint, sources, standing: standingOf(sources) }] as const;
      }),
  );
  return { synthesis, objective: objective!, version, paragraphs, keyPoints: new Map(keyPoints), leftOut, causes };
}

const inOrder = "order by c.contributed_on, c.id, it.starts_at, it.id";

/** The words that a paragraph cites as they are: what became of the text since, it is still cited. */
const citedBy = async (context: Context, paragraphId: string) =>
  sourcesOf(
    context,
    await linked(
      context,
      "chain: cited",
      Passages,
      `l.paragraph_id as key from passage_citation l join passage it on it.id = l.passage_id
       join contribution c on c.id = it.contribution_id where l.paragraph_id = any($1::uuid[]) ${inOrder}`,
      paragraphId,
    ),
  );

/**
 * The words behind a key point in a version: those it had when it was published, whatever was marked or became of them
 * since; while it is not, those that can be read.
 */
const behind = async (context: Context, { id, state }: SynthesisVersion, keyPointId: string) =>
  sourcesOf(
    context,
    await linked(
      context,
      "chain: behind",
      Passages,
      `l.key_point_id as key from key_point_passage l join passage it on it.id = l.passage_id
       join contribution c on c.id = it.contribution_id
       where l.key_point_id = any($1::uuid[]) and (case when $2::uuid is null then ${visible("c")}
         else exists (select from accounted_passage a where a.version_id = $2 and a.passage_id = it.id) end) ${inOrder}`,
      keyPointId,
      [state === "PUBLISHED" ? id : null],
    ),
  );

/** The words that something set aside leaves out, kept with a version as it was published. */
const keptAside = (context: Context, setAsideId: string): Promise<Passage[]> =>
  linked(
    context,
    "chain: kept aside",
    Passages,
    `a.set_aside_id as key from accounted_passage a join passage it on it.id = a.passage_id
     join contribution c on c.id = it.contribution_id where a.set_aside_id = any($1::uuid[]) ${inOrder}`,
    setAsideId,
  );

/** A reaction that was hidden since is not told. */
async function causesOf(context: Context, { causes }: SynthesisVersion): Promise<Cause[]> {
  const found = await Promise.all(
    causes.map(async ({ reactionId, meetingId }) => {
      const [reaction, meeting] = await Promise.all([
        context.load(Reactions, reactionId),
        context.load(Meetings, meetingId),
      ]);
      return { reaction: reaction?.status === "VISIBLE" ? reaction : null, meeting };
    }),
  );
  return found.filter(({ reaction, meeting }) => reaction || meeting);
}

/** Answers what a version sets aside; an entry that sets aside nothing any more is dropped. */
async function leftOutOf(context: Context, version: SynthesisVersion): Promise<LeftOut[]> {
  const passagesOf = version.state === "PUBLISHED" ? keptAside : passagesLeftOut;
  const found = await Promise.all(
    (await setAsideIn(context, version.id, true)).map(async ({ id, reason, note, keyPointId, saidById }) => {
      const [known, passages, saidBy] = await Promise.all([
        context.load(KeyPoints, keyPointId),
        passagesOf(context, id),
        statedNow(context, saidById),
      ]);
      const keyPoint = known?.mergedIntoId ? await context.load(KeyPoints, known.mergedIntoId) : known;
      // Merged since, it says itself.
      const other = saidBy?.id === keyPoint?.id ? null : saidBy;
      return { reason, note, saidBy: other, keyPoint, sources: await sourcesOf(context, passages) };
    }),
  );
  const place = ({ reason, keyPoint, sources: [first] }: LeftOut) =>
    `${reason} ${String(keyPoint?.number ?? "").padStart(9, "0")} ${first?.passage.id}`;
  return found.filter(({ sources }) => sources.length > 0).toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}
