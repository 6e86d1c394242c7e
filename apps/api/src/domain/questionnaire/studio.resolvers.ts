import type { Resolvers } from "../../graphql/resolvers.generated.ts";

export const studioResolvers: Resolvers = {};
