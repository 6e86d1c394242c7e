import { digestOf, inFours, sixteen } from "../../../platform/code.ts";

/** The code of a link, as it is printed: 80 bits that are remade from its id for whoever holds the handover. */
export const officeCode = (linkId: string) => inFours(sixteen("office", linkId));

/** The digest that is stored, and that a link is found by. */
export const officeDigest = (linkId: string) => digestOf(sixteen("office", linkId));
