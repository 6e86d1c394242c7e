import { room } from "../../../platform/room.ts";
import { followGroup, followTerritory, leaveGroup, leaveTerritory } from "./joining.writes.ts";
import { Watchers, Watches, WatchRequests } from "./watch.entity.ts";
import { forgetRequests, forgetWatcher } from "./watch.purges.ts";
import { watchResolvers } from "./watch.resolvers.ts";
import { watchRoutes } from "./watch.routes.ts";

export const watchRoom = room({
  tables: [Watchers, Watches, WatchRequests],
  resolvers: [watchResolvers],
  routes: [watchRoutes],
  purges: { watchRequest: forgetRequests },
  hears: {
    "person.erased": forgetWatcher,
    "regionalGroup.joined": followTerritory,
    "regionalGroup.left": leaveTerritory,
    "role.given": followGroup,
    "role.ended": leaveGroup,
  },
});
