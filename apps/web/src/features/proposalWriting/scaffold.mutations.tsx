import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AddCarrier,
  AddCarrierVariables,
  ChooseLevers,
  ChooseLeversVariables,
  RemoveAsk,
  RemoveAskVariables,
  RemoveCarrier,
  RemoveCarrierVariables,
  RemoveObjection,
  RemoveObjectionVariables,
  RemoveWork,
  RemoveWorkVariables,
  WriteAsk,
  WriteAskVariables,
  WriteObjection,
  WriteObjectionVariables,
  WriteWork,
  WriteWorkVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const writeObjection: TypedDocumentNode<WriteObjection, WriteObjectionVariables> = gql`
  mutation WriteObjection($input: WriteObjectionInput!) {
    writeObjection(input: $input) {
      ...Form_outcome @unmask
      kept: objection {
        id
        version
      }
      current {
        text
        reply
        version
      }
    }
  }
  ${Form.fragment}
`;

export const removeObjection: TypedDocumentNode<RemoveObjection, RemoveObjectionVariables> = gql`
  mutation RemoveObjection($input: RemoveObjectionInput!) {
    removeObjection(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const writeWork: TypedDocumentNode<WriteWork, WriteWorkVariables> = gql`
  mutation WriteWork($input: WriteWorkInput!) {
    writeWork(input: $input) {
      ...Form_outcome @unmask
      kept: work {
        id
        version
      }
      current {
        title
        reference
        version
      }
    }
  }
  ${Form.fragment}
`;

export const removeWork: TypedDocumentNode<RemoveWork, RemoveWorkVariables> = gql`
  mutation RemoveWork($input: RemoveWorkInput!) {
    removeWork(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const writeAsk: TypedDocumentNode<WriteAsk, WriteAskVariables> = gql`
  mutation WriteAsk($input: WriteAskInput!) {
    writeAsk(input: $input) {
      ...Form_outcome @unmask
      kept: ask {
        id
        version
      }
      current {
        text
        version
      }
    }
  }
  ${Form.fragment}
`;

export const removeAsk: TypedDocumentNode<RemoveAsk, RemoveAskVariables> = gql`
  mutation RemoveAsk($input: RemoveAskInput!) {
    removeAsk(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const chooseLevers: TypedDocumentNode<ChooseLevers, ChooseLeversVariables> = gql`
  mutation ChooseLevers($input: ChooseLeversInput!) {
    chooseLevers(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const addCarrier: TypedDocumentNode<AddCarrier, AddCarrierVariables> = gql`
  mutation AddCarrier($input: AddCarrierInput!) {
    addCarrier(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const removeCarrier: TypedDocumentNode<RemoveCarrier, RemoveCarrierVariables> = gql`
  mutation RemoveCarrier($input: RemoveCarrierInput!) {
    removeCarrier(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
