import { gql, type TypedDocumentNode } from "@apollo/client";
import { addDays } from "@cahier/schema/calendar/days";
import { m } from "@cahier/schema/messages";
import type { WeekQuestion_group } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";

const fragment: TypedDocumentNode<WeekQuestion_group> = gql`
  fragment WeekQuestion_group on WorkingGroup {
    id
    weekQuestion {
      id
      week
      own
      answerCount
      question {
        id
        label
        rationale
      }
      questionnaire {
        id
        slug
        state
      }
    }
  }
`;

/** The question of this week of a group: why it is asked, the way to answer, and what was answered. */
export function WeekQuestion({ group: { weekQuestion: it } }: { group: WeekQuestion_group }) {
  if (!it) return null;
  const { week, own, answerCount: count, question, questionnaire } = it;
  const { state, slug } = questionnaire;
  return (
    <Card as="section" tone="now" id="week-question">
      <h2>{m.weekQuestion_title()}</h2>
      <p lang={contentLang()}>
        <b>{question.label}</b>
      </p>
      <p className="quiet" lang={contentLang()}>
        {question.rationale}
      </p>
      {state === "OPEN" && <p>{m.weekQuestion_until({ date: formatDate(addDays(week, 6), "short") })}</p>}
      {state === "PAUSED" && <p>{m.weekQuestion_paused()}</p>}
      {state === "CLOSED" && <p>{m.weekQuestion_closed()}</p>}
      <div className="cluster">
        {state === "OPEN" && (
          <ButtonLink to={paths.questionnaire(slug)}>
            {own ? m.weekQuestion_answer() : m.weekQuestion_answer_part()} <Icon name="arrow" />
          </ButtonLink>
        )}
        {count > 0 ? (
          <More to={paths.contributions({ question: question.id })}>{m.weekQuestion_answers({ count })}</More>
        ) : (
          <span className="quiet">{m.weekQuestion_none_yet()}</span>
        )}
      </div>
    </Card>
  );
}

WeekQuestion.fragment = fragment;
