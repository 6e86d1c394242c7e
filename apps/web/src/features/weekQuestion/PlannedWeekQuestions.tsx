import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  PlannedWeekQuestions_group,
  QuestionnaireState,
  WithdrawWeekQuestion,
  WithdrawWeekQuestionVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";

const fragment: TypedDocumentNode<PlannedWeekQuestions_group> = gql`
  fragment PlannedWeekQuestions_group on WorkingGroup {
    id
    plannedWeekQuestions {
      id
      week
      own
      question {
        id
        label
      }
      questionnaire {
        id
        slug
        state
      }
    }
  }
`;

const mutation: TypedDocumentNode<WithdrawWeekQuestion, WithdrawWeekQuestionVariables> = gql`
  mutation WithdrawWeekQuestion($input: WithdrawWeekQuestionInput!) {
    withdrawWeekQuestion(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const stateWords = (state: QuestionnaireState) =>
  state === "DRAFT" ? m.weekQuestion_waits() : state === "SCHEDULED" ? m.weekQuestion_to_come() : m.weekQuestion_open();

/** Questions of this week and of the next ones: where each stands, and how it is changed or taken back. */
export function PlannedWeekQuestions({
  group: { plannedWeekQuestions: all },
}: {
  group: Pick<PlannedWeekQuestions_group, "plannedWeekQuestions">;
}) {
  const act = useAct(mutation, ["GroupRunPage"]);
  return (
    <>
      {act.done && (
        <Notice tone="done" live>
          {m.weekQuestion_withdrawn()}
        </Notice>
      )}
      {all.length > 0 && (
        <>
          <h3>{m.weekQuestion_planned()}</h3>
          <ul className="flow">
            {all.map(({ id, week, own, question, questionnaire: { slug, state } }) => (
              <li key={id}>
                <p className="cluster">
                  <Chip tone={state === "OPEN" ? "open" : "toCome"}>{stateWords(state)}</Chip>
                  <span className="quiet">{m.weekQuestion_week({ date: formatDate(week, "short") })}</span>
                </p>
                <p lang={contentLang()}>{question.label}</p>
                <Form
                  label={`${m.weekQuestion_withdraw()}${m.ui_colon()}${question.label}`}
                  problems={act.problems}
                  busy={act.busy}
                  onSubmit={() => void act.run({ id })}
                >
                  <div className="cluster">
                    {own && <More to={paths.questionnaireWrite(slug)}>{m.weekQuestion_edit()}</More>}
                    <Button type="submit" small>
                      {m.weekQuestion_withdraw()}
                      <span className="visually-hidden"> {question.label}</span>
                    </Button>
                  </div>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
      <Failed because={act.failed} />
    </>
  );
}

PlannedWeekQuestions.fragment = fragment;
