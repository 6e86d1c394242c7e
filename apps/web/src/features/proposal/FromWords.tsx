import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";

/** The words of a reader, as far as a link to them says. */
export interface Words {
  id: string;
  authorName: string | null;
  organisationName: string | null;
}

/** Leads from what was taken up to the words of the reader who supplied it, while they can be read. */
export const FromWords = ({
  words,
  say = m.supply_from_words,
}: {
  words: Words | null;
  say?: typeof m.supply_from_words;
}) => words && <Link to={paths.contribution(words.id)}>{say({ author: authorOf(words) })}</Link>;
