import { room } from "../../../platform/room.ts";
import { RecentTexts } from "./recentText.entity.ts";
import { forgetRecent } from "./recentText.writes.ts";

export const recentTextRoom = room({ tables: [RecentTexts], purges: { recentText: forgetRecent } });
