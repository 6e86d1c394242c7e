import type { Territory } from "./territory.entity.ts";
import type { TerritoryKind } from "../../../graphql/resolvers.generated.ts";
import { fold } from "../../../platform/text/fold.ts";

export type TerritoryKnown = Pick<Territory, "id" | "kind" | "code" | "name" | "regionId">;

/** Name of each kind of territory, in messages. */
export const kindNames: Record<TerritoryKind, string> = {
  DEPARTMENT: "department",
  REGION: "region of today",
  REGION_2012: "region of 2012",
};

/**
 * Finds a territory of a kind by what people write of it: its code, padded with zeros or not, its name, with or without
 * accents, capitals, hyphens and article, or both, as in « 29 - Finistère » and « Finistère (29) ».
 */
export function territoryFinder(territories: TerritoryKnown[]) {
  const known = new Map<string, TerritoryKnown>();
  for (const place of territories) {
    known.set(`${place.kind} ${code(place.code)}`, place);
    known.set(`${place.kind} ${name(place.name)}`, place);
  }
  return (kind: TerritoryKind, said: string): TerritoryKnown | null =>
    known.get(`${kind} ${code(said)}`) ??
    known.get(`${kind} ${name(said)}`) ??
    known.get(`${kind} ${name(said.trim().replace(/^\d[\dab]?\d?\s*[-–—:]|\(\d[\dab]?\d?\)$/i, ""))}`) ??
    null;
}

const code = (text: string) => `code ${text.trim().toUpperCase().replace(/^0+/, "")}`;

const name = (text: string) => `name ${fold(text).replace(/^(l|le|la|les) /, "")}`;
