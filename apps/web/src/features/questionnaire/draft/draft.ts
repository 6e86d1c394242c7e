import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import { type Shelf, shelf } from "../../../ui/shelf.ts";
import { ownName } from "../../../ui/whose.ts";

/** Question id (or the key of its « other ») → what is written so far. */
export type DraftAnswers = Readonly<Record<string, AnswerValue>>;

/** Response handed to the network once: sent again to the letter, it gets its receipt. */
export interface Attempt {
  answers: DraftAnswers;
  appearance: string;
  authorName: string | null;
  followUpEmail: string | null;
  /** The revision of the questionnaire that was on the page. */
  questionnaireRevision?: number;
  speaksAs?: string;
  organisationName?: string | null;
  organisationId?: string | null;
  peopleCount?: number | null;
}

/** The same draft on the server. */
export interface OnServer {
  /** The secret of its link. */
  token: string;
  /** As last read or saved there; null before the first save. */
  version: number | null;
  /** Answers at that time. */
  answers: DraftAnswers;
}

/** A response being written, kept on the device first. */
export interface Draft {
  /** Made when the draft begins, kept through retries: the response is stored once. */
  key: string;
  questionnaireId: string;
  slug: string;
  title: string;
  answers: DraftAnswers;
  /** Part where the person stopped, from 1. */
  part: number;
  savedAt: string;
  /** Changes at each save: tells a tab that another one wrote. */
  version: string;
  /** Two tabs wrote two things: what the other one wrote, until somebody chooses. */
  conflicts: DraftAnswers;
  /** Appearance chosen so far. */
  appearance: string;
  authorName: string;
  /** For whom it speaks, as written so far; for oneself when it is not said. */
  speaksAs?: string;
  organisationName?: string;
  /** A confirmed organisation of the viewer; empty where a name is typed. */
  organisationId?: string;
  peopleCount?: string;
  /** Tries that may have arrived although no receipt came back. */
  attempts: readonly Attempt[];
  /** Response handed over without a network: it leaves by itself. Null once something else is written. */
  waiting?: Attempt | null;
  /** The revision of the questionnaire it was written at; unknown for drafts older than revisions. */
  revision?: number;
  /** Null until it reached the server once. */
  server?: OnServer | null;
}

/** First letters of the names of all drafts. */
export const draftPrefix = "draft";

/** One draft for each questionnaire, and for each option where the questionnaire repeats; of one person. */
export const draftKey = (questionnaireId: string, repeatKey = "") =>
  ownName(draftPrefix, `${questionnaireId}:${repeatKey}`);

/** Draft under a name of the device; null for nothing, or for something that is no draft. */
export function readDraft(device: Pick<Shelf, "read">, name: string): Draft | null {
  try {
    const draft = JSON.parse(device.read(name) ?? "null") as Draft | null;
    return draft?.key && draft.answers ? draft : null;
  } catch {
    return null;
  }
}

/**
 * Drafts of this device, the last one saved first; of one questionnaire when its id is given. Those of a visitor, and of
 * the person who is signed in: nobody sees those of another account.
 */
export function allDrafts(questionnaireId?: string, device = shelf): { name: string; draft: Draft }[] {
  const wanted = questionnaireId ? `${questionnaireId}:` : "";
  const places = [`${draftPrefix}:${wanted}`, ownName(draftPrefix, wanted)];
  try {
    return Object.keys(device.storage())
      .filter((name) => places.some((place) => name.startsWith(place)))
      .flatMap((name) => {
        const draft = readDraft(device, name);
        return draft ? [{ name, draft }] : [];
      })
      .toSorted((a, b) => b.draft.savedAt.localeCompare(a.draft.savedAt));
  } catch {
    return [];
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The answers of two tabs put together, question by question, from what both knew (`base`). Where both wrote something
 * new, this tab's stays and the other's is set beside it: nothing that was written is lost.
 */
export function merge(base: DraftAnswers, mine: DraftAnswers, theirs: DraftAnswers) {
  const answers: Record<string, AnswerValue> = {};
  const conflicts: Record<string, AnswerValue> = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const untouched = same(mine[key], base[key]);
    const kept = untouched ? theirs[key] : mine[key];
    const other = untouched || same(theirs[key], base[key]) || same(theirs[key], kept) ? undefined : theirs[key];
    if (kept !== undefined) answers[key] = kept;
    if (other !== undefined) conflicts[key] = other;
  }
  return { answers, conflicts };
}
