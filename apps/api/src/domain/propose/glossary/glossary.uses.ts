/**
 * The words of a text that the glossary defines are said beside the text, so that pages carry no dictionary.
 * Terms, notes and announcements belong to a group; addresses leave through the outbox alone.
 */
import { finder } from "@cahier/schema/text/words";
import type { Context } from "../../../platform/context.ts";
import { type GlossaryTerm } from "./glossary.entity.ts";
import { glossary } from "./glossary.queries.ts";

/** A text, and the id of what holds it. */
export interface TextWithTerms {
  id: string;
  text: string;
}

/** Place in a text that uses a term of the glossary. */
export interface GlossaryUse {
  subjectId: string;
  startsAt: number;
  endsAt: number;
  term: GlossaryTerm;
}

/** Glossary terms that texts use, each at its first use in this order of reading. */
export async function usesIn(context: Context, texts: readonly TextWithTerms[]): Promise<GlossaryUse[]> {
  const terms = (await glossary(context)).filter(({ inTexts }) => inTexts);
  const find = finder(terms.flatMap((of) => [of.word, ...of.synonyms].map((words) => ({ words, of }))));
  const met = new Set<GlossaryTerm>();
  return texts.flatMap(({ id: subjectId, text }) =>
    find(text).flatMap(({ of: term, startsAt, endsAt }) => {
      if (met.has(term)) return [];
      met.add(term);
      return { subjectId, startsAt, endsAt, term };
    }),
  );
}
