import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Carriers_proposal } from "../../graphql/operations.generated.ts";
import { FromWords } from "./FromWords.tsx";

const fragment: TypedDocumentNode<Carriers_proposal> = gql`
  fragment Carriers_proposal on Proposal {
    id
    namedCarriers {
      id
      name
      words {
        id
        authorName
        nameIsUnverified
        organisationName
      }
    }
  }
`;

/** Carriers of a proposal who agreed to be named, with the words of the people who offered it. */
export function Carriers(props: { proposal: FragmentType<Carriers_proposal> }) {
  const { namedCarriers } = useSuspenseFragment({ fragment, from: props.proposal }).data;
  if (namedCarriers.length === 0) return <p>{m.proposal_carriers_none()}</p>;
  return (
    <ul>
      {namedCarriers.map(({ id, name, words }) => (
        <li key={id}>
          {name}
          {words && " · "}
          <FromWords words={words} />
        </li>
      ))}
    </ul>
  );
}

Carriers.fragment = fragment;
