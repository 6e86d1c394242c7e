import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";

/** The words of a reader, as far as a link to them says. */
export interface Words {
  id: string;
  authorName: string | null;
  nameIsUnverified: boolean;
  organisationName: string | null;
}

/** Leads from what was taken up, or from a reply, to the words of the reader who supplied it, while they can be read. */
export function FromWords({ words, reply = false }: { words: Words | null; reply?: boolean }) {
  if (!words) return null;
  const named = reply ? m.supply_reply_from_words : m.supply_from_words;
  const unnamed = reply ? m.supply_reply_from_words_unnamed : m.supply_from_words_unnamed;
  const isNamed = words.authorName ?? words.organisationName;
  return <Link to={paths.contribution(words.id)}>{isNamed ? named({ author: authorOf(words) }) : unnamed()}</Link>;
}
