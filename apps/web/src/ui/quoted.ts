/** Words between marks that never leave them for another line. What people write is in French on every page. */
export const quoted = (words: string) => `«\u00a0${words}\u00a0»`;
