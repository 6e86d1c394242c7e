import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ComposedCard_composedQuestionnaire } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";
import { stateNames, stateTones } from "./question/question.labels.ts";

const fragment: TypedDocumentNode<ComposedCard_composedQuestionnaire> = gql`
  fragment ComposedCard_composedQuestionnaire on ComposedQuestionnaire {
    id
    template
    publicationAskedBy
    flaws {
      questionId
      code
    }
    questionnaire {
      id
      slug
      number
      title
      state
      opensAt
      closesAt
      questionCount
      responseCount
      objective {
        id
        number
        name
      }
      viewerCan {
        publish
      }
    }
  }
`;

/** Questionnaire in the list of its writers: its state, and the next step. */
export function ComposedCard(props: { composedQuestionnaire: FragmentType<ComposedCard_composedQuestionnaire> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.composedQuestionnaire });
  const { questionnaire: it, flaws, template, publicationAskedBy } = data;
  const { state, objective } = it;
  return (
    <Card
      as="li"
      tone={state === "OPEN" ? "open" : "sheet"}
      foot={
        <>
          <span>{m.questionnaire_questions({ count: it.questionCount })}</span>
          {state !== "DRAFT" && <span>{m.questionnaire_responses({ count: it.responseCount })}</span>}
        </>
      }
    >
      <p className="cluster">
        <Chip tone={template ? "neutral" : stateTones[state]}>
          {template ? m.questionnaireWriting_is_template() : stateNames[state]()}
        </Chip>
        <span className="quiet">{m.questionnaireWriting_for_objective({ number: objective.number })}</span>
      </p>
      <h3 lang={contentLang()}>{it.title}</h3>
      {!template && (
        <p className="quiet">
          {m.questionnaireWriting_from()} <When date={it.opensAt} format="short" /> {m.questionnaireWriting_until()}{" "}
          <When date={it.closesAt} format="short" />
        </p>
      )}
      {state === "DRAFT" && !template && (
        <p className={flaws.length ? "questionnaireWriting-flawed" : "questionnaireWriting-saved"}>
          {flaws.length
            ? m.questionnaireWriting_missing({ count: flaws.length })
            : publicationAskedBy
              ? it.viewerCan.publish
                ? m.questionnaireWriting_waits_for_you({ name: publicationAskedBy })
                : m.questionnaireWriting_waits()
              : m.questionnaireWriting_ready_to_ask()}
        </p>
      )}
      <More to={paths.questionnaireWrite(it.slug)}>
        {state === "DRAFT" || template ? m.questionnaireWriting_go() : m.questionnaireWriting_manage()}
        <span className="visually-hidden">
          {m.ui_colon()}
          {it.title}
        </span>
      </More>
    </Card>
  );
}

ComposedCard.fragment = fragment;
