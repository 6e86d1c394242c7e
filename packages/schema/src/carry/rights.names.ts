import { m } from "@cahier/schema/messages";
import type { ActNames } from "../rights.names.ts";

/** Acts of carrying proposals to offices, in words. */
export const carryActNames: ActNames = {
  openHandover: m.rights_do_openHandover,
  editHandover: m.rights_do_editHandover,
  noteHandover: m.rights_do_noteHandover,
  editHandoverEntry: m.rights_do_editHandoverEntry,
  removeHandoverEntry: m.rights_do_removeHandoverEntry,
  handOver: m.rights_do_handOver,
  recordReply: m.rights_do_recordReply,
  takeBackHandingOver: m.rights_do_takeBackHandingOver,
  takeBackReply: m.rights_do_takeBackReply,
  answerAsOffice: m.rights_do_answerAsOffice,
  makeOfficeLink: m.rights_do_makeOfficeLink,
  closeOfficeLink: m.rights_do_closeOfficeLink,
  confirmOfficeReply: m.rights_do_confirmOfficeReply,
  declineOfficeReply: m.rights_do_declineOfficeReply,
  writeCommitment: m.rights_do_writeCommitment,
  settleCommitment: m.rights_do_settleCommitment,
  endHandover: m.rights_do_endHandover,
  resumeHandover: m.rights_do_resumeHandover,
  answerCarrying: m.rights_do_answerCarrying,
};
