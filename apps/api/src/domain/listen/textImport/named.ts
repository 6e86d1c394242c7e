import type { World } from "./placing.ts";

const kinds = ["DEPARTMENT", "REGION", "REGION_2012"] as const;

/** The slug of the territory that a person names: by its slug, its name or its code; departments first. */
export function territoryNamed(
  { places, territory }: Pick<World, "places" | "territory">,
  said: string,
): string | null {
  if (places.has(said)) return said;
  for (const kind of kinds) {
    const found = territory(kind, said);
    if (found) return [...places].find(([, place]) => place.id === found.id)![0];
  }
  return null;
}
