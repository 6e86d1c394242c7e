import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  EditInterlocutor,
  EditInterlocutorVariables,
  NearInterlocutors,
  NearInterlocutorsVariables,
  MergeInterlocutors,
  MergeInterlocutorsVariables,
  RegisteredInterlocutor,
  RegisterInterlocutor,
  RegisterInterlocutorVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

/** An office as whoever keeps the register reads it. */
export const registeredFragment: TypedDocumentNode<RegisteredInterlocutor> = gql`
  fragment RegisteredInterlocutor on Interlocutor {
    id
    slug
    name
    level
    category
    territory {
      id
      slug
    }
    remit
    approach
    bring
    timing
    months
    contact {
      mail
      url
      postal
    }
    version
  }
`;

export const registerInterlocutor: TypedDocumentNode<RegisterInterlocutor, RegisterInterlocutorVariables> = gql`
  mutation RegisterInterlocutor($input: RegisterInterlocutorInput!) {
    registerInterlocutor(input: $input) {
      ...Form_outcome @unmask
      interlocutor {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const editInterlocutor: TypedDocumentNode<EditInterlocutor, EditInterlocutorVariables> = gql`
  mutation EditInterlocutor($input: EditInterlocutorInput!) {
    editInterlocutor(input: $input) {
      ...Form_outcome @unmask
      interlocutor {
        ...RegisteredInterlocutor
      }
      current {
        ...RegisteredInterlocutor
      }
    }
  }
  ${Form.fragment}
  ${registeredFragment}
`;

export const mergeInterlocutors: TypedDocumentNode<MergeInterlocutors, MergeInterlocutorsVariables> = gql`
  mutation MergeInterlocutors($input: MergeInterlocutorsInput!) {
    mergeInterlocutors(input: $input) {
      ...Form_outcome @unmask
      interlocutor {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const nearInterlocutors: TypedDocumentNode<NearInterlocutors, NearInterlocutorsVariables> = gql`
  query NearInterlocutors($name: String!, $level: InterlocutorLevel!, $territory: String, $except: ID) {
    nearInterlocutors(name: $name, level: $level, territory: $territory, except: $except) {
      id
      slug
      name
      level
      remit
    }
  }
`;
