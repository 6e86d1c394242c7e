import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ImportTable } from "../../features/initiative/ImportTable.tsx";
import type { InitiativesImportPage, InitiativesImportPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Download } from "../../ui/Download.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<InitiativesImportPage, InitiativesImportPageVariables> = gql`
  query InitiativesImportPage {
    groups {
      id
      slug
      name
    }
    viewer {
      id
    }
    viewerCan {
      judgeInitiatives
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, {}, ({ viewer, viewerCan }) => allowed(viewerCan.judgeInitiatives, viewer));

/** Brings many sheets at once, from a table: each line is shown before anything is written. */
export function Component() {
  const { groups } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.initiative_import()} lead={<p>{m.initiative_import_lead()}</p>}>
        <div className="cluster">
          <Download href="/exports/initiatives/model.csv">{m.initiative_import_model()}</Download>
          <More to={paths.initiativesJudge()}>{m.initiative_to_judge()}</More>
        </div>
      </PageHead>
      <Row heading={m.initiative_table()}>
        <ImportTable groups={groups} />
      </Row>
    </Ruled>
  );
}
