import { m } from "@cahier/schema/messages";
import { datesCrossed } from "../../shared/bounds.ts";
import { alsoSay, type RoleCode, type Sentences } from "../../ui/problems.ts";

/** Messages for people who give roles, and for those who accept one. */
export const sayRoleProblems = () =>
  alsoSay({
    NO_SCOPE: m.problem_NO_SCOPE,
    ALREADY_HELD: m.problem_ALREADY_HELD,
    LAST_ADMINISTRATOR: m.problem_LAST_ADMINISTRATOR,
    HAS_ACCOUNT: m.problem_HAS_ACCOUNT,
    ALREADY_OFFERED: m.problem_ALREADY_OFFERED,
    CARRIES_CONTACT: m.problem_CARRIES_CONTACT,
    DATES_CROSSED: datesCrossed,
  } satisfies Sentences<RoleCode | "CARRIES_CONTACT" | "DATES_CROSSED">);
