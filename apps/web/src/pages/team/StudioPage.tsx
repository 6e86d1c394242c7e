import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { CompositionCard } from "../../features/questionnaireWriting/CompositionCard.tsx";
import { NewComposition } from "../../features/questionnaireWriting/NewComposition.tsx";
import sheet from "../../features/questionnaireWriting/studio.css?url";
import type { StudioPage, StudioPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Style } from "../../ui/Style.tsx";

const query: TypedDocumentNode<StudioPage, StudioPageVariables> = gql`
  query StudioPage {
    studio {
      compositions {
        id
        template
        ...CompositionCard_composition
      }
      ...NewComposition_studio @unmask
    }
  }
  ${CompositionCard.fragment}
  ${NewComposition.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {}, "studio");

/** The table of those who compose: what is on it, and how to begin. */
export function Component() {
  const { studio } = useReadQuery(useLoaderData<typeof loader>()).data;
  const questionnaires = studio.compositions.filter(({ template }) => !template);
  const templates = studio.compositions.filter(({ template }) => template);
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead title={m.studio_title()} margin={m.studio_margin()} lead={<p>{m.studio_lead()}</p>} />
      <Row heading={m.studio_mine()} margin={m.studio_mine_count({ count: questionnaires.length })}>
        {questionnaires.length ? (
          <ul className="cards">
            {questionnaires.map((composition) => (
              <CompositionCard composition={composition} key={composition.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.studio_none()}>{m.studio_none_next()}</Empty>
        )}
      </Row>
      <Row heading={m.studio_compose()} margin={m.studio_compose_margin()} note={m.studio_compose_note()}>
        <NewComposition studio={studio} />
        <p>
          <More to={paths.compositionImport()}>{m.studio_import()}</More>
        </p>
      </Row>
      {templates.length > 0 && (
        <Row heading={m.studio_templates()}>
          <ul className="cards">
            {templates.map((composition) => (
              <CompositionCard composition={composition} key={composition.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}
