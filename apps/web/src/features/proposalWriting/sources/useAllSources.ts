import { useMemo } from "react";
import type { KeyPointNature, KeyPointState } from "../../../graphql/operations.generated.ts";
import type { AllSources, SourceKeyPoint } from "./SourcesContext.ts";

interface Objective {
  id: string;
  number: number;
  name: string;
  keyPoints: readonly (SourceKeyPoint & { state: KeyPointState })[];
}

/** What the sentences of a proposal may stand on: stated key points of its group, objective by objective. */
export function useAllSources(objectives: readonly Objective[]): AllSources {
  return useMemo(() => {
    const natures = new Map<string, KeyPointNature>();
    for (const { nature, passages } of objectives.flatMap(({ keyPoints }) => keyPoints))
      for (const { id } of passages) if (!natures.has(id)) natures.set(id, nature);
    return {
      objectives: objectives.map((one) => ({
        ...one,
        keyPoints: one.keyPoints.filter(({ state }) => state === "STATED"),
      })),
      natureOf: (passageId) => natures.get(passageId) ?? null,
    };
  }, [objectives]);
}
