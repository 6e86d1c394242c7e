import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  ListDeskParts,
  MoveListItem,
  MoveListItemVariables,
  ReferenceList,
  RemoveListItem,
  RemoveListItemVariables,
  ReplaceList,
  ReplaceListVariables,
  RetireListItem,
  RetireListItemVariables,
  WriteListItem,
  WriteListItemVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

/** Names of the lists, in the order in which they are offered. */
export const listNames: Record<ReferenceList, () => string> = {
  AXIS: m.list_AXIS,
  THEME: m.list_THEME,
  SECTOR: m.list_SECTOR,
  ORGANISATION_TYPE: m.list_ORGANISATION_TYPE,
  CRITERION: m.list_CRITERION,
  LEVER_TYPE: m.list_LEVER_TYPE,
  INTERLOCUTOR_CATEGORY: m.list_INTERLOCUTOR_CATEGORY,
};

export const listDesk: TypedDocumentNode<ListDeskParts> = gql`
  fragment ListDeskParts on ListDesk {
    list
    items {
      id
      label
      labelEn
      axisId
      retired
      used
    }
    axes {
      id
      label
    }
  }
`;

export const writeListItem: TypedDocumentNode<WriteListItem, WriteListItemVariables> = gql`
  mutation WriteListItem($input: WriteListItemInput!) {
    writeListItem(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const moveListItem: TypedDocumentNode<MoveListItem, MoveListItemVariables> = gql`
  mutation MoveListItem($input: MoveListItemInput!) {
    moveListItem(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const retireListItem: TypedDocumentNode<RetireListItem, RetireListItemVariables> = gql`
  mutation RetireListItem($input: RetireListItemInput!) {
    retireListItem(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const removeListItem: TypedDocumentNode<RemoveListItem, RemoveListItemVariables> = gql`
  mutation RemoveListItem($input: RemoveListItemInput!) {
    removeListItem(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const replaceList: TypedDocumentNode<ReplaceList, ReplaceListVariables> = gql`
  mutation ReplaceList($input: ReplaceListInput!) {
    replaceList(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

/** A list, as those who write it see it. */
export type Desk = ListDeskParts;
export type Item = Desk["items"][number];
