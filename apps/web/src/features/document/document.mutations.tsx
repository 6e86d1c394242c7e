import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  EditDocument,
  EditDocumentVariables,
  EraseSheet,
  EraseSheetVariables,
  FillTemplate,
  FillTemplateVariables,
  PublishSheet,
  PublishSheetVariables,
  RestoreDocumentVersion,
  RestoreDocumentVersionVariables,
  SaveSheet,
  SheetDraft_document,
  SaveSheetVariables,
  WithdrawDocument,
  WithdrawDocumentVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const editDocument: TypedDocumentNode<EditDocument, EditDocumentVariables> = gql`
  mutation EditDocument($input: EditDocumentInput!) {
    editDocument(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const restoreDocumentVersion: TypedDocumentNode<RestoreDocumentVersion, RestoreDocumentVersionVariables> = gql`
  mutation RestoreDocumentVersion($input: RestoreDocumentVersionInput!) {
    restoreDocumentVersion(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const withdrawDocument: TypedDocumentNode<WithdrawDocument, WithdrawDocumentVariables> = gql`
  mutation WithdrawDocument($input: WithdrawDocumentInput!) {
    withdrawDocument(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const fillTemplate: TypedDocumentNode<FillTemplate, FillTemplateVariables> = gql`
  mutation FillTemplate($input: FillTemplateInput!) {
    fillTemplate(input: $input) {
      ...Form_outcome @unmask
      document {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

/** A sheet as it is filled in. */
const sheetDraft: TypedDocumentNode<SheetDraft_document> = gql`
  fragment SheetDraft_document on Document {
    id
    revision
    title
    draft {
      key
      text
    }
  }
`;

export const saveSheet: TypedDocumentNode<SaveSheet, SaveSheetVariables> = gql`
  mutation SaveSheet($input: SaveSheetInput!) {
    saveSheet(input: $input) {
      ...Form_outcome @unmask
      document {
        ...SheetDraft_document @unmask
      }
      current {
        ...SheetDraft_document @unmask
      }
    }
  }
  ${Form.fragment}
  ${sheetDraft}
`;

export const publishSheet: TypedDocumentNode<PublishSheet, PublishSheetVariables> = gql`
  mutation PublishSheet($input: PublishSheetInput!) {
    publishSheet(input: $input) {
      ...Form_outcome @unmask
      document {
        id
        revision
        version
      }
      current {
        ...SheetDraft_document @unmask
      }
    }
  }
  ${Form.fragment}
  ${sheetDraft}
`;

export const eraseSheet: TypedDocumentNode<EraseSheet, EraseSheetVariables> = gql`
  mutation EraseSheet($input: EraseSheetInput!) {
    eraseSheet(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
