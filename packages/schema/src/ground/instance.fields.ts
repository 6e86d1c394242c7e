import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

const line = { kind: "line", most: limits["instance.line"] } as const;
const address = { kind: "text", most: limits["instance.address"] } as const;
const text = { kind: "text", most: limits["instance.text"] } as const;

/** The sheet of an instance, in the order in which it is asked. */
export const instanceFields = {
  name: { kind: "line", most: limits["instance.name"], needed: true },
  accent: { kind: "line", most: 7 },
  languages: { kind: "choice", among: ["BOTH", "FRENCH", "ENGLISH"], needed: true },
  organiser: line,
  controller: line,
  address,
  contact: line,
  director: line,
  host: address,
  legalText: text,
  privacyText: text,
  senderName: { kind: "line", most: limits["instance.name"] },
  senderAddress: line,
  secondFactor: { kind: "choice", among: ["NOBODY", "ADMINISTRATORS", "MODERATORS"] },
} as const satisfies Fields;
