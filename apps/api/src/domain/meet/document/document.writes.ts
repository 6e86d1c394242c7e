import { isDay } from "@cahier/schema/calendar/days";
import { limits } from "@cahier/schema/limits";
import type { DocumentAnswerInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { type Document, Documents } from "./document.entity.ts";
import { documentPolicy } from "./document.policy.ts";

/** The document, held, of whoever may change it. */
export async function documentHeld({ db, viewer }: Pick<Transaction, "db" | "viewer">, id: string): Promise<Document> {
  const where = { id: id.toLowerCase() };
  const document = isId(id) ? await db.findOne(Documents, { where, lock: { mode: "for_no_key_update" } }) : null;
  if (!document) throw notFound();
  authorize(documentPolicy.change(viewer, document));
  return document;
}

/** A day as it was typed; null where none was. */
export function givenDay(typed: string, field: string): string | null {
  const day = typed.trim();
  if (day && !isDay(day)) throw new Refusal("NOT_A_DATE", field);
  return day || null;
}

/** Languages of documents. */
export function givenLanguage(typed: string): string {
  const tag = typed.trim().toLowerCase();
  if (!/^[a-z]{2,3}$/.test(tag)) throw new Refusal("UNKNOWN_CHOICE", "language");
  return tag;
}

/** The sentence that says what a version changes. */
export const changeIn = (typed: string) => neededLine(typed, "change", limits["document.change"]);

/** Words of the sections of a template, by key: nothing for a section that it does not have. */
export function answersIn(
  sections: Document["sections"],
  given: readonly DocumentAnswerInput[],
): Record<string, string> {
  const keys = new Set(sections.map(({ key }) => key));
  const answers: Record<string, string> = {};
  for (const { key, text } of given) {
    if (!keys.has(key)) continue;
    const words = text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trimEnd();
    if (words.length > limits["document.answer"]) throw new Refusal("TOO_LONG", key, String(limits["document.answer"]));
    if (words) answers[key] = words;
  }
  return answers;
}
