import type { Context } from "../../../platform/context.ts";
import { kits } from "../languageKit/languageKit.queries.ts";
import { glossary } from "./glossary.queries.ts";

/** A word to leave, and what to say rather. */
export interface Advice {
  avoid: string;
  prefer: string;
  why: string | null;
}

/** Words to leave: those of the language kits, which say why, then those of the glossary. */
export async function vocabulary(context: Context): Promise<Advice[]> {
  const [written, terms] = await Promise.all([kits(context), glossary(context)]);
  const all = [
    ...written.flatMap(({ words }) => words.sayRather),
    ...terms.flatMap(({ avoid, word }) => avoid.map((one) => ({ avoid: one, prefer: word, why: null }))),
  ];
  return [...new Map(all.toReversed().map((advice) => [advice.avoid.toLowerCase(), advice])).values()].toReversed();
}
