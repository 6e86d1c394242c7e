/** Acts that take a state back: each is one of its ways out. */
type Acts = readonly string[];
/** Why a state that people reach by an act is for good. */
interface ForGood {
  forGood: string;
}

const forGood = (why: string): ForGood => ({ forGood: why });

const circulated = forGood(
  "Everybody may read it and was asked to react: its date moves, its words change, and it goes on.",
);
const published = forGood(
  "What was published stays readable as it was; it is undone within thirty seconds, then put right by what follows.",
);
const takenBack = forGood("Whoever wrote it took it back: its words are erased, and nobody else may bring them back.");
const minutesRead = forGood(
  "Those who were there were asked to read it over: its words are still put right until it is published.",
);
const minutesOut = forGood(
  "Minutes that were read over by those who were there are frozen; an erratum says what was wrong.",
);
const answered = forGood(
  "Whoever asked was told the answer; what is still wrong is asked again, or put right by those who write.",
);

/**
 * For each state that people reach by an act: the acts that take it back, or why it is for good. Read beside the table of
 * ways in and out of each state.
 */
export const waysBack: Record<string, Record<string, Acts | ForGood>> = {
  OrganisationState: {
    REGISTERED: ["closeOrganisation"],
    CONFIRMED: ["closeOrganisation"],
    REFUSED: ["editOrganisation"],
    CLOSED: ["editOrganisation"],
  },
  GroupState: {
    PREPARING: ["archiveGroup"],
    OPEN: ["archiveGroup"],
    ARCHIVED: ["reopenGroup"],
  },
  ObjectiveState: {
    PLANNED: ["withdrawObjective"],
    GATHERING: ["closeQuestionnaire"],
    CONSOLIDATING: ["reopenQuestionnaire"],
    CIRCULATING: circulated,
    SYNTHESIS_PUBLISHED: published,
  },
  QuestionnaireState: {
    DRAFT: ["archiveQuestionnaire"],
    SCHEDULED: ["unpublishQuestionnaire"],
    OPEN: ["pauseQuestionnaire", "closeQuestionnaire"],
    PAUSED: ["resumeQuestionnaire"],
    CLOSED: ["reopenQuestionnaire"],
    ARCHIVED: ["unarchiveQuestionnaire"],
  },
  TextStatus: {
    VISIBLE: ["ruleText", "withdrawResponse"],
    HELD: ["ruleText"],
    HIDDEN: ["undoRuling", "appealRuling"],
    WITHDRAWN: takenBack,
    UNPUBLISHED: ["editResponse"],
  },
  RulingOutcome: {
    SHOWN: ["undoRuling"],
    MASKED: ["undoRuling"],
    HIDDEN: ["undoRuling"],
    ANSWERED: ["undoRuling"],
  },
  AppealOutcome: {
    RESTORED: ["ruleText"],
    CONFIRMED: forGood(
      "A second person decided on the ruling of a first: an appeal is heard once, and its author reads why.",
    ),
  },
  TrailStep: {
    RECEIVED: ["withdrawResponse", "withdrawPaperEntry"],
    COUNTED: ["editResponse"],
    READ: ["unreadContributions"],
    MARKED: ["unmarkPassage"],
    CITED: published,
    FEEDS: ["sourceStatement", "removeStatement"],
    ADOPTED: forGood("A group decided, in front of everybody: errata say what was wrong in the words of it."),
    CARRIED: ["takeBackHandingOver"],
    ANSWERED: ["takeBackReply"],
    NOT_RETAINED: ["bringBack"],
  },
  KeyPointState: { WORKING: ["removeKeyPoint"], STATED: ["unstateKeyPoint"], MERGED: ["unmergeKeyPoint"] },
  SynthesisState: {
    DRAFT: ["removeSynthesisVersion"],
    CIRCULATING: circulated,
    PUBLISHED: published,
    SUPERSEDED: forGood("A newer version stands: the former one stays readable at its address, as it was."),
  },
  ProposalState: {
    DRAFT: ["removeProposal"],
    OPEN: ["setAsideProposal", "withdrawProposal"],
    STABILISED: ["reopenProposal"],
    ADOPTED: forGood("A group decided, in front of everybody: errata say what was wrong in the words of it."),
    MERGED: forGood(
      "Its sentences and all that was said of it went to another one, which is read and amended in its stead.",
    ),
    SPLIT: forGood("Its sentences went to two others, which are read and amended in its stead."),
    SET_ASIDE: ["reopenProposal"],
    WITHDRAWN: forGood(
      "It was taken back with a reason that everybody reads; the same is proposed again as another one.",
    ),
  },
  AmendmentState: {
    PROPOSED: ["withdrawAmendment"],
    ACCEPTED: forGood("The sentence says it, in a version of the proposal; the sentence is reworded, with why."),
    REFUSED: ["reconsiderAmendment"],
    PROMOTED: forGood(
      "A proposal of its own begins from it, and its author was told so; that one is set aside or withdrawn.",
    ),
    WITHDRAWN: takenBack,
  },
  InitiativeState: {
    PROPOSED: ["withdrawInitiative"],
    RETURNED: ["resendInitiative"],
    DECLINED: ["validateInitiative"],
    VALIDATED: ["declineInitiative"],
  },
  HandoverState: {
    IDENTIFIED: ["endHandover"],
    CONTACTED: ["removeHandoverEntry"],
    HANDED_OVER: ["takeBackHandingOver"],
    REPLIED: ["takeBackReply"],
    DONE: ["resumeHandover"],
    ABANDONED: ["resumeHandover"],
  },
  CommitmentState: { OPEN: ["settleCommitment"], DONE: ["settleCommitment"], ABANDONED: ["settleCommitment"] },
  CarrierConsent: {
    ASKED: ["removeCarrier"],
    AGREED: ["answerCarrying", "removeCarrier"],
    DECLINED: ["answerCarrying"],
  },
  MeetingState: {
    DRAFT: ["removeMeeting"],
    ANNOUNCED: ["cancelMeeting"],
    MINUTES_IN_REVIEW: minutesRead,
    MINUTES_PUBLISHED: minutesOut,
    CANCELLED: ["resumeMeeting"],
  },
  TextImportState: {
    RUNNING: ["takeBackTextImport"],
    TAKING_BACK: forGood("Its texts are being taken away, a part after the other; the file can be sent again."),
    TAKEN_BACK: forGood("Its texts are taken away, and why is said; the file can be sent again."),
  },
  NotebookLineState: {
    OWN: ["detachLine"],
    SENT: ["detachLine"],
    ACCEPTED: forGood(
      "The other group reads it among its own, and may cite it: those who sent it no longer decide of it.",
    ),
    RETURNED: ["attachLine"],
  },
  MinutesState: {
    DRAFT: ["removeMinutes"],
    IN_REVIEW: minutesRead,
    PUBLISHED: minutesOut,
  },
  MinutesCorrectionState: {
    OPEN: ["withdrawMinutesCorrection"],
    ACCEPTED: answered,
    REFUSED: answered,
    WITHDRAWN: takenBack,
  },
  MilestoneState: {
    PLANNED: ["cancelMilestone"],
    CURRENT: ["moveSchedule"],
    DONE: ["finishMilestone"],
    CANCELLED: ["resumeMilestone"],
  },
  AgendaRequestState: {
    WAITING: ["withdrawAgendaRequest"],
    TAKEN: ["judgeAgendaRequest"],
    LEFT: ["judgeAgendaRequest"],
  },
  CandidacyState: { WAITING: ["withdrawCandidacy"], ACCEPTED: ["endRole"], DECLINED: ["volunteer"] },
  InvitationState: {
    WAITING: ["withdrawInvitation"],
    ACCEPTED: ["endRole"],
    WITHDRAWN: forGood("The link that was sent opens nothing any more, whoever has it; another one is sent."),
  },
  RegionalGroupStatus: { ACTIVE: ["endRole"], SEEKING_REFERENT: ["closeRegionalGroup"] },
  QuoteConsent: {
    MISSING: ["removeMinutesBlock"],
    ASKED: ["recordQuoteConsent"],
    GIVEN: ["answerQuote"],
    REFUSED: ["recordQuoteConsent"],
  },
  CoherenceState: { OPEN: ["settleCoherence"], RESOLVED: ["settleCoherence"], KEPT: ["settleCoherence"] },
  ExchangeState: { OPEN: ["closeExchange"], CLOSED: ["closeExchange"] },
  IntroductionState: {
    ASKED: ["takeBackIntroduction"],
    ACCEPTED: forGood("Each has read the address of the other: nothing makes them forget it."),
    DECLINED: forGood("Whoever was asked said no: nobody asks them for the same twice."),
    TAKEN_BACK: ["askIntroduction"],
  },
  ProductionState: {
    WAITING: forGood("A file that is made tells nothing by itself: the team alone reads it until it is published."),
  },
};
