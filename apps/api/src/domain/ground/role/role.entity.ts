import { EntitySchema } from "typeorm";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A role and its scope: everywhere, in one group, for one territory. */
export interface RoleScope {
  role: Role;
  groupId: string | null;
  territoryId: string | null;
}

/** A role that somebody holds, or held. */
export interface RoleGrant extends RoleScope {
  id: string;
  personId: string;
  grantedAt: Date;
  /** Null for the first administrator, whom the instance itself invited. */
  grantedById: string | null;
  /** Its last day; null when it lasts. */
  endsOn: string | null;
  endedAt: Date | null;
  endedById: string | null;
  /** Told to its holder alone, and to those who give roles. */
  endedReason: string | null;
}

export const RoleGrants = new EntitySchema<RoleGrant>({
  name: "RoleGrant",
  columns: {
    id: column.orderedId,
    personId: reference("Person"),
    role: column.text,
    groupId: optionalReference("WorkingGroup"),
    territoryId: optionalReference("Territory"),
    grantedAt: { ...column.instant, createDate: true },
    grantedById: optionalReference("Person"),
    endsOn: column.optionalDay,
    endedAt: column.optionalInstant,
    endedById: optionalReference("Person"),
    endedReason: column.optionalText,
  },
  indices: [
    { name: "role_grant_person", columns: ["personId"] },
    { name: "role_grant_group", columns: ["groupId"] },
  ],
});

/** A link that gives a role, once, to whoever opens it: its secret is kept as a digest. */
export interface Invitation extends RoleScope {
  id: string;
  /** Made by the browser of its author: a second try finds the first. */
  key: string;
  tokenDigest: string;
  /** Last day of the role it gives. */
  endsOn: string | null;
  /** Address that it is sent to, erased once it is accepted or withdrawn. */
  email: string | null;
  /** Null for the one by which the instance calls for its first administrator. */
  madeById: string | null;
  madeAt: Date;
  expiresAt: Date;
  acceptedAt: Date | null;
  acceptedById: string | null;
  withdrawnAt: Date | null;
}

export const Invitations = new EntitySchema<Invitation>({
  name: "Invitation",
  columns: {
    id: column.randomId,
    key: { ...column.text, unique: true },
    tokenDigest: { ...column.text, unique: true },
    role: column.text,
    groupId: optionalReference("WorkingGroup"),
    territoryId: optionalReference("Territory"),
    endsOn: column.optionalDay,
    email: column.optionalText,
    madeById: optionalReference("Person"),
    madeAt: column.instant,
    expiresAt: column.instant,
    acceptedAt: column.optionalInstant,
    acceptedById: optionalReference("Person"),
    withdrawnAt: column.optionalInstant,
  },
  indices: [{ name: "invitation_made", columns: ["madeAt"] }],
});
