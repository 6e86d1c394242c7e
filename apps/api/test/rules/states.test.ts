/** Each state of the domain has a way in and a way out through the API: acts, the day that comes, or an end of its own. */
import { type GraphQLEnumType, isEnumType } from "graphql";
import { expect, test } from "vitest";
import { schema } from "../walks/walk.ts";

/** Acts that lead there; `time` where a date that somebody chose does. */
type Ways = readonly string[];
/** Ways into a state and out of it; `end` where nothing follows. */
type State = readonly [into: Ways, out: Ways | "end"];

const time = "time";
const states: Record<string, Record<string, State>> = {
  OrganisationState: {
    REGISTERED: [
      ["registerOrganisation", "editOrganisation"],
      ["judgeOrganisation", "closeOrganisation"],
    ],
    CONFIRMED: [["judgeOrganisation"], ["editOrganisation", "closeOrganisation"]],
    REFUSED: [["judgeOrganisation"], ["editOrganisation"]],
    CLOSED: [["closeOrganisation"], ["editOrganisation"]],
  },
  GroupState: {
    PREPARING: [["createGroup"], ["openGroup"]],
    OPEN: [["openGroup", "reopenGroup"], ["archiveGroup"]],
    ARCHIVED: [["archiveGroup"], ["reopenGroup"]],
  },
  ObjectiveState: {
    PLANNED: [["createObjective"], ["publishQuestionnaire", time]],
    GATHERING: [
      ["publishQuestionnaire", time],
      ["closeQuestionnaire", time],
    ],
    CONSOLIDATING: [["closeQuestionnaire", time], ["circulateSynthesis"]],
    CIRCULATING: [["circulateSynthesis"], ["publishSynthesis"]],
    SYNTHESIS_PUBLISHED: [["publishSynthesis"], ["reopenQuestionnaire"]],
  },
  QuestionnaireState: {
    DRAFT: [["createQuestionnaire", "createGroup"], ["publishQuestionnaire"]],
    SCHEDULED: [["publishQuestionnaire", "openGroup"], [time]],
    OPEN: [
      ["publishQuestionnaire", "resumeQuestionnaire", "reopenQuestionnaire", time],
      ["closeQuestionnaire", time],
    ],
    PAUSED: [["pauseQuestionnaire"], ["resumeQuestionnaire"]],
    CLOSED: [
      ["closeQuestionnaire", time],
      ["reopenQuestionnaire", "archiveQuestionnaire"],
    ],
    ARCHIVED: [["archiveQuestionnaire"], "end"],
  },
  TextStatus: {
    VISIBLE: [
      ["submitResponse", "ruleText", "undoRuling", "decideAppeal"],
      ["ruleText", "withdrawResponse"],
    ],
    HELD: [
      ["submitResponse", "react", "chooseReview"],
      ["ruleText", "ruleTexts"],
    ],
    HIDDEN: [["ruleText"], ["undoRuling", "appealRuling", "decideAppeal"]],
    WITHDRAWN: [["Response", "Reaction", "Supply", "AgendaRequest", "Initiative"].map((it) => `withdraw${it}`), "end"],
    UNPUBLISHED: [
      ["submitResponse", "editResponse"],
      ["editResponse", "withdrawResponse"],
    ],
  },
  RulingOutcome: {
    SHOWN: [["ruleText"], ["undoRuling", "ruleText"]],
    MASKED: [["ruleText"], ["undoRuling", "appealRuling"]],
    HIDDEN: [["ruleText"], ["undoRuling", "appealRuling"]],
    ANSWERED: [["ruleText"], ["ruleText", "undoRuling"]],
  },
  AppealOutcome: { RESTORED: [["decideAppeal"], ["ruleText"]], CONFIRMED: [["decideAppeal"], "end"] },
  TrailStep: {
    RECEIVED: [["submitResponse", "enterSheet"], ["readContributions"]],
    COUNTED: [["submitResponse"], ["editResponse"]],
    READ: [["readContributions"], ["unreadContributions", "markPassage", "setAside"]],
    MARKED: [["markPassage"], ["unmarkPassage", "publishSynthesis"]],
    CITED: [["publishSynthesis"], ["sourceStatement"]],
    FEEDS: [["sourceStatement"], ["adoptProposal"]],
    ADOPTED: [["adoptProposal"], ["openHandover"]],
    CARRIED: [["handOver"], ["recordReply", "answerAsOffice", "takeBackHandingOver"]],
    ANSWERED: [["recordReply", "confirmOfficeReply"], ["takeBackReply"]],
    NOT_RETAINED: [["setAside"], ["bringBack"]],
  },
  KeyPointState: {
    WORKING: [
      ["openKeyPoint", "unmergeKeyPoint", "unstateKeyPoint"],
      ["stateKeyPoint", "removeKeyPoint", "mergeKeyPoint"],
    ],
    STATED: [["stateKeyPoint"], ["unstateKeyPoint", "mergeKeyPoint"]],
    MERGED: [["mergeKeyPoint"], ["unmergeKeyPoint"]],
  },
  SynthesisState: {
    DRAFT: [
      ["openSynthesis", "reviseSynthesis"],
      ["circulateSynthesis", "removeSynthesisVersion"],
    ],
    CIRCULATING: [["circulateSynthesis"], ["publishSynthesis"]],
    PUBLISHED: [["publishSynthesis"], ["reviseSynthesis"]],
    SUPERSEDED: [["publishSynthesis"], "end"],
  },
  ProposalState: {
    DRAFT: [["openProposal"], ["publishProposal", "removeProposal"]],
    OPEN: [
      ["publishProposal", "reopenProposal"],
      ["stabiliseProposal", "mergeProposal", "splitProposal"],
    ],
    STABILISED: [["stabiliseProposal"], ["adoptProposal", "reopenProposal"]],
    ADOPTED: [["adoptProposal"], ["addErratum", "openHandover"]],
    MERGED: [["mergeProposal"], "end"],
    SPLIT: [["splitProposal"], "end"],
    SET_ASIDE: [["setAsideProposal"], ["reopenProposal"]],
    WITHDRAWN: [["withdrawProposal"], "end"],
  },
  AmendmentState: {
    PROPOSED: [["proposeAmendment"], ["acceptAmendment", "refuseAmendment", "promoteAmendment", "withdrawAmendment"]],
    ACCEPTED: [["acceptAmendment"], "end"],
    REFUSED: [["refuseAmendment"], "end"],
    PROMOTED: [["promoteAmendment"], "end"],
    WITHDRAWN: [["withdrawAmendment"], "end"],
  },
  InitiativeState: {
    PROPOSED: [
      ["proposeInitiative", "resendInitiative"],
      ["validateInitiative", "returnInitiative", "declineInitiative"],
    ],
    RETURNED: [["returnInitiative"], ["resendInitiative"]],
    DECLINED: [["declineInitiative"], ["validateInitiative"]],
    VALIDATED: [["validateInitiative"], ["declineInitiative"]],
  },
  HandoverState: {
    IDENTIFIED: [["openHandover"], ["noteHandover", "handOver", "endHandover"]],
    CONTACTED: [["noteHandover"], ["handOver", "endHandover"]],
    HANDED_OVER: [["handOver"], ["recordReply", "answerAsOffice", "takeBackHandingOver", time]],
    OVERDUE: [[time], ["recordReply", "editHandover", "endHandover", "takeBackHandingOver"]],
    REPLIED: [
      ["recordReply", "confirmOfficeReply"],
      ["writeCommitment", "endHandover", "takeBackReply"],
    ],
    DONE: [["endHandover"], ["resumeHandover"]],
    ABANDONED: [["endHandover"], ["resumeHandover"]],
  },
  CommitmentState: {
    OPEN: [["writeCommitment"], ["settleCommitment"]],
    DONE: [["settleCommitment"], ["settleCommitment"]],
    ABANDONED: [["settleCommitment"], ["settleCommitment"]],
  },
  CarrierConsent: {
    ASKED: [
      ["openHandover", "addCarrier"],
      ["answerCarrying", "answerCarrier"],
    ],
    AGREED: [["answerCarrying", "answerCarrier"], ["removeCarrier"]],
    DECLINED: [["answerCarrying", "answerCarrier"], ["removeCarrier"]],
  },
  MeetingState: {
    DRAFT: [["announceMeeting"], ["editMeeting", "removeMeeting"]],
    ANNOUNCED: [
      ["announceMeeting", "resumeMeeting"],
      ["cancelMeeting", time],
    ],
    HELD_MINUTES_AWAITED: [[time], ["beginMinutes"]],
    MINUTES_IN_REVIEW: [["reviewMinutes"], ["publishMinutes"]],
    MINUTES_PUBLISHED: [["publishMinutes"], ["addMinutesErratum"]],
    HELD: [[time], ["beginMinutes"]],
    CANCELLED: [["cancelMeeting"], ["resumeMeeting"]],
  },
  TextImportState: {
    TO_MAP: [[time], ["runTextImport", "takeBackTextImport"]],
    RUNNING: [["runTextImport"], [time, "takeBackTextImport"]],
    DONE: [[time], ["takeBackTextImport"]],
    TAKING_BACK: [["takeBackTextImport"], [time]],
    TAKEN_BACK: [["takeBackTextImport", time], "end"],
  },
  NotebookLineState: {
    OWN: [["attachLine"], ["detachLine"]],
    SENT: [["attachLine"], ["answerLine", "detachLine"]],
    ACCEPTED: [["answerLine"], "end"],
    RETURNED: [["answerLine"], ["attachLine", "detachLine"]],
  },
  MinutesState: {
    DRAFT: [["beginMinutes"], ["reviewMinutes"]],
    IN_REVIEW: [["reviewMinutes"], ["publishMinutes"]],
    PUBLISHED: [["publishMinutes"], ["addMinutesErratum"]],
  },
  MinutesCorrectionState: {
    OPEN: [["correctMinutes"], ["settleMinutesCorrection", "withdrawMinutesCorrection"]],
    ACCEPTED: [["settleMinutesCorrection"], "end"],
    REFUSED: [["settleMinutesCorrection"], "end"],
    WITHDRAWN: [["withdrawMinutesCorrection"], "end"],
  },
  MilestoneState: {
    PLANNED: [
      ["addMilestone", "drawSchedule", "resumeMilestone"],
      ["finishMilestone", "cancelMilestone", time],
    ],
    CURRENT: [
      [time, "moveSchedule"],
      ["finishMilestone", "cancelMilestone", time],
    ],
    LATE: [[time], ["finishMilestone", "moveSchedule", "cancelMilestone"]],
    DONE: [["finishMilestone"], ["finishMilestone"]],
    CANCELLED: [["cancelMilestone"], ["resumeMilestone"]],
  },
  AgendaRequestState: {
    WAITING: [["askForAgenda"], ["judgeAgendaRequest"]],
    TAKEN: [["judgeAgendaRequest"], ["judgeAgendaRequest"]],
    LEFT: [["judgeAgendaRequest"], ["judgeAgendaRequest"]],
  },
  CandidacyState: {
    WAITING: [["volunteer"], ["judgeCandidacy", "withdrawCandidacy"]],
    ACCEPTED: [["judgeCandidacy"], ["endRole"]],
    DECLINED: [["judgeCandidacy"], ["volunteer"]],
  },
  InvitationState: {
    WAITING: [
      ["invite", "renewInvitation"],
      ["acceptInvitation", "withdrawInvitation", time],
    ],
    ACCEPTED: [["acceptInvitation"], ["endRole"]],
    WITHDRAWN: [["withdrawInvitation"], "end"],
    EXPIRED: [[time], ["renewInvitation"]],
  },
  RegionalGroupStatus: {
    ACTIVE: [
      ["judgeCandidacy", "giveRole"],
      ["endRole", "closeRegionalGroup"],
    ],
    SEEKING_REFERENT: [
      ["openRegionalGroup", "endRole"],
      ["judgeCandidacy", "giveRole"],
    ],
  },
  QuoteConsent: {
    MISSING: [["writeMinutesBlock", "addMinutesBlocks"], ["recordQuoteConsent"]],
    ASKED: [["recordQuoteConsent"], ["answerQuote", "recordQuoteConsent"]],
    GIVEN: [["answerQuote", "recordQuoteConsent"], ["writeMinutesBlock"]],
    REFUSED: [["answerQuote"], ["writeMinutesBlock", "removeMinutesBlock", "recordQuoteConsent"]],
  },
  CoherenceState: {
    OPEN: [["noteCoherence"], ["settleCoherence"]],
    RESOLVED: [["settleCoherence"], ["settleCoherence"]],
    KEPT: [["settleCoherence"], ["settleCoherence"]],
  },
  ExchangeState: {
    OPEN: [["postExchange"], ["closeExchange", "hideExchange", time]],
    EXPIRED: [[time], ["closeExchange"]],
    CLOSED: [["closeExchange"], ["closeExchange"]],
  },
  IntroductionState: {
    ASKED: [["askIntroduction"], ["answerIntroduction", "takeBackIntroduction"]],
    ACCEPTED: [["answerIntroduction"], "end"],
    DECLINED: [["answerIntroduction"], "end"],
    TAKEN_BACK: [["takeBackIntroduction"], "end"],
  },
  ProductionState: {
    WAITING: [["askProduction", "remakeProduction"], [time]],
    MAKING: [[time], [time]],
    READY: [[time], ["publishProduction"]],
    FAILED: [[time], ["remakeProduction"]],
  },
};

/** Enumerations that name no state of anything, though they end alike. */
const others = new Set(["ProductionStep", "ChainStep", "ChainState"]);

const isState = (name: string) => /(State|Status|Step|Consent)$/.test(name) || /^(Ruling|Appeal)Outcome$/.test(name);
const enums = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLEnumType => isEnumType(type) && isState(type.name) && !others.has(type.name),
);

test("every state of the domain has a way in and a way out", () => {
  const declared = Object.fromEntries(enums.map((type) => [type.name, Object.keys(type.toConfig().values).toSorted()]));
  const told = Object.fromEntries(Object.entries(states).map(([name, of]) => [name, Object.keys(of).toSorted()]));
  expect(told).toEqual(declared);
});

test("each way is an act of the API that is there, or a date", () => {
  const acts = new Set(Object.keys(schema.getMutationType()!.getFields()));
  const unknown = Object.entries(states).flatMap(([name, of]) =>
    Object.entries(of).flatMap(([state, [into, out]]) =>
      [...into, ...(out === "end" ? [] : out)]
        .filter((way) => way !== time && !acts.has(way))
        .map((way) => `${name}.${state}: ${way}`),
    ),
  );
  expect(unknown).toEqual([]);
  // Nothing stands without a way there, and what does not end has a way on.
  const stuck = Object.entries(states).flatMap(([name, of]) =>
    Object.entries(of)
      .filter(([, [into, out]]) => into.length === 0 || out.length === 0)
      .map(([state]) => `${name}.${state}`),
  );
  expect(stuck).toEqual([]);
});
