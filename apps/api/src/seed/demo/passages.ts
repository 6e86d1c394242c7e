import { KeyPointPassages, type Passage, Passages } from "../../domain/understand/passage/passage.entity.ts";
import type { ReadingCode } from "../../domain/understand/passage/readingCode.entity.ts";
import { KeyPoints } from "../../domain/understand/keyPoint/keyPoint.entity.ts";
import { Readings } from "../../domain/listen/contribution/contribution.entity.ts";
import { meanings, parents, unsaid } from "./keyPoints.ts";
import { numberOf, type SourceKeyPoint, sourceKeyPoints } from "./pack.ts";
import { rapporteur } from "./people.ts";
import type { Text, Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

/** Marks a stretch of a text, or all of it; the id of the passage, the same whoever marks it again. */
export type Mark = (text: Text, quote?: string) => string;

/** Days between the arrival of a text and its reading. */
const readAfter = 1;

/** The rapporteur's pencil: what is marked is written at the end, with who read what. */
export function pencil({ clock, ids, put }: Demo, { all }: Texts) {
  const marked = new Map<string, Passage>();
  const personId = ids.ordered(rapporteur);
  const readAt = ({ response: { submittedAt } }: Text) => {
    const day = new Date(Date.parse(submittedAt.slice(0, 10)) + readAfter * 86_400_000).toISOString().slice(0, 10);
    return clock.done(`${day}T19:00:00`);
  };
  const mark: Mark = (text, quote = text.body) => {
    const startsAt = text.body.indexOf(quote);
    if (startsAt < 0) throw new Error(`${text.response.id} ${text.questionId} does not say « ${quote} ».`);
    const name = `${text.contributionId} ${startsAt} ${quote.length}`;
    const passage = marked.get(name) ?? {
      id: ids.ordered(name),
      contributionId: text.contributionId,
      startsAt,
      endsAt: startsAt + quote.length,
      quote,
      markedById: personId,
      markedAt: readAt(text),
      contributionRevision: 1,
    };
    marked.set(name, passage);
    return passage.id;
  };
  const done = () => {
    const passages = [...marked.values()];
    put(Passages, passages);
    const touched = new Set(passages.map(({ contributionId }) => contributionId));
    // Texts of the last days, and those that led nowhere, wait for their reader: both are in the queue.
    const read = all.filter(({ contributionId, response, status }) => {
      if (touched.has(contributionId) || status === "UNPUBLISHED") return true;
      const followed = response.outcomes.some(({ outcome }) => outcome !== "RECEIVED");
      return followed && clock.before(response.submittedAt, 3);
    });
    put(
      Readings,
      read.map((text) => ({ contributionId: text.contributionId, personId, readAt: readAt(text) })),
    );
  };
  return { mark, done };
}

/** The key points that are stated by the day of the demonstration. */
export const statedBy = ({ clock }: Demo) => sourceKeyPoints().filter(({ statedAt }) => clock.past(statedAt));

/** The key points and the passages that say each of them; answers with what the rapporteur gave. */
export function keyPoints(
  { clock, ids, put }: Demo,
  stated: SourceKeyPoint[],
  texts: Texts,
  mark: Mark,
): ReadingCode[] {
  const personId = ids.ordered(rapporteur);
  const there = new Set(stated.map(({ id }) => id));
  const above = (id: string) => (there.has(parents[id] ?? "") ? ids.ordered(parents[id]!) : null);
  put(
    KeyPoints,
    stated.map(({ id, objectiveId, nature, statement, statedAt }) => ({
      id: ids.ordered(id),
      objectiveId: ids.ordered(objectiveId),
      number: numberOf(id),
      sentence: statement,
      nature,
      state: "STATED",
      statedOn: clock.day(statedAt),
      version: 1,
      fictional: true,
      ...unsaid,
      ...meanings[id],
      parentId: above(id),
    })),
  );
  const said = stated.flatMap(({ id, passages }) =>
    passages.flatMap(({ responseId, questionId, quote }) => {
      const text = texts.answering(responseId, questionId);
      return text ? { text, quote: quote ?? text.body, keyPointId: ids.ordered(id) } : [];
    }),
  );
  put(
    KeyPointPassages,
    said.map(({ text, quote, keyPointId }) => ({ keyPointId, passageId: mark(text, quote) })),
  );
  return said.map(({ text: { contributionId, body }, quote, keyPointId }) => {
    const startsAt = body.indexOf(quote);
    return { contributionId, personId, keyPointId, startsAt, endsAt: startsAt + quote.length };
  });
}
