import { countedOneByOne } from "@cahier/schema/limits";

/** Says a count; where there are more than were counted, that there are more than so many. */
export const told = (
  count: number,
  say: (inputs: { count: number }) => string,
  more: (inputs: { count: number }) => string,
) => (count === countedOneByOne + 1 ? more({ count: countedOneByOne }) : say({ count }));
