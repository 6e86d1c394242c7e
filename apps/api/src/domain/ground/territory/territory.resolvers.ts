import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Territories } from "./territory.entity.ts";
import { departmentsOf, territories, territoryOf } from "./territory.queries.ts";

export const territoryResolvers: Resolvers = {
  Query: {
    territories: (_, { kind }, context) => territories(context, kind),
    territory: (_, { slug }, context) => territoryOf(context, slug),
  },
  Territory: {
    region: (it, _, { load }) => (it.kind === "REGION" ? null : load(Territories, it.regionId)),
    region2012: (it, _, { load }) => (it.kind === "DEPARTMENT" ? load(Territories, it.region2012Id) : null),
    departments: (it, _, context) => (it.kind === "DEPARTMENT" ? [] : departmentsOf(context, it.id)),
  },
};
