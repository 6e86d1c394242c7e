import { randomUUID } from "node:crypto";
import { Commitments, Handovers } from "../../domain/carry/handover/handover.entity.ts";
import { Interlocutors } from "../../domain/ground/interlocutor/interlocutor.entity.ts";
import type { CarrierKind, InterlocutorLevel, ReplyStance } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { slugOf } from "../../platform/text/slug.ts";
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
  contact: { email: string };
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

/** The months that the sentences of the pack name: « Avant le vote du budget, en fin d’année », « en novembre ». */
const months: Record<string, number[]> = {
  "int-05": [9, 10, 11],
  "int-08": [10, 11, 12],
  "int-20": [11],
  "int-22": [3, 4, 5],
};

/** Commitments in the replies of the pack, in their words. */
const undertaken: Record<string, { text: string; dueOn: string | null }[]> = {
  "handover-1": [
    { text: "Relayer le lexique dans la lettre d’information de l’automne.", dueOn: "2012-11-30" },
    { text: "Proposer l’atelier pour la rencontre de 2013.", dueOn: null },
  ],
  "handover-4": [
    { text: "Adopter le format commun pour ses propres fiches, dès septembre.", dueOn: "2012-09-30" },
    { text: "Le recommander aux autres régions.", dueOn: null },
  ],
};

const kinds: Record<SourceHandover["carrier"]["kind"], CarrierKind> = {
  ORGANISATION: "ORGANISATION",
  TERRITORY: "REGION",
};

interface SourceHandover {
  id: string;
  proposalId: string;
  interlocutorId: string;
  ask: string;
  carrier: { kind: "ORGANISATION" | "TERRITORY"; name: string; regionCode2012: string | null };
  document: { title: string; version: number } | null;
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
      months: months[it.id] ?? [],
      contactMail: it.contact.email,
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
          carrierKind: kinds[carrier.kind],
          carrierName: carrier.name,
          carrierTerritoryId: carrier.regionCode2012 ? territory("REGION_2012", carrier.regionCode2012).id : null,
          documentTitle: (handedOver && document?.title) || null,
          proposalVersion: (handedOver && document?.version) || null,
          // Carried before they were adopted: in June 2012 none was.
          workingVersion: handedOver !== null,
          contactedOn: past(contactedAt),
          handedOverOn: handedOver,
          replyBy: handedOver && it.replyBy ? clock.day(it.replyBy) : null,
          repliedOn: replied && clock.day(replied.at),
          replyStance: replied?.stance ?? null,
          replyText: replied?.text ?? null,
          log: it.log
            .filter(({ at }) => clock.past(at))
            .map(({ at, text }) => ({ key: randomUUID(), on: clock.day(at), text })),
          fictional: true,
        };
      }),
  );
  put(
    Commitments,
    content<SourceHandover[]>("handovers.json")
      .filter(({ reply }) => reply && clock.past(reply.at))
      .flatMap(({ id }) =>
        (undertaken[id] ?? []).map(({ text, dueOn }) => ({
          id: ids.next(),
          handoverId: ids.ordered(id),
          text,
          dueOn: dueOn && clock.day(dueOn),
        })),
      ),
  );
}
