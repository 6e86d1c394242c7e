import { m } from "@cahier/schema/messages";
import type { KeptName, KeptPart, Span } from "@cahier/schema/retention";

/** Words of a part: what it is, why, and until when. */
type Words = [() => string, () => string, (spans: { time: string; team: string; warned: string }) => string];

/** Words of all that is kept of people. */
export const keptWords: Record<KeptName, Words> = {
  response: [m.retention_response, m.retention_response_why, m.retention_response_until],
  notice: [m.retention_notice, m.retention_notice_why, m.retention_notice_until],
  followUp: [m.retention_followUp, m.retention_followUp_why, m.retention_followUp_until],
  draft: [m.retention_draft, m.retention_draft_why, m.retention_draft_until],
  paper: [m.retention_paper, m.retention_paper_why, m.retention_paper_until],
  signedText: [m.retention_signedText, m.retention_signedText_why, m.retention_signedText_until],
  listener: [m.retention_listener, m.retention_listener_why, m.retention_listener_until],
  attendance: [m.retention_attendance, m.retention_attendance_why, m.retention_attendance_until],
  watch: [m.retention_watch, m.retention_watch_why, m.retention_watch_until],
  watchRequest: [m.retention_watchRequest, m.retention_watchRequest_why, m.retention_watchRequest_until],
  told: [m.retention_told, m.retention_told_why, m.retention_told_until],
  textImport: [m.retention_textImport, m.retention_textImport_why, m.retention_textImport_until],
  minutesReader: [m.retention_minutesReader, m.retention_minutesReader_why, m.retention_minutesReader_until],
  citedReader: [m.retention_citedReader, m.retention_citedReader_why, m.retention_citedReader_until],
  exchange: [m.retention_exchange, m.retention_exchange_why, m.retention_exchange_until],
  introduction: [m.retention_introduction, m.retention_introduction_why, m.retention_introduction_until],
  unconfirmed: [m.retention_unconfirmed, m.retention_unconfirmed_why, m.retention_unconfirmed_until],
  consent: [m.retention_consent, m.retention_consent_why, m.retention_consent_until],
  account: [m.retention_account, m.retention_account_why, m.retention_account_until],
  session: [m.retention_session, m.retention_session_why, m.retention_session_until],
  addressChange: [m.retention_addressChange, m.retention_addressChange_why, m.retention_addressChange_until],
  secondFactor: [m.retention_secondFactor, m.retention_secondFactor_why, m.retention_secondFactor_until],
  signInLink: [m.retention_signInLink, m.retention_signInLink_why, m.retention_signInLink_until],
  mail: [m.retention_mail, m.retention_mail_why, m.retention_mail_until],
  role: [m.retention_role, m.retention_role_why, m.retention_role_until],
  openPage: [m.retention_openPage, m.retention_openPage_why, m.retention_openPage_until],
  takenMatter: [m.retention_takenMatter, m.retention_takenMatter_why, m.retention_takenMatter_until],
  candidacy: [m.retention_candidacy, m.retention_candidacy_why, m.retention_candidacy_until],
  invitation: [m.retention_invitation, m.retention_invitation_why, m.retention_invitation_until],
  namedInWork: [m.retention_namedInWork, m.retention_namedInWork_why, m.retention_namedInWork_until],
  office: [m.retention_office, m.retention_office_why, m.retention_office_until],
  looseFile: [m.retention_looseFile, m.retention_looseFile_why, m.retention_looseFile_until],
  moderation: [m.retention_moderation, m.retention_moderation_why, m.retention_moderation_until],
  recentText: [m.retention_recentText, m.retention_recentText_why, m.retention_recentText_until],
  report: [m.retention_report, m.retention_report_why, m.retention_report_until],
  act: [m.retention_act, m.retention_act_why, m.retention_act_until],
  device: [m.retention_device, m.retention_device_why, m.retention_device_until],
  address: [m.retention_address, m.retention_address_why, m.retention_address_until],
};

export const groundWords: Record<KeptPart["ground"], () => string> = {
  CONSENT: m.retention_ground_CONSENT,
  INTEREST: m.retention_ground_INTEREST,
  DUTY: m.retention_ground_DUTY,
};

export const readerWords: Record<KeptPart["seenBy"], () => string> = {
  NOBODY: m.retention_seen_NOBODY,
  SELF: m.retention_seen_SELF,
  TEAM: m.retention_seen_TEAM,
  TEAM_AND_SOME_PUBLIC: m.retention_seen_TEAM_AND_SOME_PUBLIC,
  MODERATION: m.retention_seen_MODERATION,
  ADMINISTRATION: m.retention_seen_ADMINISTRATION,
  EVERYBODY: m.retention_seen_EVERYBODY,
};

const units: Record<Span["unit"], (of: { count: number }) => string> = {
  MINUTES: m.retention_MINUTES,
  HOURS: m.retention_HOURS,
  DAYS: m.retention_DAYS,
  MONTHS: m.retention_MONTHS,
};

/** A length of time in words. */
export const spanWords = ({ count, unit }: Span) => units[unit]({ count });
