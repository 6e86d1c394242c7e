import { room } from "../../../platform/room.ts";
import { liftAnswer } from "./curation.commands.ts";
import { CurationAnswers } from "./curation.entity.ts";
import { curationResolvers } from "./curation.resolvers.ts";

export const curationRoom = room({
  tables: [CurationAnswers],
  resolvers: [curationResolvers],
  hears: { "amendment.reconsidered": liftAnswer },
});
