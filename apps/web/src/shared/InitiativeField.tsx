import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { InitiativesFound, InitiativesFoundVariables } from "../graphql/operations.generated.ts";
import { SearchedSelect, type SelectProps, useFinding } from "./SearchedSelect.tsx";

/** Initiatives that a list offers: where there are more, words find them. */
export const most = 50;

/** One page of the register, of those that may be chosen. */
export const initiativesFound: TypedDocumentNode<InitiativesFound, InitiativesFoundVariables> = gql`
  query InitiativesFound($search: String) {
    initiatives(filter: { search: $search }, first: 50) {
      nodes {
        id
        slug
        name
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`;

type Initiative = InitiativesFound["initiatives"]["nodes"][number];

interface Props extends SelectProps {
  name: string;
  label: string;
  help?: ReactNode;
  optional?: boolean;
  /** Name under which the form sends the chosen initiative. */
  send: "id" | "slug";
  /** Words of the choice of none. */
  none: string;
  /** The one that is chosen when it opens. */
  chosen?: Initiative | null | undefined;
  /** Ids of those that cannot be chosen. */
  except?: readonly string[];
}

/** A validated initiative, out of a list; words of its name, town or summary find the others where there are more. */
export function InitiativeField({ send, except = [], ...select }: Props) {
  const finding = useFinding();
  const { words, search } = finding;
  const { data, previousData } = useQuery(initiativesFound, { variables: { search } });
  const found = (data ?? previousData)?.initiatives;
  return (
    <SearchedSelect<Initiative>
      {...select}
      finding={finding}
      find={
        (words !== "" || found?.pageInfo.hasNextPage === true) && {
          label: m.initiative_find(),
          help: m.initiative_find_help(),
          found: search !== "" && found && numberFound(found),
        }
      }
      rows={found?.nodes ?? []}
      value={(one) => one[send]}
      text={({ name }) => name}
      except={({ id }) => except.includes(id)}
    />
  );
}

const numberFound = ({ nodes, pageInfo }: InitiativesFound["initiatives"]) =>
  nodes.length === 0
    ? m.initiative_found_none()
    : pageInfo.hasNextPage
      ? m.initiative_found_more({ count: most })
      : m.initiative_found({ count: nodes.length });
