import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

/** The sheet of an exchange, in the order in which it is asked. */
export const exchangeFields = {
  direction: { kind: "choice", among: ["NEED", "OFFER"], needed: true },
  kind: {
    kind: "choice",
    among: ["KNOW_HOW", "PLACE", "EQUIPMENT", "MONEY", "PEOPLE", "EXPERIENCE"],
    needed: true,
  },
  title: { kind: "line", most: limits["exchange.title"], needed: true },
  text: { kind: "text", most: limits["exchange.text"], needed: true },
  sector: { kind: "choice", among: "SECTOR", needed: true },
  /** For whom it is posted, where it is not for oneself. */
  organisation: { kind: "line", most: limits["exchange.organisation"] },
  expiresOn: { kind: "day", needed: true },
} as const satisfies Fields;
