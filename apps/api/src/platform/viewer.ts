import type { Role } from "../graphql/resolvers.generated.ts";
import { zone } from "./day.ts";

/** A right somebody holds, everywhere or within a scope. */
export interface HeldRole {
  role: Role;
  groupId: string | null;
  territoryId: string | null;
}

/** SQL: the grant `of` holds today: it was not ended, and its last day is not past. */
export const heldNow = (of: string) => heldOn(of, `(now() at time zone '${zone}')::date`);

/** SQL: the same on a day, for what is kept. */
export const heldOn = (of: string, day: string) =>
  `(${of}.ended_at is null and (${of}.ends_on is null or ${of}.ends_on >= ${day}))`;

/** Person or visitor behind a request. A visitor has no id and no role. */
export interface Viewer {
  id: string | null;
  displayName: string;
  language: "fr" | "en";
  roles: HeldRole[];
  /** The session of this browser; absent where none was asked for. */
  sessionId?: string;
  /** Step missing before this session gives any right: the code of a second factor, or enrolling one. */
  awaits?: "CODE" | "ENROLMENT";
  /** Last day to enrol a second factor; absent where none is asked, or where one is there. */
  enrolBy?: string;
  /** Holds this right somewhere; when a group or territory is named, there or everywhere. */
  has(role: Role, scope?: string | null): boolean;
}

/** Somebody who has an account. */
export type SignedIn = Viewer & { id: string };

export const viewerOf = (
  person: Pick<Viewer, "id" | "displayName" | "language" | "sessionId" | "awaits" | "enrolBy">,
  roles: HeldRole[],
): Viewer => ({
  ...person,
  roles,
  has: (role, scope) =>
    roles.some(
      (held) =>
        held.role === role &&
        ((!held.groupId && !held.territoryId) || !scope || held.groupId === scope || held.territoryId === scope),
    ),
});

export const visitor = viewerOf({ id: null, displayName: "", language: "fr" }, []);
