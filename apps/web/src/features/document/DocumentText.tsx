import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { DocumentText_document } from "../../graphql/operations.generated.ts";
import styles from "./DocumentText.module.css";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<DocumentText_document> = gql`
  fragment DocumentText_document on Document {
    id
    title
    purpose
    html
    sections {
      key
      label
      help
      required
    }
  }
`;

/** A document as it is read or filled: its text, or its sections on the lines of a notebook. To be selected with `@unmask`. */
export function DocumentText({ document: { html, sections } }: { document: DocumentText_document }) {
  if (html)
    // Rendered and made safe by the API: what people typed as tags comes out as text.
    // oxlint-disable-next-line react/no-danger
    return <article className="prose" lang={contentLang()} dangerouslySetInnerHTML={{ __html: html }} />;
  return (
    <ol className={styles.sheet}>
      {sections.map(({ key, label, help, required }) => (
        <li key={key}>
          <h3>
            <span lang={contentLang()}>{label}</span>
            {!required && <small> {m.document_optional()}</small>}
          </h3>
          {help && (
            <p className="quiet" lang={contentLang()}>
              {help}
            </p>
          )}
          <div aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

DocumentText.fragment = fragment;

/** A template as plain text, to be pasted and filled elsewhere. */
export const asText = ({ title, purpose, sections }: DocumentText_document) =>
  [
    title,
    purpose,
    ...sections.map(({ label, help, required }) =>
      [required ? label : `${label} (${m.document_optional()})`, help, "…"].filter(Boolean).join("\n"),
    ),
  ].join("\n\n");
