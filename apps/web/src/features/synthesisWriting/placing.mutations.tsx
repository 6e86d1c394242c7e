import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  BringBack,
  BringBackVariables,
  ResolveCitation,
  ResolveCitationVariables,
  SetAside,
  SetAsideVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { accountingFragment } from "./writing.tsx";

export const setAside: TypedDocumentNode<SetAside, SetAsideVariables> = gql`
  mutation SetAside($input: SetAsideInput!) {
    setAside(input: $input) {
      ...Form_outcome @unmask
      version {
        ...Writing_accounting @unmask
      }
    }
  }
  ${Form.fragment}
  ${accountingFragment}
`;

export const bringBack: TypedDocumentNode<BringBack, BringBackVariables> = gql`
  mutation BringBack($input: BringBackInput!) {
    bringBack(input: $input) {
      ...Form_outcome @unmask
      version {
        ...Writing_accounting @unmask
      }
    }
  }
  ${Form.fragment}
  ${accountingFragment}
`;

export const resolveCitation: TypedDocumentNode<ResolveCitation, ResolveCitationVariables> = gql`
  mutation ResolveCitation($input: ResolveCitationInput!) {
    resolveCitation(input: $input) {
      ...Form_outcome @unmask
      review {
        passageId
        resolution
        reply
      }
    }
  }
  ${Form.fragment}
`;
