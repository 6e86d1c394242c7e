import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { RuleTextInput, UndoRulingInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { moderatedNamed, type PartWords } from "../../../platform/moderated.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { type HeldText, heldTextOf, mask, masked } from "./heldText.ts";
import { moderatedGroups, moderatedRows } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { type Ruling, Rulings } from "./ruling.entity.ts";
import { type DeskRuling, withTexts } from "./ruling.queries.ts";

type Ruled = Promise<DeskRuling>;
type TextName = Pick<Ruling, "kind" | "textId">;

/** Rules on a text that waits, as it was read: one of two moderators at once is told what the other did. */
export async function ruleText(tx: Transaction, input: RuleTextInput): Ruled {
  const { db, now, viewer, record } = tx;
  const { kind, outcome } = input;
  const textId = input.textId.toLowerCase();
  const text = await heldFor(tx, { kind, textId });
  if (text.status !== "HELD") throw new Refusal("NOT_NOW", "textId").with({ text, ...(await inForce(db, text)) });
  if (text.version !== input.version) throw new Refusal("STALE", "version", text.version).with({ text });
  const reason = outcome === "SHOWN" ? null : (input.reason ?? null);
  if (outcome !== "SHOWN" && !reason) throw new Refusal("REQUIRED", "reason");
  const note = givenText(input.note, "note", limits["ruling.note"]);
  const words = wordsAfter(text, input);
  const former = Object.fromEntries(
    text.parts.filter(({ name }) => name in words).map(({ name, text: it }) => [name, it]),
  );
  const hides = outcome === "HIDDEN" && !moderatedNamed(kind).masksWhole;
  const told = hides ? { statusReason: note, statusOn: dayOf(now) } : { statusReason: null, statusOn: null };

  await moderatedNamed(kind).rule(tx, textId, { status: hides ? "HIDDEN" : "VISIBLE", ...told }, words);
  const given = {
    kind,
    textId,
    groupId: text.groupId,
    outcome,
    reason,
    note,
    former,
    ruledById: viewer.id!,
    ruledAt: now,
  };
  const { identifiers } = await db.insert(Rulings, given);
  const ruling = await db.findOneByOrFail(Rulings, identifiers[0] as never);
  await record("ruling.given", ruling, { kind, textId, outcome, reason });
  return (await withTexts(db, [ruling]))[0]!;
}

/** Words of the parts that a ruling changes. */
function wordsAfter({ kind, parts }: HeldText, { outcome, masks }: RuleTextInput): PartWords {
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

/** Undoes a ruling: the text waits again, with the words it had. Undoing what is undone finds it done. */
export async function undoRuling(tx: Transaction, { id }: UndoRulingInput): Ruled {
  const { db, now, record } = tx;
  authorize(moderationPolicy.hold(tx.viewer));
  const found = isId(id) ? await db.findOneBy(Rulings, { id }) : null;
  if (!found) throw notFound();
  const text = await heldFor(tx, found);
  const before = await db.findOneByOrFail(Rulings, { id });
  if (before.liftedAt) throw new Refusal("NOT_NOW", "id").with({ text });
  const { kind, textId, former } = before;
  await moderatedNamed(kind).rule(tx, textId, { status: "HELD", statusReason: null, statusOn: null }, former);
  await db.update(Rulings, id, { liftedAt: now, former: {} });
  await record("ruling.undone", before, { kind, textId });
  return (await withTexts(db, [{ ...before, former: {} }]))[0]!;
}

/** The text, locked among moderators: another ruling at the same time waits, then finds it ruled. */
async function heldFor(tx: Transaction, name: TextName): Promise<HeldText> {
  authorize(moderationPolicy.hold(tx.viewer));
  if (!isId(name.textId)) throw notFound();
  for (const lock of moderatedNamed(name.kind).lock) await tx.db.query(lock, [name.textId]);
  const [row] = await moderatedRows(tx.db, [name]);
  if (!row) throw notFound();
  authorize((await moderatedGroups(tx)).includes(row.groupId));
  return heldTextOf(row);
}

/** The ruling of somebody else, in the answer to one that came late. */
async function inForce(db: EntityManager, { kind, textId }: HeldText): Promise<{ ruling?: DeskRuling }> {
  const [last] = await db.find(Rulings, { where: { kind, textId }, order: { id: "DESC" }, take: 1 });
  return last && !last.liftedAt ? { ruling: (await withTexts(db, [last]))[0]! } : {};
}
