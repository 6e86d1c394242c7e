import type { ResultsHidden } from "../../../graphql/resolvers.generated.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { Question, Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { questionnairePolicy } from "../questionnaire/questionnaire.policy.ts";

type Shown = Pick<Questionnaire, "resultsShown" | "resultsHiddenUntil">;

/** Rights to read results. Pure. */
export const resultPolicy = {
  /** The team reads them as they come. */
  readEarly: (viewer: Viewer, groupId: string) => questionnairePolicy.readResults(viewer, groupId),
  /** True if visitors see the results of a question. Results of a TEAM question never show. */
  shown: (it: Shown, question: Pick<Question, "visibility" | "resultsShown" | "type">, now: Date) =>
    question.visibility !== "TEAM" &&
    !promised(it, now) &&
    (it.resultsShown === "ALL" || (it.resultsShown === "CHOSEN" && question.resultsShown)),
  /** True if its condition depends on a TEAM question: its count would reveal that answer. */
  tellsTeam: ({ settings }: Pick<Question, "settings">, all: readonly Pick<Question, "id" | "visibility">[]) => {
    const condition = JSON.stringify(settings.visibleIf ?? "");
    return all.some(({ id, visibility }) => visibility === "TEAM" && condition.includes(id));
  },
  /** Why visitors are shown nothing; null when they are shown something. */
  hidden: (it: Shown, now: Date): ResultsHidden | null =>
    promised(it, now) ? "UNTIL" : it.resultsShown === "HIDDEN" ? "NOT_SHOWN" : null,
};

const promised = ({ resultsHiddenUntil }: Shown, now: Date) => resultsHiddenUntil !== null && now < resultsHiddenUntil;
