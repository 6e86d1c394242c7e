import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { DocumentVersions_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Download } from "../../ui/Download.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<DocumentVersions_document> = gql`
  fragment DocumentVersions_document on Document {
    id
    slug
    version
    versions {
      id
      number
      change
      restores
      addedOn
      kind
      size
    }
  }
`;

type Version = DocumentVersions_document["versions"][number];

/** The difference of a version from the one before, as it is said. */
const changeOf = ({ number, change, restores }: Version): ReactNode =>
  restores !== null ? (
    m.document_version_restores({ number: restores })
  ) : change !== null ? (
    <span lang={contentLang()}>{change}</span>
  ) : number === 1 ? (
    m.document_version_first()
  ) : null;

interface Props {
  document: DocumentVersions_document;
  /** Acts on a former version. */
  act?: (version: Version) => ReactNode;
}

/** The versions of a document, newest first, each to take away. To be selected with `@unmask`. */
export const DocumentVersions = ({ document: { slug, version, versions }, act }: Props) => (
  <ol reversed className="flow">
    {versions.map((one) => (
      <li key={one.id} value={one.number}>
        {m.document_version({ version: one.number })} · <When date={one.addedOn} format="short" />
        {one.number === version && ` · ${m.document_version_now()}`}
        {m.ui_colon()}
        {changeOf(one)}{" "}
        {one.kind && (
          <Download
            href={paths.documentFile(slug, one.number)}
            label={`${m.document_download()} ${m.document_version({ version: one.number })}`}
          >
            {attachedInWords({ kind: one.kind, size: one.size ?? 0 })}
          </Download>
        )}
        {one.number !== version && act?.(one)}
      </li>
    ))}
  </ol>
);

DocumentVersions.fragment = fragment;
