import { carryRights } from "./carry/rights.ts";
import { giveRights } from "./give/rights.ts";
import { groundRights } from "./ground/rights.ts";
import { listenRights } from "./listen/rights.ts";
import { meetRights } from "./meet/rights.ts";
import { proposeRights } from "./propose/rights.ts";
import { tellRights } from "./tell/rights.ts";
import { understandRights } from "./understand/rights.ts";

type Role = "ADMINISTRATOR" | "FACILITATOR" | "RAPPORTEUR" | "REFERENT" | "MODERATOR" | "MEMBER";

/** Roles allowed to do each act, by its mutation: « ANYONE » needs no account, « SIGNED_IN » any account. */
export type Rights = Record<string, readonly Role[] | "ANYONE" | "SIGNED_IN">;

/**
 * Roles allowed to do each act of the site, along the chain; an act left out fails its test.
 * An administrator makes the site work, and judges nothing: reads, rules on, marks, sums up and publishes nothing.
 */
export const rights: Rights = {
  ...listenRights,
  ...meetRights,
  ...understandRights,
  ...proposeRights,
  ...carryRights,
  ...tellRights,
  ...giveRights,
  ...groundRights,
};
