import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  BeginSecondFactor,
  BeginSecondFactorVariables,
  ConfirmSecondFactor,
  ConfirmSecondFactorVariables,
  EndSecondFactor,
  EndSecondFactorVariables,
  RenewRecoveryCodes,
  RenewRecoveryCodesVariables,
  ResetSecondFactor,
  ResetSecondFactorVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const beginSecondFactor: TypedDocumentNode<BeginSecondFactor, BeginSecondFactorVariables> = gql`
  mutation BeginSecondFactor($input: BeginSecondFactorInput!) {
    beginSecondFactor(input: $input) {
      ...Form_outcome @unmask
      secret
      link
    }
  }
  ${Form.fragment}
`;

export const confirmSecondFactor: TypedDocumentNode<ConfirmSecondFactor, ConfirmSecondFactorVariables> = gql`
  mutation ConfirmSecondFactor($input: ConfirmSecondFactorInput!) {
    confirmSecondFactor(input: $input) {
      ...Form_outcome @unmask
      recoveryCodes
    }
  }
  ${Form.fragment}
`;

export const endSecondFactor: TypedDocumentNode<EndSecondFactor, EndSecondFactorVariables> = gql`
  mutation EndSecondFactor($input: EndSecondFactorInput!) {
    endSecondFactor(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const renewRecoveryCodes: TypedDocumentNode<RenewRecoveryCodes, RenewRecoveryCodesVariables> = gql`
  mutation RenewRecoveryCodes($input: RenewRecoveryCodesInput!) {
    renewRecoveryCodes(input: $input) {
      ...Form_outcome @unmask
      recoveryCodes
    }
  }
  ${Form.fragment}
`;

export const resetSecondFactor: TypedDocumentNode<ResetSecondFactor, ResetSecondFactorVariables> = gql`
  mutation ResetSecondFactor($input: ResetSecondFactorInput!) {
    resetSecondFactor(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
