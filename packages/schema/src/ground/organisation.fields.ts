import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

/** The sheet of an organisation, in the order in which it is asked. */
export const organisationFields = {
  name: { kind: "line", most: limits["organisation.name"], needed: true },
  kind: { kind: "choice", among: "ORGANISATION_TYPE", needed: true },
  website: { kind: "line", most: limits["organisation.website"] },
  about: { kind: "text", most: limits["organisation.about"], needed: true },
} as const satisfies Fields;

/** Key of the list of kinds that stands for nobody but oneself: no organisation is of it. */
export const nobodyElse = "INDIVIDUAL";
