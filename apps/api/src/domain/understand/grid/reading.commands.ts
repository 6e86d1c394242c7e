import { isDeepStrictEqual } from "node:util";
import { limits } from "@cahier/schema/limits";
import type { DecideCriterionInput, ReadNotebookInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { keepReading } from "../../listen/contribution/reading.writes.ts";
import { asNotebook, notebookToRead } from "../../listen/notebook/notebook.queries.ts";
import { GridAnswers, GridCriteria, type GridCriterion, GridDecisions, GridReadings } from "./grid.entity.ts";

/** Keeps what one reader answers. Once two have read a notebook, neither changes: what they say then is a decision. */
export async function readNotebook(tx: Transaction, input: ReadNotebookInput) {
  const { db, viewer, record, now } = tx;
  const { contribution, groupId } = await notebookToRead(tx, input.id);
  const criteria = await db.findBy(GridCriteria, { groupId, retired: false });
  const answers = answersTo(criteria, input.answers);
  const contributionId = contribution.id;
  const personId = viewer.id!;
  const readers = await db.findBy(GridReadings, { contributionId });
  const again = readers.some((reader) => reader.personId === personId);
  const said = (rows: { criterionId: string; value: string }[]) =>
    new Map(rows.map(({ criterionId, value }) => [criterionId, value]));
  // Answered so already: a retry.
  if (again && isDeepStrictEqual(said(await db.findBy(GridAnswers, { contributionId, personId })), said(answers)))
    return { notebook: asNotebook(contribution)! };
  if (readers.length > 1) throw new Refusal("ALREADY_ANSWERED", "id", String(readers.length));
  if (!again) await db.insert(GridReadings, { contributionId, personId, readAt: now });
  await db.delete(GridAnswers, { contributionId, personId });
  if (answers.length > 0)
    await db.insert(
      GridAnswers,
      answers.map((answer) => ({ ...answer, contributionId, personId })),
    );
  await keepReading(db, { contributionId, personId, readAt: now });
  await record("notebook.read", contributionId, { again, answers: answers.length });
  return { notebook: asNotebook(contribution)! };
}

function answersTo(criteria: GridCriterion[], given: ReadNotebookInput["answers"]) {
  const problems: ProblemFound[] = [];
  const answers = new Map<string, string>();
  for (const { criterionId, value } of given) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (!criterion) throw new Refusal("GONE", "answers");
    const said = valueOf(criterion, value, `answers.${criterionId}`, problems);
    if (said !== null) answers.set(criterionId, said);
  }
  if (problems.length > 0) throw new Refusal(problems);
  // One answer is enough: what is missing leads to the first question.
  const [first] = criteria;
  if (answers.size === 0 && first) throw new Refusal("REQUIRED", `answers.${first.id}`);
  return [...answers].map(([criterionId, value]) => ({ criterionId, value }));
}

/** A value as the criterion takes it; null for none. */
function valueOf({ kind, options }: GridCriterion, value: string, field: string, problems: ProblemFound[]) {
  if (!value.trim()) return null;
  if (kind === "TEXT") return givenText(value, field, limits["gridAnswer.value"]);
  const known = kind === "YES_NO" ? ["YES", "NO"] : options;
  if (known.includes(value)) return value;
  problems.push({ code: "UNKNOWN_CHOICE", field });
  return null;
}

/** Decides on a criterion that two readers answered differently: both readings stay beside it. */
export async function decideCriterion(tx: Transaction, input: DecideCriterionInput) {
  const { db, viewer, record, now } = tx;
  const { contribution, groupId } = await notebookToRead(tx, input.id);
  const { criterionId } = input;
  const criterion = isId(criterionId) ? await db.findOneBy(GridCriteria, { id: criterionId, groupId }) : null;
  if (!criterion) throw notFound();
  authorize(criterion.kind !== "TEXT");
  const contributionId = contribution.id;
  if ((await db.countBy(GridReadings, { contributionId })) < 2) throw new Refusal("REQUIRED", "id");
  const problems: ProblemFound[] = [];
  const value = valueOf(criterion, input.value, "value", problems) ?? "";
  if (problems.length > 0) throw new Refusal(problems);
  if (!value && (await db.countBy(GridAnswers, { contributionId, criterionId })) > 1)
    throw new Refusal("REQUIRED", "value");
  const reason = neededLine(input.reason, "reason", limits["gridDecision.reason"]);
  const said = { value, reason, decidedById: viewer.id, decidedOn: dayOf(now) };
  // Decided alike already: it stays of whoever decided it first.
  if (await db.existsBy(GridDecisions, { contributionId, criterionId, value, reason }))
    return { notebook: asNotebook(contribution)! };
  await db.upsert(GridDecisions, { contributionId, criterionId, ...said }, ["contributionId", "criterionId"]);
  await record("notebook.decided", contributionId, { criterionId });
  return { notebook: asNotebook(contribution)! };
}
