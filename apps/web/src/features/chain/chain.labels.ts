import { m } from "@cahier/schema/messages";
import type { Chain_group, ChainStep, ChainWaitKind } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { today } from "../../shared/daysSince.ts";

export type Link = NonNullable<Chain_group["chain"]>[number]["links"][number];

/** Names of the links. */
export const stepNames: Record<ChainStep, () => string> = {
  QUESTIONNAIRE: m.chain_step_QUESTIONNAIRE,
  RESPONSES: m.chain_step_RESPONSES,
  READING: m.chain_step_READING,
  KEY_POINTS: m.chain_step_KEY_POINTS,
  SYNTHESIS: m.chain_step_SYNTHESIS,
  PROPOSALS: m.chain_step_PROPOSALS,
  HANDOVERS: m.chain_step_HANDOVERS,
  REPLIES: m.chain_step_REPLIES,
};

/** Matters waiting at a link, in a few words. */
export const waitNames: Record<ChainWaitKind, (it: { count: number | string }) => string> = {
  QUESTIONNAIRE_TO_OPEN: m.chain_wait_QUESTIONNAIRE_TO_OPEN,
  QUESTIONNAIRE_TO_PUBLISH: m.chain_wait_QUESTIONNAIRE_TO_PUBLISH,
  SILENT_REGIONS: m.chain_wait_SILENT_REGIONS,
  TEXTS_TO_READ: m.chain_wait_TEXTS_TO_READ,
  KEY_POINTS_TO_STATE: m.chain_wait_KEY_POINTS_TO_STATE,
  SYNTHESIS_TO_CIRCULATE: m.chain_wait_SYNTHESIS_TO_CIRCULATE,
  SYNTHESIS_TO_PUBLISH: m.chain_wait_SYNTHESIS_TO_PUBLISH,
  PROPOSALS_TO_CONFIRM: m.chain_wait_PROPOSALS_TO_CONFIRM,
  AMENDMENTS_TO_SETTLE: m.chain_wait_AMENDMENTS_TO_SETTLE,
  PROPOSALS_TO_CARRY: m.chain_wait_PROPOSALS_TO_CARRY,
  HANDOVERS_OVERDUE: m.chain_wait_HANDOVERS_OVERDUE,
  REPLIES_TO_CONFIRM: m.chain_wait_REPLIES_TO_CONFIRM,
  TEXTS_WITHOUT_END: m.chain_wait_TEXTS_WITHOUT_END,
};

const questionnaireNames = {
  DRAFT: m.chain_questionnaire_DRAFT,
  SCHEDULED: m.chain_questionnaire_SCHEDULED,
  OPEN: m.chain_questionnaire_OPEN,
  PAUSED: m.chain_questionnaire_PAUSED,
  CLOSED: m.chain_questionnaire_CLOSED,
  ARCHIVED: m.chain_questionnaire_ARCHIVED,
};

const synthesisNames = {
  DRAFT: m.chain_synthesis_DRAFT,
  CIRCULATING: m.chain_synthesis_CIRCULATING,
  PUBLISHED: m.chain_synthesis_PUBLISHED,
  SUPERSEDED: m.chain_synthesis_PUBLISHED,
};

/** A count that the server stops: « 99+ » where more may wait, « 499+ » where more may be there. */
export const stopped = (count: number, at: 100 | 500) => (count < at ? count : `${at - 1}+`);

/** Count at a link, in two words. */
export function valueOf(link: Link): string {
  const { step, state, questionnaireState, synthesisState, version, waits } = link;
  const count = link.count && stopped(link.count, 500);
  if (questionnaireState) return questionnaireNames[questionnaireState]();
  if (synthesisState) return synthesisNames[synthesisState]({ version: version ?? 1 });
  if (step === "READING" && state !== "TO_COME")
    return waits[0] ? m.chain_to_read({ count: stopped(waits[0].count, 100) }) : m.chain_all_read();
  if (isPlanned(link)) return formatDate(link.on!, "short");
  if (state === "TO_COME" || count === null) return m.chain_to_come();
  if (step === "KEY_POINTS") return m.chain_stated({ count });
  if (step === "PROPOSALS") return m.chain_proposals({ count });
  if (step === "HANDOVERS") return m.chain_handovers({ count });
  if (step === "REPLIES") return count ? m.chain_replies({ count }) : m.chain_no_reply();
  return `${count}`;
}

/** True of a link that is to come, whose day the calendar says. */
const isPlanned = ({ state, on, questionnaireState }: Link) =>
  state === "TO_COME" && on !== null && !questionnaireState;

/** The day of a link, in a few words; « à venir » or « en retard » beside a day that the calendar says. */
export function dayOf(link: Link): string | null {
  const { step, questionnaireState, on } = link;
  if (!on) return null;
  if (isPlanned(link)) return on < today() ? m.chain_late() : m.chain_to_come();
  const date = formatDate(on, "short");
  if (step !== "QUESTIONNAIRE") return date;
  if (questionnaireState === "OPEN" || questionnaireState === "PAUSED") return m.chain_closes({ date });
  return questionnaireState === "CLOSED" || questionnaireState === "ARCHIVED" ? date : m.chain_opens({ date });
}
