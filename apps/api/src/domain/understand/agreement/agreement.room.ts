import { room } from "../../../platform/room.ts";
import { agreementResolvers } from "./agreement.resolvers.ts";

export const agreementRoom = room({
  resolvers: [agreementResolvers],
});
