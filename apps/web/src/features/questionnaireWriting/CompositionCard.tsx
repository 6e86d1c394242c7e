import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { CompositionCard_composition } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";
import { stateNames, stateTones } from "./names.ts";

const fragment: TypedDocumentNode<CompositionCard_composition> = gql`
  fragment CompositionCard_composition on Composition {
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

/** A questionnaire on the table of whoever composes: where it stands, and what it waits for. */
export function CompositionCard(props: { composition: FragmentType<CompositionCard_composition> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.composition });
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
          {template ? m.studio_is_template() : stateNames[state]()}
        </Chip>
        <span className="quiet">{m.studio_for_objective({ number: objective.number })}</span>
      </p>
      <h3 lang={contentLang()}>{it.title}</h3>
      {!template && (
        <p className="quiet">
          {m.studio_from()} <When date={it.opensAt} format="short" /> {m.studio_until()}{" "}
          <When date={it.closesAt} format="short" />
        </p>
      )}
      {state === "DRAFT" && !template && (
        <p className={flaws.length ? "studio-flawed" : "studio-saved"}>
          {flaws.length
            ? m.studio_missing({ count: flaws.length })
            : publicationAskedBy
              ? it.viewerCan.publish
                ? m.studio_waits_for_you({ name: publicationAskedBy })
                : m.studio_waits()
              : m.studio_ready_to_ask()}
        </p>
      )}
      <More to={paths.composition(it.slug)}>
        {m.studio_open()}
        <span className="visually-hidden">
          {m.ui_colon()}
          {it.title}
        </span>
      </More>
    </Card>
  );
}

CompositionCard.fragment = fragment;
