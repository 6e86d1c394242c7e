import { room } from "../../../platform/room.ts";
import { composeCarrying } from "./carrying.commands.ts";
import { Handovers, Commitments } from "./handover.entity.ts";
import { handoverResolvers } from "./handover.resolvers.ts";
import { followMergedOffice, giveBackToOffice } from "./handover.writes.ts";
import { handoverJobs } from "./reminder.jobs.ts";

export const handoverRoom = room({
  tables: [Handovers, Commitments],
  references: [Handovers],
  resolvers: [handoverResolvers],
  jobs: [handoverJobs],
  composes: { carrying: composeCarrying },
  hears: {
    "interlocutor.merged": (tx, id, { into }) => followMergedOffice(tx, id, String(into)),
    "interlocutor.unmerged": (tx, id, { from }) => giveBackToOffice(tx, id, String(from)),
  },
});
