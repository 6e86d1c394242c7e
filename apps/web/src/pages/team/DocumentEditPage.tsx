import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Link, type LoaderFunctionArgs, useHref, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import {
  editDocument,
  eraseSheet,
  restoreDocumentVersion,
  withdrawDocument,
} from "../../features/document/document.mutations.tsx";
import { DocumentAct } from "../../features/document/DocumentAct.tsx";
import { DocumentVersions } from "../../features/document/DocumentVersions.tsx";
import { Filled, sheetAsText } from "../../features/document/Filled.tsx";
import { NewVersion } from "../../features/document/NewVersion.tsx";
import { SaidFields, saidIn, servesIn } from "../../features/document/SaidFields.tsx";
import { Serves } from "../../features/document/Serves.tsx";
import { SheetForm } from "../../features/document/SheetForm.tsx";
import type { DocumentEditPage, DocumentEditPageVariables } from "../../graphql/operations.generated.ts";
import { OwnAppeal } from "../../features/moderation/OwnAppeal.tsx";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";
import { TextField } from "../../ui/Field.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { UnsavedContext } from "../../ui/unsaved.ts";

const query: TypedDocumentNode<DocumentEditPage, DocumentEditPageVariables> = gql`
  query DocumentEditPage($slug: String!) {
    viewer {
      id
    }
    document(slug: $slug) {
      id
      slug
      kind
      title
      purpose
      datedOn
      licence
      attribution
      language
      revision
      version
      status
      ruling {
        id
        ...OwnAppeal_ruling
      }
      template {
        id
        slug
        title
      }
      viewerCan {
        change
        withdraw
        erase
      }
      ...DocumentVersions_document @unmask
      ...Filled_document @unmask
      ...Serves_document @unmask
    }
  }
  ${DocumentVersions.fragment}
  ${Filled.fragment}
  ${Serves.fragment}
  ${OwnAppeal.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "viewer");

/** A document for those who keep it: what is said of it, its versions, or the blanks of its sheet. */
export function Component() {
  const { document } = useReadQuery(useLoaderData<typeof loader>()).data;
  const unsaved = use(UnsavedContext);
  const all = useHref(paths.documents());
  const [edits, setEdits] = useState(0);
  if (!document) return null;
  const { id, slug, kind, title, revision, version, viewerCan, template } = document;
  const isSheet = kind === "SHEET";
  const { purpose, datedOn, licence, attribution, language } = document;
  const serves = document.serves.map(({ path }) => path).join("\n");
  const said = { title, purpose, datedOn, licence, attribution, language, serves };
  return (
    <Ruled>
      <PageHead
        margin={version > 0 ? m.document_version({ version }) : m.document_draft()}
        kicker={
          template ? (
            <Link to={paths.document(template.slug)} lang={contentLang()}>
              {template.title}
            </Link>
          ) : (
            <Link to={paths.documents()}>{m.document_title()}</Link>
          )
        }
        title={title}
        lang={contentLang()}
        lead={isSheet && viewerCan.change ? m.document_fill_kept() : undefined}
      >
        <div className="cluster no-print">
          {version > 0 && <More to={paths.document(slug)}>{m.document_read()}</More>}
          {isSheet && (
            <>
              <PrintButton />
              <CopyButton text={sheetAsText(title, document.sections, document.draft ?? [])} />
              <Download href={paths.documentSheet(slug)}>{m.document_odt()}</Download>
            </>
          )}
        </div>
      </PageHead>
      {document.ruling && (
        <Row>
          <Notice tone="warn">
            <p>{document.status === "HIDDEN" ? m.document_hidden_own() : m.document_ruled_own()}</p>
            <OwnAppeal ruling={document.ruling} />
          </Notice>
        </Row>
      )}
      {isSheet && viewerCan.change && (
        <Row heading={m.document_to_fill()}>
          <SheetForm key={`${id}:${edits}`} sheet={document} />
        </Row>
      )}
      {viewerCan.change && kind === "FILE" && (
        <Row heading={m.document_version_new()}>
          <NewVersion slug={slug} />
        </Row>
      )}
      {viewerCan.change && document.versions.length > 0 && (
        <Row heading={m.document_versions()} noPrint>
          <DocumentVersions document={document} act={restoring(id)} />
        </Row>
      )}
      {viewerCan.change && (
        <Row heading={m.document_edit()} noPrint>
          <Serves document={document} />
          <Disclosure summary={m.document_edit_fields()}>
            <DocumentAct
              key={JSON.stringify(said)}
              mutation={editDocument}
              label={m.document_sheet_save()}
              // The fields being filled go on from the title and the revision just saved.
              onDone={() => setEdits(edits + 1)}
              input={(fields) => ({ id, revision, ...saidIn(fields), serves: servesIn(fields) })}
            >
              <SaidFields said={said} />
            </DocumentAct>
          </Disclosure>
        </Row>
      )}
      <Row noPrint>
        {viewerCan.withdraw && <Absence id={id} gone={document.status === "WITHDRAWN"} />}
        {viewerCan.erase && (
          <DocumentAct
            mutation={eraseSheet}
            label={m.document_sheet_erase()}
            input={() => ({ id })}
            onDone={() => {
              unsaved.forget();
              location.assign(all);
            }}
          />
        )}
      </Row>
    </Ruled>
  );
}

/** Makes the button that puts a former version of a document in force again. */
const restoring = (id: string) =>
  function restore({ number }: { number: number }) {
    return (
      <DocumentAct
        mutation={restoreDocumentVersion}
        label={m.document_version_restore({ number })}
        input={() => ({ id, number })}
      />
    );
  };

/** Takes a document away with a reason, or brings it back. */
function Absence({ id, gone }: { id: string; gone: boolean }) {
  if (gone)
    return (
      <DocumentAct mutation={withdrawDocument} label={m.document_put_back()} input={() => ({ id, reason: null })} />
    );
  return (
    <Disclosure summary={m.document_withdraw()}>
      <DocumentAct
        kept={`documentWithdrawn:${id}`}
        mutation={withdrawDocument}
        label={m.document_withdraw()}
        input={(fields) => ({ id, reason: (fields.get("reason") as string | null) ?? "" })}
      >
        <TextField name="reason" label={m.document_withdraw_reason()} maxLength={limits["document.reason"]} />
      </DocumentAct>
    </Disclosure>
  );
}
