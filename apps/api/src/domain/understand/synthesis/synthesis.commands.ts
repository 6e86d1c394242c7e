import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { EditSynthesisInput, RemoveSynthesisVersionInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenLine, givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { removeCitations } from "./paragraph.content.ts";
import { idsOf, lastVersion, saved, synthesisToWrite, versionToWrite, type WritingDesk } from "./synthesis.desk.ts";
import {
  SetAsides,
  Syntheses,
  SynthesisParagraphs,
  type SynthesisVersion,
  SynthesisVersions,
} from "./synthesis.entity.ts";
import { synthesisPolicy } from "./synthesis.policy.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** Upper limit of lines in a list of a synthesis. */
const mostLines = 50;

export async function editSynthesis(tx: Transaction, input: EditSynthesisInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const desk = await versionToWrite(tx, input.id);
  const { synthesis, version } = desk;
  const title = input.title == null ? synthesis.title : neededLine(input.title, "title", limits["synthesis.title"]);
  const words = await wordsFrom(tx, desk, input);
  const changed = (Object.keys(words) as (keyof typeof words)[]).filter(
    (field) => JSON.stringify(words[field]) !== JSON.stringify(version[field]),
  );
  // Sent twice, or wished by two: it is done.
  if (!changed.length && title === synthesis.title) return { synthesis };
  if (version.edit !== input.edit)
    throw new Refusal("STALE", "edit", String(version.edit)).with({ current: version, synthesis });
  // The title is that of all versions: what is published keeps it.
  if (title !== synthesis.title && synthesis.state === "PUBLISHED") throw new Refusal("FROZEN", "title");
  if (title !== synthesis.title) await db.update(Syntheses, synthesis.id, { title });
  await saved(db, version, { ...words, edit: version.edit + 1 });
  const now = { ...words, title };
  await record("synthesis.edited", synthesis, Object.fromEntries(changed.map((field) => [field, now[field]])));
  return { synthesis: { ...synthesis, title } };
}

type Words = Pick<
  SynthesisVersion,
  "definition" | "method" | "notHeard" | "decisions" | "nextSteps" | "changes" | "causes"
>;

/** undefined keeps a field; null keeps a list, and clears a text. */
async function wordsFrom({ db }: Transaction, desk: WritingDesk, input: EditSynthesisInput): Promise<Words> {
  const { version } = desk;
  const text = (field: "definition" | "method" | "changes") =>
    input[field] === undefined ? version[field] : givenText(input[field], field, limits[`synthesis.${field}`]);
  const lines = (field: "notHeard" | "decisions" | "nextSteps") => {
    const given = input[field];
    if (given == null) return version[field];
    if (given.length > mostLines) throw new Refusal("TOO_MANY_CHOICES", field, String(mostLines));
    return given.flatMap((line) => givenLine(line, field, limits["synthesis.line"]) ?? []);
  };
  return {
    definition: text("definition"),
    method: text("method") ?? "",
    notHeard: lines("notHeard"),
    decisions: lines("decisions"),
    nextSteps: lines("nextSteps"),
    changes: text("changes"),
    causes: await causesFrom(db, desk, input),
  };
}

/** Reactions that anybody can read, and meetings of the group. */
async function causesFrom(db: EntityManager, { version, group }: WritingDesk, input: EditSynthesisInput) {
  const were = version.causes;
  const reactions =
    input.causedByReactions == null
      ? were.flatMap(({ reactionId }) => reactionId ?? [])
      : idsOf(input.causedByReactions, "causedByReactions");
  const meetings =
    input.causedByMeetings == null
      ? were.flatMap(({ meetingId }) => meetingId ?? [])
      : idsOf(input.causedByMeetings, "causedByMeetings");
  const [found] = await db.query<[{ reactions: number; meetings: number }]>(
    `select (select count(*)::int from reaction r where r.id = any($1::uuid[]) and ${visible("r")}) as reactions,
       (select count(*)::int from meeting where id = any($2::uuid[]) and group_id = $3
         and not draft) as meetings`,
    [reactions, meetings, group.id],
  );
  if (input.causedByReactions && found.reactions < reactions.length)
    throw new Refusal("UNKNOWN_CHOICE", "causedByReactions");
  if (input.causedByMeetings && found.meetings < meetings.length)
    throw new Refusal("UNKNOWN_CHOICE", "causedByMeetings");
  return [...reactions.map((reactionId) => ({ reactionId })), ...meetings.map((meetingId) => ({ meetingId }))];
}

/** Removes the draft of a version, for good: nobody but the team ever read it. What is published stays as it is. */
export async function removeSynthesisVersion(tx: Transaction, input: RemoveSynthesisVersionInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  // The first one went, and the synthesis with it: it is done.
  if (isId(input.id) && !(await db.existsBy(Syntheses, { id: input.id }))) return { synthesis: null };
  const { synthesis, group } = await synthesisToWrite(tx, input.id);
  const last = await lastVersion(db, synthesis.id);
  // Removed already, by this person or another: it is done.
  if (last.version < input.version) return { synthesis };
  if (last.version !== input.version || !synthesisPolicy.remove(viewer, group, last)) throw new Refusal("FROZEN");
  if (last.revision !== input.revision)
    throw new Refusal("STALE", "revision", String(last.revision)).with({ current: last, synthesis });
  const paragraphs = await removeVersion(db, last.id);
  await record("synthesis.versionRemoved", synthesis, { version: last.version, paragraphs, title: synthesis.title });
  if (last.version > 1) return { synthesis };
  await db.delete(Syntheses, synthesis.id);
  return { synthesis: null };
}

/** Deletes a version with all that it holds; the number of its paragraphs. */
async function removeVersion(db: EntityManager, versionId: string): Promise<number> {
  const paragraphs = await db.findBy(SynthesisParagraphs, { versionId });
  for (const { id } of paragraphs) await removeCitations(db, id);
  await db.delete(SynthesisParagraphs, { versionId });
  await db.delete(SetAsides, { versionId });
  await db.delete(SynthesisVersions, versionId);
  return paragraphs.length;
}
