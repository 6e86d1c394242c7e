/**
 * A field of the forms that anybody writes in, which people neither see nor reach and many machines fill. A text whose
 * form has it filled is held for a moderator and its author is told so: nothing is refused or lost.
 */
export const hiddenField = "website";

/** Header that tells the API so, since the field is of the page and of no mutation: one for all texts. */
export const filledHeader = "x-filled";
