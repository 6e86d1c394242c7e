/**
 * Header with the id of the person in whose name something is asked, by an act that waited on the device or by a tab
 * that stayed open. While somebody else is signed in on that device it is answered as a visitor's: nothing is shown to
 * them, nor done in their name.
 */
export const inNameOfHeader = "x-in-name-of";
