import { room } from "../../../platform/room.ts";
import { SecondFactors } from "./secondFactor.entity.ts";
import { secondFactorResolvers } from "./secondFactor.resolvers.ts";
import { secondFactorRoutes } from "./secondFactor.routes.ts";

export const secondFactorRoom = room({
  tables: [SecondFactors],
  resolvers: [secondFactorResolvers],
  routes: [secondFactorRoutes],
  hears: { "person.erased": ({ db }, personId) => db.delete(SecondFactors, { personId }) },
});
