import { room } from "../../../platform/room.ts";
import { LanguageKits, LanguageKitVersions } from "./languageKit.entity.ts";
import { languageKitResolvers } from "./languageKit.resolvers.ts";

export const languageKitRoom = room({
  tables: [LanguageKits, LanguageKitVersions],
  resolvers: [languageKitResolvers],
});
