import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { DocumentCard } from "../../features/document/DocumentCard.tsx";
import type { DocumentsPage, DocumentsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<DocumentsPage, DocumentsPageVariables> = gql`
  query DocumentsPage {
    documents {
      id
      kind
      ...DocumentCard_document
    }
    groups {
      id
      objectives {
        id
        number
        name
        synthesis {
          id
          slug
          title
          version
          publishedAt
        }
      }
    }
    meetings {
      id
      slug
      title
      startsAt
      minutes {
        id
        version
        publishedAt
      }
    }
  }
  ${DocumentCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Documents of the work: templates, papers, syntheses by objective, minutes. */
export function Component() {
  const { documents, groups, meetings } = useReadQuery(useLoaderData<typeof loader>()).data;
  const templates = documents.filter(({ kind }) => kind === "TEMPLATE");
  const papers = documents.filter(({ kind }) => kind === "PAPER");
  const objectives = groups.flatMap((group) => group.objectives);
  const minuted = meetings.filter(({ minutes }) => minutes).toReversed();
  return (
    <Ruled>
      <PageHead title={m.document_title()} lead={m.document_lead()} />
      {documents.length === 0 && (
        <Row>
          <Empty title={m.document_none()}>{null}</Empty>
        </Row>
      )}
      <List heading={m.document_templates()} note={m.document_templates_note()} documents={templates} />
      <List heading={m.document_papers()} documents={papers} />
      {objectives.length > 0 && (
        <Row heading={m.document_syntheses()}>
          <ul className="cards">
            {objectives.map(({ id, number, name, synthesis }) => (
              <Card as="li" tone={synthesis ? "sheet" : "plain"} key={id}>
                <p className="quiet">
                  {m.document_objective({ number })} · {name}
                </p>
                <h3>
                  {synthesis ? (
                    <Link to={paths.synthesis(synthesis.slug)}>{synthesis.title}</Link>
                  ) : (
                    m.document_none_synthesis()
                  )}
                </h3>
                {synthesis && <Version of={synthesis} />}
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {minuted.length > 0 && (
        <Row heading={m.document_minutes()}>
          <ul className="cards">
            {minuted.map(({ id, slug, title, startsAt, minutes }) => (
              <Card as="li" key={id}>
                <p className="quiet">
                  <When date={startsAt} />
                </p>
                <h3>
                  <Link to={`${paths.meeting(slug)}#minutes`}>{title}</Link>
                </h3>
                <Version of={minutes!} />
              </Card>
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}

interface ListProps {
  heading: string;
  note?: string;
  documents: DocumentsPage["documents"];
}

const List = ({ heading, note, documents }: ListProps) =>
  documents.length > 0 && (
    <Row heading={heading} note={note} margin={`${documents.length}`}>
      <ul className="cards">
        {documents.map((document) => (
          <DocumentCard document={document} key={document.id} />
        ))}
      </ul>
    </Row>
  );

const Version = ({ of: { version, publishedAt } }: { of: { version: number; publishedAt: string | null } }) => (
  <p className="quiet">
    {m.document_version({ version })}
    {publishedAt && (
      <>
        {" · "}
        <When date={publishedAt} format="short" />
      </>
    )}
  </p>
);
