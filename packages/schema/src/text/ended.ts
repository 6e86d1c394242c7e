/** Words as a sentence: with a full stop, unless they end with a mark of their own. */
export const ended = (words: string) => (/[.!?…]\s*[»")]?$/u.test(words) ? words : `${words}.`);
