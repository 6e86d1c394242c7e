/** Minutes that are final: their blocks are read and marked as texts are. */
export const publishedMinutes = (it: string) => `${it}.state = 'PUBLISHED'`;
