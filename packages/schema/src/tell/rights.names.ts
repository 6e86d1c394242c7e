import { m } from "@cahier/schema/messages";
import type { ActNames } from "../rights.names.ts";

/** Acts around what became of words, in words. */
export const tellActNames: ActNames = {
  reviewCitation: m.rights_do_reviewCitation,
  seeNews: m.rights_do_seeNews,
  chooseMails: m.rights_do_chooseMails,
  takeMatter: m.rights_do_takeMatter,
  letGoMatter: m.rights_do_letGoMatter,
  beginRehearsal: m.rights_do_beginRehearsal,
  eraseRehearsal: m.rights_do_eraseRehearsal,
  takeUpRehearsal: m.rights_do_takeUpRehearsal,
  watch: m.rights_do_watch,
  changeWatch: m.rights_do_changeWatch,
  stopWatching: m.rights_do_stopWatching,
};
