import { Persons } from "../../domain/ground/person/person.entity.ts";
import { RoleGrants } from "../../domain/ground/role/role.entity.ts";
import type { Role } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import type { RegionalSource } from "./group.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  /** Another role of the same person. */
  also?: "FACILITATOR";
  role: "ADMIN" | "FACILITATOR" | "RAPPORTEUR" | "MODERATOR" | "REGIONAL_REFERENT" | "PARTICIPANT";
  displayName: string;
  email: string;
  departmentCode: string;
  regionCode2012: string;
}

/** The person of the content who reads, marks and summarises. */
export const rapporteur = "p-rapp";
/** The other person who reads, confirms and publishes. */
export const second = "p-second";

/** Personas without a role. */
export const participants = () => content<Source[]>("personas.json").filter(({ role }) => role === "PARTICIPANT");

/** The fictional persons, and what each may do: in the group, in a territory, or everywhere. */
export function people({ clock, ids, put, territory }: Demo) {
  const persons = content<Source[]>("personas.json");
  const since = clock.done("2012-03-01T09:00:00+01:00");
  put(
    Persons,
    persons.map(({ id, displayName, email, departmentCode }) => ({
      id: ids.ordered(id),
      email,
      emailVerified: true,
      displayName,
      territoryId: territory("DEPARTMENT", departmentCode).id,
      language: "fr",
      fictional: true,
      createdAt: since,
      updatedAt: since,
    })),
  );
  const roles: Partial<Record<Source["role"], Role>> = {
    ADMIN: "ADMINISTRATOR",
    FACILITATOR: "FACILITATOR",
    RAPPORTEUR: "RAPPORTEUR",
    MODERATOR: "MODERATOR",
    REGIONAL_REFERENT: "REFERENT",
  };
  put(
    RoleGrants,
    persons.flatMap(({ id, role, also, regionCode2012 }) =>
      [roles[role], also].flatMap((given) =>
        given
          ? {
              id: ids.next(),
              personId: ids.ordered(id),
              role: given,
              groupId: given === "ADMINISTRATOR" || given === "REFERENT" ? null : ids.ordered("group"),
              territoryId: given === "REFERENT" ? territory("REGION_2012", regionCode2012).regionId : null,
              grantedAt: since,
            }
          : [],
      ),
    ),
  );
  referents({ ids, put, territory }, since);
}

/** Referents whom the content counts without naming them: each region is told to have one by the role that somebody holds. */
function referents({ ids, put, territory }: Pick<Demo, "ids" | "put" | "territory">, since: Date) {
  for (const { regionCode2012, name, referentId, hasReferent } of content<RegionalSource[]>("regional-groups.json")) {
    if (!hasReferent || referentId) continue;
    const { id: territoryId } = territory("REGION_2012", regionCode2012);
    const personId = ids.next();
    put(Persons, [
      {
        id: personId,
        email: null,
        emailVerified: false,
        displayName: `${name.replace("Groupe régional", "Référent")} (démo)`,
        territoryId,
        language: "fr",
        fictional: true,
        createdAt: since,
        updatedAt: since,
      },
    ]);
    put(RoleGrants, [{ id: ids.next(), personId, role: "REFERENT", groupId: null, territoryId, grantedAt: since }]);
  }
}
