import { m } from "@cahier/schema/messages";
import { written } from "../../../platform/written.ts";
import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import { type Block, heading, paragraph, type Words, words } from "../../../platform/files/writing/writing.ts";
import { permalink } from "../keyPointFiles/keyPoints.files.ts";
import type { Beside } from "./synthesis.beside.ts";
import type { PassageSource } from "./source.ts";
import type { LeftOut } from "./synthesis.chain.ts";

const locale = written;

const reasons: Record<NotRetainedReason, () => string> = {
  ALREADY_SAID: () => m.vocabulary_not_retained_ALREADY_SAID({}, locale),
  OUT_OF_SCOPE: () => m.vocabulary_not_retained_OUT_OF_SCOPE({}, locale),
  REQUEST_APART: () => m.vocabulary_not_retained_REQUEST_APART({}, locale),
  TOO_GENERAL: () => m.vocabulary_not_retained_TOO_GENERAL({}, locale),
  NOT_ACTIONABLE: () => m.vocabulary_not_retained_NOT_ACTIONABLE({}, locale),
  NOT_UNDERSTOOD: () => m.vocabulary_not_retained_NOT_UNDERSTOOD({}, locale),
  NOTHING_TO_ADD: () => m.vocabulary_not_retained_NOTHING_TO_ADD({}, locale),
  WITHDRAWN: () => m.vocabulary_not_retained_WITHDRAWN({}, locale),
};

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase(locale.locale) + text.slice(1);

/** Annex of a version: all that it sets aside, by reason, and the number of texts read with nothing to keep. */
export function annexOf(
  leftOut: readonly LeftOut[],
  { unretained, accounting }: Pick<Beside, "unretained" | "accounting">,
  origin: string,
): Block[] {
  const by = Map.groupBy(leftOut, ({ reason }) => reason);
  return [
    heading(2, m.export_annex({}, locale)),
    paragraph(m.export_accounting(accounting, locale)),
    ...(leftOut.length || unretained.length ? [] : [paragraph(m.export_annex_none({}, locale))]),
    ...[...by].flatMap(([reason, those]) => [
      heading(3, capital(reasons[reason]())),
      { kind: "list" as const, items: those.map((one) => itemOf(one, origin)) },
    ]),
    ...(unretained.length
      ? [
          heading(3, m.export_annex_texts({}, locale)),
          {
            kind: "list" as const,
            items: unretained.map(({ reason, count }) => [
              paragraph(`${capital(reasons[reason]())}${m.ui_colon({}, locale)}${count}`),
            ]),
          },
        ]
      : []),
  ];
}

/** A key point that is not stated has no sentence for all: its words are told, not the label that its team works with. */
function itemOf({ keyPoint, sources, note, saidBy }: LeftOut, origin: string): Block[] {
  const more = [
    ...(saidBy
      ? [words(" — "), words(m.export_annex_said_by(saidBy, locale), { href: `${origin}/key-points/${saidBy.id}` })]
      : []),
    ...(note ? [words(` — ${note}`)] : []),
  ];
  const line = (...runs: Words[]): Block => ({ kind: "paragraph", runs: [...runs, ...more] });
  if (!keyPoint) return [line(sources[0] ? wordsOf(sources[0], origin) : gone(m.export_withdrawn))];
  const count = words(` (${m.export_annex_passages({ count: sources.length }, locale)})`);
  if (keyPoint.state === "STATED")
    return [line(words(keyPoint.sentence, { href: `${origin}/key-points/${keyPoint.id}` }), count)];
  const items = sources.map((source): Block[] => [{ kind: "paragraph", runs: [wordsOf(source, origin)] }]);
  return [
    line(words(m.export_annex_working({}, locale)), count),
    ...(items.length ? [{ kind: "list" as const, items }] : []),
  ];
}

const gone = (say: typeof m.export_withdrawn) => words(say({}, locale), { emphasis: true });

function wordsOf({ passage, contribution, state }: PassageSource, origin: string): Words {
  if (state !== "PUBLISHED") return gone(state === "WITHDRAWN" ? m.export_withdrawn : m.export_not_published);
  const href = permalink(origin, { contributionId: contribution.id, passageId: passage.id });
  return words(m.export_quoted({ words: passage.quote }, locale), { href });
}
