import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Documents_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Home.module.css";

const fragment: TypedDocumentNode<Documents_document> = gql`
  fragment Documents_document on Document {
    id
    slug
    title
    publishedOn
  }
`;

/** The last working documents. */
export function Documents(props: { documents: FragmentType<Documents_document>[] }) {
  const { data } = useSuspenseFragment({ fragment, from: props.documents });
  const last = data.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn)).slice(0, 3);
  return (
    <Card as="section" foot={<More to={paths.documents()}>{m.home_documents_all()}</More>}>
      <h3>{m.home_documents()}</h3>
      <ul className={`flow ${styles.documents}`}>
        {last.map(({ id, slug, title, publishedOn }) => (
          <li key={id}>
            <Link to={paths.document(slug)} lang={contentLang()}>
              {title}
            </Link>
            <small className="quiet">
              <When date={publishedOn} format="short" />
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}

Documents.fragment = fragment;
