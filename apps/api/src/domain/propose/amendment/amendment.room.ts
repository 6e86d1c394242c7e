import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { endings } from "../proposal/proposal.state.ts";
import { Amendments } from "./amendment.entity.ts";
import { amendmentResolvers } from "./amendment.resolvers.ts";
import { moderatedAmendment } from "./moderated.ts";
import { openAmendment } from "./amendment.sql.ts";
import { eraseAmendmentAgain } from "./withdraw.commands.ts";
import { mayBeSettled, tellEnd } from "./waiting.ts";

export const amendmentRoom = room({
  tables: [Amendments],
  resolvers: [amendmentResolvers],
  erases: { "amendment.withdrawn": eraseAmendmentAgain },
  moderated: { AMENDMENT: moderatedAmendment },
  hears: Object.fromEntries(endings.map((event) => [event, ({ db }: Transaction, id: string) => tellEnd(db, id)])),
  subjects: {
    AMENDMENT: {
      table: "amendment",
      readable: openAmendment("it"),
      waiting: mayBeSettled,
      told: {
        title: "(select title from proposal p where p.id = it.proposal_id)",
        words: "it.text",
        path: "(select '/proposals/' || p.slug || '/amendments/' || it.id from proposal p where p.id = it.proposal_id)",
        group: "(select group_id from proposal p where p.id = it.proposal_id)",
      },
    },
  },
});
