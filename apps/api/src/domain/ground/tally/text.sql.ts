/**
 * Texts that the team reads, counted by all that the reading desk asks for: a line says how many there are of a theme, an
 * objective, a question, a region and a channel that so many people read (two stands for more), marked or not, of the
 * tenth that two people read or not. What a text has none of is an id of zeros. Lines are appended, as those of a figure.
 */
export const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** SQL: how many texts some lines `y` count. */
export const textsIn = (which = "true") => `coalesce(sum(y.n) filter (where ${which}), 0)::int`;
