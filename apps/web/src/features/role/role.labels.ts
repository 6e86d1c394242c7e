import { m } from "@cahier/schema/messages";
import type { Role } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { roleNames } from "../../shared/roles.ts";

/** Acts of each role, in a sentence. */
export const roleDoes: Record<Role, () => string> = {
  ADMINISTRATOR: m.role_does_ADMINISTRATOR,
  FACILITATOR: m.role_does_FACILITATOR,
  RAPPORTEUR: m.role_does_RAPPORTEUR,
  MODERATOR: m.role_does_MODERATOR,
  REFERENT: m.role_does_REFERENT,
  MEMBER: m.role_does_MEMBER,
};

interface Scoped {
  role: Role;
  group: { name: string } | null;
  territory: { name: string } | null;
}

/** Scope of a role: « Circuits courts · Bretagne », or the whole site. */
export const placeOf = ({ group, territory }: Omit<Scoped, "role">) =>
  [group?.name, territory?.name].filter(Boolean).join(" · ") || m.role_everywhere();

/** « Rapporteur, Circuits courts ». */
export const roleInPlace = (it: Scoped) => `${roleNames[it.role]()}, ${placeOf(it)}`;

/** « depuis le 3 mars 2012 · jusqu’au 30 juin 2012 ». */
export const datesOf = (since: string, until: string | null) =>
  until
    ? m.role_from_to({ from: formatDate(since), to: formatDate(until) })
    : m.role_since({ date: formatDate(since) });
