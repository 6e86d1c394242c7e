import { gql, type TypedDocumentNode } from "@apollo/client";
import type { LetGoMatter, LetGoMatterInput, TakeMatter, TakeMatterInput } from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { taken } from "./taken.tsx";

export const takeMatter: TypedDocumentNode<TakeMatter, { input: TakeMatterInput }> = gql`
  mutation TakeMatter($input: TakeMatterInput!) {
    takeMatter(input: $input) {
      ...Form_outcome @unmask
      matter {
        id
        ...Taken_matter @unmask
      }
    }
  }
  ${Form.fragment}
  ${taken}
`;

export const letGoMatter: TypedDocumentNode<LetGoMatter, { input: LetGoMatterInput }> = gql`
  mutation LetGoMatter($input: LetGoMatterInput!) {
    letGoMatter(input: $input) {
      ...Form_outcome @unmask
      matter {
        id
        ...Taken_matter @unmask
      }
    }
  }
  ${Form.fragment}
  ${taken}
`;
