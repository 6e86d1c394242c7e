import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { DocumentCard_document } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<DocumentCard_document> = gql`
  fragment DocumentCard_document on Document {
    id
    slug
    title
    purpose
    duration
    version
    publishedOn
    fictional
  }
`;

/** A document in a list: what it is for, how long it takes, which version. */
export function DocumentCard({ document }: { document: FragmentType<DocumentCard_document> }) {
  const { data } = useSuspenseFragment({ fragment, from: document });
  const { slug, title, purpose, duration, version, publishedOn, fictional } = data;
  return (
    <Card
      as="li"
      foot={
        <>
          {duration && <span lang={contentLang()}>{duration}</span>}
          <span>
            {version > 0 ? m.document_version({ version }) : m.document_draft()} ·{" "}
            <When date={publishedOn} format="short" />
          </span>
          {fictional && <Fictional />}
        </>
      }
    >
      <h3>
        <Link to={version > 0 ? paths.document(slug) : paths.documentEdit(slug)} lang={contentLang()}>
          {title}
        </Link>
      </h3>
      <p lang={contentLang()}>{purpose}</p>
    </Card>
  );
}

DocumentCard.fragment = fragment;
