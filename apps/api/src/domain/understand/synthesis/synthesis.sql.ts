/** Syntheses, or versions of them, that anybody may read: circulating or published. */
export const readByAll = (it: string) => `${it}.state <> 'DRAFT'`;

/** Syntheses, or versions of them, that people read over, to say how they are cited. */
export const circulating = (it: string) => `${it}.state = 'CIRCULATING'`;

/** Syntheses, or versions of them, that are frozen. */
export const published = (it: string) => `${it}.state = 'PUBLISHED'`;

/** Syntheses, or versions of them, that still change. */
export const underWay = (it: string) => `${it}.state <> 'PUBLISHED'`;
