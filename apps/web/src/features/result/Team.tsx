import { gql, type TypedDocumentNode } from "@apollo/client";
import { useMutation } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { ResultsShown, PublishResults, PublishResultsVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import { type Problem, problemSentence } from "../../ui/problems.ts";

const mutation: TypedDocumentNode<PublishResults, PublishResultsVariables> = gql`
  mutation PublishResults($input: ShowResultsInput!) {
    showResults(input: $input) {
      problems {
        code
        field
        value
      }
      composedQuestionnaire {
        id
        questionnaire {
          id
          resultsShown
        }
      }
    }
  }
`;

interface Showing {
  questionnaireId: string;
  shown: ResultsShown;
  /** Of all questions that can be shown: whether they are. */
  questions: readonly { id: string; shown: boolean }[];
  /** Asks the page again: what is shown has changed. */
  onDone: () => Promise<unknown>;
}

/** Shows or hides results, all of them or those of a question; says why not where it is refused. */
function useShowing({ questionnaireId, onDone }: Pick<Showing, "questionnaireId" | "onDone">) {
  const [send, { loading, error }] = useMutation(mutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const show = async (shown: ResultsShown, questionIds: string[] = []) => {
    const input = { id: questionnaireId, shown, questionIds };
    const sent = await send({ variables: { input } }).catch(() => null);
    setProblems(sent?.data?.showResults.problems ?? []);
    if (sent) await onDone();
  };
  return { show, loading, problems, failed: error };
}

const Refused = ({ problems, failed }: { problems: readonly Problem[]; failed: Failure }) => (
  <>
    <Failed because={failed} />
    {problems.length > 0 && (
      <Notice tone="warn" live>
        {problems.map((problem) => (
          <p key={problem.code}>{problemSentence(problem)}</p>
        ))}
      </Notice>
    )}
  </>
);

const states: Record<ResultsShown, () => string> = {
  HIDDEN: m.result_show_HIDDEN,
  CHOSEN: m.result_show_CHOSEN,
  ALL: m.result_show_ALL,
};

/** Results that visitors see, and the switch of all at once. */
export function ShowAll(showing: Showing) {
  const { show, loading, problems, failed } = useShowing(showing);
  return (
    <div className="flow">
      <p>{states[showing.shown]()}</p>
      <div className="cluster">
        {showing.shown !== "ALL" && (
          <Button small disabled={loading} onClick={() => void show("ALL")}>
            {m.result_show_all()}
          </Button>
        )}
        {showing.shown !== "HIDDEN" && (
          <Button small disabled={loading} onClick={() => void show("HIDDEN")}>
            {m.result_hide_all()}
          </Button>
        )}
      </div>
      <Refused problems={problems} failed={failed} />
    </div>
  );
}

/** Switch of the results of a question for visitors. */
export function ShowOne({ questionId, code, ...showing }: Showing & { questionId: string; code: string }) {
  const { show, loading, problems, failed } = useShowing(showing);
  const isShown = showing.questions.some(({ id, shown }) => id === questionId && shown);
  const others = showing.questions.filter(({ id, shown }) => shown && id !== questionId).map(({ id }) => id);
  const toggle = () =>
    show(isShown && others.length === 0 ? "HIDDEN" : "CHOSEN", isShown ? others : [...others, questionId]);
  return (
    <div className="result-show">
      <span>{isShown ? m.result_shown() : m.result_shown_not()}</span>
      <Button small disabled={loading} onClick={() => void toggle()}>
        {isShown ? m.result_hide() : m.result_show()}
        <span className="visually-hidden"> {code}</span>
      </Button>
      <Refused problems={problems} failed={failed} />
    </div>
  );
}
