import { m } from "@cahier/schema/messages";
import type {
  ExchangeDirection,
  ExchangeKind,
  ExchangeState,
  IntroductionState,
  TextStatus,
} from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";

/** Looked for or offered. */
export const directionNames: Names<ExchangeDirection> = {
  NEED: m.exchange_direction_NEED,
  OFFER: m.exchange_direction_OFFER,
};

/** Names of the kinds of notice. */
export const kindNames: Names<ExchangeKind> = {
  KNOW_HOW: m.exchange_kind_KNOW_HOW,
  PLACE: m.exchange_kind_PLACE,
  EQUIPMENT: m.exchange_kind_EQUIPMENT,
  MONEY: m.exchange_kind_MONEY,
  PEOPLE: m.exchange_kind_PEOPLE,
  EXPERIENCE: m.exchange_kind_EXPERIENCE,
};

/** Names of the states of a notice. */
const stateNames: Names<ExchangeState> = {
  OPEN: m.exchange_state_OPEN,
  EXPIRED: m.exchange_state_EXPIRED,
  CLOSED: m.exchange_state_CLOSED,
};

/** Name of the state of a notice; for a hidden one, « hidden ». */
export const standingOf = ({ state, status }: { state: ExchangeState; status: TextStatus }) =>
  status === "HIDDEN" ? m.exchange_status_HIDDEN() : status === "HELD" ? m.exchange_status_HELD() : stateNames[state]();

/** Names of the states of an introduction. */
export const introductionNames: Names<IntroductionState> = {
  ASKED: m.exchange_state_intro_ASKED,
  ACCEPTED: m.exchange_state_intro_ACCEPTED,
  DECLINED: m.exchange_state_intro_DECLINED,
  TAKEN_BACK: m.exchange_state_intro_TAKEN_BACK,
};
