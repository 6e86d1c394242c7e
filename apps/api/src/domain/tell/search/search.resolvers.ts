import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { search, searchTitles } from "./search.queries.ts";

export const searchResolvers: Resolvers = {
  Query: {
    search: (_, wanted, context) => search(context, wanted),
    searchTitles: (_, { query }, context) => searchTitles(context, query),
  },
  SearchResult: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
  },
};
