import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Verified_organisation } from "../graphql/operations.generated.ts";
import { paths } from "../paths.ts";

const fragment: TypedDocumentNode<Verified_organisation> = gql`
  fragment Verified_organisation on Organisation {
    id
    slug
    verified
  }
`;

/** « structure vérifiée », beside the name of an organisation that speaks as itself: it leads to its page. */
export const Verified = ({ organisation }: { organisation: Verified_organisation | null }) =>
  organisation && (
    <>
      {" · "}
      <Link to={paths.organisation(organisation.slug)}>
        {organisation.verified ? m.organisation_verified() : m.organisation_former()}
      </Link>
    </>
  );

Verified.fragment = fragment;
