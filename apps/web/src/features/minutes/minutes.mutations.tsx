import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  AddMinutesBlocks,
  AddMinutesBlocksVariables,
  AddMinutesErratum,
  AddMinutesErratumVariables,
  BeginMinutes,
  BeginMinutesVariables,
  CorrectMinutes,
  CorrectMinutesVariables,
  EditMinutes,
  EditMinutesVariables,
  FollowMinutesAction,
  FollowMinutesActionVariables,
  MinutesDesk_minutes,
  MinutesDesk_saved,
  PublishMinutes,
  PublishMinutesVariables,
  RemoveMinutesBlock,
  RemoveMinutesBlockVariables,
  RemoveMinutes,
  RemoveMinutesErratum,
  RemoveMinutesErratumVariables,
  RemoveMinutesVariables,
  ReviewMinutes,
  ReviewMinutesVariables,
  SayMinutesExact,
  SayMinutesExactVariables,
  SettleMinutesCorrection,
  SettleMinutesCorrectionVariables,
  WithdrawMinutesCorrection,
  WithdrawMinutesCorrectionVariables,
  WriteMinutesBlock,
  WriteMinutesBlockVariables,
} from "../../graphql/operations.generated.ts";
import { sayTeamProblems } from "../../shared/teamProblems.ts";
import { Form } from "../../ui/Form.tsx";
import { formatDate } from "../../i18n/dates.ts";
import { alsoSay, type MinutesCode, type Sentences } from "../../ui/problems.ts";
import { minutesSaid } from "../../shared/minutesSaid.tsx";

/** Messages for those who write minutes. */
export function sayMinutesProblems() {
  sayTeamProblems();
  alsoSay({
    QUOTE_WITHOUT_CONSENT: m.problem_QUOTE_WITHOUT_CONSENT,
    CORRECTIONS_OPEN: m.problem_CORRECTIONS_OPEN,
    STILL_IN_REVIEW: ({ value }) => m.problem_STILL_IN_REVIEW({ value: formatDate(value) }),
  } satisfies Sentences<MinutesCode>);
}

/** Minutes as those who write them have them. */
export const minutesDesk: TypedDocumentNode<MinutesDesk_minutes> = gql`
  fragment MinutesDesk_minutes on Minutes {
    ...MinutesSaid_minutes @unmask
    errata {
      id
      text
      addedOn
      viewerMayRemove
    }
    blocks {
      id
      edit
      kind
      topic
      text
      owner
      due
      done
      droppedBecause
      consent
      consentOn
      quoted {
        attendanceId
        why
      }
    }
    corrections {
      id
      blockId
      text
      why
      state
      reason
    }
  }
  ${minutesSaid}
`;

export const beginMinutes: TypedDocumentNode<BeginMinutes, BeginMinutesVariables> = gql`
  mutation BeginMinutes($input: BeginMinutesInput!) {
    beginMinutes(input: $input) {
      ...Form_outcome @unmask
      minutes {
        id
      }
    }
  }
  ${Form.fragment}
`;

const minutesSaved: TypedDocumentNode<MinutesDesk_saved> = gql`
  fragment MinutesDesk_saved on MinutesPayload {
    ...Form_outcome @unmask
    minutes {
      ...MinutesDesk_minutes @unmask
    }
    current {
      ...MinutesDesk_minutes @unmask
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const editMinutes: TypedDocumentNode<EditMinutes, EditMinutesVariables> = gql`
  mutation EditMinutes($input: EditMinutesInput!) {
    editMinutes(input: $input) {
      ...MinutesDesk_saved @unmask
    }
  }
  ${minutesSaved}
`;

export const removeMinutes: TypedDocumentNode<RemoveMinutes, RemoveMinutesVariables> = gql`
  mutation RemoveMinutes($input: RemoveMinutesInput!) {
    removeMinutes(input: $input) {
      ...MinutesDesk_saved @unmask
    }
  }
  ${minutesSaved}
`;

export const writeMinutesBlock: TypedDocumentNode<WriteMinutesBlock, WriteMinutesBlockVariables> = gql`
  mutation WriteMinutesBlock($input: WriteMinutesBlockInput!) {
    writeMinutesBlock(input: $input) {
      ...MinutesDesk_saved @unmask
    }
  }
  ${minutesSaved}
`;

export const addMinutesBlocks: TypedDocumentNode<AddMinutesBlocks, AddMinutesBlocksVariables> = gql`
  mutation AddMinutesBlocks($input: AddMinutesBlocksInput!) {
    addMinutesBlocks(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const removeMinutesBlock: TypedDocumentNode<RemoveMinutesBlock, RemoveMinutesBlockVariables> = gql`
  mutation RemoveMinutesBlock($input: RemoveMinutesBlockInput!) {
    removeMinutesBlock(input: $input) {
      ...MinutesDesk_saved @unmask
    }
  }
  ${minutesSaved}
`;

export const reviewMinutes: TypedDocumentNode<ReviewMinutes, ReviewMinutesVariables> = gql`
  mutation ReviewMinutes($input: ReviewMinutesInput!) {
    reviewMinutes(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const publishMinutes: TypedDocumentNode<PublishMinutes, PublishMinutesVariables> = gql`
  mutation PublishMinutes($input: PublishMinutesInput!) {
    publishMinutes(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const settleMinutesCorrection: TypedDocumentNode<SettleMinutesCorrection, SettleMinutesCorrectionVariables> =
  gql`
    mutation SettleMinutesCorrection($input: SettleMinutesCorrectionInput!) {
      settleMinutesCorrection(input: $input) {
        ...Form_outcome @unmask
        minutes {
          ...MinutesDesk_minutes @unmask
        }
      }
    }
    ${Form.fragment}
    ${minutesDesk}
  `;

export const addMinutesErratum: TypedDocumentNode<AddMinutesErratum, AddMinutesErratumVariables> = gql`
  mutation AddMinutesErratum($input: AddMinutesErratumInput!) {
    addMinutesErratum(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const removeMinutesErratum: TypedDocumentNode<RemoveMinutesErratum, RemoveMinutesErratumVariables> = gql`
  mutation RemoveMinutesErratum($input: RemoveMinutesErratumInput!) {
    removeMinutesErratum(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const followMinutesAction: TypedDocumentNode<FollowMinutesAction, FollowMinutesActionVariables> = gql`
  mutation FollowMinutesAction($input: FollowMinutesActionInput!) {
    followMinutesAction(input: $input) {
      ...Form_outcome @unmask
      minutes {
        ...MinutesDesk_minutes @unmask
      }
    }
  }
  ${Form.fragment}
  ${minutesDesk}
`;

export const correctMinutes: TypedDocumentNode<CorrectMinutes, CorrectMinutesVariables> = gql`
  mutation CorrectMinutes($input: CorrectMinutesInput!) {
    correctMinutes(input: $input) {
      ...Form_outcome @unmask
      correction {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const sayMinutesExact: TypedDocumentNode<SayMinutesExact, SayMinutesExactVariables> = gql`
  mutation SayMinutesExact($input: SayMinutesExactInput!) {
    sayMinutesExact(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;

export const withdrawMinutesCorrection: TypedDocumentNode<
  WithdrawMinutesCorrection,
  WithdrawMinutesCorrectionVariables
> = gql`
  mutation WithdrawMinutesCorrection($input: WithdrawMinutesCorrectionInput!) {
    withdrawMinutesCorrection(input: $input) {
      ...Form_outcome @unmask
      own {
        code
      }
    }
  }
  ${Form.fragment}
`;
