import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { groupOf, inReadableGroup, readableBy } from "../../ground/group/group.queries.ts";
import { type LanguageKit, LanguageKits, type LanguageKitVersion, LanguageKitVersions } from "./languageKit.entity.ts";
import { tally } from "../../ground/tally/tally.sql.ts";
import { onShortSupplyChains } from "../../ground/theme/theme.sql.ts";

/** The kits of groups that one may read. */
export function kits(context: Context): Promise<LanguageKit[]> {
  const values = readableBy(context);
  const tail = `where ${inReadableGroup("it.id")} order by it.id limit 1000`;
  return context.reference(`language kit: all ${JSON.stringify(values)}`, () =>
    rowsOf(context.db, LanguageKits, "language kit: all", tail, values),
  );
}

/** The kit of a group, blank while nobody wrote it; null for an unknown group. */
export async function kitOf(context: Context, slug?: string | null): Promise<LanguageKit | null> {
  const group = await groupOf(context, slug);
  return group && ((await kits(context)).find(({ id }) => id === group.id) ?? blankKit(group.id));
}

/** A kit that nobody wrote yet. */
export const blankKit = (id: string): LanguageKit => ({
  id,
  words: { oneSentence: "", thirtySeconds: "", arguments: [], sayRather: [], commitments: [], objections: [] },
  version: 0,
  fictional: false,
});

/** Versions of a kit, newest first. */
export const versionsOfKit = (context: Context, kitId: string): Promise<LanguageKitVersion[]> =>
  linked(
    context,
    "language kit: versions",
    LanguageKitVersions,
    "it.kit_id as key from language_kit_version it where it.kit_id = any($1::uuid[]) order by it.number desc",
    kitId,
  );

/** Counts of a group's public contributions: about more than food, with a sector, without one. Null where it is not told. */
export async function beyondFoodOf({ db, batch }: Context, groupId: string) {
  interface Row {
    key: string;
    beyond: number;
    of: number;
    unsaid: number;
  }
  const loader = batch("language kit: beyond food", async (ids) =>
    keyed(await prepared<Row>(db, "language kit: beyond food", beyondFoodText, [ids]), ({ key }) => key),
  );
  return (await loader(groupId)) ?? null;
}

const beyondFoodText = `select g.id as key, ${tally("texts.beyondFood", "g.theme_id")} as beyond, n.of,
    ${tally("texts", "g.theme_id")} - n.of as unsaid
  from working_group g cross join lateral (select ${tally("texts.sector", "g.theme_id")} as of) n
  where g.id = any($1::uuid[]) and ${onShortSupplyChains("g.theme_id")}`;
