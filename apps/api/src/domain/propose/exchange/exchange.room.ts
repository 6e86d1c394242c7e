import { room } from "../../../platform/room.ts";
import { Exchanges, Introductions } from "./exchange.entity.ts";
import { eraseIntroduction } from "./introduction.commands.ts";
import { eraseExchanges, forgetIntroductions } from "./introduction.purges.ts";
import { moderatedExchange } from "./moderated.ts";
import { exchangeResolvers } from "./exchange.resolvers.ts";

export const exchangeRoom = room({
  tables: [Exchanges, Introductions],
  resolvers: [exchangeResolvers],
  erases: { "introduction.takenBack": (tx, id) => eraseIntroduction(tx, id) },
  hears: { "person.erased": eraseExchanges },
  purges: { introduction: forgetIntroductions },
  usesTerms: { SECTOR: "select sector from exchange" },
  moderated: { EXCHANGE: moderatedExchange },
});
