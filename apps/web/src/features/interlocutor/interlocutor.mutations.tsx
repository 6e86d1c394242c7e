import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  EditInterlocutor,
  EditInterlocutorVariables,
  NearInterlocutors,
  NearInterlocutorsVariables,
  MergeInterlocutors,
  MergeInterlocutorsVariables,
  RegisterInterlocutor,
  RegisterInterlocutorVariables,
  RemoveInterlocutor,
  RemoveInterlocutorVariables,
  UnmergeInterlocutor,
  UnmergeInterlocutorVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { interlocutorSheet } from "./fields.tsx";

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
        ...InterlocutorSheet
      }
      current {
        ...InterlocutorSheet
      }
    }
  }
  ${Form.fragment}
  ${interlocutorSheet}
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

export const unmergeInterlocutor: TypedDocumentNode<UnmergeInterlocutor, UnmergeInterlocutorVariables> = gql`
  mutation UnmergeInterlocutor($input: UnmergeInterlocutorInput!) {
    unmergeInterlocutor(input: $input) {
      ...Form_outcome @unmask
      interlocutor {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const removeInterlocutor: TypedDocumentNode<RemoveInterlocutor, RemoveInterlocutorVariables> = gql`
  mutation RemoveInterlocutor($input: RemoveInterlocutorInput!) {
    removeInterlocutor(input: $input) {
      ...Form_outcome @unmask
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
