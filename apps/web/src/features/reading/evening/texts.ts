import { m } from "@cahier/schema/messages";
import type { SheetText_text } from "../../../graphql/operations.generated.ts";
import { formatDate } from "../../../i18n/dates.ts";
import { notRetainedNames } from "../../../i18n/voices.ts";
import { type Stretch, sentencesOf } from "../../../shared/sentences.ts";
import type { Only } from "../filter.ts";
import type { Given } from "./Marked.tsx";
import { type EveningState, marksOf } from "./session.ts";

/** A text of a sheet as it stands after all that was done here. */
export interface Text {
  id: string;
  body: string;
  canMark: boolean;
  /** True while this person reads it second, without what the first one marked. */
  blind: boolean;
  sentences: readonly Stretch[];
  marks: readonly Given[];
  /** Reader who keeps it for two: this person, or another, by their name; null for nobody. */
  kept: { name: string | null } | null;
  /** True while it is to be read. */
  open: boolean;
  item: SheetText_text;
}

/** A place on a sheet: one of its texts, and the words that are chosen there; null where none are. */
export interface Place {
  id: string;
  stretch: Stretch | null;
}

export const overlap = (a: Stretch, b: Stretch) => a.start < b.end && b.start < a.end;

interface Sheet {
  ofResponse: readonly SheetText_text[];
  /** The text whose address it is. */
  id: string;
}

/** The texts of a sheet; `only` says which of those that were read are asked for again. */
export function textsOf(
  { ofResponse, id }: Sheet,
  { changes, ended, kept: here }: Pick<EveningState, "changes" | "ended" | "kept">,
  only: Only | null,
): Text[] {
  const again = only === "without-end" || only === "without-follow-up";
  return ofResponse.map((item) => {
    const { contribution, canMark, blind, readings } = item;
    const marks = marksIn(item, changes);
    const isRead = ended.has(item.id) || (!blind && (marks.length > 0 || !!item.notRetained));
    const isAsked = blind || readings.length === 0 || item.id === id || again;
    const open = !isRead && isAsked;
    // Words that nobody may take are one stop on the way.
    const { body } = contribution;
    const sentences = canMark || ofResponse.length === 1 ? sentencesOf(body) : [{ start: 0, end: body.length }];
    const kept = keptIn(item, here);
    return { id: item.id, body, canMark, blind, sentences, marks, kept, open, item };
  });
}

/** Reader who keeps a text for two, after the acts done here since. */
function keptIn({ id, keptForTwo }: SheetText_text, here: EveningState["kept"]): Text["kept"] {
  if (keptForTwo?.byAnother) return { name: keptForTwo.name };
  return (here.get(id) ?? keptForTwo !== null) ? { name: null } : null;
}

/** Marks of a text; those that stand in other words than today's are left out. */
function marksIn({ id, contribution, passages }: SheetText_text, changes: EveningState["changes"]): Given[] {
  const known = passages
    .filter(({ passage }) => passage.contributionRevision === contribution.revision)
    .flatMap(({ passage, keyPoints }) =>
      keyPoints.map((keyPoint) => ({
        start: passage.startsAt,
        end: passage.endsAt,
        keyPoint,
        passageId: passage.id,
      })),
    );
  return marksOf(known, changes, id).map((mark) => ({ passageId: null, ...mark }));
}

const free = ({ sentences, marks }: Text) => sentences.filter((it) => !marks.some((mark) => overlap(mark, it)));

/** First place of a sheet: the first unmarked sentence of the named text, or of the first unread one. */
export function firstPlace(texts: readonly Text[], id?: string): Place {
  const text = texts.find((it) => it.id === id) ?? texts.find(({ open }) => open) ?? texts[0]!;
  return { id: text.id, stretch: free(text)[0] ?? text.sentences[0] ?? null };
}

/** The place after words that were given: the next sentence without a mark, in the texts after it too. */
export function nextPlace(texts: readonly Text[], { id, stretch }: Place): Place {
  const at = texts.findIndex((it) => it.id === id);
  const here = free(texts[at]!).find(({ start }) => start >= (stretch?.end ?? 0));
  if (here) return { id, stretch: here };
  const next = texts.slice(at + 1).find((it) => it.open && it.canMark && free(it).length > 0);
  return next ? firstPlace(texts, next.id) : { id, stretch: null };
}

/** Line above a text that was read: by whom, or why nothing follows. */
export function saidOf({ item, open, kept }: Text, ended: EveningState["ended"]): string | null {
  const { id, notRetained, readings } = item;
  if (kept && kept.name === null) return m.evening_said_kept();
  const here = ended.get(id);
  const why = here === undefined ? notRetained : here;
  if (!open && why) return notRetainedNames[why]();
  const [first] = readings;
  if (first) return m.reading_read_by({ name: first.name, date: formatDate(first.readAt, "short") });
  return here === null ? m.evening_said_read() : null;
}

/** Words of the green button: what Enter says of the texts that are left. */
export function wordsOf(texts: readonly Text[]) {
  const open = texts.filter((text) => text.open && !text.blind);
  if (!open.length) return m.evening_next();
  return open.length === texts.length ? m.evening_nothing() : m.evening_nothing_else();
}
