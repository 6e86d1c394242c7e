import { room } from "../../../platform/room.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { groupOfText } from "./contribution.sql.ts";
import { Contributions, ContributionRevisions, Readings } from "./contribution.entity.ts";
import { contributionResolvers } from "./contribution.resolvers.ts";
import { unpublishAnswersTo } from "./contribution.writes.ts";
import { Forwardings } from "./forwarding.entity.ts";
import { shortRoutes } from "./short.routes.ts";

export const contributionRoom = room({
  tables: [Contributions, ContributionRevisions, Readings, Forwardings],
  resolvers: [contributionResolvers],
  routes: [shortRoutes],
  usesTerms: {
    SECTOR: "select unnest(sectors) from contribution",
    ORGANISATION_TYPE: "select organisation_type from contribution where organisation_type is not null",
  },
  hears: { "question.narrowed": ({ db }, id) => unpublishAnswersTo(db, id) },
  searched: {
    CONTRIBUTION: {
      table: "contribution",
      // Notebooks are a kind of their own.
      readable: `${visible("it")} and it.channel <> 'NOTEBOOK'`,
      words: { table: "contribution_search", id: "contribution_id", day: "told", which: "not s.notebook" },
      title: "(select label from question q where q.id = it.question_id)",
      texts: "select '' as anchor, it.body as text",
      path: "'/contributions/' || it.id",
      group: groupOfText("it"),
      territory:
        "case when it.appearance = 'NAMED' or it.response_id is null then it.territory_id else it.region_id end",
      inRegion: (region) => `it.region_id = ${region}`,
      on: "it.contributed_on",
    },
  },
  subjects: {
    CONTRIBUTION: {
      table: "contribution",
      readable: visible("it"),
      told: {
        title: "(select label from question q where q.id = it.question_id)",
        words: "it.body",
        path: "'/contributions/' || it.id",
        group: groupOfText("it"),
      },
    },
  },
});
