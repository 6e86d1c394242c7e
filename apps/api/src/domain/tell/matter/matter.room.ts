import { room } from "../../../platform/room.ts";
import { TakenMatters } from "./matter.entity.ts";
import { forgetTaken, letGoWith } from "./matter.purges.ts";
import { matterResolvers } from "./matter.resolvers.ts";

export const matterRoom = room({
  tables: [TakenMatters],
  resolvers: [matterResolvers],
  hears: { "person.erased": letGoWith },
  purges: { takenMatter: forgetTaken },
});
