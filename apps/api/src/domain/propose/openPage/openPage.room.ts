import { room } from "../../../platform/room.ts";
import { OpenPages } from "./openPage.entity.ts";
import { closeWith, forgetClosed } from "./openPage.purges.ts";
import { openPageResolvers } from "./openPage.resolvers.ts";

export const openPageRoom = room({
  tables: [OpenPages],
  resolvers: [openPageResolvers],
  hears: { "person.erased": closeWith },
  purges: { openPage: forgetClosed },
});
