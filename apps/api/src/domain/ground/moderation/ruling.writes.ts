import { limits } from "@cahier/schema/limits";
import { type EntityManager, type EntitySchema, IsNull } from "typeorm";
import type {
  ModeratedKind,
  RuleTextInput,
  RuleTextsInput,
  RulingOutcome,
} from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { freePlace, slugAgain } from "../../../platform/data/freeSlug.ts";
import { isPlace } from "../../../platform/data/placeSlug.ts";
import { dayOf } from "../../../platform/day.ts";
import { moderatedNamed, type PartWords } from "../../../platform/moderated.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { markSeen } from "../recentText/recentText.writes.ts";
import { type HeldText, heldTextOf, mask, masked } from "./heldText.ts";
import { forgetHold } from "./hold.writes.ts";
import { logAct, takeLog } from "./log.writes.ts";
import { mayRuleIn, moderatedGroups, moderatedRows } from "./moderated.queries.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { Reports } from "./report.entity.ts";
import { type Ruling, Rulings, takesAway } from "./ruling.entity.ts";

type TextName = Pick<Ruling, "kind" | "textId">;

/** Lets the rulings on a text lapse: its author changed it, or took it back. Words that were masked are erased. */
export async function liftRulings(db: EntityManager, kinds: ModeratedKind[], textId: string) {
  await db.query("delete from hold where kind = any($1) and text_id = $2", [kinds, textId]);
  await db.query(
    `update ruling set lifted_at = coalesce(lifted_at, now()), former = '{}'
     where kind = any($1) and text_id = $2 and (lifted_at is null or former <> '{}')`,
    [kinds, textId],
  );
}

/** Hides a text that shows, from its own page: a ruling as those of the desk, which is undone there. */
export async function hideText(tx: Transaction, name: TextName, input: Pick<RuleTextInput, "reason" | "note">) {
  const said = { outcome: "HIDDEN", ...reasoned({ outcome: "HIDDEN", ...input }) } as const;
  await takeLog(tx.db);
  const text = await heldFor(tx, { ...name, textId: name.textId.toLowerCase() });
  const last = await inForce(tx.db, text);
  // Sent again, since the answer was lost: it is hidden.
  if (last && saysAlready(last, { ...said, ruledById: tx.viewer.id })) return;
  if (text.status !== "VISIBLE") throw new Refusal("NOT_NOW", "reason");
  await giveRuling(tx, text, { ...said, replacesId: last?.id ?? null });
}

/** Reason and word of a ruling; one that takes nothing away has no reason, and an answer is a word. */
export function reasoned({ outcome, reason, note }: Pick<RuleTextsInput, "outcome" | "reason" | "note">) {
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

/** The text, locked among moderators: another ruling at the same time waits, then finds it ruled. */
export async function heldFor(tx: Transaction, name: TextName, groups?: string[]): Promise<HeldText> {
  authorize(moderationPolicy.hold(tx.viewer));
  if (!isId(name.textId)) throw notFound();
  return (await heldTogether(tx, [name], groups ?? (await moderatedGroups(tx))))[0]!;
}

/** The same of several texts, for whoever moderates some groups: locked in their order, and read at once. */
export async function heldTogether(tx: Transaction, names: TextName[], groups: string[]): Promise<HeldText[]> {
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
export const inForce = (db: EntityManager, { kind, textId }: TextName) =>
  db.findOne(Rulings, { where: { kind, textId, liftedAt: IsNull() }, order: { id: "DESC" } });

/**
 * The name in addresses of a row whose name a moderator just masked, or gave back: it tells no masked word, and is made of
 * words again once they are back. `name` is undefined where the ruling is about other words.
 */
export async function ruledSlug<Row extends { slug: string }>(
  db: EntityManager,
  table: EntitySchema<Row>,
  { id, name, otherwise }: { id: string; name: string | undefined; otherwise: string },
): Promise<{ slug?: string }> {
  if (name === undefined) return {};
  const { slug } = await db.findOneByOrFail(table, { id } as never);
  if (name.includes(masked)) return { slug: await freePlace(db, table, slug) };
  return isPlace(slug) ? { slug: await slugAgain(db, table, slug, { words: name, otherwise }) } : {};
}
