/** Initiatives that anybody may read, validated or not yet. */
export const publicInitiative = (it: string) => `${it}.status in ('VALIDATED', 'PROPOSED')`;

/** Initiatives that can prove something. */
export const validatedInitiative = (it: string) => `${it}.status = 'VALIDATED'`;
