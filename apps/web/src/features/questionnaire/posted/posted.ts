import { type ComponentType, createContext } from "react";
import type { Problem } from "../../../ui/problems.ts";
import type { DraftAnswers } from "../draft/draft.ts";
import type { Questionnaire, Region } from "../question.ts";

/** A form that was posted as it is, by a browser without scripts, and refused: it is shown again, with what was typed. */
export interface Posted {
  problems: readonly Problem[];
  /** The answers, those typed last included. */
  answers: DraftAnswers;
  /** Other fields typed, by name. */
  fields: Readonly<Record<string, string>>;
}

/** A draft as the API keeps it between two parts. */
export interface SavedDraft {
  /** The secret of its link. */
  token: string;
  key: string;
  answers: DraftAnswers;
  appearance: string | null;
  authorName: string | null;
}

export interface PostedAnsweringProps {
  questionnaire: Questionnaire;
  regions: readonly Region[];
  /** Null until a first part was posted. */
  saved?: SavedDraft | null;
  /** Organisations in whose name the viewer may write; none for a visitor. */
  organisations?: readonly { id: string; name: string }[];
}

/**
 * Posted form and address as the API alone knows them, and its page of answering without scripts, which no browser is
 * sent as a script. Null in a browser.
 */
export const PostedContext = createContext<{
  url: URL;
  posted: Posted | null;
  Answering: ComponentType<PostedAnsweringProps>;
} | null>(null);
