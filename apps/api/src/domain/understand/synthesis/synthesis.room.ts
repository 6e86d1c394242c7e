import type { DataSource } from "typeorm";
import { zone } from "../../../platform/day.ts";
import { every } from "../../../platform/jobs.ts";
import { room } from "../../../platform/room.ts";

import { publishDue } from "./publishing.commands.ts";
import { Syntheses, SynthesisParagraphs, synthesisTables, SynthesisVersions } from "./synthesis.entity.ts";
import { allCited, cited, leftOut, readByAll } from "./synthesis.sql.ts";
import { synthesisResolvers } from "./synthesis.resolvers.ts";
import { synthesisWritingResolvers } from "./writing.resolvers.ts";

const ofParagraph = `from synthesis_version v join synthesis s on s.id = v.synthesis_id
  join objective o on o.id = s.objective_id where v.id = it.version_id`;

export const synthesisRoom = room({
  tables: synthesisTables,
  references: [Syntheses, SynthesisVersions, SynthesisParagraphs],
  jobs: [(database: DataSource) => every(2, "publication of syntheses", () => publishDue(database, new Date()))],
  resolvers: [synthesisResolvers, synthesisWritingResolvers],
  searched: {
    SYNTHESIS: {
      table: "synthesis",
      readable: readByAll("it"),
      title: "it.title",
      texts: `select part.anchor, part.text from synthesis_version v cross join lateral (
        select '' as anchor, v.definition as text, 0 as position
        union all select '#' || p.id, unnest(array[p.text, regexp_replace(p.detail, '<[^>]*>|[*_#>|]+', ' ', 'g')]), p.position
          from synthesis_paragraph p where p.version_id = v.id
      ) part where v.synthesis_id = it.id and v.version = it.version order by part.position`,
      path: "'/syntheses/' || it.slug",
      group: "(select group_id from objective o where o.id = it.objective_id)",
      territory: "null::uuid",
      on: `(select coalesce((v.published_at at time zone '${zone}')::date, v.circulated_on) from synthesis_version v
        where v.synthesis_id = it.id and v.version = it.version)`,
    },
  },
  writtenTo: {
    table: "synthesis",
    group: "(select group_id from objective o where o.id = it.objective_id)",
    title: "it.title",
    path: "'/syntheses/' || it.slug",
    open: "it.state <> 'DRAFT'",
  },
  subjects: {
    SYNTHESIS: {
      table: "synthesis",
      readable: "it.state <> 'DRAFT'",
      told: {
        title: "it.title",
        words: "null",
        path: "'/syntheses/' || it.slug",
        group: "(select group_id from objective o where o.id = it.objective_id)",
      },
    },
    SYNTHESIS_PARAGRAPH: {
      table: "synthesis_paragraph",
      readable: "exists (select from synthesis_version v where v.id = it.version_id and v.state <> 'DRAFT')",
      told: {
        title: `(select s.title ${ofParagraph})`,
        words: "it.text",
        path: `(select '/syntheses/' || s.slug || '/reactions#' || it.id ${ofParagraph})`,
        group: `(select o.group_id ${ofParagraph})`,
      },
    },
  },
  followUps: { cited, leftOut },
  cites: allCited,
});
