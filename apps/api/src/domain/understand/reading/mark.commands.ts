/**
 * A SHORT_TEXT answer stays an answer. Once words of it are marked it is a contribution too, since a passage needs
 * a text.
 */
import { limits } from "@cahier/schema/limits";
import type { MarkPassageInput, UnmarkPassageInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { type Contribution, Contributions, Readings } from "../../listen/contribution/contribution.entity.ts";
import { judge, keepReading, noJudgement } from "../../listen/contribution/reading.writes.ts";
import { type Objective, Objectives } from "../../ground/group/group.entity.ts";
import type { KeyPoint } from "../keyPoint/keyPoint.entity.ts";
import { twoPeopleSaid } from "../keyPoint/keyPoint.policy.ts";
import { peopleBehind } from "../keyPoint/keyPoint.queries.ts";
import { heldKeyPoint, newKeyPoint, sayingTheSame } from "../keyPoint/keyPoint.writes.ts";
import { Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { takeUpBlocks } from "./minutes.queries.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { readingPolicy, passagePolicy } from "../passage/passage.policy.ts";
import { groupsReading, readBlind } from "../passage/passage.queries.ts";
import {
  dropCode,
  dropPassage,
  keepCode,
  keepPassage,
  linkKeyPoint,
  unlinkKeyPoint,
} from "../passage/passage.writes.ts";
import { ReadingCodes } from "../passage/readingCode.entity.ts";
import { receive } from "./reading.writes.ts";
import { wordsAt } from "../passage/passage.words.ts";

export async function markPassage(tx: Transaction, input: MarkPassageInput) {
  const { db, viewer, record, now } = tx;
  const contribution = await contributionToMark(tx, input.contributionId);
  const words = wordsAt(contribution.body, input.startsAt, input.endsAt);
  if (!words || (input.quote != null && input.quote !== words.quote)) throw new Refusal("NOT_IN_TEXT", "startsAt");
  const keyPoint = input.keyPointId
    ? await keyPointToJoin(tx, input.keyPointId)
    : await openKeyPoint(tx, contribution, input);

  const contributionId = contribution.id;
  const blind = (await readBlind({ db }, [contributionId], viewer.id)).length > 0;
  const passage = await keepPassage(tx, contribution, words);
  await code(tx, passage, keyPoint);
  // A second reader has read a text once they say so: until then the first one's marks are hidden from them.
  if (!blind) await keepReading(db, { contributionId, personId: viewer.id!, readAt: now });
  if (await linkKeyPoint(db, { keyPointId: keyPoint.id, passageId: passage.id }))
    await record("passage.marked", passage, { contributionId, keyPointId: keyPoint.id, quote: words.quote });
  if (contribution.notRetained) await retain(tx, contribution);
  await receive(tx, [contributionId], null);
  return { passage, keyPoint, cleared: blind ? null : contribution.notRetained };
}

/** Keeps who gave what, until two have read the text. */
async function code({ db, viewer }: Transaction, { contributionId, startsAt, endsAt }: Passage, { id }: KeyPoint) {
  if ((await db.countBy(Readings, { contributionId })) > 1) return;
  await keepCode(db, { contributionId, personId: viewer.id!, keyPointId: id, startsAt, endsAt });
}

/** The contribution, held until the end of the transaction: its author cannot withdraw it meanwhile. */
async function contributionToMark(tx: Transaction, id: string): Promise<Contribution> {
  const { db, viewer } = tx;
  authorize(readingPolicy.hold(viewer));
  if (isId(id)) await takeUpBlocks(tx, [id]);
  const contribution = isId(id)
    ? await db.findOne(Contributions, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!contribution) throw notFound();
  const groups = (await groupsReading(db, [id])).get(contribution.id)!;
  authorize(groups.some((groupId) => passagePolicy.mark(viewer, contribution, groupId)));
  return contribution;
}

async function keyPointToJoin({ db, viewer }: Transaction, id: string): Promise<KeyPoint> {
  const keyPoint = await heldKeyPoint(db, id);
  if (!keyPoint) throw new Refusal("GONE", "keyPointId");
  const { groupId } = await db.findOneByOrFail(Objectives, { id: keyPoint.objectiveId });
  authorize(readingPolicy.hold(viewer, groupId));
  return keyPoint;
}

/** A new key point, numbered within its objective; the one that is there when it says the very same. */
async function openKeyPoint(tx: Transaction, contribution: Contribution, input: MarkPassageInput): Promise<KeyPoint> {
  const sentence = neededLine(input.newKeyPoint ?? "", "newKeyPoint", limits["keyPoint.sentence"]);
  const { id: objectiveId } = await objectiveToNumber(tx, contribution, input.objective);
  const same = await sayingTheSame(tx.db, objectiveId, sentence);
  return same ?? newKeyPoint(tx, { objectiveId, sentence, nature: input.nature ?? "FINDING" });
}

/** The objective, held while the next number is taken. */
async function objectiveToNumber(
  { db, viewer }: Transaction,
  { objectiveId }: Contribution,
  slug: string | null | undefined,
): Promise<Objective> {
  if (!slug && !objectiveId) throw new Refusal("REQUIRED", "objective");
  const objective = await db.findOne(Objectives, {
    where: slug ? { slug } : { id: objectiveId! },
    lock: { mode: "for_no_key_update" },
  });
  if (!objective) throw new Refusal("UNKNOWN_CHOICE", "objective");
  authorize(readingPolicy.hold(viewer, objective.groupId));
  return objective;
}

/** Clears the reason given for not retaining a contribution: marked, it goes on. */
async function retain({ db, record }: Transaction, { id, notRetained }: Contribution) {
  await judge(db, [id], noJudgement);
  await record("contribution.retained", id, { was: notRetained });
}

export async function unmarkPassage({ db, viewer, record }: Transaction, input: UnmarkPassageInput) {
  authorize(readingPolicy.hold(viewer));
  const { passageId } = input;
  const keyPoint = await heldKeyPoint(db, input.keyPointId);
  const passage = isId(passageId) ? await db.findOneBy(Passages, { id: passageId }) : null;
  if (!keyPoint) throw new Refusal("GONE", "keyPointId");
  const { id: keyPointId } = keyPoint;
  // It went with its last key point: it is marked no more.
  if (!passage) return { contribution: null };
  const { groupId } = await db.findOneByOrFail(Objectives, { id: keyPoint.objectiveId });
  authorize(readingPolicy.hold(viewer, groupId));

  const contribution = await db.findOneByOrFail(Contributions, { id: passage.contributionId });
  const { contributionId, startsAt, endsAt } = passage;
  const given = { contributionId, keyPointId, startsAt, endsAt };
  const blind = (await readBlind({ db }, [contributionId], viewer.id)).length > 0;
  if ((await db.countBy(Readings, { contributionId })) < 2) await dropCode(db, { ...given, personId: viewer.id! });
  // The key points of the first reader stay, hidden from the second.
  const held = blind && (await db.existsBy(ReadingCodes, given));
  const removed = !held && (await unlinkKeyPoint(db, { keyPointId, passageId }));
  const asked = contribution.questionId ? await db.findOneBy(Questions, { id: contribution.questionId }) : null;
  const told = { contribution: passagePolicy.read(viewer, contribution, asked, groupId) ? contribution : null };
  if (!removed) return told;
  if (keyPoint.state === "STATED" && !twoPeopleSaid(await peopleBehind(db, keyPointId)))
    throw new Refusal("TWO_PEOPLE_NEEDED", "keyPointId");
  await dropPassage(db, passageId);
  await record("passage.unmarked", passageId, { contributionId: contribution.id, keyPointId, quote: passage.quote });
  return told;
}
