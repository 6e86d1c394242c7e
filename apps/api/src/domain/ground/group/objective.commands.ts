import { limits } from "@cahier/schema/limits";
import type {
  CreateObjectiveInput,
  EditObjectiveInput,
  MoveObjectiveInput,
  ObjectiveWordsInput,
  WithdrawObjectiveInput,
} from "../../../graphql/resolvers.generated.ts";
import { editInstead, saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal, together, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { sameWords } from "../theme/list.queries.ts";
import { groupToRun, objectiveToRun } from "./group.desk.ts";
import { type Objective, Objectives, ObjectiveWordings, WorkingGroups } from "./group.entity.ts";
import { insertObjective, objectivesAtWork, type ObjectiveWords } from "./launch.writes.ts";

const wordsOf = (words: ObjectiveWordsInput): ObjectiveWords =>
  together({
    name: () => neededLine(words.name, "name", limits["objective.name"]),
    question: () => neededLine(words.question, "question", limits["objective.question"]),
    expectedOutput: () => neededText(words.expectedOutput, "expectedOutput", limits["objective.expectedOutput"]),
  });

export async function createObjective(tx: Transaction, input: CreateObjectiveInput) {
  const { db, record } = tx;
  const group = await groupToRun(tx, input.group);
  const words = wordsOf(input.words);
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const id = input.key.toLowerCase();
  const before = await db.findOneBy(Objectives, { id });
  if (before && before.groupId !== group.id) throw new Refusal("CONFLICT", "key");
  if (before) return editInstead(() => editObjective(tx, { objective: before.slug, version: 1, words }));
  const others = await objectivesAtWork(db, group.id);
  refuseTooMany(others, "name");
  await refuseTwin(tx, group.id, words.name);
  const objective = await insertObjective(tx, group, others.length + 1, words, id);
  await record("objective.created", objective, { group: group.id, name: words.name });
  return { objective };
}

/** Refuses one more beside as many as a calendar draws. */
function refuseTooMany(others: readonly Objective[], field: string | null) {
  const most = limits["group.objectives"];
  if (others.length >= most) throw new Refusal("TOO_MANY_CHOICES", field, String(most));
}

/** One name, one objective of a group, those that were taken out too: they may come back. */
async function refuseTwin({ db }: Transaction, groupId: string, name: string, except?: string) {
  const others = await db.findBy(Objectives, { groupId });
  if (others.some((one) => one.id !== except && sameWords(one.name, name))) throw new Refusal("ALREADY_THERE", "name");
}

/** Words it anew. What an open group said before is kept, with the reason. */
export async function editObjective(tx: Transaction, input: EditObjectiveInput) {
  const { db, record, now } = tx;
  const { group, objective: before } = await objectiveToRun(tx, input.objective);
  const words = wordsOf(input.words);
  if (saysAlready(before, words)) return { objective: before };
  const reason = group.preparing ? null : reasonOf(input.reason);
  refuseStale(before, input.version, { objective: before });
  if (words.name !== before.name) await refuseTwin(tx, group.id, words.name, before.id);
  const { id: objectiveId, version, name, question, expectedOutput } = before;
  if (reason)
    await db.insert(ObjectiveWordings, {
      ...{ objectiveId, version, name, question, expectedOutput, reason },
      until: dayOf(now),
    });
  // Words that the source lost were inferred; these are said.
  const change = { ...words, inferred: false, version: version + 1 };
  await db.update(Objectives, objectiveId, change);
  await record("objective.worded", before, { from: { name, question, expectedOutput }, to: words, reason });
  return { objective: { ...before, ...change } };
}

export async function moveObjective(tx: Transaction, input: MoveObjectiveInput) {
  const { db, record } = tx;
  const { group, objective } = await objectiveToRun(tx, input.objective);
  const others = (await objectivesAtWork(db, group.id)).filter(({ id }) => id !== objective.id);
  if (objective.withdrawnOn) throw new Refusal("NOT_NOW", "to");
  if (input.to < 1 || input.to > others.length + 1) throw new Refusal("OUT_OF_RANGE", "to", `1–${others.length + 1}`);
  if (input.to === objective.number) return { group };
  await number(tx, others.toSpliced(input.to - 1, 0, objective));
  await record("objective.moved", objective, { from: objective.number, to: input.to });
  return { group };
}

/** Takes it out or back: out, its page and what was said for it stay. */
export async function withdrawObjective(tx: Transaction, { withdrawn, ...input }: WithdrawObjectiveInput) {
  const { db, record, now } = tx;
  const { group, objective } = await objectiveToRun(tx, input.objective);
  const reason = withdrawn && !group.preparing ? reasonOf(input.reason) : (input.reason?.trim() ?? null);
  if (withdrawn === (objective.withdrawnOn !== null)) return { group };
  const others = (await objectivesAtWork(db, group.id)).filter(({ id }) => id !== objective.id);
  if (!withdrawn) refuseTooMany(others, null);
  const withdrawnOn = withdrawn ? dayOf(now) : null;
  await db.update(Objectives, objective.id, { withdrawnOn, withdrawnReason: withdrawn ? reason : null });
  await number(tx, withdrawn ? others : [...others, objective]);
  await record(withdrawn ? "objective.withdrawn" : "objective.restored", objective, { reason });
  return { group: await db.findOneByOrFail(WorkingGroups, { id: group.id }) };
}

/** Numbers objectives in this order. */
async function number({ db }: Transaction, objectives: readonly Objective[]) {
  for (const [index, { id }] of objectives.entries()) await db.update(Objectives, id, { number: index + 1 });
}

function reasonOf(reason: string | null | undefined): string {
  if (!reason?.trim()) throw new Refusal("REASON_NEEDED", "reason");
  return neededText(reason, "reason", limits["group.reason"]);
}
