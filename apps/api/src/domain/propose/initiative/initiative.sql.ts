import { isOpened } from "../../ground/group/group.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** SQL: public initiatives of groups that opened, validated or not yet. */
export const publicInitiative = (it: string) => `(${visible(it)} and ${isOpened(`${it}.group_id`)})`;

/** SQL: initiatives that may be examples of proposals. */
export const validatedInitiative = (it: string) => `${publicInitiative(it)} and ${it}.state = 'VALIDATED'`;

/** SQL: initiatives that wait for somebody to judge them. */
export const proposedInitiative = (it: string) => `${visible(it)} and ${it}.state = 'PROPOSED'`;
