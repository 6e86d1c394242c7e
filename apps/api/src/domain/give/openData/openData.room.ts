import { room } from "../../../platform/room.ts";
import { openChainRoutes } from "./chain.routes.ts";
import { openDataRoutes } from "./open.routes.ts";
import { exportResolvers } from "./openData.resolvers.ts";

export const openDataRoom = room({
  resolvers: [exportResolvers],
  routes: [openDataRoutes, openChainRoutes],
});
