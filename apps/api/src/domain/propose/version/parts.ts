/** The parts of an argument, in the order they are read. */
export const partOrder = "array['PROBLEM', 'MEASURE', 'ARGUMENT', 'EFFECT', 'COST', 'LIMIT']";
