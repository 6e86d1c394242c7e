import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { held, visible } from "../../ground/moderation/status.sql.ts";
import { AgendaRequests } from "./agendaRequest.entity.ts";

/** Requests for agendas, for moderators. */
export const moderatedAgendaRequest: ModeratedKind = {
  rows: () => `select it.id, m.group_id, it.asked_on as given_on, it.status,
      ${partsOf({ text: "it.text", authorName: "it.author_name" })} as parts,
      m.title as about, null as quoted, '/meetings/' || m.slug as path
    from agenda_request it join meeting m on m.id = it.meeting_id`,
  held: held("it"),
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "h.group_id", day: "h.day" })} from (
      select it.id, m.group_id, it.asked_on as day from agenda_request it join meeting m on m.id = it.meeting_id
      where m.group_id = any($1::uuid[]) and ${held("it")} ${oldest("it.asked_on", "it.id")}) h`,
  floods: {
    table: "agenda_request",
    day: "asked_on",
    group: "(select m.group_id from meeting m where m.id = it.meeting_id)",
  },
  shown: visible("it"),
  lock: ["select from agenda_request where id = $1 for update"],
  rule: ({ db }, id, visibility, words) => db.update(AgendaRequests, id, { ...visibility, ...words }),
};
