import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { DocumentFile } from "../../features/document/DocumentFile.tsx";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { asText, DocumentText } from "../../features/document/DocumentText.tsx";
import { DocumentVersions } from "../../features/document/DocumentVersions.tsx";
import { Filled, sheetAsText } from "../../features/document/Filled.tsx";
import { Serves } from "../../features/document/Serves.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import type { DocumentKind, DocumentPage, DocumentPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Download } from "../../ui/Download.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
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
      datedOn
      licence
      attribution
      status
      statusReason
      statusOn
      hiddenFor
      group {
        id
        slug
        name
      }
      template {
        id
        slug
        title
      }
      sheets {
        ...DocumentList_document @unmask
      }
      viewerCan {
        read
        change
      }
      ...DocumentText_document @unmask
      ...DocumentFile_document @unmask
      ...DocumentVersions_document @unmask
      ...Filled_document @unmask
      ...Serves_document @unmask
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
    }
  }
  ${DocumentText.fragment}
  ${DocumentFile.fragment}
  ${DocumentList.fragment}
  ${DocumentVersions.fragment}
  ${Filled.fragment}
  ${Serves.fragment}
  ${Reactions.fragment}
`;

/** The address that a document had before words of its title were masked leads to the one that it has. */
export function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug!;
  return preload(args, query, { slug }, ({ document }) => {
    if (document && document.slug !== slug) throw redirect(paths.document(document.slug));
    return document;
  });
}

const kindNames: Record<DocumentKind, () => string> = {
  TEMPLATE: m.document_template,
  PAPER: m.document_paper,
  FILE: m.document_kind_file,
  SHEET: m.document_kind_sheet,
};

/** A document: what it is for and for whom, then its sheet, its text or its file, then what people say of it. */
export function Component() {
  const { document } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { id, slug, kind, title, purpose, version, publishedOn, fictional, reactions, group, template } = document!;
  const { status, viewerCan, current } = document!;
  if (!viewerCan.read)
    return (
      <Ruled>
        <PageHead kicker={kindNames[kind]()} title={title || m.document_hidden_title()} lang={contentLang()}>
          <Gone document={document!} />
          <More to={paths.documents()}>{m.document_all()}</More>
        </PageHead>
      </Ruled>
    );
  const isTemplate = kind === "TEMPLATE";
  return (
    <Ruled>
      <PageHead
        margin={m.document_version({ version })}
        note={<When date={publishedOn} />}
        kicker={kindNames[kind]()}
        title={title}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{purpose}</p>}
      >
        {status !== "VISIBLE" && <Gone document={document!} />}
        <Facts document={document!} />
        {group && (
          <p>
            <More to={paths.documents({ group: group.slug })}>{m.document_files()}</More>
          </p>
        )}
        <div className="cluster no-print">
          {isTemplate && (
            <ButtonLink primary to={paths.documentFill(slug)}>
              {m.document_fill()}
            </ButtonLink>
          )}
          {viewerCan.change && (
            <ButtonLink to={paths.documentEdit(slug)}>
              {kind === "SHEET" ? m.document_sheet_continue() : m.document_update()}
            </ButtonLink>
          )}
          <PrintButton />
          {isTemplate && <CopyButton text={asText(document!)} />}
          {kind === "SHEET" && (
            <>
              <CopyButton text={sheetAsText(title, document!.sections, current?.answers ?? [])} />
              <Download href={paths.documentSheet(slug)}>{m.document_odt()}</Download>
            </>
          )}
          {fictional && <Fictional />}
        </div>
      </PageHead>
      {kind === "FILE" ? (
        <Row heading={m.document_file()}>
          <DocumentFile document={document!} />
        </Row>
      ) : (
        <Row heading={kind === "PAPER" ? m.document_text() : m.document_to_fill()}>
          {kind === "SHEET" ? <Filled document={document!} /> : <DocumentText document={document!} />}
          {template && (
            <p className="quiet">
              {m.document_of_template()}{" "}
              <Link to={paths.document(template.slug)} lang={contentLang()}>
                {template.title}
              </Link>
            </p>
          )}
        </Row>
      )}
      {document!.serves.length > 0 && (
        <Row heading={m.document_serves()}>
          <Serves document={document!} />
        </Row>
      )}
      {isTemplate && (
        <Row heading={m.document_sheets()}>
          {document!.sheets.length > 0 ? (
            <DocumentList documents={document!.sheets} />
          ) : (
            <p className="quiet">{m.document_sheets_none()}</p>
          )}
        </Row>
      )}
      {document!.versions.length > 1 && (
        <Row heading={m.document_versions()}>
          <DocumentVersions document={document!} />
        </Row>
      )}
      <Row heading={m.document_reactions()} note={m.meeting_reactions_note()}>
        <Reactions subject="DOCUMENT" subjectId={id} reactions={reactions} pages={current?.pages} />
        {group && status === "VISIBLE" && <Report kind="DOCUMENT" textId={id} of={title} />}
        <More to={paths.documents()}>{m.document_all()}</More>
      </Row>
    </Ruled>
  );
}

type Read = NonNullable<DocumentPage["document"]>;

/** That a document was taken away, by whom, and why. */
const Gone = ({ document: { status, statusReason, statusOn, hiddenFor } }: { document: Read }) => (
  <Notice tone="warn">
    {hiddenFor && <HiddenPlace because={hiddenFor} />}
    {status === "WITHDRAWN" ? (
      <p>
        {m.document_withdrawn({ day: formatDate(statusOn!) })}
        {m.ui_colon()}
        <span lang={contentLang()}>{statusReason}</span>
      </p>
    ) : (
      !hiddenFor && <p>{m.document_held()}</p>
    )}
  </Notice>
);

/** Facts of a document beside its words. */
const Facts = ({ document: { audience, duration, datedOn, attribution, licence } }: { document: Read }) => (
  <dl className="quiet">
    {audience && <Fact name={m.document_audience()}>{audience}</Fact>}
    {duration && <Fact name={m.document_duration()}>{duration}</Fact>}
    {datedOn && <Fact name={m.document_field_datedOn()}>{formatDate(datedOn)}</Fact>}
    {attribution && <Fact name={m.document_field_attribution()}>{attribution}</Fact>}
    {licence && <Fact name={m.document_field_licence()}>{licence}</Fact>}
  </dl>
);

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
