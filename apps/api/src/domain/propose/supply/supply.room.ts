import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { endings } from "../proposal/proposal.state.ts";
import { listenerResolvers } from "./listen.resolvers.ts";
import { Supplies, ArgumentRatings, SupplyTakings } from "./supply.entity.ts";
import { supplyResolvers } from "./supply.resolvers.ts";
import { eraseSupply } from "./supply.commands.ts";
import { moderatedSupply } from "./moderated.ts";
import { mayBeTakenUp, stopWaiting } from "./waiting.ts";

export const supplyRoom = room({
  tables: [Supplies, ArgumentRatings, SupplyTakings],
  resolvers: [supplyResolvers, listenerResolvers],
  hears: Object.fromEntries(endings.map((event) => [event, ({ db }: Transaction, id: string) => stopWaiting(db, id)])),
  erases: { "supply.withdrawn": eraseSupply },
  moderated: { SUPPLY: moderatedSupply },
  subjects: { SUPPLY: { table: "supply", waiting: mayBeTakenUp } },
  followUps: { takenUp: "select contribution_id from supply_taking" },
});
