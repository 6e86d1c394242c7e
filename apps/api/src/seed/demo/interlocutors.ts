import { Handovers, Interlocutors } from "../../domain/interlocutor/interlocutor.entity.ts";
import type { InterlocutorLevel, ReplyStance } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { slugOf } from "../../platform/slug.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  category: string;
  level: "LOCAL" | "DEPARTMENTAL" | "REGIONAL" | "NATIONAL" | "EUROPE";
  name: string;
  remit: string;
  approach: string | null;
  bring: string | null;
  timing: string | null;
  note2012: string | null;
  noteToday: string | null;
}

const levels: Record<Source["level"], InterlocutorLevel> = {
  LOCAL: "LOCAL",
  DEPARTMENTAL: "DEPARTMENT",
  REGIONAL: "REGIONAL",
  NATIONAL: "NATIONAL",
  EUROPE: "EUROPEAN",
};

interface SourceHandover {
  id: string;
  proposalId: string;
  interlocutorId: string;
  ask: string;
  carrier: { name: string; regionCode2012: string | null };
  document: { title: string } | null;
  contactedAt: string;
  handedOverAt: string | null;
  replyBy: string | null;
  reply: { stance: ReplyStance; text: string; at: string } | null;
  log: { at: string; text: string }[];
}

/** The offices that can decide, and what was carried to them. */
export function interlocutors({ clock, ids, put, territory }: Demo) {
  put(
    Interlocutors,
    content<Source[]>("interlocutors.json").map((it) => ({
      id: ids.ordered(it.id),
      slug: slugOf(it.name.replace(/ \(.*\)$/, "")),
      name: it.name,
      level: levels[it.level],
      category: it.category,
      remit: it.remit,
      approach: it.approach,
      bring: it.bring,
      timing: it.timing,
      note2012: it.note2012,
      noteToday: it.noteToday,
      fictional: true,
    })),
  );
  const past = (day: string | null) => (clock.past(day) ? clock.day(day) : null);
  put(
    Handovers,
    content<SourceHandover[]>("handovers.json")
      .filter(({ contactedAt }) => clock.past(contactedAt))
      .map(({ id, proposalId, interlocutorId, ask, carrier, document, contactedAt, handedOverAt, reply, ...it }) => {
        const handedOver = past(handedOverAt);
        const replied = reply && clock.past(reply.at) ? reply : null;
        return {
          id: ids.ordered(id),
          proposalId: ids.ordered(proposalId),
          interlocutorId: ids.ordered(interlocutorId),
          ask,
          carrierName: carrier.name,
          carrierTerritoryId: carrier.regionCode2012 ? territory("REGION_2012", carrier.regionCode2012).id : null,
          documentTitle: (handedOver && document?.title) || null,
          contactedOn: past(contactedAt),
          handedOverOn: handedOver,
          replyBy: handedOver && it.replyBy ? clock.day(it.replyBy) : null,
          repliedOn: replied && clock.day(replied.at),
          replyStance: replied?.stance ?? null,
          replyText: replied?.text ?? null,
          log: it.log.filter(({ at }) => clock.past(at)).map(({ at, text }) => ({ on: clock.day(at), text })),
          fictional: true,
        };
      }),
  );
}
