import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

const text = { kind: "text", most: limits["interlocutor.text"] } as const;
const contact = { kind: "line", most: limits["interlocutor.contact"] } as const;

/** The sheet of an office, in the order in which it is asked. */
export const interlocutorFields = {
  name: { kind: "line", most: limits["interlocutor.name"], needed: true },
  level: { kind: "choice", among: ["LOCAL", "DEPARTMENT", "REGIONAL", "NATIONAL", "EUROPEAN"], needed: true },
  category: { kind: "choice", among: "INTERLOCUTOR_CATEGORY", needed: true },
  remit: { ...text, needed: true },
  approach: text,
  bring: text,
  timing: { kind: "line", most: limits["interlocutor.timing"] },
  months: { kind: "months" },
  contactMail: contact,
  contactUrl: contact,
  contactPostal: contact,
} as const satisfies Fields;
