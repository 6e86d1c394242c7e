import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { reactionsTo } from "../../ground/reaction/reaction.queries.ts";
import { htmlOf } from "./document.html.ts";
import { documentOf, documents } from "./document.queries.ts";

export const documentResolvers: Resolvers = {
  Query: {
    documents: (_, __, context) => documents(context),
    document: (_, { slug }, context) => documentOf(context, slug),
  },
  Document: {
    html: (document) => htmlOf(document),
    reactions: (document, _, context) => reactionsTo(context, "DOCUMENT", document.id),
  },
};
