import { room } from "../../../platform/room.ts";
import { personalRoutes } from "./personal.routes.ts";

export const personalRoom = room({ routes: [personalRoutes] });
