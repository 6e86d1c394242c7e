import { room } from "../../../platform/room.ts";
import { Initiatives, InitiativeContributions } from "./initiative.entity.ts";
import { initiativeResolvers } from "./initiative.resolvers.ts";
import { moderatedInitiative } from "./moderated.ts";
import { publicInitiative } from "./initiative.sql.ts";
import { initiativeRoutes } from "./initiative.routes.ts";

export const initiativeRoom = room({
  tables: [Initiatives, InitiativeContributions],
  resolvers: [initiativeResolvers],
  usesTerms: {
    SECTOR: "select sector from initiative",
    ORGANISATION_TYPE: "select organisation_type from initiative where organisation_type is not null",
    CRITERION: "select jsonb_object_keys(criteria) from initiative",
  },
  routes: [initiativeRoutes],
  subjects: {
    INITIATIVE: {
      table: "initiative",
      readable: publicInitiative("it"),
      told: { title: "it.name", words: "it.summary", path: "'/initiatives/' || it.slug", group: "it.group_id" },
    },
  },
  moderated: { INITIATIVE: moderatedInitiative },
  followUps: { toldOf: "select contribution_id from initiative_contribution" },
});
