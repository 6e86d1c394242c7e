import { createContext } from "react";
import type { Cited, WordsOf } from "./publication/citation.ts";
import type { Source, Words, Writing } from "./writing.tsx";

/** The paragraph that is open: where what is cited goes. */
export interface Target {
  id: string;
  isQuote: boolean;
  isDebate: boolean;
  /** Puts a citation where one writes. */
  insert: (cited: Cited) => void;
  /** Rests the paragraph on a key point; on the other side of a debate. */
  rest: (keyPointId: string, against: boolean) => void;
}

/** State shared by the parts of the page on which a synthesis is written. */
export interface SynthesisDesk {
  synthesis: Writing;
  /** The viewer rules on texts that wait. */
  moderates: boolean;
  /** The key points at hand, those that most people say first; past sixty, the server finds the others. */
  sources: readonly Source[];
  wordsOf: WordsOf;
  /** Place of each passage of the objective in the version under way. */
  placed: Placed;
  target: Target | null;
  aim: (target: Target | null) => void;
  /** Says something to those who listen. */
  say: (sentence: string) => void;
  refresh: () => void;
  /** Holds what is being read back while something is being saved. */
  hold: <T>(saving: Promise<T>) => Promise<T>;
}

export interface Placed {
  cited: ReadonlySet<string>;
  setAside: ReadonlySet<string>;
  of: (words: Words) => "cited" | "setAside" | "toPlace";
}

export const DeskContext = createContext<SynthesisDesk>(null!);
