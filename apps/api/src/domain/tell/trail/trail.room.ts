import type { RulingOutcome } from "../../../graphql/resolvers.generated.ts";
import { room } from "../../../platform/room.ts";
import { takesAway } from "../../ground/moderation/ruling.entity.ts";
import { tellAppealDecided } from "./appeal.mail.ts";
import { stopRoutes } from "./stop.routes.ts";
import { thankAll } from "./farewell.ts";
import { NoticeEnds, Notices } from "./notice.entity.ts";
import { trailJobs } from "./trail.jobs.ts";
import { trailResolvers } from "./trail.resolvers.ts";
import {
  forgetNaming,
  forgetNotices,
  forgetOfHandover,
  forgetTold,
  takeMailsBack,
  toldOfKept,
} from "./trail.writes.ts";

export const trailRoom = room({
  tables: [Notices, NoticeEnds],
  resolvers: [trailResolvers],
  routes: [stopRoutes],
  jobs: [trailJobs],
  purges: { notice: forgetNotices },
  hears: {
    "person.erased": takeMailsBack,
    "group.archived": thankAll,
    "appeal.decided": tellAppealDecided,
    "contribution.erased": ({ db }, id) => forgetTold(db, id),
    "handover.handing_taken_back": ({ db }, id) => forgetOfHandover(db, id, "CARRIED"),
    "handover.reply_taken_back": ({ db }, id) => forgetOfHandover(db, id, "ANSWERED"),
    "initiative.withdrawn": ({ db }, id) => forgetNaming(db, id),
    "ruling.given": async ({ db }, _, { kind, textId, outcome }) => {
      if (kind === "INITIATIVE" && takesAway(outcome as RulingOutcome)) await forgetNaming(db, String(textId));
    },
    "keyPoint.merged": ({ db }, id, { intoId }) => toldOfKept(db, id, String(intoId)),
  },
});
