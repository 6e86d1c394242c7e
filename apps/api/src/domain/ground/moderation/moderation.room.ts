import { room } from "../../../platform/room.ts";
import { Appeals } from "./appeal.entity.ts";
import { Holds, KnownDevices, ObjectReviews, ReviewChoices } from "./hold.entity.ts";
import { ModerationLogEntries } from "./logEntry.entity.ts";
import { forgetDevices, forgetReporters } from "./hold.writes.ts";
import { moderationResolvers } from "./moderation.resolvers.ts";
import { Reports } from "./report.entity.ts";
import { Rulings } from "./ruling.entity.ts";

export const moderationRoom = room({
  tables: [Rulings, Reports, Appeals, ModerationLogEntries, Holds, KnownDevices, ReviewChoices, ObjectReviews],
  resolvers: [moderationResolvers],
  purges: { report: forgetReporters, device: forgetDevices },
});
