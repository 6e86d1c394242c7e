import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { DocumentList_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<DocumentList_document> = gql`
  fragment DocumentList_document on Document {
    id
    slug
    title
    version
    publishedOn
  }
`;

/** Documents by their titles, beside what they serve. To be selected with `@unmask`. */
export const DocumentList = ({ documents }: { documents: readonly DocumentList_document[] }) => (
  <ul className="flow">
    {documents.map(({ id, slug, title, version, publishedOn }) => (
      <li key={id}>
        <Link to={version > 0 ? paths.document(slug) : paths.documentEdit(slug)} lang={contentLang()}>
          {title}
        </Link>{" "}
        <span className="quiet">
          {version > 0 ? m.document_version({ version }) : m.document_draft()} ·{" "}
          <When date={publishedOn} format="short" />
        </span>
      </li>
    ))}
  </ul>
);

DocumentList.fragment = fragment;
