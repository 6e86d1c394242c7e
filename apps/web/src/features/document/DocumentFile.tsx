import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { DocumentFile_document } from "../../graphql/operations.generated.ts";
import { filePaths } from "../../filePaths.ts";
import { paths } from "../../paths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Download } from "../../ui/Download.tsx";
import styles from "./DocumentFile.module.css";

const fragment: TypedDocumentNode<DocumentFile_document> = gql`
  fragment DocumentFile_document on Document {
    id
    slug
    title
    language
    current {
      id
      number
      kind
      size
      digest
      pages
      hasPicture
      beginning
    }
  }
`;

/** The file of a document: its first page, or its first words, then the file to take away. To be selected with `@unmask`. */
export function DocumentFile({ document: { slug, title, language, current } }: { document: DocumentFile_document }) {
  if (!current?.kind) return null;
  const { kind, size, number, pages, hasPicture, beginning, digest } = current;
  const lang = language === "mul" ? undefined : language;
  return (
    <div className="flow">
      <p className="cluster">
        <Download href={paths.documentFile(slug)}>{m.document_download()}</Download>
        <span className="quiet">
          {attachedInWords({ kind, size: size ?? 0 })}
          {pages !== null && ` · ${m.document_pages({ count: pages })}`}
        </span>
      </p>
      {hasPicture ? (
        <a className={styles.page} href={paths.documentFile(slug)} download>
          <img src={filePaths.documentPicture(slug, number)} alt={m.document_first_page({ title })} loading="lazy" />
        </a>
      ) : beginning ? (
        <figure className={styles.words}>
          <figcaption className="quiet">{m.document_beginning()}</figcaption>
          <p lang={lang}>{beginning} …</p>
        </figure>
      ) : (
        <p className="quiet">{m.document_no_page()}</p>
      )}
      <p className="quiet">
        {m.document_digest()}
        {m.ui_colon()}
        <code className={styles.digest}>{digest}</code>
        <br />
        {m.document_digest_help()}
      </p>
    </div>
  );
}

DocumentFile.fragment = fragment;
