import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { answerLine, attachLine, detachLine } from "./notebookLine.commands.ts";
import { linesBetween, linesOf, notebookOfLine, passageOf, rightsOn, sentLinesOf } from "./notebookLine.queries.ts";

export const notebookLineResolvers: Resolvers = {
  Query: {
    sentLines: (_, { group }, context) => sentLinesOf(context, group),
  },
  Mutation: {
    attachLine: (_, { input }, { run }) => run((tx) => attachLine(tx, input)),
    detachLine: (_, { input }, { run }) => run((tx) => detachLine(tx, input)),
    answerLine: (_, { input }, { run }) => run((tx) => answerLine(tx, input)),
  },
  Notebook: {
    lines: (it, _, context) => linesOf(context, it),
  },
  SentLines: {
    received: (it, _, context) => linesBetween(context, it, "received"),
    sent: (it, _, context) => linesBetween(context, it, "sent"),
  },
  NotebookLine: {
    passage: (it, _, context) => passageOf(context, it),
    theme: async ({ themeId }, _, { load }) => (await load(Themes, themeId))!,
    fromTheme: ({ fromThemeId }, _, { load }) => load(Themes, fromThemeId),
    on: ({ changedOn }) => changedOn,
    notebook: (it, _, context) => notebookOfLine(context, it),
    viewerCan: (it, _, context) => rightsOn(context, it),
  },
};
