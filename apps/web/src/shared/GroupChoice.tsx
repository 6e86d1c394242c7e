import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { GroupChoice_group } from "../graphql/operations.generated.ts";
import { contentLang } from "../i18n/content.ts";

const fragment: TypedDocumentNode<GroupChoice_group> = gql`
  fragment GroupChoice_group on WorkingGroup {
    id
    slug
    name
  }
`;

interface Props {
  groups: readonly GroupChoice_group[];
  /** The group that the page is about. */
  chosen: { id: string } | null;
}

/** Between the groups of this site, where a page is about one; nothing with only one. To be selected with `@unmask`. */
export function GroupChoice({ groups, chosen }: Props) {
  if (groups.length < 2) return null;
  return (
    <nav className="cluster" aria-label={m.vocabulary_groups()}>
      {groups.map(({ id, slug, name }) => (
        <Link to={`?group=${slug}`} aria-current={id === chosen?.id} lang={contentLang()} key={id}>
          {id === chosen?.id ? <b>{name}</b> : name}
        </Link>
      ))}
    </nav>
  );
}

GroupChoice.fragment = fragment;

/** Slug of the group that the address names; null for one's own. */
export const groupIn = (address: string) => new URL(address).searchParams.get("group");
