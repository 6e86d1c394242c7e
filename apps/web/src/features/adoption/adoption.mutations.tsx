import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AddErratum,
  AddErratumVariables,
  AdoptProposal,
  AdoptProposalVariables,
  DiscardAdoption,
  DiscardAdoptionVariables,
  MergeProposal,
  MergeProposalVariables,
  RecordAdoption,
  RecordAdoptionVariables,
  RemoveErratum,
  RemoveErratumVariables,
  ReopenProposal,
  ReopenProposalVariables,
  SetAsideProposal,
  SetAsideProposalVariables,
  SplitProposal,
  SplitProposalVariables,
  StabiliseProposal,
  StabiliseProposalVariables,
  WithdrawProposal,
  WithdrawProposalVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

/** Query of the page, refetched after each act. */
export const page = ["ProposalAdoptPage"];

export const stabiliseProposal: TypedDocumentNode<StabiliseProposal, StabiliseProposalVariables> = gql`
  mutation StabiliseProposal($input: StabiliseProposalInput!) {
    stabiliseProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const reopenProposal: TypedDocumentNode<ReopenProposal, ReopenProposalVariables> = gql`
  mutation ReopenProposal($input: ReopenProposalInput!) {
    reopenProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const setAsideProposal: TypedDocumentNode<SetAsideProposal, SetAsideProposalVariables> = gql`
  mutation SetAsideProposal($input: SetAsideProposalInput!) {
    setAsideProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const withdrawProposal: TypedDocumentNode<WithdrawProposal, WithdrawProposalVariables> = gql`
  mutation WithdrawProposal($input: WithdrawProposalInput!) {
    withdrawProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const adoptProposal: TypedDocumentNode<AdoptProposal, AdoptProposalVariables> = gql`
  mutation AdoptProposal($input: AdoptProposalInput!) {
    adoptProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const recordAdoption: TypedDocumentNode<RecordAdoption, RecordAdoptionVariables> = gql`
  mutation RecordAdoption($input: RecordAdoptionInput!) {
    recordAdoption(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const discardAdoption: TypedDocumentNode<DiscardAdoption, DiscardAdoptionVariables> = gql`
  mutation DiscardAdoption($input: DiscardAdoptionInput!) {
    discardAdoption(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const addErratum: TypedDocumentNode<AddErratum, AddErratumVariables> = gql`
  mutation AddErratum($input: AddErratumInput!) {
    addErratum(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const removeErratum: TypedDocumentNode<RemoveErratum, RemoveErratumVariables> = gql`
  mutation RemoveErratum($input: RemoveErratumInput!) {
    removeErratum(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const mergeProposal: TypedDocumentNode<MergeProposal, MergeProposalVariables> = gql`
  mutation MergeProposal($input: MergeProposalInput!) {
    mergeProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const splitProposal: TypedDocumentNode<SplitProposal, SplitProposalVariables> = gql`
  mutation SplitProposal($input: SplitProposalInput!) {
    splitProposal(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
