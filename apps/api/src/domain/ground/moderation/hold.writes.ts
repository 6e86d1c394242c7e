import { type EntityManager, MoreThan } from "typeorm";
import type { HeldBecause, ModeratedKind, ReviewMode } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { countOf } from "../../../platform/retention.ts";
import { moderatedNamed } from "../../../platform/moderated.ts";
import { counted } from "../../../platform/server/attempts.ts";
import { signed } from "../../../platform/secret.ts";
import { marksOf, mostOf, mostOfNewcomer, sitesOf } from "./flood.ts";
import { type Hold, Holds, KnownDevices, type GroupReview, ReviewChoices } from "./hold.entity.ts";
import { type HeldText, heldTextOf } from "./heldText.ts";
import { chosenFor } from "./review.ts";
import { moderatedRows } from "./moderated.queries.ts";
import { Persons } from "../person/person.entity.ts";
import { keepRecent } from "../recentText/recentText.writes.ts";
import type { Ruling } from "./ruling.entity.ts";

/** What is read before it appears, on a day, of what is written to a page: as chosen for it, or for its whole group. */
export async function reviewOf(
  db: EntityManager,
  { groupId, path }: Pick<HeldText, "groupId" | "path">,
  today: string,
): Promise<ReviewMode> {
  const own = path && (await chosenFor(db, groupId, path, today));
  if (own) return own;
  const choice: GroupReview | null = await db.findOneBy(ReviewChoices, { groupId });
  return choice && (!choice.until || choice.until >= today) ? choice.mode : "CONTACT";
}

/**
 * Holds back a text that was just kept, where its group reads it first, where it comes in a flood or where a machine may
 * have written it; lets it appear where its group reads nothing first. True if it waits. A flood is counted for an hour,
 * by digests that are kept no longer.
 */
export async function holdBack(act: Act, kind: ModeratedKind, textId: string): Promise<boolean> {
  const { db, now, filled, deviceAt, addressAt } = act;
  const [row] = await moderatedRows(db, [{ kind, textId }]);
  if (!row || (row.status !== "VISIBLE" && row.status !== "HELD")) return false;
  const text = heldTextOf(row);
  const { groupId, parts } = text;
  await keepRecent(act, text, groupId);
  const words = parts.map((part) => part.text).join("\n");
  const deviceDigest = deviceAt(`moderation ${groupId}`);
  const because: HeldBecause[] = [];
  const mode = await reviewOf(db, text, dayOf(now));
  if (mode === "ALL") because.push("REVIEWED");
  if (mode === "FIRST" && !(await db.existsBy(KnownDevices, { digest: deviceDigest }))) because.push("FIRST");
  const places = { device: deviceDigest, address: addressAt(`moderation ${groupId}`) };
  const newcomer = kind !== "CONTRIBUTION" && (await isNewcomer(act, deviceDigest));
  if (filled) because.push("FILLED");
  const floodDigest = await floodOf(db, text, words, newcomer ? { ...places, newcomer: newcomerOf(act) } : places);
  if (floodDigest) because.push("FLOOD");
  const status = because.length > 0 ? "HELD" : mode === "NEVER" ? "VISIBLE" : row.status;
  if (status !== text.status)
    await moderatedNamed(kind).rule(act, textId, { status, statusReason: null, statusOn: null }, {});
  if (because.length > 0)
    await db.upsert(Holds, { kind, textId, because, deviceDigest, floodDigest }, ["kind", "textId"]);
  return status === "HELD";
}

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

/** What the texts of a newcomer are counted by, wherever they write. */
const newcomerOf = ({ viewer, deviceAt }: Act) => viewer.id ?? deviceAt("newcomer");

/** Where a text comes from, by digests. */
interface Places {
  device: string;
  address: string | null;
  /** Of whoever came less than a day ago alone. */
  newcomer?: string;
}

/** Digest of what a text has in common with too many others of this hour; null where it comes in no flood. */
async function floodOf(
  db: EntityManager,
  { kind, groupId, quoted }: Pick<HeldText, "kind" | "groupId" | "quoted">,
  words: string,
  { device, address, newcomer }: Places,
) {
  const most = mostOf(kind);
  const here = `${groupId} ${kind}`;
  const tests: { name: string; limit: number; key?: string }[] = [
    ...marksOf(words, quoted).map((mark) => ({ name: `alike ${mark}`, limit: most.alike })),
    ...sitesOf(words).map((site) => ({ name: `site ${site}`, limit: most.site })),
    newcomer
      ? { name: `device ${device}`, limit: mostOfNewcomer, key: `newcomer ${newcomer}` }
      : { name: `device ${device}`, limit: most.device },
    ...(address ? [{ name: `address ${address}`, limit: most.address }] : []),
  ];
  let flood: string | null = null;
  // In one order, so that two that write at once do not wait for each other.
  for (const { name, limit, key } of tests.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { count } = await counted(db, "flood", 3600, key ?? `${here} ${name}`);
    if (count > limit) flood ??= signed("flood", `${here} ${name}`).toString("base64url");
  }
  return flood;
}

/** Forgets why a text waited, once it was ruled on; the device of one that appears is known from then on. */
export async function forgetHold(db: EntityManager, { kind, textId, outcome, ruledAt }: Ruling) {
  const hold = await db.findOneBy(Holds, { kind, textId });
  if (!hold) return;
  await db.delete(Holds, { kind, textId });
  if (outcome === "HIDDEN") return;
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
