import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Done, Faults, Samples } from "../../features/textImport/ImportReport.tsx";
import { RunImport, TakeBackImport } from "../../features/textImport/ImportActs.tsx";
import { Scans } from "../../features/textImport/Scans.tsx";
import { MappingForm } from "../../features/textImport/MappingForm.tsx";
import { textImportTold } from "../../features/textImport/textImport.fragment.tsx";
import { presetNames, stateNames } from "../../features/textImport/textImport.names.ts";
import type { TextImportPage, TextImportPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { figures } from "../../ui/figures.ts";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { placesByKind } from "../../shared/choices.tsx";

sayTeamProblems();

const query: TypedDocumentNode<TextImportPage, TextImportPageVariables> = gql`
  query TextImportPage($id: ID!) {
    textImport(id: $id) {
      id
      ...TextImportTold @unmask
    }
    ...PlacesByKind_query @unmask
  }
  ${placesByKind}
  ${textImportTold}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "textImport");

/** One import: how its columns are read, what would come of it, what came, and the way back. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.textImport!;
  useProgress(it.id, it.trying || it.state === "RUNNING" || it.state === "TAKING_BACK");
  return (
    <Ruled>
      <PageHead
        margin={stateNames[it.state]()}
        kicker={<span lang={contentLang()}>{it.group.name}</span>}
        title={it.fileName}
        lead={
          <p>
            {m.textImport_rows({ count: figures(it.rowCount) })}
            {it.preset && ` · ${presetNames[it.preset]()}`}
          </p>
        }
      >
        <More to={paths.textImports()} icon={null}>
          {m.textImport_all()}
        </More>
      </PageHead>
      {it.state === "TO_MAP" && (
        <>
          <Row heading={m.textImport_columns()}>
            <Disclosure summary={m.textImport_examples()} open={!it.checked}>
              <DataTable
                caption={m.textImport_columns()}
                captionHidden
                head={[m.textImport_column(), m.textImport_examples()]}
                rows={it.columns.map(({ name, examples }) => ({ key: name, cells: [name, examples.join(" · ")] }))}
              />
            </Disclosure>
          </Row>
          <Row heading={m.textImport_mapping()}>
            {it.readLike && (
              <Notice>{m.textImport_read_like({ name: it.readLike.fileName, source: it.readLike.source })}</Notice>
            )}
            <MappingForm it={it} territories={[...data.departments, ...data.regions]} />
          </Row>
        </>
      )}
      {it.trying && (
        <Row>
          <Notice live>{m.textImport_trying({ count: figures(it.rowCount) })}</Notice>
        </Row>
      )}
      {it.state === "TO_MAP" && it.checked && (
        <Row heading={m.textImport_tried({ count: figures(it.rowCount - it.faultCount) })} id="tried">
          {it.rowCount > it.faultCount && (
            <>
              {it.rowCount - it.faultCount > it.written && <Done it={it} />}
              <RunImport it={it} />
            </>
          )}
          {it.samples.length > 0 && <Samples samples={it.samples} />}
          <Faults faults={it.faults} faultCount={it.faultCount} />
        </Row>
      )}
      {it.state === "RUNNING" && (
        <Row>
          <Notice live>{m.textImport_running({ read: figures(it.readCount), all: figures(it.rowCount) })}</Notice>
        </Row>
      )}
      {it.state === "DONE" && (
        <Row heading={m.textImport_report()}>
          <Done it={it} />
          <More to={it.mapping.kind === "NOTEBOOK" ? paths.notebooks({ group: it.group.slug }) : paths.contributions()}>
            {it.mapping.kind === "NOTEBOOK" ? m.notebook_all() : m.contribution_title()}
          </More>
          <Faults faults={it.faults} faultCount={it.faultCount} />
        </Row>
      )}
      {it.state === "DONE" && it.scans > 0 && (
        <Row heading={m.textImport_scans()}>
          <Scans it={it} />
        </Row>
      )}
      {it.state === "TAKING_BACK" && (
        <Row>
          <Notice live>{m.textImport_taking_back({ count: figures(it.takenBack), all: figures(it.written) })}</Notice>
        </Row>
      )}
      {it.state === "TAKEN_BACK" ? (
        <Row>
          <Notice>
            <p>{m.textImport_taken_back({ reason: it.takenBackFor ?? "" })}</p>
            {it.standingCount > 0 && <p>{m.textImport_taken_back_left({ count: figures(it.standingCount) })}</p>}
          </Notice>
        </Row>
      ) : (
        it.state !== "RUNNING" &&
        it.state !== "TAKING_BACK" && (
          <Row>
            <TakeBackImport it={it} />
          </Row>
        )
      )}
    </Ruled>
  );
}

/** Asks how far the import is, as long as it runs and the page is open. */
function useProgress(id: string, running: boolean) {
  const client = useApolloClient();
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => {
      client.query({ query, variables: { id }, fetchPolicy: "network-only" }).catch(() => null);
    }, 1500);
    return () => clearInterval(timer);
  }, [client, id, running]);
}
