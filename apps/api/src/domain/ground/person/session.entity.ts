import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** Foreign key: the row is deleted with its person. */
const person = { type: "uuid", foreignKey: { target: "Person", onDelete: "CASCADE" } } as const;

/** A browser where somebody is signed in. Its address and its make are not kept. */
export interface Session {
  id: string;
  personId: string;
  token: string;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  impersonatedBy: string | null;
  /** Moment at which the code of a second factor was given; null if none was. */
  factorAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export const Sessions = new EntitySchema<Session>({
  name: "Session",
  columns: {
    id: column.randomId,
    personId: person,
    token: { ...column.text, unique: true },
    expiresAt: column.instant,
    ipAddress: column.optionalText,
    userAgent: column.optionalText,
    impersonatedBy: column.optionalText,
    factorAt: column.optionalInstant,
    createdAt: { ...column.instant, createDate: true },
    updatedAt: { ...column.instant, updateDate: true },
  },
  indices: [{ name: "session_person", columns: ["personId"] }],
});

/** A way somebody can sign in beside the link: a password, another site. */
export interface Account {
  id: string;
  personId: string;
  accountId: string;
  providerId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const Accounts = new EntitySchema<Account>({
  name: "Account",
  columns: {
    id: column.randomId,
    personId: person,
    accountId: column.text,
    providerId: column.text,
    accessToken: column.optionalText,
    refreshToken: column.optionalText,
    idToken: column.optionalText,
    accessTokenExpiresAt: column.optionalInstant,
    refreshTokenExpiresAt: column.optionalInstant,
    scope: column.optionalText,
    password: column.optionalText,
    createdAt: { ...column.instant, createDate: true },
    updatedAt: { ...column.instant, updateDate: true },
  },
  indices: [{ name: "account_person", columns: ["personId"] }],
});

/** A link that was sent and not used yet: its secret is kept as a hash. */
export interface Verification {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Date;
  updatedAt: Date;
}

export const Verifications = new EntitySchema<Verification>({
  name: "Verification",
  columns: {
    id: column.randomId,
    identifier: column.text,
    value: column.text,
    expiresAt: column.instant,
    createdAt: { ...column.instant, createDate: true },
    updatedAt: { ...column.instant, updateDate: true },
  },
  indices: [{ name: "verification_identifier", columns: ["identifier"] }],
});
