import { limits } from "@cahier/schema/limits";
import type { AddSectorInput, RemoveSectorInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenLine, neededLine } from "../../../platform/text/text.ts";
import { addTerm } from "./list.commands.ts";
import { itemsOf, mostItems, sameWords, takeLists } from "./list.queries.ts";
import { Terms } from "./theme.entity.ts";
import { themePolicy } from "./theme.policy.ts";
import { addedBy } from "./theme.queries.ts";

/** Adds a sector after the others, for all groups. */
export async function addSector({ db, viewer, record }: Transaction, input: AddSectorInput) {
  authorize(themePolicy.extend(viewer));
  const label = neededLine(input.label, "label", limits["list.label"]);
  const labelEn = givenLine(input.labelEn, "labelEn", limits["list.label"]) ?? label;
  await takeLists(db);
  const items = await itemsOf(db, "SECTOR");
  const there = items.find((one) => sameWords(one.label, label));
  // Added already, as by a first try whose answer was lost.
  const again = there && !there.retired && (await addedBy(db, viewer.id!)).includes(there.id);
  if (there && !again) throw new Refusal("ALREADY_THERE", "label");
  if (!there && items.length >= mostItems) throw new Refusal("TOO_MANY_CHOICES", "label", String(mostItems));
  const key = there?.id ?? (await addTerm(db, "SECTOR", label, labelEn));
  if (!there) await record("sector.added", null, { key, label });
  return { sector: await db.findOneByOrFail(Terms, { kind: "SECTOR", key }) };
}

/** Takes back a sector that one added, while nothing names it. */
export async function removeSector({ db, viewer, record }: Transaction, { key }: RemoveSectorInput) {
  authorize(themePolicy.extend(viewer));
  await takeLists(db);
  const item = (await itemsOf(db, "SECTOR")).find(({ id }) => id === key);
  // Taken back already.
  if (!item) return {};
  authorize((await addedBy(db, viewer.id!)).includes(key));
  if (item.used) throw new Refusal("STILL_USED", "key");
  await db.delete(Terms, { kind: "SECTOR", key });
  await record("sector.removed", null, { key, label: item.label });
  return {};
}
