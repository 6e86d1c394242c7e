import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Composed_composedQuestionnaire } from "../../graphql/operations.generated.ts";
import { questionAsked } from "../../shared/questionAsked.tsx";

/** All that composing shows and changes: every act brings it back, so that the page shows what is in force. */
export const composedQuestionnaire: TypedDocumentNode<Composed_composedQuestionnaire> = gql`
  fragment Composed_composedQuestionnaire on ComposedQuestionnaire {
    id
    version
    template
    suggestedMinutes
    composedBy
    publicationAskedBy
    publishedBy
    smallTeam
    hasResponses
    modelEnglish
    modelEnglishTaken
    english {
      title
      intro
      plainIntro
    }
    questionnaire {
      id
      slug
      number
      title
      intro
      plainIntro
      estimatedMinutes
      opensAt
      closesAt
      state
      pausedReason
      repeatQuestionId
      questionCount
      responseCount
      languages
      anonymous
      publishedAlone
      resultsShown
      resultsHiddenUntil
      objective {
        id
        slug
        number
        name
      }
      viewerCan {
        compose
        publish
        readResults
        showResults
      }
    }
    sections {
      id
      position
      title
      intro
      plainIntro
      version
      english {
        title
        intro
        plainIntro
      }
      questions {
        id
        version
        english
        plainWords
        retired
        retiredReason
        replaces
        answerCount
        resultsShown
        retiredOptions {
          value
          label
          keyPointId
        }
        revisions {
          revision
          label
          reason
          madeOn
          answerCount
          options {
            label
          }
        }
        question {
          ...QuestionAsked_question @unmask
          revision
        }
      }
    }
    flaws {
      questionId
      code
    }
    history {
      id
      event
      at
      by
      reason
      questionCode
      before
      after
    }
    syntheses {
      id
      slug
      title
      paragraphs {
        id
        keyPoints {
          id
          number
          sentence
        }
        against {
          id
          number
          sentence
        }
      }
    }
  }
  ${questionAsked}
`;

export type ComposedQuestionnaire = Composed_composedQuestionnaire;
export type Section = ComposedQuestionnaire["sections"][number];
export type Composed = Section["questions"][number];
export type Question = Composed["question"];
export type QuestionType = Question["type"];

/** The questions that are asked, in order. */
export const askedOf = (sections: readonly Section[]) =>
  sections.flatMap(({ questions }) => questions.filter(({ retired }) => !retired));

/** The questions asked before another one: what its condition may look at. */
export function askedBefore(sections: readonly Section[], id: string): Question[] {
  const asked = askedOf(sections).map(({ question }) => question);
  const place = asked.findIndex((one) => one.id === id);
  return (place < 0 ? asked : asked.slice(0, place)).filter(({ type }) => type !== "TEXT_BLOCK");
}

/** True if people can see a question: in a published questionnaire, once it has no flaw. */
export const isAsked = ({ questionnaire, flaws }: ComposedQuestionnaire, id: string) =>
  questionnaire.state !== "DRAFT" && !flaws.some(({ questionId }) => questionId === id);
