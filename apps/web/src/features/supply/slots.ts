import { m } from "@cahier/schema/messages";
import type { SupplySlot } from "../../graphql/operations.generated.ts";
import { inRegion } from "../../i18n/inRegion.ts";

/** Question of a slot to readers; for an example, with the region where one is missing. */
export function callFor(slot: SupplySlot, region?: { name: string } | null, france = true): string {
  if (slot === "EXAMPLE")
    return region ? m.supply_call_EXAMPLE_in({ where: inRegion(region.name, france) }) : m.supply_call_EXAMPLE();
  return calls[slot]();
}

const calls: Record<Exclude<SupplySlot, "EXAMPLE">, () => string> = {
  ACCOUNT: m.supply_call_ACCOUNT,
  OBJECTION: m.supply_call_OBJECTION,
  REPLY: m.supply_call_REPLY,
  INTERLOCUTOR: m.supply_call_INTERLOCUTOR,
  CARRIER: m.supply_call_CARRIER,
  EFFECT: m.supply_call_EFFECT,
  COST: m.supply_call_COST,
  LIMIT: m.supply_call_LIMIT,
  WORK: m.supply_call_WORK,
  FOR: m.supply_call_FOR,
  AGAINST: m.supply_call_AGAINST,
};
