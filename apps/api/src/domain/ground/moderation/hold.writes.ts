import { type EntityManager, In, MoreThan } from "typeorm";
import type { HeldBecause, ModeratedKind, ReviewMode, TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";
import { moderatedKinds, moderatedNamed } from "../../../platform/moderated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { signed } from "../../../platform/secret.ts";
import { marksOf, mostOf, mostOfNewcomer, sitesOf } from "./flood.ts";
import { type Hold, Holds, KnownDevices } from "./hold.entity.ts";
import { type WrittenRow, writtenRows } from "./review.ts";
import { Persons } from "../person/person.entity.ts";
import { keepRecent } from "../recentText/recentText.writes.ts";
import type { Ruling } from "./ruling.entity.ts";

/**
 * Holds back a text that was just kept, where its group reads it first, where it comes in a flood or where a machine may
 * have written it; lets it appear where its group reads nothing first. True if it waits. A flood is counted for an hour,
 * by digests that are kept no longer.
 */
export const holdBack = async (act: Act, kind: ModeratedKind, textId: string): Promise<boolean> =>
  (await holdAllBack(act, kind, [textId])).get(textId) === "HELD";

/** The same for texts that were kept together, as one after the other: answers with what became of each that may appear. */
export async function holdAllBack(act: Act, kind: ModeratedKind, textIds: string[]): Promise<Map<string, TextStatus>> {
  if (textIds.length === 0) return new Map();
  const rows = keyed(await writtenRows(act.db, kind, textIds, dayOf(act.now)), ({ textId }) => textId);
  const texts = textIds.flatMap((textId) => rows.get(textId) ?? []).filter(mayAppear);
  if (texts.length === 0) return new Map();
  // Counts come last: those who write together wait for each other there alone.
  const [, became] = await Promise.all([keepRecent(act, texts), holdWritten(act, kind, texts)]);
  return became;
}

/** The same for texts of one kind as they were written: who wrote them lately is kept already. */
export async function holdWritten(act: Act, kind: ModeratedKind, rows: WrittenRow[]): Promise<Map<string, TextStatus>> {
  const { db, filled, deviceAt, addressAt } = act;
  const texts = rows.filter(mayAppear);
  if (texts.length === 0) return new Map();
  const sent: Sent[] = [];
  for (const text of texts) {
    const device = deviceAt(`moderation ${text.groupId}`);
    const newcomer = kind !== "CONTRIBUTION" && (await isNewcomer(act, device)) ? newcomerOf(act) : undefined;
    const places = { device, address: addressAt(`moderation ${text.groupId}`), newcomer };
    sent.push({ text, words: text.parts.flatMap((part) => part.text || []).join("\n"), places });
  }
  const floods = await floodsAmong(act, sent);
  const firsts = sent.flatMap(({ text: { mode }, places: { device } }) => (mode === "FIRST" ? [device] : []));
  const known = firsts.length > 0 ? await knownAmong(db, firsts) : new Set();
  const became = new Map<string, TextStatus>();
  const holds: Pick<Hold, "kind" | "textId" | "because" | "deviceDigest" | "floodDigest">[] = [];
  const toHold: string[] = [];
  for (const [place, { text, places }] of sent.entries()) {
    const because: HeldBecause[] = [];
    const { mode } = text;
    if (mode === "ALL") because.push("REVIEWED");
    if (mode === "FIRST" && !known.has(places.device)) because.push("FIRST");
    if (filled) because.push("FILLED");
    const floodDigest = floods[place] ?? null;
    if (floodDigest) because.push("FLOOD");
    const ruled = because.length > 0 ? "HELD" : mode === "NEVER" ? "VISIBLE" : null;
    const { textId } = text;
    if (ruled === "HELD" && text.status !== "HELD") toHold.push(textId);
    if (ruled === "VISIBLE" && text.status !== "VISIBLE") await rule(act, kind, textId, ruled);
    if (because.length > 0) holds.push({ kind, textId, because, deviceDigest: places.device, floodDigest });
    became.set(textId, ruled ?? text.status);
  }
  if (toHold.length > 0) await holdTogether(act, kind, toHold);
  if (holds.length > 0) await db.upsert(Holds, holds, ["kind", "textId"]);
  return became;
}

const rule = (act: Act, kind: ModeratedKind, textId: string, status: "VISIBLE" | "HELD") =>
  moderatedNamed(kind).rule(act, textId, { status, statusReason: null, statusOn: null }, {});

async function holdTogether(act: Act, kind: ModeratedKind, textIds: string[]) {
  const { holdAll } = moderatedNamed(kind);
  if (holdAll) await holdAll(act, textIds);
  else for (const textId of textIds) await rule(act, kind, textId, "HELD");
}

/** True where whatever is sent from here waits for a moderator. */
export const waitsAnyway = async ({ db, filled, deviceAt }: Act, groupId: string, mode: ReviewMode) =>
  filled ||
  mode === "ALL" ||
  (mode === "FIRST" && (await knownAmong(db, [deviceAt(`moderation ${groupId}`)])).size === 0);

/** Those of some devices whose words a moderator let appear. */
async function knownAmong(db: EntityManager, devices: string[]): Promise<Set<string>> {
  const known = await db.findBy(KnownDevices, { digest: In(devices) });
  return new Set(known.map(({ digest }) => digest));
}

const mayAppear = ({ status }: { status: TextStatus }) => status === "VISIBLE" || status === "HELD";

/**
 * True if whoever writes came less than a day ago: by their account where they have one, else by their device. Nobody who
 * has a role is, nor whose words a moderator of the group let appear.
 */
async function isNewcomer({ db, viewer, now, deviceIsNew }: Act, deviceDigest: string): Promise<boolean> {
  if (viewer.roles.length > 0) return false;
  const since = new Date(now.getTime() - 24 * 3600_000);
  const cameNow = viewer.id ? await db.existsBy(Persons, { id: viewer.id, createdAt: MoreThan(since) }) : deviceIsNew();
  return cameNow && !(await db.existsBy(KnownDevices, { digest: deviceDigest }));
}

/** Key under which the texts of a newcomer are counted, wherever they write. */
const newcomerOf = ({ viewer, deviceAt }: Act) => viewer.id ?? deviceAt("newcomer");

/** Origin of a text, as digests. */
interface Places {
  device: string;
  address: string | null;
  /** Of whoever came less than a day ago alone. */
  newcomer?: string;
}

/** A text that was sent, with its words and where it comes from. */
interface Sent {
  text: WrittenRow;
  words: string;
  places: Places;
}

/** Counts that a text adds to: each with its name, its limit an hour, and its key if it is not the name. */
function testsOf({ text: { kind, quoted }, words, places: { device, address, newcomer } }: Sent) {
  const most = mostOf(kind);
  const tests: { name: string; limit: number; key?: string }[] = [
    ...marksOf(words, quoted).map((mark) => ({ name: `alike ${mark}`, limit: most.alike })),
    ...sitesOf(words).map((site) => ({ name: `site ${site}`, limit: most.site })),
    newcomer
      ? { name: `device ${device}`, limit: mostOfNewcomer, key: `newcomer ${newcomer}` }
      : { name: `device ${device}`, limit: most.device },
    ...(address ? [{ name: `address ${address}`, limit: most.address }] : []),
  ];
  return tests.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of each text, a digest of what it has in common with too many others of this hour; null where it comes in no flood. */
async function floodsAmong({ countNow }: Act, sent: Sent[]): Promise<(string | null)[]> {
  const all = sent.map((one) => {
    const here = `${one.text.groupId} ${one.text.kind}`;
    return testsOf(one).map(({ name, limit, key }) => ({
      here: `${here} ${name}`,
      limit,
      key: key ?? `${here} ${name}`,
    }));
  });
  const tries = new Map<string, number>();
  for (const { key } of all.flat()) tries.set(key, (tries.get(key) ?? 0) + 1);
  const after = await countNow(Array.from(tries, ([key, times]) => ({ name: "flood", key, times })));
  // One after the other, as they were counted before the next came.
  const counts = new Map(Array.from(tries, ([key, times], at) => [key, after[at]!.count - times]));
  return all.map((tests) => {
    let flood: string | null = null;
    for (const { here, limit, key } of tests) {
      const count = counts.get(key)! + 1;
      counts.set(key, count);
      if (count > limit) flood ??= signed("flood", here).toString("base64url");
    }
    return flood;
  });
}

/** Forgets why a text waited, once it was ruled on; the device of one that appears is known from then on. */
export async function forgetHold(db: EntityManager, { kind, textId, outcome, ruledAt }: Ruling) {
  const [hold] = await prepared<Pick<Hold, "deviceDigest">>(
    db,
    "hold: forgotten",
    `delete from hold where kind = $1 and text_id = $2 returning device_digest as "deviceDigest"`,
    [kind, textId],
  );
  if (!hold || outcome === "HIDDEN") return;
  await db
    .createQueryBuilder()
    .insert()
    .into(KnownDevices)
    .values({ digest: hold.deviceDigest, knownOn: dayOf(ruledAt) })
    .orIgnore()
    .execute();
}

type TextName = Pick<Hold, "kind" | "textId">;

/** Floods that some texts came in. */
export async function floodsOf(db: EntityManager, texts: TextName[]): Promise<string[]> {
  const holds = await db.findBy(
    Holds,
    texts.map(({ kind, textId }) => ({ kind, textId })),
  );
  return [...new Set(holds.flatMap(({ floodDigest }) => floodDigest ?? []))];
}

/** Texts that wait and came in some floods, at most so many. */
export const inFloods = (db: EntityManager, floods: string[], limit: number): Promise<TextName[]> =>
  floods.length === 0 || limit <= 0
    ? Promise.resolve([])
    : db.query(`select kind, text_id as "textId" from hold where flood_digest = any($1) order by text_id limit $2`, [
        floods,
        limit,
      ]);

/** Tables where a text has its flood beside it, each with a select that finds that anew, by `id`. */
export function besideFloods() {
  const tables = Map.groupBy(
    moderatedKinds().flatMap(([kind, { floods }]) => (floods ? [{ kind, table: floods.table }] : [])),
    ({ table }) => table,
  );
  return Array.from(tables, ([table, kinds]) => ({
    table,
    anew: `select t.id, h.flood_digest as held_flood from ${table} t
      left join hold h on h.kind in (${kinds.map(({ kind }) => `'${kind}'`).join(", ")}) and h.text_id = t.id`,
  }));
}

/** Puts it beside each text where another is kept. */
export async function setFloodsRight(db: EntityManager) {
  for (const { table, anew } of besideFloods())
    await db.query(
      `update ${table} t set held_flood = x.held_flood from (${anew}) x
       where x.id = t.id and t.held_flood is distinct from x.held_flood`,
    );
}

/** Forgets what was written with a report, and from which device: that it was made stays. */
export const forgetReporters = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `update report set note = null, reporter_digest = 'gone ' || id
     where reported_on < $1::date - $2::interval and reporter_digest not like 'gone %'`,
    [dayOf(now), after],
  );

/** Forgets the devices that were let through: their next words are first words again. */
export const forgetDevices = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from known_device where known_on < $1::date - $2::interval", [dayOf(now), after]);
