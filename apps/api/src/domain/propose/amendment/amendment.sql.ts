import { hiddenInPlace, visible, withdrawn } from "../../ground/moderation/status.sql.ts";

/** SQL: amendments whose place anybody sees: visible ones, and those taken back or hidden after anybody could read them. */
export const shownAmendment = (it = "it") =>
  `(${visible(it)} or ${withdrawn(it)} and ${it}.was_visible or ${hiddenInPlace("AMENDMENT", it)})`;

/** SQL: amendments that anybody reads and that wait to be settled. */
export const openAmendment = (it: string) => `${it}.state = 'PROPOSED' and ${visible(it)}`;
