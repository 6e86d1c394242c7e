import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { createTheme } from "./theme.commands.ts";
import { themePolicy } from "./theme.policy.ts";
import { axes, termsOf, themeOf, themesOf } from "./theme.queries.ts";
import { Axes } from "./theme.entity.ts";

export const themeResolvers: Resolvers = {
  Query: {
    axes: (_, __, context) => axes(context),
    theme: (_, { slug }, context) => themeOf(context, slug),
    terms: (_, { kind }, context) => termsOf(context, kind),
  },
  Mutation: {
    createTheme: (_, { input }, { run }) => run((tx) => createTheme(tx, input)),
  },
  ViewerRights: {
    createThemes: (_, __, { viewer }) => themePolicy.create(viewer),
  },
  Axis: {
    themes: (axis, _, context) => themesOf(context, axis.id),
  },
  Theme: {
    axis: async (theme, _, { load }) => (await load(Axes, theme.axisId))!,
  },
};
