/** Key points that anybody may read. */
export const stated = (it: string) => `${it}.state = 'STATED'`;

/** Key points that the team alone reads, to be stated one day. */
export const working = (it: string) => `${it}.state = 'WORKING'`;

/** Key points that hold their own words: no other one holds them. */
export const notMerged = (it: string) => `${it}.state <> 'MERGED'`;

/** The sentence and the name of a key point, as parts of words are looked for in them: an index holds them. */
export const said = (it: string) => `search_folded(${it}.sentence || ' ' || coalesce(${it}.short_name, ''))`;
