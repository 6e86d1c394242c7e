import { type ApolloClient, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  ClaimResponse,
  ClaimResponseVariables,
  EditResponse,
  EditResponseVariables,
  KeepAnswer,
  KeepAnswerVariables,
  UnclaimResponse,
  UnclaimResponseVariables,
  WithdrawResponse,
  WithdrawResponseVariables,
} from "../../graphql/operations.generated.ts";
import { alsoSay, type Problem } from "../../ui/problems.ts";

alsoSay({
  READING_ONLY: m.problem_READING_ONLY,
  ALREADY_CLAIMED: m.problem_ALREADY_CLAIMED,
  NOT_NOW: m.problem_NOT_NOW,
});

const edit: TypedDocumentNode<EditResponse, EditResponseVariables> = gql`
  mutation EditResponse($input: EditResponseInput!) {
    editResponse(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const withdraw: TypedDocumentNode<WithdrawResponse, WithdrawResponseVariables> = gql`
  mutation WithdrawResponse($input: ReceiptInput!) {
    withdrawResponse(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const keep: TypedDocumentNode<KeepAnswer, KeepAnswerVariables> = gql`
  mutation KeepAnswer($input: KeepAnswerInput!) {
    keepAnswer(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const claim: TypedDocumentNode<ClaimResponse, ClaimResponseVariables> = gql`
  mutation ClaimResponse($input: ReceiptInput!) {
    claimResponse(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

const unclaim: TypedDocumentNode<UnclaimResponse, UnclaimResponseVariables> = gql`
  mutation UnclaimResponse($input: ReceiptInput!) {
    unclaimResponse(input: $input) {
      problems {
        code
        field
        value
      }
    }
  }
`;

/** Acts of the author of a response. Each returns the problems of a refusal, and throws when nobody answers. */
export const receiptActs = {
  edit: async (client: ApolloClient, input: EditResponseVariables["input"]) =>
    told(client, (await client.mutate({ mutation: edit, variables: { input } })).data!.editResponse.problems),
  withdraw: async (client: ApolloClient, code: string) =>
    told(
      client,
      (await client.mutate({ mutation: withdraw, variables: { input: { code } } })).data!.withdrawResponse.problems,
    ),
  keep: async (client: ApolloClient, input: KeepAnswerVariables["input"]) =>
    told(client, (await client.mutate({ mutation: keep, variables: { input } })).data!.keepAnswer.problems),
  claim: async (client: ApolloClient, code: string) =>
    told(
      client,
      (await client.mutate({ mutation: claim, variables: { input: { code } } })).data!.claimResponse.problems,
    ),
  unclaim: async (client: ApolloClient, code: string) =>
    told(
      client,
      (await client.mutate({ mutation: unclaim, variables: { input: { code } } })).data!.unclaimResponse.problems,
    ),
};

/** Drops the receipt from the cache after an act: pages that read it are out of date. */
function told(client: ApolloClient, problems: readonly Problem[]) {
  if (!problems.length) client.cache.evict({ id: "ROOT_QUERY", fieldName: "receipt" });
  return problems;
}
