import { room } from "../../../platform/room.ts";
import { GlossaryTerms, GlossaryVersions } from "./glossary.entity.ts";
import { glossaryResolvers } from "./glossary.resolvers.ts";

export const glossaryRoom = room({
  tables: [GlossaryTerms, GlossaryVersions],
  resolvers: [glossaryResolvers],
  searched: {
    GLOSSARY_TERM: {
      table: "glossary_term",
      readable: "it.retired_on is null",
      title: "it.word",
      texts:
        "select '' as anchor, concat_ws(' · ', it.definition, array_to_string(it.synonyms || it.avoid, ', ')) as text",
      path: "'/glossary/' || it.slug",
      group: "it.group_id",
      territory: "null::uuid",
      on: "null::date",
    },
  },
});
