/** SQL: digest of the words of a row `x` of a moderated kind. */
export const wordsDigest = (x: string) => `encode(sha256(convert_to(${x}.parts::text, 'UTF8')), 'hex')`;

/** SQL: reports `p` of a row `x` of a kind that nobody answered, and that speak of its words as they stand. */
export const openReports = (kind: string, x: string) => `from report p where p.kind = '${kind}'
  and p.text_id = ${x}.id and p.settled_by_id is null and p.words_digest = ${wordsDigest(x)}`;
