import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { bylineOf } from "../../../i18n/voices.ts";
import type { WordsOf } from "../publication/citation.ts";
import type { KeyPointSource, Version } from "../writing.tsx";

/** The words of all that the page knows; what it does not know was taken back. */
export function wordsIn(sources: readonly KeyPointSource[], version: Version | null): WordsOf {
  const passages = new Map<string, { label: string; words: string }>();
  const quoted = (quote: string) => m.synthesis_quoted({ words: quote });
  for (const { id, quote } of version?.paragraphs.flatMap((one) => one.passages) ?? [])
    passages.set(id, { label: "", words: quoted(quote) });
  for (const { id, quote, contribution } of [
    ...(version?.unaccounted ?? []),
    ...sources.flatMap((source) => source.passages),
  ])
    passages.set(id, { label: bylineOf(contribution), words: quoted(quote) });
  const keyPoints = new Map(
    sources.map(({ id, number, nature, sentence }) => [
      id,
      { label: `${natureNames[nature]()} ${number}`, words: sentence },
    ]),
  );
  return ({ kind, id }) => (kind === "passage" ? passages : keyPoints).get(id) ?? null;
}
