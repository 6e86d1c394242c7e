import { quoteMarks } from "../i18n/content.ts";

/** Words of people between marks that never leave them for another line. */
export const quoted = (words: string) => quoteMarks().join(words);
