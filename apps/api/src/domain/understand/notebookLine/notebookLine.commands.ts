import { limits } from "@cahier/schema/limits";
import type { AnswerLineInput, AttachLineInput, DetachLineInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { keepForwarding } from "../../listen/contribution/reading.writes.ts";
import { asNotebook, notebookToRead } from "../../listen/notebook/notebook.queries.ts";
import { Passages } from "../passage/passage.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { dropPassage, keepPassage } from "../passage/passage.writes.ts";
import { wordsAt } from "../passage/passage.words.ts";
import { NotebookLines } from "./notebookLine.entity.ts";

/** Most lines of one notebook: a page shows them all. */
const most = 200;

/** Attaches a line to the theme of its group, or sends it to that of another. */
export async function attachLine(tx: Transaction, input: AttachLineInput) {
  const { db, viewer, record, now } = tx;
  const { contribution } = await notebookToRead(tx, input.id);
  const words = wordsAt(contribution.body, input.startsAt, input.endsAt);
  if (!words) throw new Refusal("NOT_IN_TEXT", "startsAt");
  const theme = await db.findOneBy(Themes, { slug: input.theme, retired: false });
  if (!theme) throw new Refusal("UNKNOWN_CHOICE", "theme");
  const own = theme.id === contribution.themeId;
  const group = own ? null : await db.findOneBy(WorkingGroups, { themeId: theme.id, preparing: false });
  // A theme that nobody works on has nobody to answer: the line is filed under it at once.
  const state = group ? "SENT" : "OWN";
  const reason = group
    ? neededLine(input.reason ?? "", "reason", limits["notebookLine.reason"])
    : givenLine(input.reason, "reason", limits["notebookLine.reason"]);

  const there = await db.query<{ passageId: string }[]>(
    `select l.passage_id as "passageId" from notebook_line l join passage p on p.id = l.passage_id
     where p.contribution_id = $1`,
    [contribution.id],
  );
  if (there.length >= most) throw new Refusal("LIST_FULL", null, String(most));
  const passage = await keepPassage(tx, contribution, words);
  const known = await db.findOneBy(NotebookLines, { passageId: passage.id, themeId: theme.id });
  if (known && known.state !== "RETURNED") return { line: known };
  const changed = {
    state,
    reason,
    answer: null,
    answeredById: null,
    markedById: viewer.id,
    changedOn: dayOf(now),
  } as const;
  const fromThemeId = group ? contribution.themeId : null;
  if (known) await db.update(NotebookLines, known.id, changed);
  else await db.insert(NotebookLines, { passageId: passage.id, themeId: theme.id, fromThemeId, ...changed });
  const line = await db.findOneByOrFail(NotebookLines, { passageId: passage.id, themeId: theme.id });
  await record(group ? "notebookLine.sent" : "notebookLine.attached", line.id, { contributionId: contribution.id });
  return { line };
}

/** Detaches a line; what another group accepted is theirs too, and stays. */
export async function detachLine(tx: Transaction, { id }: DetachLineInput) {
  const { db, record } = tx;
  authorize(readingPolicy.hold(tx.viewer));
  // Detached already: as good as done.
  if (isId(id) && !(await db.existsBy(NotebookLines, { id }))) return {};
  const { line, passage } = await lineToChange(tx, id);
  const { contribution } = await notebookToRead(tx, passage.contributionId);
  if (line.state === "ACCEPTED") throw new Refusal("CITED", "id");
  await db.delete(NotebookLines, line.id);
  await dropPassage(db, passage.id);
  await record("notebookLine.detached", line.id, { contributionId: contribution.id });
  return { notebook: asNotebook(contribution)! };
}

/** Accepts a line that another group sent, which puts its notebook on the bench here, or sends it back. */
export async function answerLine(tx: Transaction, { id, accepted, answer }: AnswerLineInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const { line, passage } = await lineToChange(tx, id);
  const groups = await groupsOn(tx, line.themeId);
  authorize(groups.some((group) => readingPolicy.hold(viewer, group.id)));
  const said = accepted
    ? givenLine(answer, "answer", limits["notebookLine.reason"])
    : neededLine(answer ?? "", "answer", limits["notebookLine.reason"]);
  const state = accepted ? "ACCEPTED" : "RETURNED";
  // A second press finds it answered so.
  if (saysAlready(line, { state, answer: said, answeredById: viewer.id })) return { line };
  if (line.state !== "SENT") throw new Refusal("GONE", "id");
  const contribution = await db.findOneByOrFail(Contributions, { id: passage.contributionId });
  if (contribution.status !== "VISIBLE") throw new Refusal("GONE", "id");
  await db.update(NotebookLines, line.id, { state, answer: said, answeredById: viewer.id, changedOn: dayOf(now) });
  const { id: contributionId } = contribution;
  if (accepted && (await keepForwarding(db, { contributionId, themeId: line.themeId, forwardedOn: dayOf(now) })))
    await record("contribution.forwarded", contributionId, { themeId: line.themeId });
  await record(accepted ? "notebookLine.accepted" : "notebookLine.returned", line.id, { contributionId });
  return { line: await db.findOneByOrFail(NotebookLines, { id: line.id }) };
}

const groupsOn = ({ db }: Transaction, themeId: string): Promise<WorkingGroup[]> =>
  db.find(WorkingGroups, { where: { themeId }, order: { id: "ASC" } });

/** A line, held until the end of the transaction, and its passage. */
async function lineToChange({ db }: Transaction, id: string) {
  const line = isId(id)
    ? await db.findOne(NotebookLines, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!line) throw notFound();
  return { line, passage: await db.findOneByOrFail(Passages, { id: line.passageId }) };
}
