import type { Transaction } from "../../../platform/context.ts";
import { room } from "../../../platform/room.ts";
import { Adoptions, Errata, RecordedAdoptions } from "./adoption.entity.ts";
import { adoptionResolvers } from "./adoption.resolvers.ts";
import { forgetRecorded } from "./state.writes.ts";

/** Acts after which a recorded adoption is about words that may change, or that are no longer there. */
const leaving = [
  "proposal.reopened",
  "proposal.setAside",
  "proposal.withdrawn",
  "proposal.merged",
  "proposal.split",
] as const;

export const adoptionRoom = room({
  tables: [Adoptions, RecordedAdoptions, Errata],
  resolvers: [adoptionResolvers],
  hears: Object.fromEntries(
    leaving.map((event) => [event, ({ db }: Transaction, id: string) => forgetRecorded(db, id)]),
  ),
});
