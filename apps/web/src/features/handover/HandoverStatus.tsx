import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { HandoverState, HandoverStatus_handover } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { handoverStateNames, stanceNames } from "../../i18n/vocabulary.ts";
import { Chip, type ChipTone } from "../../ui/Chip.tsx";

const fragment: TypedDocumentNode<HandoverStatus_handover> = gql`
  fragment HandoverStatus_handover on Handover {
    id
    state
    contactedOn
    replyBy
    daysOverdue
    reply {
      stance
      on
    }
  }
`;

const tones: Record<HandoverState, ChipTone> = {
  IDENTIFIED: "toCome",
  CONTACTED: "neutral",
  HANDED_OVER: "neutral",
  OVERDUE: "open",
  REPLIED: "done",
  DONE: "done",
  ABANDONED: "neutral",
};

/** State of a handover: « Réponse attendue le 13 juillet », « Sans réponse depuis 8 jours ». */
export function HandoverStatus(props: { handover: FragmentType<HandoverStatus_handover> }) {
  const { data } = useSuspenseFragment({ fragment, from: props.handover });
  return <Chip tone={tones[data.state]}>{wordsOf(data)}</Chip>;
}

HandoverStatus.fragment = fragment;

function wordsOf({ state, reply, replyBy, daysOverdue, contactedOn }: HandoverStatus_handover) {
  if (state === "DONE" || state === "ABANDONED") return handoverStateNames[state]();
  if (reply) return `${stanceNames[reply.stance]()}, ${m.handover_replied({ date: formatDate(reply.on, "short") })}`;
  if (state === "OVERDUE") return m.handover_overdue({ count: daysOverdue });
  if (state === "HANDED_OVER" && replyBy) return m.handover_awaited({ date: formatDate(replyBy, "short") });
  if (state === "CONTACTED" && contactedOn) return m.handover_contacted({ date: formatDate(contactedOn, "short") });
  return handoverStateNames[state]();
}
