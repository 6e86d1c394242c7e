import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { openTables } from "../../features/files/openTables.ts";
import type { OpenDataPage, OpenDataPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { Download } from "../../ui/Download.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<OpenDataPage, OpenDataPageVariables> = gql`
  query OpenDataPage {
    emptyOpenTables
    groups {
      id
      objectives {
        id
        questionnaires {
          id
          slug
          number
          openData
        }
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The whole chain to be checked, counted and used again: all of it, or table by table; and what is not there. */
export function Component() {
  const { groups, emptyOpenTables } = useReadQuery(useLoaderData<typeof loader>()).data;
  const over = groups
    .flatMap(({ objectives }) => objectives.flatMap(({ questionnaires }) => questionnaires))
    .filter(({ openData }) => openData);
  return (
    <Ruled>
      <PageHead title={m.openData_title()} lead={<p>{m.openData_lead()}</p>}>
        <p>
          <Download href="/open-data.zip">{m.openData_take()}</Download>
        </p>
        <p className="quiet">{m.openData_take_note()}</p>
        <p className="quiet">{m.openData_licence()}</p>
      </PageHead>
      <Row heading={m.openData_tables()} note={m.openData_tables_note()}>
        <p className="prose">{m.openData_stable()}</p>
        <p>
          <Download href="/open-data/dictionary.csv">{m.openData_dictionary()}</Download>
        </p>
        <DataTable
          caption={m.openData_tables_caption()}
          captionHidden
          head={[m.openData_column_head_table(), m.openData_column_head_files()]}
          rows={openTables.map(([name, label]) => ({
            key: name,
            cells: [
              <TableName label={label()} empty={emptyOpenTables.includes(name)} key={name} />,
              <Files name={name} label={label()} key={name} />,
            ],
          }))}
        />
      </Row>
      <Row heading={m.openData_questionnaires()} note={m.openData_questionnaires_note()}>
        <p className="prose">{m.openData_questionnaires_lead()}</p>
        {over.length === 0 && <p className="quiet">{m.openData_questionnaires_none()}</p>}
        <ul className="flow">
          {over.map(({ id, slug, number }) => (
            <li key={id}>
              <Download href={paths.openDataFile(slug)}>{m.export_open_take({ number })}</Download>
            </li>
          ))}
        </ul>
      </Row>
      <Row heading={m.openData_not()}>
        <ul className="prose flow">
          <li>{m.openData_not_names()}</li>
          <li>{m.openData_not_words()}</li>
          <li>{m.openData_not_counts()}</li>
        </ul>
      </Row>
    </Ruled>
  );
}

const TableName = ({ label, empty }: { label: string; empty: boolean }) => (
  <>
    {label}
    {empty && <span className="quiet"> ({m.openData_table_empty()})</span>}
  </>
);

const Files = ({ name, label }: { name: string; label: string }) => (
  <span className="cluster">
    {(["csv", "json"] as const).map((format) => (
      <Download
        href={`/open-data/${name}.${format}`}
        label={m.openData_take_table({ table: label, format: format.toUpperCase() })}
        key={format}
      >
        {format.toUpperCase()}
      </Download>
    ))}
  </span>
);
