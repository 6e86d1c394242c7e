import { visible } from "../../ground/moderation/status.sql.ts";

/** SQL: public initiatives, validated or not yet. */
export const publicInitiative = visible;

/** SQL: initiatives that may be examples of proposals. */
export const validatedInitiative = (it: string) => `${visible(it)} and ${it}.state = 'VALIDATED'`;

/** SQL: initiatives that wait for somebody to judge them. */
export const proposedInitiative = (it: string) => `${visible(it)} and ${it}.state = 'PROPOSED'`;
