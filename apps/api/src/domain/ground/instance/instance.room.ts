import { room } from "../../../platform/room.ts";
import { InstanceLogos, Instances } from "./instance.entity.ts";
import { namesOfInstance, organiserOf } from "./instance.queries.ts";
import { instanceResolvers } from "./instance.resolvers.ts";
import { instanceRoutes } from "./instance.routes.ts";

export const instanceRoom = room({
  tables: [Instances, InstanceLogos],
  resolvers: [instanceResolvers],
  routes: [instanceRoutes],
  organiser: organiserOf,
  reserves: namesOfInstance,
});
