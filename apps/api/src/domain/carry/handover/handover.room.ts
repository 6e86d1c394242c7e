import { room } from "../../../platform/room.ts";
import { Handovers, Commitments } from "./handover.entity.ts";
import { handoverResolvers } from "./handover.resolvers.ts";
import { handoverJobs } from "./reminder.jobs.ts";

export const handoverRoom = room({
  tables: [Handovers, Commitments],
  resolvers: [handoverResolvers],
  jobs: [handoverJobs],
});
