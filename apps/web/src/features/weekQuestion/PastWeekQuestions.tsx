import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type {
  MoreWeekQuestions,
  MoreWeekQuestionsVariables,
  PastWeekQuestions_group,
  PastWeekQuestions_question,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { useRest } from "../../ui/useRest.tsx";

const one: TypedDocumentNode<PastWeekQuestions_question> = gql`
  fragment PastWeekQuestions_question on WeekQuestion {
    id
    week
    answerCount
    question {
      id
      label
    }
  }
`;

const fragment: TypedDocumentNode<PastWeekQuestions_group> = gql`
  fragment PastWeekQuestions_group on WorkingGroup {
    id
    slug
    pastWeekQuestions {
      ...PastWeekQuestions_question @unmask
    }
  }
  ${one}
`;

const query: TypedDocumentNode<MoreWeekQuestions, MoreWeekQuestionsVariables> = gql`
  query MoreWeekQuestions($slug: String!, $after: ID!) {
    group(slug: $slug) {
      id
      pastWeekQuestions(after: $after) {
        ...PastWeekQuestions_question @unmask
      }
    }
  }
  ${one}
`;

/** Questions that a group asked in the weeks before, each with its answers. */
export function PastWeekQuestions({ group: { slug, pastWeekQuestions: begun } }: { group: PastWeekQuestions_group }) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun,
    most: 20,
    ask: async (after) => (await client.query({ query, variables: { slug, after } })).data?.group?.pastWeekQuestions,
  });
  if (begun.length === 0) return null;
  return (
    <Disclosure summary={m.weekQuestion_past()}>
      <ul className="flow">
        {[...begun, ...rest].map(({ id, week, answerCount: count, question }) => (
          <li key={id}>
            <Link to={paths.contributions({ question: question.id })} lang={contentLang()}>
              {question.label}
            </Link>
            <div className="quiet">
              {[
                m.weekQuestion_week({ date: formatDate(week) }),
                count > 0 ? m.weekQuestion_answers({ count }) : m.weekQuestion_none_yet(),
              ].join(" · ")}
            </div>
          </li>
        ))}
      </ul>
      {control}
    </Disclosure>
  );
}

PastWeekQuestions.fragment = fragment;
