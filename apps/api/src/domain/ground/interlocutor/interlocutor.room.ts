import { room } from "../../../platform/room.ts";
import { Interlocutors } from "./interlocutor.entity.ts";
import { interlocutorResolvers } from "./interlocutor.resolvers.ts";

export const interlocutorRoom = room({
  tables: [Interlocutors],
  resolvers: [interlocutorResolvers],
  usesTerms: { INTERLOCUTOR_CATEGORY: "select category from interlocutor" },
});
