import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { responsesInWords } from "../../features/questionnaire/counts.ts";
import type { QuestionnairesPage, QuestionnairesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { ListFeed } from "../../ui/FeedLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { listedQuestionnaire } from "../../shared/listedQuestionnaire.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<QuestionnairesPage, QuestionnairesPageVariables> = gql`
  query QuestionnairesPage {
    groups {
      id
      name
      objectives {
        id
        slug
        number
        question
        questionnaires {
          ...Listed_questionnaire @unmask
          title
        }
      }
    }
  }
  ${listedQuestionnaire}
`;

type Objective = QuestionnairesPage["groups"][number]["objectives"][number];

/** One questionnaire with its objective, which may have several. */
interface Asked {
  objective: Objective;
  questionnaire: Objective["questionnaires"][number];
}

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Questionnaires: open ones first, then those to come, then closed ones. */
export function Component() {
  const { groups } = useReadQuery(useLoaderData<typeof loader>()).data;
  const all: Asked[] = groups.flatMap(({ objectives }) =>
    objectives.flatMap((objective) => objective.questionnaires.map((questionnaire) => ({ objective, questionnaire }))),
  );
  const open = all.filter(isOpen);
  const others = all.filter((asked) => !isOpen(asked));
  return (
    <Ruled>
      <ListFeed list="/questionnaires" title={m.team_questionnaires()} />
      <PageHead title={m.shell_questionnaires_title()} lead={m.shell_questionnaires_lead()} />
      <Row heading={m.shell_questionnaires_open()}>
        {open.length ? open.map((asked) => <Open {...asked} key={asked.questionnaire.id} />) : <None />}
      </Row>
      {others.length > 0 && (
        <Row heading={m.shell_questionnaires_others()}>
          <ul className="cards">
            {others.map((asked) => (
              <Other {...asked} key={asked.questionnaire.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}

const isOpen = ({ questionnaire }: Asked) => questionnaire.state === "OPEN";

/** Its title, where its objective has others. */
const Title = ({ objective, questionnaire }: Asked) =>
  objective.questionnaires.length > 1 && <p lang={contentLang()}>{questionnaire.title}</p>;

const None = () => (
  <Empty title={m.shell_questionnaires_none()}>
    <More to={paths.schedule()}>{m.shell_nav_schedule()}</More>
  </Empty>
);

const Open = ({ objective, questionnaire }: Asked) => (
  <Card tone="open" as="article">
    <p className="cluster">
      <Chip tone="open">
        {m.shell_questionnaires_until()} <When date={questionnaire.closesAt} format="short" />
      </Chip>
      <span className="quiet">
        {questionnaire.responseCount ? responsesInWords(questionnaire) : m.shell_questionnaires_responses({ count: 0 })}
      </span>
    </p>
    <h3>
      {m.shell_questionnaires_objective({ number: objective.number })}{" "}
      <span lang={contentLang()}>{objective.question}</span>
    </h3>
    <Title objective={objective} questionnaire={questionnaire} />
    <p>
      <ButtonLink primary to={paths.questionnaire(questionnaire.slug)}>
        {m.shell_questionnaires_answer({ minutes: questionnaire.estimatedMinutes })} <Icon name="arrow" />
      </ButtonLink>
    </p>
  </Card>
);

const Other = ({ objective, questionnaire }: Asked) => (
  <Card
    as="li"
    foot={<More to={paths.objective(objective.slug)}>{m.shell_questionnaires_see({ number: objective.number })}</More>}
  >
    <p>
      {questionnaire.state === "SCHEDULED" ? (
        <Chip tone="toCome">
          {m.shell_questionnaires_from()} <When date={questionnaire.opensAt} format="short" />
        </Chip>
      ) : (
        <Chip>
          {questionnaire.state === "PAUSED" ? m.shell_questionnaires_paused() : m.shell_questionnaires_closed()}
        </Chip>
      )}
    </p>
    <h3>
      {m.shell_questionnaires_objective({ number: objective.number })}{" "}
      <span lang={contentLang()}>{objective.question}</span>
    </h3>
    <Title objective={objective} questionnaire={questionnaire} />
    <p className="quiet">
      {questionnaire.responseCount ? responsesInWords(questionnaire) : m.shell_questionnaires_responses({ count: 0 })}
    </p>
  </Card>
);
