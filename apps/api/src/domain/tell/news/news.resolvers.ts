import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { newsWords } from "./news.words.ts";
import { newsOfGroup } from "./news.queries.ts";

export const newsResolvers: Resolvers = {
  WorkingGroup: { news: (group, _, context) => newsOfGroup(context, group.id) },
  PublicNews: { id: ({ thing }) => thing, words: (news, { language }) => newsWords(news, language) },
};
