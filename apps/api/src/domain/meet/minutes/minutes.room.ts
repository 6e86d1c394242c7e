import { zone } from "../../../platform/day.ts";
import { room } from "../../../platform/room.ts";
import {
  MinutesBlocks,
  MinutesCorrections,
  MinutesErrata,
  MinutesExacts,
  MinutesQuotes,
  MinutesReaders,
  MinutesTable,
} from "./minutes.entity.ts";
import { eraseCorrection } from "./correction.commands.ts";
import { forgetCited, forgetReaders, leaveReader } from "./reader.purge.ts";
import { leaveMinutes } from "./minutes.erasure.ts";
import { blockShows, blockTold, publishedMinutes, toldMinutes } from "./minutes.sql.ts";
import { minutesResolvers } from "./minutes.resolvers.ts";
import { minutesRoutes } from "./minutes.routes.ts";
import { quoteResolvers } from "./quote.resolvers.ts";
import { minutesWritingResolvers } from "./writing.resolvers.ts";

/** SQL: something of the meeting of a block `it`. */
const ofMeeting = (what: string) =>
  `(select ${what} from minutes n join meeting m on m.id = n.meeting_id where n.id = it.minutes_id)`;

export const minutesRoom = room({
  tables: [
    MinutesTable,
    MinutesBlocks,
    MinutesCorrections,
    MinutesErrata,
    MinutesReaders,
    MinutesQuotes,
    MinutesExacts,
  ],
  resolvers: [minutesResolvers, minutesWritingResolvers, quoteResolvers],
  routes: [minutesRoutes],
  erases: { "minutesCorrection.withdrawn": eraseCorrection },
  purges: { minutesReader: forgetReaders, citedReader: forgetCited },
  hears: { "person.erased": leaveMinutes, "attendance.withdrawn": leaveReader },
  searched: {
    MINUTES: {
      table: "minutes",
      readable: publishedMinutes("it"),
      title: "(select m.title from meeting m where m.id = it.meeting_id)",
      texts: `select '#minutes' as anchor, concat_ws(' ', it.facts, array_to_string(it.open_questions, ' ')) as text
        union all select '#' || b.id, concat_ws(' · ', b.topic, b.text) from minutes_block b where b.minutes_id = it.id and ${blockShows("b")}`,
      path: "(select '/meetings/' || m.slug from meeting m where m.id = it.meeting_id)",
      group: "(select m.group_id from meeting m where m.id = it.meeting_id)",
      territory: "(select m.territory_id from meeting m where m.id = it.meeting_id)",
      on: `(it.published_at at time zone '${zone}')::date`,
    },
  },
  subjects: {
    MINUTES: {
      table: "minutes",
      readable: toldMinutes("it"),
      told: {
        title: "(select title from meeting m where m.id = it.meeting_id)",
        words: "null",
        path: "(select '/meetings/' || m.slug from meeting m where m.id = it.meeting_id)",
        group: "(select group_id from meeting m where m.id = it.meeting_id)",
      },
    },
    MINUTES_BLOCK: {
      table: "minutes_block",
      readable: `${blockShows("it")} and ${blockTold("it")} and exists (select from minutes n where n.id = it.minutes_id and ${toldMinutes("n")})`,
      told: {
        title: ofMeeting("m.title"),
        words: "it.text",
        path: ofMeeting("'/meetings/' || m.slug || '#' || it.id"),
        group: ofMeeting("m.group_id"),
      },
    },
  },
});
