import { In } from "typeorm";
import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { keepReceived } from "../../listen/contribution/reading.writes.ts";
import { Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { passagePolicy, readingGroups, readingPolicy } from "../passage/passage.policy.ts";
import { groupsReading } from "../passage/passage.queries.ts";
import { takeUpBlocks } from "./minutes.queries.ts";

/** Upper limit of contributions read in one call: more than a screen of the queue, less than what would block it. */
const most = 200;

/** The contributions, held until the end of the transaction, in the order they were asked. */
export async function contributionsToRead(tx: Transaction, asked: string[]): Promise<Contribution[]> {
  const { db, viewer } = tx;
  authorize(readingPolicy.hold(viewer));
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
  if (!ids.length) throw new Refusal("REQUIRED", "contributionIds");
  if (ids.length > most) throw new Refusal("TOO_MANY_CHOICES", "contributionIds", String(most));
  if (!ids.every(isId)) throw new Refusal("GONE", "contributionIds");
  await takeUpBlocks(tx, ids);
  const rows = await db.find(Contributions, {
    where: { id: In(ids) },
    order: { id: "ASC" },
    lock: { mode: "for_no_key_update" },
  });
  if (rows.length < ids.length) throw new Refusal("GONE", "contributionIds");
  const questions = await db.findBy(Questions, { id: In(rows.flatMap(({ questionId }) => questionId ?? [])) });
  const answered = new Map(questions.map((question) => [question.id, question]));
  const groups = await groupsReading(db, ids);
  for (const row of rows) {
    const question = answered.get(row.questionId ?? "") ?? null;
    authorize(groups.get(row.id)!.some((groupId) => passagePolicy.read(viewer, row, question, groupId)));
  }
  return ids.map((id) => rows.find((row) => row.id === id)!);
}

/**
 * Writes that readers of a theme read what another theme forwarded to them, with the reason if nothing follows. Answers
 * the ids of contributions received now, and not before.
 */
export const receive = (
  { db, viewer, now }: Transaction,
  contributionIds: string[],
  notRetained: NotRetainedReason | null,
): Promise<string[]> => keepReceived(db, contributionIds, readingGroups(viewer), { readOn: dayOf(now), notRetained });
