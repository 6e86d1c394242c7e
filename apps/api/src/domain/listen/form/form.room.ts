import { room } from "../../../platform/room.ts";
import { formRoutes } from "./form.routes.ts";

export const formRoom = room({
  routes: [formRoutes],
});
