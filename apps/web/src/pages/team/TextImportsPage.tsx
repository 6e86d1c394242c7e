import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useReadQuery } from "../../graphql/read.ts";
import { figures } from "../../ui/figures.ts";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { stateNames } from "../../features/textImport/textImport.names.ts";
import { SendFile } from "../../features/textImport/SendFile.tsx";
import type { TextImportsPage, TextImportsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<TextImportsPage, TextImportsPageVariables> = gql`
  query TextImportsPage {
    groups {
      id
      slug
      name
    }
    textImports {
      id
      fileName
      state
      rowCount
      written
      askedOn
      askedAt
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Texts made elsewhere: a file to send, and the imports that were made. */
export function Component() {
  const { groups, textImports } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.textImport_title()} lead={<p>{m.textImport_lead()}</p>}>
        <More to={paths.notebooks()}>{m.notebook_all()}</More>
      </PageHead>
      <Row heading={m.textImport_send()}>
        <SendFile groups={groups} />
      </Row>
      <Row heading={m.textImport_imports()}>
        {textImports.length === 0 && <Empty title={m.textImport_none()} />}
        <ul className="cards">
          {textImports.map(({ id, fileName, state, rowCount, written, askedOn, askedAt }) => (
            <Card as="li" key={id}>
              <h3>
                <Link to={paths.textImport(id)}>{fileName}</Link>
              </h3>
              <p className="quiet">
                {stateNames[state]()} · <When date={askedOn} />
                {askedAt && (
                  <>
                    , <When date={askedAt} format="clock" />
                  </>
                )}{" "}
                · {m.textImport_rows({ count: figures(rowCount) })}
                {state === "DONE" && ` · ${m.textImport_written({ count: figures(written) })}`}
              </p>
            </Card>
          ))}
        </ul>
      </Row>
    </Ruled>
  );
}
