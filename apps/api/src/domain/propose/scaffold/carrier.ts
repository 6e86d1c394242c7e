import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { CarrierConsent, CarrierInput, CarrierKind } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { Territories, type Territory } from "../../ground/territory/territory.entity.ts";
import { canCarry } from "../../ground/role/role.queries.ts";

/** The carrier of a proposal, as columns. */
export interface Carrier {
  carrierKind: CarrierKind;
  carrierName: string;
  carrierTerritoryId: string | null;
  carrierPersonId: string | null;
  carrierConsent: CarrierConsent | null;
}

/**
 * Reads a carrier from an input: a person with an account is asked, unless they choose themself; all others agreed
 * before they are named.
 */
export async function carrierOf(db: EntityManager, viewer: Viewer, input: CarrierInput): Promise<Carrier> {
  const territory = await territoryNamed(db, input.territory);
  const carrier: Carrier = {
    carrierKind: input.kind,
    carrierName: "",
    carrierTerritoryId: territory?.id ?? null,
    carrierPersonId: null,
    carrierConsent: null,
  };
  if (input.kind === "PERSON") {
    const personId = input.personId && isId(input.personId) ? input.personId.toLowerCase() : null;
    const known = personId
      ? await db.query<unknown[]>(`select from person p where p.id = $1 and ${canCarry}`, [personId])
      : [];
    if (known.length === 0) throw new Refusal(input.personId ? "UNKNOWN_CHOICE" : "REQUIRED", "carrier.personId");
    return { ...carrier, carrierPersonId: personId, carrierConsent: personId === viewer.id ? "AGREED" : "ASKED" };
  }
  if (input.kind === "REGION") {
    if (!territory) throw new Refusal("TERRITORY_REQUIRED", "carrier.territory");
    return { ...carrier, carrierName: territory.name };
  }
  const carrierName = neededLine(input.name ?? "", "carrier.name", limits["handover.carrier"]);
  if (!input.agreed) throw new Refusal("CONSENT_REQUIRED", "carrier.agreed");
  return { ...carrier, carrierName };
}

async function territoryNamed(db: EntityManager, slug: string | null | undefined): Promise<Territory | null> {
  if (!slug) return null;
  const territory = await db.findOneBy(Territories, { slug: slug.replaceAll("\0", "") });
  if (!territory) throw new Refusal("UNKNOWN_TERRITORY", "carrier.territory");
  return territory;
}

/** True if two carriers are the same one: a person who agreed is not asked again. */
export const sameCarrier = (a: Carrier, b: Carrier) =>
  a.carrierKind === b.carrierKind &&
  a.carrierName === b.carrierName &&
  a.carrierTerritoryId === b.carrierTerritoryId &&
  a.carrierPersonId === b.carrierPersonId;
