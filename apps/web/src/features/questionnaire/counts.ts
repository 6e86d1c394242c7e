import { m } from "@cahier/schema/messages";

interface Counts {
  responseCount: number;
  readableCount: number;
  unpublishedCount: number;
}

/** « 14 réponses : 9 publiées, 5 non publiées »: what is counted and cannot be read is said. */
export function responsesInWords({ responseCount, readableCount, unpublishedCount }: Counts) {
  const total = m.questionnaire_responses({ count: responseCount });
  if (!unpublishedCount) return total;
  const readable = m.questionnaire_readable({ count: readableCount });
  const unpublished = m.questionnaire_unpublished({ count: unpublishedCount });
  return m.questionnaire_counted({ total, readable, unpublished });
}
