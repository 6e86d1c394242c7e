import { room } from "../../../platform/room.ts";
import { Initiatives, InitiativeContributions } from "./initiative.entity.ts";
import { initiativeResolvers } from "./initiative.resolvers.ts";
import { moderatedInitiative } from "./moderated.ts";
import { publicInitiative } from "./initiative.sql.ts";
import { initiativeRoutes } from "./initiative.routes.ts";
import { eraseInitiative } from "./withdraw.commands.ts";

export const initiativeRoom = room({
  tables: [Initiatives, InitiativeContributions],
  references: [Initiatives],
  resolvers: [initiativeResolvers],
  usesTerms: {
    SECTOR: "select sector from initiative",
    ORGANISATION_TYPE: "select organisation_type from initiative where organisation_type is not null",
    CRITERION: "select jsonb_object_keys(criteria) from initiative",
  },
  routes: [initiativeRoutes],
  searched: {
    INITIATIVE: {
      table: "initiative",
      readable: publicInitiative("it"),
      title: "concat_ws(' · ', it.name, it.town)",
      texts: `select '' as anchor, unnest(array[it.summary, it.exchange, it.drawbacks, it.need, it.reproducibility]
        || it.results || it.obstacles || it.levers) as text`,
      path: "'/initiatives/' || it.slug",
      group: "it.group_id",
      territory: "it.territory_id",
      on: "coalesce(it.judged_on, it.proposed_on)",
    },
  },
  subjects: {
    INITIATIVE: {
      table: "initiative",
      readable: publicInitiative("it"),
      told: { title: "it.name", words: "it.summary", path: "'/initiatives/' || it.slug", group: "it.group_id" },
    },
  },
  erases: { "initiative.withdrawn": eraseInitiative },
  moderated: { INITIATIVE: moderatedInitiative },
  followUps: { toldOf: "select contribution_id from initiative_contribution" },
});
