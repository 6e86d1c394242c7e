import { visible } from "../../ground/moderation/status.sql.ts";

/** Initiatives that anybody may read, validated or not yet. */
export const publicInitiative = visible;

/** Initiatives that can prove something. */
export const validatedInitiative = (it: string) => `${visible(it)} and ${it}.state = 'VALIDATED'`;
