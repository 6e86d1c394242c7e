import { limits } from "@cahier/schema/limits";
import type { AppealRulingInput, DecideAppealInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { type Appeal, Appeals } from "./appeal.entity.ts";
import { isAppealCode, mayDecide } from "./appeal.queries.ts";
import { heldTextOf } from "./heldText.ts";
import { logAct, takeLog } from "./log.writes.ts";
import { moderatedRows } from "./moderated.queries.ts";
import { giveRuling, lockText } from "./ruling.writes.ts";
import { moderationPolicy } from "./moderation.policy.ts";
import { type Ruling, Rulings, takesAway } from "./ruling.entity.ts";

/** Keeps what the author of a text says against its ruling: once, whatever the retries. */
export async function appealRuling({ db, now }: Act, input: AppealRulingInput): Promise<{ ruling: Ruling }> {
  const text = neededText(input.text, "text", limits["appeal.text"]);
  const id = input.id.toLowerCase();
  if (!isId(id) || !isAppealCode(id, input.code)) throw new Refusal("UNKNOWN_RECEIPT", "code");
  await takeLog(db);
  const ruling = await db.findOne(Rulings, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!ruling || ruling.liftedAt || !takesAway(ruling.outcome)) throw new Refusal("GONE", "id");
  const before = await db.findOneBy(Appeals, { rulingId: id });
  if (before && before.text !== text) throw new Refusal("NOT_NOW", "id");
  if (!before) {
    await db.insert(Appeals, { rulingId: id, text, appealedOn: dayOf(now) });
    await recorder(db, visitor, now)("appeal.made", ruling.id);
    await logAct({ db, now }, "appeal.made", { rulingId: id });
  }
  return { ruling: { ...ruling, own: true } };
}

/** Decides an appeal: the text is as its author wrote it, or the ruling stands with a word to them. */
export async function decideAppeal(tx: Transaction, input: DecideAppealInput): Promise<{ appeal: Appeal }> {
  const { db, viewer, now, record } = tx;
  authorize(moderationPolicy.judge(viewer));
  const { outcome } = input;
  const found = isId(input.id) ? await db.findOneBy(Appeals, { id: input.id }) : null;
  if (!found) throw notFound();
  const ruling = await db.findOneByOrFail(Rulings, { id: found.rulingId });
  authorize(await mayDecide(db, viewer, ruling));
  const note = givenText(input.note, "note", limits["ruling.note"]);
  if (outcome === "CONFIRMED" && !note) throw new Refusal("REQUIRED", "note");
  await takeLog(db);
  await lockText(db, ruling);
  const appeal = await db.findOneOrFail(Appeals, { where: { id: found.id }, lock: { mode: "for_no_key_update" } });
  const still = await db.findOneByOrFail(Rulings, { id: ruling.id });
  // A second press finds it decided so.
  if (saysAlready(appeal, { outcome, note, decidedById: viewer.id })) return { appeal };
  if (appeal.outcome || still.liftedAt) throw new Refusal("NOT_NOW", "id").with({ appeal });
  const [row] = await moderatedRows({ db }, [ruling]);
  if (!row) throw notFound();
  if (outcome === "RESTORED")
    await giveRuling(
      tx,
      heldTextOf(row),
      { outcome: "SHOWN", reason: null, note: null, replacesId: ruling.id },
      ruling.former,
    );
  const decided = { outcome, note, decidedById: viewer.id, decidedAt: now };
  await db.update(Appeals, appeal.id, decided);
  await record("appeal.decided", ruling.id, { outcome });
  await logAct(tx, "appeal.decided", { rulingId: ruling.id, outcome, byId: viewer.id });
  return { appeal: { ...appeal, ...decided } };
}
