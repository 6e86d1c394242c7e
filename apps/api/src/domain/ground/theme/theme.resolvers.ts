import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { createTheme } from "./theme.commands.ts";
import { moveListItem, removeListItem, replaceList, retireListItem, writeListItem } from "./list.commands.ts";
import { deskOf } from "./list.queries.ts";
import { addSector, removeSector } from "./sector.commands.ts";
import { axes, ownSectors, termsOf, themeOf, themesOf } from "./theme.queries.ts";
import { Axes } from "./theme.entity.ts";
import { themePolicy } from "./theme.policy.ts";

export const themeResolvers: Resolvers = {
  Query: {
    axes: (_, __, context) => axes(context),
    theme: (_, { slug }, context) => themeOf(context, slug),
    terms: (_, { kind }, context) => termsOf(context, kind),
    listDesk: (_, { list }, { db, viewer }) => (themePolicy.write(viewer) ? deskOf(db, list) : null),
    ownSectors: (_, __, context) => ownSectors(context),
  },
  Mutation: {
    createTheme: (_, { input }, { run }) => run((tx) => createTheme(tx, input)),
    writeListItem: (_, { input }, { run }) => run((tx) => writeListItem(tx, input)),
    addSector: (_, { input }, { run }) => run((tx) => addSector(tx, input)),
    removeSector: (_, { input }, { run }) => run((tx) => removeSector(tx, input)),
    moveListItem: (_, { input }, { run }) => run((tx) => moveListItem(tx, input)),
    retireListItem: (_, { input }, { run }) => run((tx) => retireListItem(tx, input)),
    removeListItem: (_, { input }, { run }) => run((tx) => removeListItem(tx, input)),
    replaceList: (_, { input }, { run }) => run((tx) => replaceList(tx, input)),
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
