import { limits } from "@cahier/schema/limits";
import { randomUUID } from "node:crypto";
import { type FindOptionsWhere, In, IsNull } from "typeorm";
import type {
  AnswerTextsInput,
  CurationTextInput,
  JoinTextsInput,
  UndoAnswersInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { moderatedNamed } from "../../../platform/moderated.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { replyTo } from "../../ground/reaction/reaction.writes.ts";
import { Amendments } from "../amendment/amendment.entity.ts";
import { reopenAmendment, settle } from "../amendment/amendment.writes.ts";
import { type CurationAnswer, CurationAnswers } from "./curation.entity.ts";
import { curationPolicy } from "./curation.policy.ts";
import type { CurationItem } from "./curation.queries.ts";
import { waits } from "./waits.sql.ts";

/** Most texts that are answered in one act. */
const most = 100;

/** Time in which an act may be taken back, in milliseconds. */
const undoable = 60_000;

/** Answers several texts at once with one reason; those that no longer wait are left. */
export async function answerTexts(tx: Transaction, input: AnswerTextsInput) {
  const groupId = await groupToCurate(tx, input.group);
  if (input.texts.length === 0) throw new Refusal("REQUIRED", "texts");
  if (input.texts.length > most) throw new Refusal("TOO_LONG", "texts", String(most));
  const reason = neededText(input.reason, "reason", limits["proposal.stateReason"]);
  const act = randomUUID();
  let count = 0;
  for (const name of inOrder(input.texts)) {
    const item = await itemToAnswer(tx, groupId, name);
    if (item && (await answer(tx, item, { reason, actId: act, joinedKind: null, joinedId: null }))) count += 1;
  }
  if (count > 0) return { act, count };
  const own = await ownAct(tx, input.texts, { reason, joinedId: IsNull() });
  // One of two people at once: what they chose was answered meanwhile.
  if (!own) throw new Refusal("NOT_NOW", "texts");
  return own;
}

/** The act by which one answered these texts so, since a second try finds it done; null where there is none. */
async function ownAct(
  { db, viewer }: Transaction,
  texts: readonly CurationTextInput[],
  said: FindOptionsWhere<CurationAnswer>,
) {
  const textId = In(texts.map((text) => text.textId).filter(isId));
  const rows = await db.findBy(CurationAnswers, { textId, answeredById: viewer.id!, liftedAt: IsNull(), ...said });
  const [act, ...others] = new Set(rows.map(({ actId }) => actId));
  return act && others.length === 0 ? { act, count: rows.length } : null;
}

/** Texts in the order in which they are locked. */
const inOrder = (texts: readonly CurationTextInput[]) => texts.toSorted((a, b) => a.textId.localeCompare(b.textId));

/** Joins a text with another one of the same proposal, which goes on waiting. */
export async function joinTexts(tx: Transaction, { group, text, into }: JoinTextsInput) {
  const groupId = await groupToCurate(tx, group);
  // In one order, whoever joins which with which: of two people at once none waits for the other for ever.
  const found = new Map<string, CurationItem | null>();
  for (const name of inOrder([text, into])) found.set(name.textId, await itemToAnswer(tx, groupId, name));
  const [item, kept] = [found.get(text.textId), found.get(into.textId)];
  const own = item ? null : await ownAct(tx, [text], { joinedKind: into.kind, joinedId: into.textId.toLowerCase() });
  if (own) return own;
  if (!kept) throw new Refusal("NOT_NOW", "into");
  if (!item?.proposalId || item.id === kept.id || item.proposalId !== kept.proposalId)
    throw new Refusal("NOT_NOW", "text");
  const act = randomUUID();
  // No word of the other text is copied: its author may take it back. That it was joined is worded as it is read.
  await answer(tx, item, { reason: "", actId: act, joinedKind: kept.kind, joinedId: kept.id });
  return { act, count: 1 };
}

/** Takes an act back within a minute: each of its texts waits again. Taken back, it is found done. */
export async function undoAnswers(tx: Transaction, { act }: UndoAnswersInput) {
  const { db, now, viewer, record } = tx;
  authorize(curationPolicy.holdAny(viewer));
  const rows = isId(act)
    ? await db.find(CurationAnswers, {
        where: { actId: act },
        order: { textId: "ASC" },
        lock: { mode: "for_no_key_update" },
        take: most,
      })
    : [];
  const [first] = rows;
  if (!first) throw new Refusal("GONE", "act");
  authorize(curationPolicy.hold(viewer, first.groupId));
  const standing = rows.filter(({ liftedAt }) => !liftedAt);
  if (standing.length > 0 && now.getTime() - first.answeredAt.getTime() > undoable) throw new Refusal("NOT_NOW", "act");
  for (const { id, kind, textId, reason } of standing) {
    await db.update(CurationAnswers, id, { liftedAt: now });
    if (kind === "AMENDMENT") await reopenAmendment(db, textId);
    if (kind === "REACTION" && reason) await replyTo(db, textId, null, reason);
    await record("curation.undone", id, { kind, textId });
  }
  return { act, count: standing.length };
}

/** Lifts the answer by which an amendment was refused: that is taken back. */
export const liftAnswer = ({ db, now }: Transaction, textId: string) =>
  db.update(CurationAnswers, { kind: "AMENDMENT", textId, liftedAt: IsNull() }, { liftedAt: now });

async function groupToCurate({ db, viewer }: Transaction, slug: string): Promise<string> {
  authorize(curationPolicy.holdAny(viewer));
  const group = await db.findOneBy(WorkingGroups, { slug: slug.replaceAll("\0", "") });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(curationPolicy.hold(viewer, group.id));
  return group.id;
}

/** A text that waits in a group, locked as its room locks it; null for one that no longer does. */
async function itemToAnswer({ db }: Transaction, groupId: string, { kind, textId }: CurationTextInput) {
  if (!isId(textId)) return null;
  for (const lock of moderatedNamed(kind).lock) await db.query(lock, [textId]);
  const [item] = await db.query<CurationItem[]>(`select * from (${waits()}) w where w.kind = $2 and w.id = $3`, [
    [groupId],
    kind,
    textId,
  ]);
  return item ?? null;
}

type Said = Pick<CurationAnswer, "reason" | "actId" | "joinedKind" | "joinedId">;

/** Writes an answer with its effect: an amendment is refused, a reaction has its reply. */
async function answer(tx: Transaction, item: CurationItem, said: Said): Promise<boolean> {
  const { db, now, viewer, record } = tx;
  const { kind, id: textId, groupId } = item;
  if (await db.existsBy(CurationAnswers, { kind, textId, liftedAt: IsNull() })) return false;
  const { identifiers } = await db.insert(CurationAnswers, {
    ...{ kind, textId, groupId, ...said },
    answeredById: viewer.id,
    answeredAt: now,
  });
  const { id } = identifiers[0] as { id: string };
  if (kind === "AMENDMENT") {
    const before = await db.findOneByOrFail(Amendments, { id: textId });
    await settle(tx, before, { state: "REFUSED", answer: said.reason || null });
  }
  if (kind === "REACTION" && said.reason) await replyTo(db, textId, said.reason);
  await record(said.joinedId ? "curation.joined" : "curation.answered", id, { kind, textId, act: said.actId });
  return true;
}
