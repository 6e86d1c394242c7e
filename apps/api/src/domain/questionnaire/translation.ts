import { givenText } from "../../platform/text.ts";
import type { Translations } from "./questionnaire.entity.ts";

/** Words in English as they were given: the text, its field, its longest; an empty one is taken away, null stays. */
type Given<Words> = { [Key in keyof Words]: [string | null | undefined, string, number] };

/** The same words in English, with what was given put in the place of what was there. */
export function translated<Words extends Record<string, string>>(
  before: Translations<Words>,
  given: Given<Words>,
): Translations<Words> {
  const en: Record<string, string | undefined> = { ...before.en };
  for (const [key, [text, field, most]] of Object.entries(given)) {
    if (text == null) continue;
    const kept = givenText(text, field, most);
    if (kept === null) delete en[key];
    else en[key] = kept;
  }
  return Object.keys(en).length > 0 ? { en: en as Partial<Words> } : {};
}
