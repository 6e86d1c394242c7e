import { limits } from "@cahier/schema/limits";
import { randomUUID } from "node:crypto";
import { type EntityManager, IsNull } from "typeorm";
import type {
  RuleTextInput,
  RuleTextsInput,
  RulingOutcome,
  UndoRulingInput,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { moderatedNamed, type PartWords } from "../../../platform/moderated.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { Appeals } from "./appeal.entity.ts";
import { type HeldText, heldTextOf, mask, masked, nameOn } from "./heldText.ts";
import { floodsOf, forgetHold, inFloods } from "./hold.writes.ts";
import { logAct, takeLog } from "./log.writes.ts";
import { mayRuleIn, moderatedGroups, moderatedRows } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { busyWith, markSeen } from "../recentText/recentText.writes.ts";
import { Reports } from "./report.entity.ts";
import { type Ruling, Rulings, takesAway } from "./ruling.entity.ts";
import { type DeskRuling, withTexts } from "./ruling.queries.ts";

type Ruled = Promise<DeskRuling>;
type TextName = Pick<Ruling, "kind" | "textId">;

/** Rules on a text, as it was read: one of two moderators at once is told what the other did. */
export async function ruleText(tx: Transaction, input: RuleTextInput): Ruled {
  const { db } = tx;
  await takeLog(db);
  const text = await heldFor(tx, { kind: input.kind, textId: input.textId.toLowerCase() });
  const last = await inForce(db, text);
  const said = { outcome: input.outcome, ...reasoned(input), ruledById: tx.viewer.id };
  // Sent again, since the answer was lost: it is ruled so.
  if (last && saysAlready(last, said) && isMaskedSo(text, last, input)) return (await withTexts({ db }, [last]))[0]!;
  if (text.version !== input.version && !last) throw new Refusal("STALE", "version", text.version).with({ text });
  if (text.version !== input.version || !mayBeRuled(text))
    throw new Refusal("NOT_NOW", "textId").with({
      text,
      ...(last && { ruling: (await withTexts({ db }, [last]))[0]! }),
    });
  if (mayNotAnswer(input, last)) throw new Refusal("NOT_NOW", "outcome");
  const given = await giveRuling(tx, text, { ...input, ...reasoned(input), replacesId: last?.id ?? null });
  return (await withTexts({ db }, [given]))[0]!;
}

/** True unless a ruling masks other words than those that are masked. */
const isMaskedSo = ({ parts }: HeldText, { former }: Ruling, { outcome, masks }: RuleTextInput) =>
  outcome !== "MASKED" ||
  (!!masks?.every(({ part }) => part in former) &&
    parts.every(({ name, text }) => {
      const words = former[name];
      const places = masks.filter(({ part }) => part === name);
      return words === undefined ? places.length === 0 : mask(words, places) === text;
    }));

/** Rules on several texts at once, with one reason. Those that changed since they were read are left as they are. */
export async function ruleTexts(tx: Transaction, input: RuleTextsInput): Promise<{ rulings: DeskRuling[] }> {
  const { outcome, texts } = input;
  if (texts.length === 0) throw new Refusal("REQUIRED", "texts");
  if (texts.length > most) throw new Refusal("TOO_LONG", "texts", `${most}`);
  if (outcome === "MASKED") throw new Refusal("WRONG_KIND", "outcome");
  const why = reasoned(input);
  const batchId = randomUUID();
  await takeLog(tx.db);
  const given: Ruling[] = [];
  const busy: HeldText[] = [];
  const floods = input.alike ? await floodsOf(tx.db, texts) : [];
  const groups = await moderatedGroups(tx);
  for (const { kind, textId, version } of texts.toSorted((a, b) => a.textId.localeCompare(b.textId))) {
    const text = await heldFor(tx, { kind, textId: textId.toLowerCase() }, groups);
    const last = await inForce(tx.db, text);
    // Sent again, it is ruled so.
    if (last && saysAlready(last, { outcome, ...why, ruledById: tx.viewer.id })) {
      given.push(last);
      continue;
    }
    if (text.version !== version || !mayBeRuled(text)) continue;
    if (isBusy(text)) busy.push(text);
    if (mayNotAnswer(input, last)) continue;
    given.push(await giveRuling(tx, text, { outcome, ...why, batchId, replacesId: last?.id ?? null }));
  }
  for (const text of await heldTogether(tx, await inFloods(tx.db, floods, most - given.length), groups))
    if (text.status === "HELD") given.push(await giveRuling(tx, text, { outcome, ...why, batchId, replacesId: null }));
  // Nobody hides what shows without reading it: the others of whoever writes a lot are kept as they are, no more.
  const names = input.alike && outcome === "SHOWN" ? new Set(busy.map(nameOn)) : null;
  const others = names ? await busyWith(tx.db, busy, most - given.length) : [];
  for (const text of await heldTogether(tx, others, groups))
    if (isBusy(text) && names!.has(nameOn(text)))
      given.push(await giveRuling(tx, text, { outcome, ...why, batchId, replacesId: null }));
  return { rulings: await withTexts(tx, given) };
}

/** A text that shows, and that nobody reported. */
const isBusy = ({ status, reports }: HeldText) => status === "VISIBLE" && reports.length === 0;

/** Most texts that one act rules on. */
const most = 200;

/** A text that waits, or one that anybody reads. */
const mayBeRuled = ({ kind, status }: HeldText) =>
  status === "HELD" || (status === "VISIBLE" && moderatedNamed(kind).shown !== undefined);

/** A ruling that takes words away is not put aside by an answer: its author may appeal against it. */
const mayNotAnswer = ({ outcome }: Pick<RuleTextsInput, "outcome">, last: Ruling | null) =>
  outcome === "ANSWERED" && last !== null && takesAway(last.outcome);

/** Reason and word of a ruling; one that takes nothing away has no reason, and an answer is a word. */
function reasoned({ outcome, reason, note }: Pick<RuleTextsInput, "outcome" | "reason" | "note">) {
  if (takesAway(outcome) && !reason) throw new Refusal("REQUIRED", "reason");
  const word = givenText(note, "note", limits["ruling.note"]);
  if (outcome === "ANSWERED" && !word) throw new Refusal("REQUIRED", "note");
  return { reason: takesAway(outcome) ? reason! : null, note: word };
}

type Given = Pick<Ruling, "outcome" | "reason" | "note" | "replacesId"> &
  Pick<RuleTextInput, "masks"> & { batchId?: string };

/** Writes a ruling with its effect: it takes the place of the one before, and answers the reports of these words. */
export async function giveRuling(
  tx: Transaction,
  text: HeldText,
  { masks, ...given }: Given,
  restored?: PartWords,
): Promise<Ruling> {
  const { db, now, viewer, record } = tx;
  const { kind, textId, groupId } = text;
  const { outcome, reason, note, replacesId, batchId } = given;
  const words = restored ?? wordsAfter(text, outcome, masks);
  const former = Object.fromEntries(
    text.parts.filter(({ name }) => name in words && !restored).map(({ name, text: it }) => [name, it]),
  );
  const hides = outcome === "HIDDEN" && !moderatedNamed(kind).masksWhole;
  const told = hides ? { statusReason: note, statusOn: dayOf(now) } : { statusReason: null, statusOn: null };
  const was = text.status === "HELD" ? "HELD" : "VISIBLE";
  const waits = outcome === "ANSWERED";
  if (!waits) await moderatedNamed(kind).rule(tx, textId, { status: hides ? "HIDDEN" : "VISIBLE", ...told }, words);
  const row: Omit<Ruling, "id"> = {
    ...{ kind, textId, groupId, outcome, reason, note, was, former, replacesId, batchId: batchId ?? null },
    ...{ ruledById: viewer.id!, ruledAt: now, liftedAt: null },
  };
  const { identifiers } = await db.insert(Rulings, row);
  const ruling: Ruling = { ...row, ...(identifiers[0] as Pick<Ruling, "id">) };
  if (replacesId) await db.update(Rulings, replacesId, { liftedAt: now });
  if (!waits) {
    await db.update(Reports, { kind, textId, settledById: IsNull() }, { settledById: ruling.id });
    await forgetHold(db, ruling);
    await markSeen(db, ruling, true);
  }
  await record("ruling.given", ruling, { kind, textId, outcome, reason });
  await logAct(tx, "ruling.given", { rulingId: ruling.id, kind, textId, groupId, outcome, reason, byId: viewer.id });
  return ruling;
}

/** Words of the parts that a ruling changes. */
function wordsAfter({ kind, parts }: HeldText, outcome: RulingOutcome, masks: RuleTextInput["masks"]): PartWords {
  if (outcome === "HIDDEN" && moderatedNamed(kind).masksWhole)
    return Object.fromEntries(parts.map(({ name }) => [name, masked]));
  if (outcome !== "MASKED") return {};
  if (!masks?.length) throw new Refusal("REQUIRED", "masks");
  if (masks.length > 50) throw new Refusal("TOO_LONG", "masks", "50");
  const changed: PartWords = {};
  for (const { name, text } of parts) {
    const places = masks.filter(({ part }) => part === name);
    if (places.some(({ start, end }) => start < 0 || end <= start || end > text.length))
      throw new Refusal("NOT_IN_TEXT", "masks");
    if (places.length > 0) changed[name] = mask(text, places);
  }
  if (masks.some(({ part }) => !(part in changed))) throw new Refusal("NOT_IN_TEXT", "masks");
  return changed;
}

/**
 * Undoes a ruling: the text is as it was, with its words. There is no minute to do it in: a hidden text that was hidden by
 * mistake is one whatever the hour, and its author should not have to appeal. Once they did, another person decides.
 */
export async function undoRuling(tx: Transaction, { id, batch }: UndoRulingInput): Ruled {
  const { db } = tx;
  authorize(moderationPolicy.hold(tx.viewer));
  const found = isId(id) ? await db.findOneBy(Rulings, { id }) : null;
  if (!found) throw notFound();
  await takeLog(db);
  const text = await heldFor(tx, found);
  const before = await db.findOneByOrFail(Rulings, { id });
  const told = async () => (await withTexts({ db }, [{ ...before, former: {} }]))[0]!;
  // A second press finds it undone, where nobody ruled since and the text still stands as it was.
  if (before.liftedAt && text.status === before.was && !(await inForce(db, before))) return told();
  // Against an appeal somebody else decides.
  if (before.liftedAt || (await db.existsBy(Appeals, { rulingId: id })))
    throw new Refusal("NOT_NOW", "id").with({ text });
  await liftRuling(tx, before);
  if (batch && before.batchId) {
    const batched = await db.find(Rulings, { where: { batchId: before.batchId, liftedAt: IsNull() }, take: most });
    const others = batched.toSorted((a, b) => a.textId.localeCompare(b.textId));
    await heldTogether(tx, others, await moderatedGroups(tx));
    for (const other of others) await liftRuling(tx, other);
  }
  return told();
}

/** Takes the effect of a ruling back; what stood before it stands again. */
async function liftRuling(tx: Transaction, ruling: Ruling) {
  const { db, now, viewer, record } = tx;
  const { id, kind, textId, former, was, replacesId } = ruling;
  const visibility = { status: was, statusReason: null, statusOn: null };
  await moderatedNamed(kind).rule(tx, textId, visibility, former);
  await db.update(Rulings, id, { liftedAt: now, former: {} });
  if (replacesId) await db.update(Rulings, replacesId, { liftedAt: null });
  await db.update(Reports, { settledById: id }, { settledById: null });
  await markSeen(db, ruling, false);
  await record("ruling.undone", ruling, { kind, textId });
  await logAct(tx, "ruling.undone", { rulingId: id, kind, textId, byId: viewer.id });
}

/** The text, locked among moderators: another ruling at the same time waits, then finds it ruled. */
async function heldFor(tx: Transaction, name: TextName, groups?: string[]): Promise<HeldText> {
  authorize(moderationPolicy.hold(tx.viewer));
  if (!isId(name.textId)) throw notFound();
  return (await heldTogether(tx, [name], groups ?? (await moderatedGroups(tx))))[0]!;
}

/** The same of several texts, for whoever moderates some groups: locked in their order, and read at once. */
async function heldTogether(tx: Transaction, names: TextName[], groups: string[]): Promise<HeldText[]> {
  for (const name of names) await lockText(tx.db, name);
  const rows = new Map((await moderatedRows(tx, names)).map((row) => [`${row.kind} ${row.textId}`, row]));
  return names.map(({ kind, textId }) => {
    const row = rows.get(`${kind} ${textId}`);
    if (!row) throw notFound();
    authorize(mayRuleIn(groups, row));
    return heldTextOf(row);
  });
}

/** Locks a text, and the rows that are locked before it in other acts. */
export async function lockText(db: EntityManager, { kind, textId }: TextName) {
  for (const lock of moderatedNamed(kind).lock) await db.query(lock, [textId]);
}

/** The ruling in force on a text. */
const inForce = (db: EntityManager, { kind, textId }: TextName) =>
  db.findOne(Rulings, { where: { kind, textId, liftedAt: IsNull() }, order: { id: "DESC" } });
