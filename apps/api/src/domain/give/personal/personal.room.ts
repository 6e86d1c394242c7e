import { room } from "../../../platform/room.ts";
import { forgetIdle, forgetUnconfirmed } from "./idle.purges.ts";
import { personalResolvers } from "./personal.resolvers.ts";
import { personalRoutes } from "./personal.routes.ts";

export const personalRoom = room({
  resolvers: [personalResolvers],
  routes: [personalRoutes],
  purges: { account: forgetIdle, unconfirmed: forgetUnconfirmed },
});
