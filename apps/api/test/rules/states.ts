/** Ways into each state of the domain and out of it, as people do them through the API. */
/** Acts that lead there; `time` where a date that somebody chose does. */
type Ways = readonly string[];
/** Ways into a state and out of it; `end` where nothing follows. */
type State = readonly [into: Ways, out: Ways | "end"];

export const time = "time";
export const states: Record<string, Record<string, State>> = {
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
    PREPARING: [
      ["createGroup", "reopenGroup"],
      ["openGroup", "archiveGroup"],
    ],
    OPEN: [["openGroup", "reopenGroup"], ["archiveGroup"]],
    ARCHIVED: [["archiveGroup"], ["reopenGroup"]],
  },
  ObjectiveState: {
    PLANNED: [["createObjective"], ["publishQuestionnaire", "withdrawObjective", time]],
    GATHERING: [
      ["publishQuestionnaire", time],
      ["closeQuestionnaire", time],
    ],
    CONSOLIDATING: [
      ["closeQuestionnaire", time],
      ["circulateSynthesis", "reopenQuestionnaire"],
    ],
    CIRCULATING: [["circulateSynthesis"], ["publishSynthesis"]],
    SYNTHESIS_PUBLISHED: [["publishSynthesis"], ["reopenQuestionnaire"]],
  },
  QuestionnaireState: {
    DRAFT: [
      ["createQuestionnaire", "createGroup", "unarchiveQuestionnaire", "unpublishQuestionnaire"],
      ["publishQuestionnaire", "archiveQuestionnaire"],
    ],
    SCHEDULED: [
      ["publishQuestionnaire", "openGroup"],
      ["unpublishQuestionnaire", time],
    ],
    OPEN: [
      ["publishQuestionnaire", "resumeQuestionnaire", "reopenQuestionnaire", time],
      ["closeQuestionnaire", "pauseQuestionnaire", time],
    ],
    PAUSED: [["pauseQuestionnaire"], ["resumeQuestionnaire"]],
    CLOSED: [
      ["closeQuestionnaire", "unarchiveQuestionnaire", time],
      ["reopenQuestionnaire", "archiveQuestionnaire"],
    ],
    ARCHIVED: [["archiveQuestionnaire"], ["unarchiveQuestionnaire"]],
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
    RECEIVED: [
      ["submitResponse", "enterSheet"],
      ["readContributions", "withdrawResponse", "withdrawPaperEntry"],
    ],
    COUNTED: [["submitResponse"], ["editResponse"]],
    READ: [["readContributions"], ["unreadContributions", "markPassage", "setAside"]],
    MARKED: [["markPassage"], ["unmarkPassage", "publishSynthesis"]],
    CITED: [["publishSynthesis"], ["sourceStatement"]],
    FEEDS: [["sourceStatement"], ["adoptProposal", "sourceStatement", "removeStatement"]],
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
      ["stabiliseProposal", "mergeProposal", "splitProposal", "setAsideProposal", "withdrawProposal"],
    ],
    STABILISED: [["stabiliseProposal"], ["adoptProposal", "reopenProposal"]],
    ADOPTED: [["adoptProposal"], ["addErratum", "openHandover"]],
    MERGED: [["mergeProposal"], "end"],
    SPLIT: [["splitProposal"], "end"],
    SET_ASIDE: [["setAsideProposal"], ["reopenProposal"]],
    WITHDRAWN: [["withdrawProposal"], "end"],
  },
  AmendmentState: {
    PROPOSED: [
      ["proposeAmendment", "reconsiderAmendment"],
      ["acceptAmendment", "refuseAmendment", "promoteAmendment", "withdrawAmendment"],
    ],
    ACCEPTED: [["acceptAmendment"], "end"],
    REFUSED: [["refuseAmendment"], ["reconsiderAmendment"]],
    PROMOTED: [["promoteAmendment"], "end"],
    WITHDRAWN: [["withdrawAmendment"], "end"],
  },
  InitiativeState: {
    PROPOSED: [
      ["proposeInitiative", "resendInitiative"],
      ["validateInitiative", "returnInitiative", "declineInitiative", "withdrawInitiative"],
    ],
    RETURNED: [["returnInitiative"], ["resendInitiative"]],
    DECLINED: [["declineInitiative"], ["validateInitiative"]],
    VALIDATED: [["validateInitiative"], ["declineInitiative"]],
  },
  HandoverState: {
    IDENTIFIED: [["openHandover"], ["noteHandover", "handOver", "endHandover"]],
    CONTACTED: [["noteHandover"], ["handOver", "endHandover", "removeHandoverEntry"]],
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
      ["answerCarrying", "answerCarrier", "removeCarrier"],
    ],
    AGREED: [
      ["answerCarrying", "answerCarrier"],
      ["answerCarrying", "removeCarrier"],
    ],
    DECLINED: [
      ["answerCarrying", "answerCarrier"],
      ["answerCarrying", "removeCarrier"],
    ],
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
    DRAFT: [["beginMinutes"], ["reviewMinutes", "removeMinutes"]],
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
      ["finishMilestone", "cancelMilestone", "moveSchedule", time],
    ],
    LATE: [[time], ["finishMilestone", "moveSchedule", "cancelMilestone"]],
    DONE: [["finishMilestone"], ["finishMilestone"]],
    CANCELLED: [["cancelMilestone"], ["resumeMilestone"]],
  },
  AgendaRequestState: {
    WAITING: [["askForAgenda"], ["judgeAgendaRequest", "withdrawAgendaRequest"]],
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
      ["judgeCandidacy", "giveRole", "closeRegionalGroup"],
    ],
  },
  QuoteConsent: {
    MISSING: [
      ["writeMinutesBlock", "addMinutesBlocks"],
      ["recordQuoteConsent", "removeMinutesBlock"],
    ],
    ASKED: [["recordQuoteConsent"], ["answerQuote", "recordQuoteConsent"]],
    GIVEN: [
      ["answerQuote", "recordQuoteConsent"],
      ["writeMinutesBlock", "answerQuote"],
    ],
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
    TAKEN_BACK: [["takeBackIntroduction"], ["askIntroduction"]],
  },
  ProductionState: {
    WAITING: [["askProduction", "remakeProduction"], [time]],
    MAKING: [[time], [time]],
    READY: [[time], ["publishProduction"]],
    FAILED: [[time], ["remakeProduction"]],
  },
};
