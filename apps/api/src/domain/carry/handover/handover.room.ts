import { room } from "../../../platform/room.ts";
import { Handovers, Commitments } from "./handover.entity.ts";
import { handoverResolvers } from "./handover.resolvers.ts";
import { followMergedOffice } from "./handover.writes.ts";
import { handoverJobs } from "./reminder.jobs.ts";

export const handoverRoom = room({
  tables: [Handovers, Commitments],
  references: [Handovers],
  resolvers: [handoverResolvers],
  jobs: [handoverJobs],
  hears: { "interlocutor.merged": (tx, id, { into }) => followMergedOffice(tx, id, String(into)) },
});
