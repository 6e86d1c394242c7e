import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type { EntityManager } from "typeorm";
import type { Appearance, TerritoryKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { Territories, type Territory } from "./territory.entity.ts";

const french = new Intl.Collator("fr");
const byName = (rows: Territory[]) => rows.toSorted((a, b) => french.compare(a.name, b.name));

/** All the territories, by name: few, and asked by several kinds at once. */
export const allTerritories = ({ db, reference }: Context): Promise<Territory[]> =>
  reference("territory: all", async () => byName(await rowsOf(db, Territories, "territory: all", "")));

/** Territories of a kind, by name. */
export const territories = async (context: Context, kind: TerritoryKind) =>
  (await allTerritories(context)).filter((territory) => territory.kind === kind);

/**
 * Reads the id of a territory that was chosen by its slug, among the parts of an input; null where none was. Without a
 * name the region is taken, and nothing nearer.
 */
export async function territoryNamed(
  db: EntityManager,
  chosen: string | null | undefined,
  appearance: Appearance = "NAMED",
) {
  const slug = chosen?.replaceAll("\0", "");
  const territory = slug ? await db.findOneBy(Territories, { slug }) : null;
  return () => {
    if (slug && !territory) throw new Refusal("UNKNOWN_TERRITORY", "territory");
    return territory && appearsAs({ appearance }, { territory: territory.id, region: territory.regionId }).place;
  };
}

/** One territory. */
export const territoryOf = async (context: Context, slug: string) =>
  (await allTerritories(context)).find((territory) => territory.slug === slug) ?? null;

/** Departments of a region, of today or of 2012. */
export const departmentsOf = async (context: Context, territoryId: string) =>
  (await territories(context, "DEPARTMENT")).filter(({ regionId, region2012Id }) =>
    [regionId, region2012Id].includes(territoryId),
  );
