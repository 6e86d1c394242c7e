import { m } from "@cahier/schema/messages";
import type {
  HeldBecause,
  ModeratedKind,
  ReportReason,
  RulingOutcome,
  TextStatus,
} from "../../graphql/operations.generated.ts";
import { reportNames } from "../../shared/reports.ts";

export const kindNames: Record<ModeratedKind, () => string> = {
  CONTRIBUTION: m.moderation_kind_CONTRIBUTION,
  RESPONSE: m.moderation_kind_RESPONSE,
  SUPPLY: m.moderation_kind_SUPPLY,
  REACTION: m.moderation_kind_REACTION,
  AGENDA_REQUEST: m.moderation_kind_AGENDA_REQUEST,
  AMENDMENT: m.moderation_kind_AMENDMENT,
  INITIATIVE: m.moderation_kind_INITIATIVE,
  MINORITY_POSITION: m.moderation_kind_MINORITY_POSITION,
  EXCHANGE: m.moderation_kind_EXCHANGE,
  ORGANISATION: m.moderation_kind_ORGANISATION,
  DOCUMENT: m.moderation_kind_DOCUMENT,
};

const becauseNames: Record<HeldBecause, () => string> = {
  LINK: m.moderation_because_LINK,
  ADDRESS: m.moderation_because_ADDRESS,
  TELEPHONE: m.moderation_because_TELEPHONE,
  CHANGED: m.moderation_because_CHANGED,
  REPORTED: m.moderation_because_REPORTED,
  REVIEWED: m.moderation_because_REVIEWED,
  FIRST: m.moderation_because_FIRST,
  FLOOD: m.moderation_because_FLOOD,
  FILLED: m.moderation_because_FILLED,
  BUSY: m.moderation_because_BUSY,
};

export const outcomeNames: Record<RulingOutcome, () => string> = {
  SHOWN: m.moderation_outcome_SHOWN,
  MASKED: m.moderation_outcome_MASKED,
  HIDDEN: m.moderation_outcome_HIDDEN,
  ANSWERED: m.moderation_outcome_ANSWERED,
};

/** Visibility of another text of an author, where it does not simply show. */
export const otherNames: Partial<Record<TextStatus, () => string>> = {
  HELD: m.moderation_others_HELD,
  HIDDEN: m.moderation_others_HIDDEN,
};

/** Names of the parts of a text that have one whatever its kind; the words themselves have none. */
const partNames: Partial<Record<string, () => string>> = {
  authorName: m.moderation_part_authorName,
  organisationName: m.moderation_part_organisationName,
  source: m.moderation_part_source,
  why: m.moderation_part_why,
};

/** Name of a part; null for the words themselves. */
export const partName = ({ name, label }: { name: string; label: string | null }) =>
  label ?? partNames[name]?.() ?? null;

/** Why a text waits, in one line. */
export function heldFor({ status, because, reports }: Waiting) {
  if (because.includes("BUSY")) return m.moderation_shows_for({ why: becauseNames.BUSY() });
  if (status !== "HELD")
    return m.moderation_reported_for({
      why: reports.map(({ reason, count }) => `${reportNames[reason]().toLowerCase()} (${count})`).join(", "),
    });
  return because.length > 0
    ? m.moderation_held_for({ why: because.map((one) => becauseNames[one]()).join(", ") })
    : m.moderation_held_unknown();
}

interface Waiting {
  status: string;
  because: readonly HeldBecause[];
  reports: readonly { reason: ReportReason; count: number }[];
}
