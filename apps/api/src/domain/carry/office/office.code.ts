import { digestOf, inFours, sixteen } from "../../../platform/code.ts";

/** The printed code of a link: 80 bits, remade from its id for the team that holds the handover. */
export const officeCode = (linkId: string) => inFours(sixteen("office", linkId));

/** The digest that is stored, and that a link is found by. */
export const officeDigest = (linkId: string) => digestOf(sixteen("office", linkId));
