import { limits } from "@cahier/schema/limits";
import type {
  CloseRegionalGroupInput,
  JoinRegionalGroupInput,
  LeaveRegionalGroupInput,
  OpenRegionalGroupInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { Territories } from "../territory/territory.entity.ts";
import { RegionalGroups, RegionalMembers } from "./regionalGroup.entity.ts";
import { regionalGroupPolicy } from "./regionalGroup.policy.ts";

/** Opens the group of a territory, opens it again, or names it anew: one group a territory. */
export async function openRegionalGroup({ db, viewer, record }: Transaction, input: OpenRegionalGroupInput) {
  authorize(regionalGroupPolicy.open(viewer));
  const slug = input.territory.replaceAll("\0", "");
  const territory = slug
    ? await db.findOne(Territories, { where: { slug }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!territory) throw new Refusal(slug ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", "territory");
  const name = neededLine(input.name, "name", limits["regionalGroup.name"]);
  const before = await db.findOneBy(RegionalGroups, { territoryId: territory.id });
  if (before && before.name === name && !before.closed) return { regionalGroup: before };
  if (before) await db.update(RegionalGroups, before.id, { name, closed: false });
  else await db.insert(RegionalGroups, { slug: territory.slug, territoryId: territory.id, name, closed: false });
  const regionalGroup = await db.findOneByOrFail(RegionalGroups, { territoryId: territory.id });
  await record(before && !before.closed ? "regionalGroup.renamed" : "regionalGroup.opened", regionalGroup, { name });
  return { regionalGroup };
}

/** Closes a group: nobody joins it any more. */
export async function closeRegionalGroup(tx: Transaction, { id }: CloseRegionalGroupInput) {
  const { db, viewer, record } = tx;
  authorize(regionalGroupPolicy.open(viewer));
  const before = await groupOf(tx, id);
  if (before.closed) return { regionalGroup: before };
  await db.update(RegionalGroups, before.id, { closed: true });
  await record("regionalGroup.closed", before);
  return { regionalGroup: { ...before, closed: true } };
}

/** Joins a group, once. */
export async function joinRegionalGroup(tx: Transaction, { id }: JoinRegionalGroupInput) {
  const { db, viewer, record, now } = tx;
  authorize(regionalGroupPolicy.join(viewer));
  const regionalGroup = await groupOf(tx, id);
  if (regionalGroup.closed) throw new Refusal("NOT_NOW", "id");
  const joins = { regionalGroupId: regionalGroup.id, personId: viewer.id!, joinedOn: dayOf(now) };
  if (await insertOnce(db, RegionalMembers, joins)) await record("regionalGroup.joined", regionalGroup);
  return { regionalGroup };
}

/** Leaves a group: nothing of it is kept. */
export async function leaveRegionalGroup(tx: Transaction, { id }: LeaveRegionalGroupInput) {
  const { db, viewer, record } = tx;
  authorize(regionalGroupPolicy.join(viewer));
  const regionalGroup = await groupOf(tx, id);
  const { affected } = await db.delete(RegionalMembers, { regionalGroupId: regionalGroup.id, personId: viewer.id! });
  if (affected) await record("regionalGroup.left", regionalGroup);
  return { regionalGroup };
}

async function groupOf({ db }: Transaction, id: string) {
  const found = isId(id) ? await db.findOneBy(RegionalGroups, { id }) : null;
  if (!found) throw notFound();
  return found;
}
