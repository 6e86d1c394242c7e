import { room } from "../../../platform/room.ts";
import { cited, leftOut } from "./inForce.ts";
import {
  Syntheses,
  SynthesisVersions,
  SynthesisParagraphs,
  Citations,
  PassageCitations,
  SetAsides,
  AccountedPassages,
} from "./synthesis.entity.ts";
import { synthesisResolvers } from "./synthesis.resolvers.ts";
import { synthesisWritingResolvers } from "./writing.resolvers.ts";

export const synthesisRoom = room({
  tables: [
    Syntheses,
    SynthesisVersions,
    SynthesisParagraphs,
    Citations,
    PassageCitations,
    SetAsides,
    AccountedPassages,
  ],
  resolvers: [synthesisResolvers, synthesisWritingResolvers],
  subjects: {
    SYNTHESIS: { table: "synthesis", readable: "it.state <> 'DRAFT'" },
    SYNTHESIS_PARAGRAPH: {
      table: "synthesis_paragraph",
      readable: "exists (select from synthesis_version v where v.id = it.version_id and v.state <> 'DRAFT')",
    },
  },
  followUps: { cited, leftOut },
});
