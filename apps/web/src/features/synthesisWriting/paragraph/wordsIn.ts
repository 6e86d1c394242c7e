import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { bylineOf } from "../../../i18n/voices.ts";
import type { WordsOf } from "../publication/citation.ts";
import { citedHere } from "../citedHere.ts";
import type { Source, Version, Words } from "../writing.tsx";

/** Somebody's words as a citation shows them. */
export const shown = ({ quote, contribution }: Words["passage"]) => ({
  label: bylineOf(contribution),
  words: m.synthesis_quoted({ words: quote }),
});

/** A key point as a citation shows it. */
export const shownPoint = ({
  nature,
  number,
  sentence,
}: Omit<Version["paragraphs"][number]["keyPoints"][number], "id">) => ({
  label: `${natureNames[nature]()} ${number}`,
  words: sentence,
});

/** The words of all that the version cites and is written from, and of what was cited in this tab; what none knows was taken back. */
export function wordsIn(sources: readonly Source[], version: Version | null): WordsOf {
  const paragraphs = version?.paragraphs ?? [];
  const points = [
    ...sources.map(({ keyPoint }) => keyPoint),
    ...paragraphs.flatMap(({ keyPoints, against }) => [...keyPoints, ...against]),
  ];
  const known = new Map([
    ...points.map((point) => [point.id, shownPoint(point)] as const),
    ...paragraphs.flatMap(({ passages }) => passages.map((passage) => [passage.id, shown(passage)] as const)),
  ]);
  return ({ id }) => known.get(id) ?? citedHere(id);
}
