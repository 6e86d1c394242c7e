import type { Rights } from "../rights.ts";

/** Roles allowed to do the acts of carrying proposals to offices. */
export const carryRights: Rights = {
  openHandover: ["RAPPORTEUR"],
  editHandover: ["RAPPORTEUR"],
  noteHandover: ["RAPPORTEUR"],
  editHandoverEntry: ["RAPPORTEUR"],
  removeHandoverEntry: ["RAPPORTEUR"],
  handOver: ["RAPPORTEUR"],
  recordReply: ["RAPPORTEUR"],
  takeBackHandingOver: ["RAPPORTEUR"],
  takeBackReply: ["RAPPORTEUR"],
  answerAsOffice: "ANYONE",
  makeOfficeLink: ["RAPPORTEUR"],
  closeOfficeLink: ["RAPPORTEUR"],
  confirmOfficeReply: ["RAPPORTEUR"],
  declineOfficeReply: ["RAPPORTEUR"],
  writeCommitment: ["RAPPORTEUR"],
  settleCommitment: ["RAPPORTEUR"],
  endHandover: ["RAPPORTEUR"],
  resumeHandover: ["RAPPORTEUR"],
  answerCarrying: "SIGNED_IN",
};
