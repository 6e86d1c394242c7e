import type { Rights } from "../rights.ts";

/** Roles allowed to do the acts around what became of words. */
export const tellRights: Rights = {
  reviewCitation: "ANYONE",
  seeNews: "ANYONE",
  chooseMails: "SIGNED_IN",
  takeMatter: ["ADMINISTRATOR", "FACILITATOR", "RAPPORTEUR", "REFERENT", "MODERATOR"],
  letGoMatter: ["ADMINISTRATOR", "FACILITATOR", "RAPPORTEUR", "REFERENT", "MODERATOR"],
  beginRehearsal: ["FACILITATOR", "RAPPORTEUR", "MODERATOR", "ADMINISTRATOR"],
  eraseRehearsal: ["FACILITATOR", "RAPPORTEUR", "MODERATOR", "ADMINISTRATOR"],
  takeUpRehearsal: ["FACILITATOR", "ADMINISTRATOR"],
  watch: "ANYONE",
  changeWatch: "ANYONE",
  stopWatching: "ANYONE",
};
