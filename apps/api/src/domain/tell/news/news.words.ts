import { m } from "@cahier/schema/messages";
import type { Language, PublicNewsKind, ReplyStance } from "../../../graphql/resolvers.generated.ts";
import type { PublicNews } from "./news.queries.ts";

type Words = { title: string; detail: string; stance: string };
type Word = (input: Words, options: { locale: Language }) => string;

const stances: Record<ReplyStance, (input: object, options: { locale: Language }) => string> = {
  ACCEPTED: m.vocabulary_stance_ACCEPTED,
  PARTLY: m.vocabulary_stance_PARTLY,
  REFUSED: m.vocabulary_stance_REFUSED,
  PASSED_ON: m.vocabulary_stance_PASSED_ON,
};

const sentences: Record<PublicNewsKind, Word> = {
  QUESTIONNAIRE_OPENED: m.news_QUESTIONNAIRE_OPENED,
  QUESTIONNAIRE_CLOSING: m.news_QUESTIONNAIRE_CLOSING,
  WEEK_QUESTION: m.news_WEEK_QUESTION,
  SYNTHESIS_PUBLISHED: m.news_SYNTHESIS_PUBLISHED,
  PROPOSAL_PUBLISHED: m.news_PROPOSAL_PUBLISHED,
  PROPOSAL_CHANGED: m.news_PROPOSAL_CHANGED,
  PROPOSAL_ADOPTED: m.news_PROPOSAL_ADOPTED,
  PROPOSAL_CORRECTED: m.news_PROPOSAL_CORRECTED,
  PROPOSAL_SET_ASIDE: m.news_PROPOSAL_SET_ASIDE,
  PROPOSAL_WITHDRAWN: m.news_PROPOSAL_WITHDRAWN,
  PROPOSAL_MERGED: m.news_PROPOSAL_MERGED,
  PROPOSAL_SPLIT: m.news_PROPOSAL_SPLIT,
  PROPOSAL_CARRIED: m.news_PROPOSAL_CARRIED,
  PROPOSAL_REPLIED: m.news_PROPOSAL_REPLIED,
  MEETING_ANNOUNCED: m.news_MEETING_ANNOUNCED,
  MEETING_MOVED: m.news_MEETING_MOVED,
  MEETING_CANCELLED: m.news_MEETING_CANCELLED,
  MINUTES_PUBLISHED: m.news_MINUTES_PUBLISHED,
  MINUTES_CORRECTED: m.news_MINUTES_CORRECTED,
  DOCUMENT_PUBLISHED: m.news_DOCUMENT_PUBLISHED,
};

/** An event in a sentence, in the language of whoever reads. */
export function newsWords({ kind, title, detail, stance }: PublicNews, locale: Language): string {
  const said = stance ? stances[stance]({}, { locale }).toLowerCase() : "";
  return sentences[kind]({ title, detail: detail ?? "", stance: said }, { locale });
}
