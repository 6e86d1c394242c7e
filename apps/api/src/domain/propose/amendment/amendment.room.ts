import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { endings } from "../proposal/proposal.state.ts";
import { Amendments } from "./amendment.entity.ts";
import { amendmentResolvers } from "./amendment.resolvers.ts";
import { openAmendment } from "./amendment.sql.ts";
import { mayBeSettled, tellEnd } from "./waiting.ts";

export const amendmentRoom = room({
  tables: [Amendments],
  resolvers: [amendmentResolvers],
  hears: Object.fromEntries(endings.map((event) => [event, ({ db }: Transaction, id: string) => tellEnd(db, id)])),
  subjects: {
    AMENDMENT: {
      table: "amendment",
      readable: openAmendment("it"),
      waiting: mayBeSettled,
    },
  },
});
