import { randomUUID } from "node:crypto";
import { IsNull } from "typeorm";
import type { RuleTextInput, RuleTextsInput, UndoRulingInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { moderatedNamed } from "../../../platform/moderated.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Appeals } from "./appeal.entity.ts";
import { type HeldText, mask, nameOn } from "./heldText.ts";
import { floodsOf, inFloods } from "./hold.writes.ts";
import { logAct, takeLog } from "./log.writes.ts";
import { moderatedGroups } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { busyWith, markSeen } from "../recentText/recentText.writes.ts";
import { Reports } from "./report.entity.ts";
import { type Ruling, Rulings, takesAway } from "./ruling.entity.ts";
import { type DeskRuling, withTexts } from "./ruling.queries.ts";
import { giveRuling, heldFor, heldTogether, inForce, reasoned } from "./ruling.writes.ts";

type Ruled = Promise<DeskRuling>;

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
