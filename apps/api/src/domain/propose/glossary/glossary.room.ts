import { room } from "../../../platform/room.ts";
import { GlossaryTerms, GlossaryVersions } from "./glossary.entity.ts";
import { glossaryResolvers } from "./glossary.resolvers.ts";

export const glossaryRoom = room({
  tables: [GlossaryTerms, GlossaryVersions],
  resolvers: [glossaryResolvers],
});
