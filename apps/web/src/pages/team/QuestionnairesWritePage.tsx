import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ComposedCard } from "../../features/questionnaireWriting/ComposedCard.tsx";
import { NewQuestionnaire } from "../../features/questionnaireWriting/NewQuestionnaire.tsx";
import { WritingStyle } from "../../features/questionnaireWriting/WritingStyle.tsx";
import type { QuestionnairesWritePage, QuestionnairesWritePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<QuestionnairesWritePage, QuestionnairesWritePageVariables> = gql`
  query QuestionnairesWritePage {
    questionnaireDesk {
      questionnaires {
        id
        template
        ...ComposedCard_composedQuestionnaire
      }
      ...NewQuestionnaire_questionnaireDesk @unmask
    }
    viewerCan {
      launchGroups
    }
  }
  ${ComposedCard.fragment}
  ${NewQuestionnaire.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "questionnaireDesk");

/** The table of those who compose: what is on it, and how to begin. */
export function Component() {
  const { questionnaireDesk, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  const questionnaires = questionnaireDesk.questionnaires.filter(({ template }) => !template);
  const templates = questionnaireDesk.questionnaires.filter(({ template }) => template);
  return (
    <Ruled>
      <WritingStyle />
      <PageHead
        title={m.questionnaireWriting_title()}
        margin={m.questionnaireWriting_margin()}
        lead={<p>{m.questionnaireWriting_lead()}</p>}
      />
      <Row
        heading={m.questionnaireWriting_mine()}
        margin={m.questionnaireWriting_mine_count({ count: questionnaires.length })}
      >
        {questionnaires.length ? (
          <ul className="cards">
            {questionnaires.map((composedQuestionnaire) => (
              <ComposedCard composedQuestionnaire={composedQuestionnaire} key={composedQuestionnaire.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.questionnaireWriting_none()}>
            {questionnaireDesk.objectives.length > 0 && m.questionnaireWriting_none_next()}
          </Empty>
        )}
      </Row>
      <Row
        heading={m.questionnaireWriting_compose()}
        margin={m.questionnaireWriting_compose_margin()}
        note={m.questionnaireWriting_compose_note()}
      >
        {questionnaireDesk.objectives.length > 0 ? (
          <>
            <NewQuestionnaire questionnaireDesk={questionnaireDesk} />
            <p>
              <More to={paths.questionnaireImport()}>{m.questionnaireWriting_import()}</More>
            </p>
          </>
        ) : (
          <Empty title={m.questionnaireWriting_no_objective()}>
            {viewerCan.launchGroups ? (
              <ButtonLink to={paths.groupNew()}>{m.launch_title()}</ButtonLink>
            ) : (
              <More to={paths.desk()}>{m.shell_desk()}</More>
            )}
          </Empty>
        )}
      </Row>
      {templates.length > 0 && (
        <Row heading={m.questionnaireWriting_templates()}>
          <ul className="cards">
            {templates.map((composedQuestionnaire) => (
              <ComposedCard composedQuestionnaire={composedQuestionnaire} key={composedQuestionnaire.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}
