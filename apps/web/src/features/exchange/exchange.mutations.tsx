import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  AnswerIntroduction,
  AnswerIntroductionInput,
  AskIntroduction,
  AskIntroductionInput,
  CloseExchange,
  CloseExchangeInput,
  HideExchange,
  HideExchangeInput,
  TakeBackIntroduction,
  TakeBackIntroductionInput,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const closeExchange: TypedDocumentNode<CloseExchange, { input: CloseExchangeInput }> = gql`
  mutation CloseExchange($input: CloseExchangeInput!) {
    closeExchange(input: $input) {
      ...Form_outcome @unmask
      exchange {
        id
        state
        version
      }
    }
  }
  ${Form.fragment}
`;

export const hideExchange: TypedDocumentNode<HideExchange, { input: HideExchangeInput }> = gql`
  mutation HideExchange($input: HideExchangeInput!) {
    hideExchange(input: $input) {
      ...Form_outcome @unmask
      exchange {
        id
        status
        statusReason
      }
    }
  }
  ${Form.fragment}
`;

export const askIntroduction: TypedDocumentNode<AskIntroduction, { input: AskIntroductionInput }> = gql`
  mutation AskIntroduction($input: AskIntroductionInput!) {
    askIntroduction(input: $input) {
      ...Form_outcome @unmask
      introduction {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

export const answerIntroduction: TypedDocumentNode<AnswerIntroduction, { input: AnswerIntroductionInput }> = gql`
  mutation AnswerIntroduction($input: AnswerIntroductionInput!) {
    answerIntroduction(input: $input) {
      ...Form_outcome @unmask
      introduction {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;

export const takeBackIntroduction: TypedDocumentNode<TakeBackIntroduction, { input: TakeBackIntroductionInput }> = gql`
  mutation TakeBackIntroduction($input: TakeBackIntroductionInput!) {
    takeBackIntroduction(input: $input) {
      ...Form_outcome @unmask
      introduction {
        id
        state
      }
    }
  }
  ${Form.fragment}
`;
