import { createContext } from "react";
import type { KeyPointNature } from "../../../graphql/operations.generated.ts";

/** A stated key point, which a sentence may rest on with all its passages, or with one of them. */
export interface SourceKeyPoint {
  id: string;
  number: number;
  sentence: string;
  nature: KeyPointNature;
  passages: readonly { id: string; quote: string }[];
}

/** What the sentences of a proposal may stand on: the same for each of them. */
export interface AllSources {
  objectives: readonly { id: string; number: number; name: string; keyPoints: readonly SourceKeyPoint[] }[];
  /** Nature of the key point that a passage says; null for one that none says. */
  natureOf: (passageId: string) => KeyPointNature | null;
}

export const SourcesContext = createContext<AllSources>({ objectives: [], natureOf: () => null });
