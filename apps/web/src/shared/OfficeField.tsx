import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { OfficesFound, OfficesFoundVariables } from "../graphql/operations.generated.ts";
import { onceEach, SearchedSelect, type SelectProps, useFinding } from "./SearchedSelect.tsx";

export interface Office {
  slug: string;
  name: string;
}

/** Offices that a page comes with: a register that holds as many may hold more, and is searched. */
export const mostOffered = 50;

const query: TypedDocumentNode<OfficesFound, OfficesFoundVariables> = gql`
  query OfficesFound($search: String!) {
    interlocutors(filter: { search: $search }, first: 50) {
      id
      slug
      name
    }
  }
`;

interface Props extends SelectProps {
  name: string;
  label: string;
  help?: ReactNode;
  /** The first ones of the register. */
  offices: readonly Office[];
  /** Those that stand first, under a heading of their own. */
  asked?: readonly Office[];
  /** The one that is chosen when it opens. */
  chosen?: Office | null | undefined;
  /** The one that cannot be chosen. */
  except?: string;
  onChoose?: (slug: string) => void;
}

/** Each office once, where it comes first. */
export const officesOnce = (offices: readonly Office[]) => onceEach(offices, ({ slug }) => slug);

/** An office of the register, out of a list; words of its name or of its remit find the others where there are more. */
export function OfficeField({ offices, asked = [], except, ...select }: Props) {
  const finding = useFinding();
  const { search } = finding;
  const { data, previousData } = useQuery(query, { variables: { search }, skip: search === "" });
  const found = search === "" ? null : (data ?? previousData)?.interlocutors;
  return (
    <SearchedSelect<Office>
      {...select}
      finding={finding}
      find={
        offices.length >= mostOffered && {
          label: m.interlocutor_find(),
          help: m.interlocutor_search(),
          found: found && numberFound(found.length),
        }
      }
      rows={found ?? offices}
      first={{ heading: m.handover_open_asked(), rows: asked, others: m.handover_open_others() }}
      value={({ slug }) => slug}
      text={({ name }) => name}
      none={m.interlocutor_form_choose()}
      except={({ slug }) => slug === except}
    />
  );
}

const numberFound = (count: number) =>
  count === 0
    ? m.interlocutor_found_none()
    : count < mostOffered
      ? m.interlocutor_found({ count })
      : m.interlocutor_found_more({ count: mostOffered });
