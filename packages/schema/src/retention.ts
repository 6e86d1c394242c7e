/** All that is kept of people, in one place: the purges are run from it and the privacy page is written from it. */

/** A length of time, as it is said and as it is counted. */
export interface Span {
  count: number;
  unit: "MINUTES" | "HOURS" | "DAYS" | "MONTHS";
}

/** A part of what is kept of people. Its catalogue says what it is, why, and until when. */
export interface KeptPart {
  /** Its columns: « table.column », or « table.* ». */
  holds: readonly string[];
  /** Legal ground: a consent, the interest of the work done together, or a duty of the site's operator. */
  ground: "CONSENT" | "INTEREST" | "DUTY";
  /** Readers of the data. */
  seenBy: "NOBODY" | "SELF" | "TEAM" | "TEAM_AND_SOME_PUBLIC" | "MODERATION" | "ADMINISTRATION" | "EVERYBODY";
  /** Time after which a purge takes it; absent where an act of somebody does. */
  after?: Span;
}

const parts = <Name extends string>(it: Record<Name, KeptPart>): Record<Name, KeptPart> => it;

/** Days for which it is kept which texts come from one author. */
export const recentDays = 3;
/** Nights for which a backup that the site made by itself is kept. */
export const backupNights = 7;

export const kept = parts({
  response: {
    holds: [
      "answer.*",
      "citation_review.text",
      "contribution.author_name",
      "contribution.body",
      "contribution.organisation_name",
      "contribution.organisation_type",
      "contribution_revision.*",
      "contribution_search.*",
      "passage.quote",
      "response.author_name",
      "response.digest",
      "response.key",
      "response.organisation_name",
      "response.organisation_type",
      "response.receipt_digest",
      "response.repeat_key",
      "response_revision.*",
      "second_entry.answers",
      "second_entry.differences",
    ],
    ground: "CONSENT",
    seenBy: "TEAM_AND_SOME_PUBLIC",
  },
  notice: {
    holds: ["notice.*"],
    ground: "INTEREST",
    seenBy: "NOBODY",
    after: { count: 13, unit: "MONTHS" },
  },
  followUp: {
    holds: ["follow.*", "response.mailed_digest", "response.follow_up_language"],
    ground: "CONSENT",
    seenBy: "NOBODY",
    after: { count: 6, unit: "MONTHS" },
  },
  draft: {
    holds: ["draft.answers", "draft.author_name", "draft.key", "draft.token_digest"],
    ground: "CONSENT",
    seenBy: "SELF",
    after: { count: 30, unit: "DAYS" },
  },
  textImport: { holds: ["text_import_row.*"], ground: "INTEREST", seenBy: "TEAM", after: { count: 30, unit: "DAYS" } },
  paper: {
    holds: ["response.paper_reference", "response.batch", "response.collected_by"],
    ground: "INTEREST",
    seenBy: "TEAM",
    after: { count: 12, unit: "MONTHS" },
  },
  signedText: {
    holds: [
      "agenda_request.*",
      "amendment.author_name",
      "amendment.before",
      "amendment.code_digest",
      "amendment.held_flood",
      "amendment.key",
      "amendment.text",
      "amendment.why",
      "initiative.*",
      "minority_position.text",
      "minority_position.key",
      "minutes_correction.text",
      "minutes_correction.why",
      "minutes_quote.why",
      "reaction.author_name",
      "reaction.code_digest",
      "reaction.held_flood",
      "reaction.key",
      "reaction.source",
      "reaction.text",
      "supply.code_digest",
      "supply.digest",
      "supply.key",
      "supply.source",
      "imported_text.*",
      "notebook_file.*",
      "text_import.*",
      "search_stem.*",
      "search_text.*",
    ],
    ground: "CONSENT",
    seenBy: "EVERYBODY",
  },
  listener: { holds: ["listener.*"], ground: "CONSENT", seenBy: "NOBODY" },
  attendance: {
    holds: [
      "attendance.code_digest",
      "attendance.device_digest",
      "attendance.key",
      "attendance.name",
      "attendance.needs",
      "attendance.needs_more",
      "attendance.relay_room",
      "attendance_address.*",
    ],
    ground: "CONSENT",
    seenBy: "TEAM",
    after: { count: 1, unit: "DAYS" },
  },
  minutesReader: {
    holds: ["minutes_exact.*", "minutes_reader.*"],
    ground: "CONSENT",
    seenBy: "NOBODY",
    after: { count: 60, unit: "DAYS" },
  },
  citedReader: {
    holds: ["minutes_reader.cited"],
    ground: "CONSENT",
    seenBy: "NOBODY",
    after: { count: 12, unit: "MONTHS" },
  },
  watch: { holds: ["watch.*", "watcher.*"], ground: "CONSENT", seenBy: "SELF" },
  watchRequest: { holds: ["watch_request.*"], ground: "CONSENT", seenBy: "NOBODY", after: { count: 2, unit: "DAYS" } },
  told: { holds: ["told.*"], ground: "INTEREST", seenBy: "NOBODY", after: { count: 60, unit: "DAYS" } },
  exchange: {
    holds: ["exchange.organisation", "exchange.text", "exchange.title"],
    ground: "CONSENT",
    seenBy: "EVERYBODY",
  },
  introduction: {
    holds: ["introduction.text"],
    ground: "CONSENT",
    seenBy: "SELF",
    after: { count: 12, unit: "MONTHS" },
  },
  account: {
    holds: ["account.*", "person.*"],
    ground: "CONSENT",
    seenBy: "ADMINISTRATION",
    after: { count: 24, unit: "MONTHS" },
  },
  unconfirmed: {
    holds: ["person.email_verified"],
    ground: "INTEREST",
    seenBy: "NOBODY",
    after: { count: 30, unit: "DAYS" },
  },
  session: { holds: ["session.*"], ground: "INTEREST", seenBy: "SELF", after: { count: 30, unit: "DAYS" } },
  addressChange: {
    holds: ["address_change.*"],
    ground: "INTEREST",
    seenBy: "SELF",
    after: { count: 24, unit: "HOURS" },
  },
  secondFactor: { holds: ["second_factor.*"], ground: "DUTY", seenBy: "NOBODY" },
  signInLink: {
    holds: ["verification.*"],
    ground: "INTEREST",
    seenBy: "NOBODY",
    after: { count: 15, unit: "MINUTES" },
  },
  mail: {
    holds: [
      "outgoing_mail.composer",
      "outgoing_mail.key",
      "outgoing_mail.recipient",
      "outgoing_mail.stop_link",
      "outgoing_mail.subject",
      "outgoing_mail.text",
    ],
    ground: "CONSENT",
    seenBy: "NOBODY",
    after: { count: 13, unit: "MONTHS" },
  },
  consent: { holds: ["consent.*"], ground: "DUTY", seenBy: "SELF", after: { count: 36, unit: "MONTHS" } },
  role: {
    holds: [
      "minority_signature.*",
      "organisation_signature.*",
      "organisation_member.*",
      "regional_member.*",
      "role_grant.*",
    ],
    ground: "INTEREST",
    seenBy: "TEAM",
  },
  openPage: { holds: ["open_page.*"], ground: "INTEREST", seenBy: "TEAM", after: { count: 1, unit: "HOURS" } },
  takenMatter: { holds: ["taken_matter.*"], ground: "INTEREST", seenBy: "TEAM", after: { count: 7, unit: "DAYS" } },
  candidacy: {
    holds: ["candidacy.answer", "candidacy.key", "candidacy.why"],
    ground: "CONSENT",
    seenBy: "TEAM",
    after: { count: 12, unit: "MONTHS" },
  },
  invitation: {
    holds: ["invitation.*", "organisation_invitation.*"],
    ground: "INTEREST",
    seenBy: "ADMINISTRATION",
    after: { count: 30, unit: "DAYS" },
  },
  namedInWork: {
    holds: [
      "grid_answer.*",
      "grid_criterion.*",
      "grid_decision.*",
      "notebook_line.*",
      "agenda_item.lead",
      "handover.carrier_name",
      "handover.log",
      "meeting_file.digest",
      "meeting_file.title",
      "meeting_file_content.bytes",
      "minutes_block.owner",
      "proposal_carrier.name",
      "proposal_version.content",
    ],
    ground: "INTEREST",
    seenBy: "EVERYBODY",
  },
  office: {
    holds: [
      "attachment.digest",
      "attachment_file.bytes",
      "interlocutor.contact_mail",
      "interlocutor.contact_postal",
      "interlocutor.contact_url",
      "office_link.code_digest",
      "office_link.contact",
      "office_reply.checked_by",
      "office_reply.passed_to_contact",
      "office_reply.passed_to_name",
      "office_reply.text",
      "office_reply.writer",
    ],
    ground: "INTEREST",
    seenBy: "TEAM_AND_SOME_PUBLIC",
  },
  looseFile: { holds: ["attachment.*"], ground: "INTEREST", seenBy: "NOBODY", after: { count: 2, unit: "DAYS" } },
  moderation: {
    holds: ["appeal.*", "contribution.held_flood", "hold.*", "moderation_log_entry.data", "ruling.*"],
    ground: "DUTY",
    seenBy: "MODERATION",
  },
  recentText: {
    holds: ["recent_text.*"],
    ground: "INTEREST",
    seenBy: "MODERATION",
    after: { count: recentDays, unit: "DAYS" },
  },
  report: {
    holds: ["report.note", "report.reporter_digest"],
    ground: "DUTY",
    seenBy: "MODERATION",
    after: { count: 12, unit: "MONTHS" },
  },
  act: { holds: ["journal_entry.*"], ground: "INTEREST", seenBy: "TEAM" },
  device: {
    holds: ["argument_rating.rater_digest", "known_device.*", "reaction.author_digest"],
    ground: "INTEREST",
    seenBy: "NOBODY",
    after: { count: 12, unit: "MONTHS" },
  },
  address: { holds: ["rate_window.*"], ground: "INTEREST", seenBy: "NOBODY", after: { count: 1, unit: "HOURS" } },
});

export type KeptName = keyof typeof kept;
/** The length in seconds; a month has thirty days. */
export const secondsOf = ({ count, unit }: Span) =>
  count * { MINUTES: 60, HOURS: 3600, DAYS: 86_400, MONTHS: 2_592_000 }[unit];

/** The session of whoever has a role ends sooner. */
export const teamSession: Span = { count: 12, unit: "HOURS" };

/** Time that whoever holds a role has to enrol a second factor, where one is asked. */
export const enrolmentTime: Span = { count: 7, unit: "DAYS" };

/** Time before an account that nobody uses is erased when its holder is warned. */
export const warnedBefore: Span = { count: 1, unit: "MONTHS" };
