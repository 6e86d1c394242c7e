import type { Complete, Forgotten } from "@cahier/schema/fields";
import { limits } from "@cahier/schema/limits";
import { exchangeFields } from "@cahier/schema/propose/exchange.fields";
import type { EntityManager } from "typeorm";
import type { CloseExchangeInput, HideExchangeInput, PostExchangeInput } from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { readFields } from "../../../platform/fields.ts";
import { authorize, notFound, noted, type ProblemFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { hideText } from "../../ground/moderation/ruling.writes.ts";
import { Initiatives } from "../initiative/initiative.entity.ts";
import { validatedInitiative } from "../initiative/initiative.sql.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { Terms } from "../../ground/theme/theme.entity.ts";
import { type Exchange, Exchanges } from "./exchange.entity.ts";
import { exchangePolicy } from "./exchange.policy.ts";
import { mayHide } from "./exchange.queries.ts";

/** Most exchanges one person may have listed at once. */
const most = 20;

/** Compiles only if every field of the input is stored: none is silently dropped. */
export type NothingForgotten = Complete<
  Forgotten<PostExchangeInput, typeof exchangeFields, "id" | "version" | "territory" | "group" | "initiative" | "name">
>;

/** Posts an exchange, or changes it: it may carry no contact details, and waits where its group reads it first. */
export async function postExchange(tx: Act, input: PostExchangeInput) {
  const { db, viewer, record, now } = tx;
  authorize(exchangePolicy.post(viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const before = await db.findOne(Exchanges, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (before) authorize(exchangePolicy.edit(viewer, before));
  const said = await sheetOf(tx, input, before);
  await giveName(tx, viewer, input.name);

  if (!before) {
    if (input.version > 0) throw new Refusal("GONE", "id");
    const open = await db.query<unknown[]>(
      "select from exchange where author_id = $1 and closed_on is null and expires_on >= $2",
      [viewer.id, dayOf(now)],
    );
    if (open.length >= most) throw new Refusal("TOO_MANY_CHOICES", null, String(most));
    if (await insertOnce(db, Exchanges, { id, ...said, authorId: viewer.id, postedOn: dayOf(now) })) {
      await record("exchange.posted", id, { direction: said.direction, kind: said.kind });
      await holdBack(tx, "EXCHANGE", id);
    }
    return { exchange: await db.findOneByOrFail(Exchanges, { id }) };
  }
  const changed = Object.entries(said).some(([field, value]) => before[field as keyof Exchange] !== value);
  // A retry finds it posted.
  if (!changed) return { exchange: before };
  refuseStale(before, input.version);
  const exchange: Exchange = { ...before, ...said, version: before.version + 1 };
  await db.update(Exchanges, id, { ...said, version: exchange.version });
  await record("exchange.changed", exchange);
  const waits = await holdBack(tx, "EXCHANGE", id);
  return { exchange: { ...exchange, status: waits ? ("HELD" as const) : exchange.status } };
}

/** Closes what one posted, or opens it again. */
export async function closeExchange(tx: Transaction, { id, close }: CloseExchangeInput) {
  const { db, viewer, record, now } = tx;
  authorize(exchangePolicy.post(viewer));
  const before = await heldExchange(tx, id);
  authorize(exchangePolicy.edit(viewer, before));
  if ((before.closedOn !== null) === close) return { exchange: before };
  const closedOn = close ? dayOf(now) : null;
  await db.update(Exchanges, before.id, { closedOn, version: before.version + 1 });
  await record(close ? "exchange.closed" : "exchange.reopened", before);
  return { exchange: { ...before, closedOn, version: before.version + 1 } };
}

/**
 * Hides what somebody posted, by a ruling that its author may appeal against. Without a reason, shows again what was hidden
 * before such an act was a ruling.
 */
export async function hideExchange(tx: Transaction, { id, reason, note }: HideExchangeInput) {
  const { db, viewer, record } = tx;
  if (reason) {
    await hideText(tx, { kind: "EXCHANGE", textId: id }, { reason, note });
    return { exchange: await db.findOneByOrFail(Exchanges, { id }) };
  }
  authorize(exchangePolicy.post(viewer));
  const before = await heldExchange(tx, id);
  authorize(exchangePolicy.hide(viewer, before));
  if (!(await mayHide(db, before))) throw new Refusal("NOT_NOW", "reason");
  if (before.status === "VISIBLE") throw new Refusal("REQUIRED", "reason");
  const shown = { status: "VISIBLE", statusReason: null, statusOn: null } as const;
  await db.update(Exchanges, before.id, shown);
  await record("exchange.shown", before, { reason: null });
  return { exchange: { ...before, ...shown } };
}

/** Reads an exchange, locked; one that waits for a moderator is there for its author and for them alone. */
export async function heldExchange({ db, viewer }: Transaction, id: string): Promise<Exchange> {
  const exchange = isId(id)
    ? await db.findOne(Exchanges, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!exchange || (exchange.status === "HELD" && !exchangePolicy.read(viewer, exchange))) throw notFound();
  return exchange;
}

/** The group of this slug, once it is open; the first that is open by default. */
async function groupNamed(db: EntityManager, slug: string | null | undefined): Promise<string> {
  const where = slug ? { slug: slug.replaceAll("\0", ""), preparing: false } : {};
  const [group] = await db.find(WorkingGroups, { where, order: { preparing: "ASC", id: "ASC" }, take: 1 });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  return group.id;
}

/** Reads the sheet, new or over the one `before`; all that is wrong with it is refused at once, each at its field. */
async function sheetOf({ db, now }: Transaction, input: PostExchangeInput, before: Exchange | null) {
  const problems: ProblemFound[] = [];
  const sectors = await db.findBy(Terms, { kind: "SECTOR" });
  const sheet = readFields(exchangeFields, input, before, problems, { SECTOR: new Set(sectors.map(({ key }) => key)) });
  for (const name of ["title", "text", "organisation"] as const)
    noted(problems, () => withoutContact(name, sheet[name]));
  const days = [dayOf(now), dayOf(now, limits["exchange.days"])] as const;
  if (sheet.expiresOn < days[0] || sheet.expiresOn > days[1])
    problems.push({ code: "OUT_OF_RANGE", field: "expiresOn", value: days.join(" – ") });
  const groupId = before && !input.group ? before.groupId : await groupNamed(db, input.group);
  const territory = await db.findOneBy(Territories, { slug: input.territory.replaceAll("\0", "") });
  if (!territory)
    problems.push({ code: input.territory ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", field: "territory" });
  const slug = input.initiative?.replaceAll("\0", "");
  const initiative = slug ? await shownInitiative(db, { slug }) : null;
  if (slug && !initiative) problems.push({ code: "UNKNOWN_CHOICE", field: "initiative" });
  if (problems.length > 0 || !territory) throw new Refusal(problems);
  // One that is shown no more is in no form: what is saved without a word of it keeps it.
  const kept = before?.initiativeId && !slug && !(await shownInitiative(db, { id: before.initiativeId }));
  const initiativeId = kept || (input.initiative === undefined && before) ? before.initiativeId : initiative?.id;
  return {
    groupId,
    ...sheet,
    territoryId: territory.id,
    regionId: territory.regionId,
    initiativeId: initiativeId ?? null,
  };
}

/** An initiative that a notice may name, as anybody may read it. */
const shownInitiative = (db: EntityManager, which: { slug: string } | { id: string }) =>
  db.createQueryBuilder(Initiatives, "it").where(which).andWhere(validatedInitiative("it")).getOne();

/** Refuses an address or a number in a text: these go by mail, once both agreed. */
function withoutContact<Text extends string | null>(field: string, text: Text): Text {
  if (carriesContact(text)) throw new Refusal("CARRIES_CONTACT", field);
  return text;
}
