import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  EndSession,
  EndSessionVariables,
  EraseAccount,
  EraseAccountVariables,
  StopFollowUp,
  StopFollowUpVariables,
  StopMailsOfAccount,
  StopMailsOfAccountVariables,
  UnnameResponse,
  UnnameResponseVariables,
  UnpublishResponse,
  UnpublishResponseVariables,
  WithdrawByCode,
  WithdrawByCodeVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const eraseAccount: TypedDocumentNode<EraseAccount, EraseAccountVariables> = gql`
  mutation EraseAccount($input: EraseAccountInput!) {
    eraseAccount(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const unnameResponse: TypedDocumentNode<UnnameResponse, UnnameResponseVariables> = gql`
  mutation UnnameResponse($input: ReceiptInput!) {
    unnameResponse(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const unpublishResponse: TypedDocumentNode<UnpublishResponse, UnpublishResponseVariables> = gql`
  mutation UnpublishResponse($input: ReceiptInput!) {
    unpublishResponse(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const withdrawByCode: TypedDocumentNode<WithdrawByCode, WithdrawByCodeVariables> = gql`
  mutation WithdrawByCode($input: ReceiptInput!) {
    withdrawResponse(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const stopFollowUp: TypedDocumentNode<StopFollowUp, StopFollowUpVariables> = gql`
  mutation StopFollowUp($input: ReceiptInput!) {
    stopFollowUp(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const stopMails: TypedDocumentNode<StopMailsOfAccount, StopMailsOfAccountVariables> = gql`
  mutation StopMailsOfAccount($input: ChooseMailsInput!) {
    chooseMails(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const endSession: TypedDocumentNode<EndSession, EndSessionVariables> = gql`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
