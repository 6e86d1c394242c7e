import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { GroupObjectiveCard_objective, ObjectiveState } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { objectiveStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";
import { More } from "../../ui/More.tsx";
import styles from "./Group.module.css";
import { objectiveStanding } from "../../shared/calendarLine.tsx";
import { Of } from "../../shared/Of.tsx";

const fragment: TypedDocumentNode<GroupObjectiveCard_objective> = gql`
  fragment GroupObjectiveCard_objective on Objective {
    question
    ...ObjectiveStanding_objective @unmask
  }
  ${objectiveStanding}
`;

const tones: Record<ObjectiveState, ChipTone> = {
  PLANNED: "toCome",
  GATHERING: "open",
  CONSOLIDATING: "neutral",
  CIRCULATING: "neutral",
  SYNTHESIS_PUBLISHED: "done",
};

/** An objective among those of its group: where it stands, and what can be read of it. */
export function ObjectiveCard({ objective }: { objective: FragmentType<GroupObjectiveCard_objective> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "GroupObjectiveCard_objective", from: objective });
  const { slug, number, name, question, state, responseCount, synthesis } = data;
  return (
    <Card
      as="li"
      tone={state === "GATHERING" ? "open" : "sheet"}
      foot={
        <>
          <span>{m.shell_questionnaires_responses({ count: responseCount })}</span>
          {synthesis && (
            <More to={paths.synthesis(synthesis.slug)}>
              {m.theme_read_synthesis()}
              <Of>{name}</Of>
            </More>
          )}
        </>
      }
    >
      <p className={styles.standing}>
        <b className="figure" aria-hidden="true">
          {number}
        </b>
        <Chip tone={tones[state]}>{objectiveStateNames[state]()}</Chip>
      </p>
      <h3>
        <Link to={paths.objective(slug)}>
          <span className="visually-hidden">
            {m.theme_objective({ number })}
            {m.ui_colon()}
          </span>
          <span lang={contentLang()}>{name}</span>
        </Link>
      </h3>
      <p className="quiet" lang={contentLang()}>
        {question}
      </p>
    </Card>
  );
}

ObjectiveCard.fragment = fragment;

interface ListProps {
  objectives: readonly (FragmentType<GroupObjectiveCard_objective> & { id: string })[];
}

/** The objectives of a group side by side, in their order. */
export const ObjectiveList = ({ objectives }: ListProps) => (
  <ol className={styles.objectives}>
    {objectives.map((objective) => (
      <ObjectiveCard objective={objective} key={objective.id} />
    ))}
  </ol>
);
