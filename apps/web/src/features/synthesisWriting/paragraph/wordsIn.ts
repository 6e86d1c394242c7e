import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { bylineOf } from "../../../i18n/voices.ts";
import type { WordsOf } from "../publication/citation.ts";
import { citedHere } from "../citedHere.ts";
import type { KeyPointSource, Version, Words } from "../writing.tsx";

/** Somebody's words as a citation shows them. */
export const shown = ({ quote, contribution }: Words["passage"]) => ({
  label: bylineOf(contribution),
  words: m.synthesis_quoted({ words: quote }),
});

/** The words of all that the version cites, and of what was cited in this tab; what neither knows was taken back. */
export function wordsIn(sources: readonly KeyPointSource[], version: Version | null): WordsOf {
  const passages = new Map(
    version?.paragraphs.flatMap((one) => one.passages.map((passage) => [passage.id, shown(passage)])) ?? [],
  );
  const keyPoints = new Map(
    sources.map(({ id, number, nature, sentence }) => [
      id,
      { label: `${natureNames[nature]()} ${number}`, words: sentence },
    ]),
  );
  return ({ kind, id }) => (kind === "passage" ? (passages.get(id) ?? citedHere(id)) : (keyPoints.get(id) ?? null));
}
