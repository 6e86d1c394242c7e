import { gql, type TypedDocumentNode } from "@apollo/client";
import { Link } from "react-router-dom";
import type { Serves_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<Serves_document> = gql`
  fragment Serves_document on Document {
    id
    serves {
      id
      kind
      title
      path
    }
  }
`;

/** Things that a document serves, each with its page. To be selected with `@unmask`. */
export const Serves = ({ document: { serves } }: { document: Serves_document }) => (
  <ul>
    {serves.map(({ id, title, path }) => (
      <li key={id}>
        <Link to={path} lang={contentLang()}>
          {title}
        </Link>
      </li>
    ))}
  </ul>
);

Serves.fragment = fragment;
