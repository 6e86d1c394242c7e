import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { asText, DocumentText } from "../../features/document/DocumentText.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import type { DocumentPage, DocumentPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<DocumentPage, DocumentPageVariables> = gql`
  query DocumentPage($slug: String!) {
    document(slug: $slug) {
      id
      kind
      title
      purpose
      audience
      duration
      version
      publishedOn
      fictional
      ...DocumentText_document @unmask
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
    }
  }
  ${DocumentText.fragment}
  ${Reactions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "document");

/** A document: what it is for and for whom, then its sheet or its text, then what people say of it. */
export function Component() {
  const { document } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { id, kind, title, purpose, audience, duration, version, publishedOn, fictional, reactions } = document!;
  const isTemplate = kind === "TEMPLATE";
  return (
    <Ruled>
      <PageHead
        margin={m.document_version({ version })}
        note={<When date={publishedOn} />}
        kicker={isTemplate ? m.document_template() : m.document_paper()}
        title={title}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{purpose}</p>}
      >
        <dl className="quiet">
          {audience && <Fact name={m.document_audience()}>{audience}</Fact>}
          {duration && <Fact name={m.document_duration()}>{duration}</Fact>}
        </dl>
        <div className="cluster no-print">
          <PrintButton />
          {document!.sections.length > 0 && <CopyButton text={asText(document!)} />}
          {fictional && <Fictional />}
        </div>
      </PageHead>
      <Row heading={isTemplate ? m.document_to_fill() : m.document_text()}>
        <DocumentText document={document!} />
      </Row>
      <Row heading={m.document_reactions()} note={m.meeting_reactions_note()}>
        <Reactions subject="DOCUMENT" subjectId={id} reactions={reactions} />
        <More to={paths.documents()}>{m.document_all()}</More>
      </Row>
    </Ruled>
  );
}

const Fact = ({ name, children }: { name: string; children: string }) => (
  <div>
    <dt className="visually-hidden">{name}</dt>
    <dd>
      <b aria-hidden="true">
        {name}
        {m.ui_colon()}
      </b>
      {children}
    </dd>
  </div>
);
