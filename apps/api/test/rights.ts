import type { Role } from "../src/graphql/resolvers.generated.ts";

/** Who may do what: one line an act. An act that is not here fails its test. « ANYONE » needs no account, « SIGNED_IN » any account. */
export const rights: Record<string, readonly Role[] | "ANYONE" | "SIGNED_IN"> = {
  submitResponse: "ANYONE",
  saveDraft: "ANYONE",
  eraseDraft: "ANYONE",
  editResponse: "ANYONE",
  withdrawResponse: "ANYONE",
  keepAnswer: "ANYONE",
  claimResponse: "SIGNED_IN",
  unclaimResponse: "SIGNED_IN",
  reviewCitation: "ANYONE",
  react: "ANYONE",

  markPassage: ["RAPPORTEUR"],
  unmarkPassage: ["RAPPORTEUR"],
  readContributions: ["RAPPORTEUR"],
  stateKeyPoint: ["RAPPORTEUR"],
  editKeyPoint: ["RAPPORTEUR"],
  openProposal: ["RAPPORTEUR"],
  editProposal: ["RAPPORTEUR"],
  publishProposal: ["RAPPORTEUR"],
  writeStatement: ["RAPPORTEUR"],
  removeStatement: ["RAPPORTEUR"],
  sourceStatement: ["RAPPORTEUR"],

  printSheets: ["REFERENT", "FACILITATOR"],
  enterSheet: ["REFERENT", "FACILITATOR"],
  reportMeeting: ["REFERENT", "FACILITATOR"],
  enterAgain: ["REFERENT", "FACILITATOR"],
  settleEntry: ["REFERENT", "FACILITATOR"],
  withdrawEntry: ["REFERENT", "FACILITATOR"],

  createQuestionnaire: ["FACILITATOR"],
  editQuestionnaire: ["FACILITATOR"],
  addSection: ["FACILITATOR"],
  editSection: ["FACILITATOR"],
  moveSection: ["FACILITATOR"],
  removeSection: ["FACILITATOR"],
  addQuestion: ["FACILITATOR"],
  editQuestion: ["FACILITATOR"],
  moveQuestion: ["FACILITATOR"],
  removeQuestion: ["FACILITATOR"],
  restoreQuestion: ["FACILITATOR"],
  carryKeyPoints: ["FACILITATOR"],
  askForPublication: ["FACILITATOR"],
  publishQuestionnaire: ["FACILITATOR"],
  pauseQuestionnaire: ["FACILITATOR"],
  resumeQuestionnaire: ["FACILITATOR"],
  closeQuestionnaire: ["FACILITATOR"],
  reopenQuestionnaire: ["FACILITATOR"],
  archiveQuestionnaire: ["FACILITATOR"],
  showResults: ["FACILITATOR"],
};

/** The table in which the `id` of an input is looked for, where it is not a proposal. */
export const subjects: [RegExp, string][] = [
  [/KeyPoint$/, "key_point"],
  [/Statement$/, "statement"],
  [/Questionnaire$|^askForPublication$|^showResults$/, "questionnaire"],
  [/Section$/, "section"],
  [/Question$/, "question"],
];
