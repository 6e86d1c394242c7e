import type { Transaction } from "../../../platform/context.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { room } from "../../../platform/room.ts";
import { endings } from "../proposal/proposal.state.ts";
import { Amendments } from "./amendment.entity.ts";
import { amendmentResolvers } from "./amendment.resolvers.ts";
import { listenerResolvers } from "./listen.resolvers.ts";
import { mayBeSettled, stopWaiting } from "./waiting.ts";

export const amendmentRoom = room({
  tables: [Amendments],
  resolvers: [amendmentResolvers, listenerResolvers],
  hears: Object.fromEntries(endings.map((event) => [event, ({ db }: Transaction, id: string) => stopWaiting(db, id)])),
  subjects: {
    AMENDMENT: {
      table: "amendment",
      readable: `${visible("it")} and it.state = 'PROPOSED'`,
      waiting: mayBeSettled,
    },
  },
});
