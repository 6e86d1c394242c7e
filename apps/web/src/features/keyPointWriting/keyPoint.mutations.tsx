import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  DefineKeyPoint,
  DefineKeyPointVariables,
  MergeKeyPoint,
  MergeKeyPointVariables,
  MoveKeyPoint,
  MoveKeyPointVariables,
  OpenKeyPoint,
  OpenKeyPointVariables,
  RemoveKeyPoint,
  RemoveKeyPointVariables,
  SplitKeyPoint,
  SplitKeyPointVariables,
  StateKeyPoint,
  StateKeyPointVariables,
  UnmergeKeyPoint,
  UnmergeKeyPointVariables,
  UnstateKeyPoint,
  UnstateKeyPointVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

/** Query refetched after every act: counts, places and histories all change. */
export const page = ["ReadingKeyPointsPage"];

export const openKeyPoint: TypedDocumentNode<OpenKeyPoint, OpenKeyPointVariables> = gql`
  mutation OpenKeyPoint($input: OpenKeyPointInput!) {
    openKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
        sentence
      }
    }
  }
  ${Form.fragment}
`;

export const defineKeyPoint: TypedDocumentNode<DefineKeyPoint, DefineKeyPointVariables> = gql`
  mutation DefineKeyPoint($input: EditKeyPointInput!) {
    editKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const stateKeyPoint: TypedDocumentNode<StateKeyPoint, StateKeyPointVariables> = gql`
  mutation StateKeyPoint($input: StateKeyPointInput!) {
    stateKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const unstateKeyPoint: TypedDocumentNode<UnstateKeyPoint, UnstateKeyPointVariables> = gql`
  mutation UnstateKeyPoint($input: UnstateKeyPointInput!) {
    unstateKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const moveKeyPoint: TypedDocumentNode<MoveKeyPoint, MoveKeyPointVariables> = gql`
  mutation MoveKeyPoint($input: MoveKeyPointInput!) {
    moveKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const mergeKeyPoint: TypedDocumentNode<MergeKeyPoint, MergeKeyPointVariables> = gql`
  mutation MergeKeyPoint($input: MergeKeyPointInput!) {
    mergeKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const unmergeKeyPoint: TypedDocumentNode<UnmergeKeyPoint, UnmergeKeyPointVariables> = gql`
  mutation UnmergeKeyPoint($input: UnmergeKeyPointInput!) {
    unmergeKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
        sentence
      }
    }
  }
  ${Form.fragment}
`;

export const splitKeyPoint: TypedDocumentNode<SplitKeyPoint, SplitKeyPointVariables> = gql`
  mutation SplitKeyPoint($input: SplitKeyPointInput!) {
    splitKeyPoint(input: $input) {
      ...Form_outcome @unmask
      keyPoint {
        id
        sentence
      }
    }
  }
  ${Form.fragment}
`;

export const removeKeyPoint: TypedDocumentNode<RemoveKeyPoint, RemoveKeyPointVariables> = gql`
  mutation RemoveKeyPoint($input: RemoveKeyPointInput!) {
    removeKeyPoint(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
