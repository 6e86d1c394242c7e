import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AskToJoinOrganisation,
  AskToJoinOrganisationVariables,
  ChangeOrganisationMember,
  ChangeOrganisationMemberVariables,
  CloseOrganisation,
  CloseOrganisationVariables,
  EditOrganisation,
  EditOrganisationVariables,
  InviteToOrganisation,
  InviteToOrganisationVariables,
  JoinOrganisation,
  JoinOrganisationVariables,
  JudgeOrganisation,
  JudgeOrganisationVariables,
  LeaveOrganisation,
  LeaveOrganisationVariables,
  RegisterOrganisation,
  RegisterOrganisationVariables,
  WithdrawOrganisationInvitation,
  WithdrawOrganisationInvitationVariables,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { organisationSheet } from "./fields.tsx";

export const registerOrganisation: TypedDocumentNode<RegisterOrganisation, RegisterOrganisationVariables> = gql`
  mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) {
      ...Form_outcome @unmask
      organisation {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const editOrganisation: TypedDocumentNode<EditOrganisation, EditOrganisationVariables> = gql`
  mutation EditOrganisation($input: EditOrganisationInput!) {
    editOrganisation(input: $input) {
      ...Form_outcome @unmask
      organisation {
        ...OrganisationSheet
      }
      current {
        ...OrganisationSheet
      }
    }
  }
  ${Form.fragment}
  ${organisationSheet}
`;

export const closeOrganisation: TypedDocumentNode<CloseOrganisation, CloseOrganisationVariables> = gql`
  mutation CloseOrganisation($input: CloseOrganisationInput!) {
    closeOrganisation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const judgeOrganisation: TypedDocumentNode<JudgeOrganisation, JudgeOrganisationVariables> = gql`
  mutation JudgeOrganisation($input: JudgeOrganisationInput!) {
    judgeOrganisation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const askToJoin: TypedDocumentNode<AskToJoinOrganisation, AskToJoinOrganisationVariables> = gql`
  mutation AskToJoinOrganisation($input: AskToJoinOrganisationInput!) {
    askToJoinOrganisation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const joinOrganisation: TypedDocumentNode<JoinOrganisation, JoinOrganisationVariables> = gql`
  mutation JoinOrganisation($input: JoinOrganisationInput!) {
    joinOrganisation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const leaveOrganisation: TypedDocumentNode<LeaveOrganisation, LeaveOrganisationVariables> = gql`
  mutation LeaveOrganisation($input: LeaveOrganisationInput!) {
    leaveOrganisation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const changeMember: TypedDocumentNode<ChangeOrganisationMember, ChangeOrganisationMemberVariables> = gql`
  mutation ChangeOrganisationMember($input: ChangeOrganisationMemberInput!) {
    changeOrganisationMember(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

export const inviteToOrganisation: TypedDocumentNode<InviteToOrganisation, InviteToOrganisationVariables> = gql`
  mutation InviteToOrganisation($input: InviteToOrganisationInput!) {
    inviteToOrganisation(input: $input) {
      ...Form_outcome @unmask
      token
    }
  }
  ${Form.fragment}
`;

export const withdrawInvitation: TypedDocumentNode<
  WithdrawOrganisationInvitation,
  WithdrawOrganisationInvitationVariables
> = gql`
  mutation WithdrawOrganisationInvitation($input: WithdrawOrganisationInvitationInput!) {
    withdrawOrganisationInvitation(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;
