import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { type InitiativeContribution, InitiativeContributions } from "./initiative.entity.ts";

/** Links a contribution to the initiative it tells of, once. */
export const tellOf = ({ db, now }: Transaction, link: Omit<InitiativeContribution, "linkedOn">) =>
  insertOnce(db, InitiativeContributions, { ...link, linkedOn: dayOf(now) });
