/**
 * Header with the id of the person in whose name an act was done: sent later, while somebody else is signed in on the same
 * device, the act is answered as a visitor's, and is done in nobody else's name.
 */
export const inNameOfHeader = "x-in-name-of";
