import { m } from "@cahier/schema/messages";
import { written } from "../../../platform/written.ts";
import { type Run, type Words, words } from "../../../platform/files/writing/writing.ts";
import { shortPath } from "../../listen/contribution/short.ts";
import { permalink } from "../keyPointFiles/keyPoints.files.ts";
import type { PassageSource } from "./source.ts";

const locale = written;

/** Calls apart from one another. */
export const callsOf = (sources: readonly PassageSource[]): Run[] =>
  sources.flatMap(({ passage }, at) => [...(at ? [words(" ")] : []), { note: passage.id }]);

/** Words as they are, and the call of their note. */
export const quoteOf = (source: PassageSource): Run[] => [
  source.state === "PUBLISHED"
    ? words(m.export_quoted({ words: source.passage.quote }, locale))
    : words(goneOf(source), { emphasis: true }),
  words(" "),
  { note: source.passage.id },
];

const goneOf = ({ state }: PassageSource) =>
  state === "WITHDRAWN" ? m.export_withdrawn({}, locale) : m.export_not_published({}, locale);

/** A note: the words, who says them as they chose to appear, from where, and where to read them. */
export function noteOf(source: PassageSource, origin: string): Words[] {
  const { passage, contribution, state, place } = source;
  // Short on paper; on a screen, it leads to the very words.
  const link = words(`${origin}${shortPath(contribution.id)}`, {
    href: permalink(origin, { contributionId: contribution.id, passageId: passage.id }),
  });
  if (state === "NOT_PUBLISHED") return [words(goneOf(source))];
  if (state === "WITHDRAWN") return [words(`${goneOf(source)} `), link];
  const by = `${bylineOf(source, place?.name)}. ${madeOf(source)}`;
  return [words(`${m.export_quoted({ words: passage.quote }, locale)} ${by}`), link];
}

/** « Cahiers citoyens 2019, Les communes, Licence Ouverte 2.0. », of words made elsewhere; nothing for any other. */
const madeOf = ({ made }: PassageSource) =>
  made ? `${[made.name, made.attribution, made.licence].filter(Boolean).join(", ")}. ` : "";

/** « Marion L., Drôme »; « Un horticulteur de Maine-et-Loire » already says from where. */
export function bylineOf(
  { contribution: { appearance, authorName, organisationName } }: PassageSource,
  place: string | undefined,
) {
  const named = appearance === "NAMED" ? { who: authorName, of: organisationName } : { who: null, of: null };
  const author =
    named.who && named.of
      ? m.contribution_on_behalf({ who: named.who, of: named.of }, locale)
      : (named.who ?? named.of ?? m.vocabulary_no_name({}, locale));
  return place && !author.endsWith(place) ? `${author}, ${place}` : author;
}
