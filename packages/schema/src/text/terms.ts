/** Keys of the word of a list that stands for all that the list lacks: it comes last, whatever was added since. */
export const otherTerms: readonly string[] = ["OTHER", "AUTRE", "AUTRES", "AUTRE_DOMAINE", "AUTRE_SECTEUR"];

export const isOtherTerm = (key: string) => otherTerms.includes(key);
