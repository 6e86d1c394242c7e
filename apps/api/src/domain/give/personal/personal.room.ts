import { room } from "../../../platform/room.ts";
import { forgetIdle, forgetUnconfirmed } from "./idle.purges.ts";
import { personalRoutes } from "./personal.routes.ts";

export const personalRoom = room({
  routes: [personalRoutes],
  purges: { account: forgetIdle, unconfirmed: forgetUnconfirmed },
});
