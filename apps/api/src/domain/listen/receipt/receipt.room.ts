import { room } from "../../../platform/room.ts";
import { receiptResolvers } from "./receipt.resolvers.ts";

export const receiptRoom = room({
  resolvers: [receiptResolvers],
});
