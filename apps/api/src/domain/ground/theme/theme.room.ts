import { room } from "../../../platform/room.ts";
import { Axes, Themes, Terms } from "./theme.entity.ts";
import { themeResolvers } from "./theme.resolvers.ts";

export const themeRoom = room({
  tables: [Axes, Themes, Terms],
  references: [Axes, Themes, Terms],
  resolvers: [themeResolvers],
});
