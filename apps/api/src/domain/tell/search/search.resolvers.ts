import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { sourceOf } from "../../listen/textImport/textImport.queries.ts";
import { search, searchTitles } from "./search.queries.ts";

export const searchResolvers: Resolvers = {
  Query: {
    search: (_, wanted, context) => search(context, wanted),
    searchTitles: (_, { query }, context) => searchTitles(context, query),
  },
  ContributionConnection: {
    nearest: ({ nodes, sought }, _, context) =>
      sought && nodes.length === 0 ? search(context, { query: sought, first: 4 }, "CONTRIBUTION") : null,
  },
  SearchResult: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    source: async ({ id, kind }, _, context) => {
      const isText = kind === "CONTRIBUTION" || kind === "NOTEBOOK";
      const text = isText ? await context.load(Contributions, id) : null;
      return text && sourceOf(context, text);
    },
  },
};
