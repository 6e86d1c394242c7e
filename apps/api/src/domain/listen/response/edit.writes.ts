import type { EntityManager } from "typeorm";
import type { TextStatus } from "../../../graphql/resolvers.generated.ts";
import {
  type Contribution,
  ContributionRevisions,
  Contributions,
  Readings,
} from "../contribution/contribution.entity.ts";
import { Forwardings } from "../contribution/forwarding.entity.ts";
import { type Passage, Passages } from "../../understand/passage/passage.entity.ts";
import { ReadingCodes } from "../../understand/passage/readingCode.entity.ts";
import { type Question, Questions } from "../questionnaire/questionnaire.entity.ts";
import { type ResponseParts, textStatus } from "./parts.ts";
import { Answers, type Response } from "./response.entity.ts";
import { insertParts } from "./response.writes.ts";

/**
 * Puts what a response now says in the place of what it said: closed answers of the questions on the page, and texts,
 * each with the words it had before. What answers a question that was not on the page stays.
 */
export async function rewriteParts(
  db: EntityManager,
  after: Response,
  before: Response,
  onPage: Question[],
  parts: ResponseParts,
) {
  const asked = new Map(onPage.map((question) => [question.id, question]));
  await db
    .createQueryBuilder()
    .delete()
    .from(Answers)
    .where("responseId = :id and questionId in (:...asked)", { id: after.id, asked: [...asked.keys()] })
    .execute();

  const said = new Map(parts.texts.map((text) => [text.questionId, text]));
  const short = new Map(parts.answers.map((answer) => [answer.questionId, answer]));
  const nameChanged = after.authorName !== before.authorName || after.organisationName !== before.organisationName;
  const texts = await db.findBy(Contributions, { responseId: after.id });
  const visibilities = new Map(
    (await db.findBy(Questions, { questionnaireId: after.questionnaireId })).map(({ id, visibility }) => [
      id,
      visibility,
    ]),
  );
  for (const contribution of texts) {
    const question = asked.get(contribution.questionId ?? "");
    const text = said.get(contribution.questionId ?? "");
    said.delete(contribution.questionId ?? "");
    // Words of a short answer that were marked: its text is the answer's.
    const quoted = question?.type === "SHORT_TEXT" ? short.get(question.id) : undefined;
    const body = question ? (text?.body ?? (quoted?.value as string | undefined) ?? "") : contribution.body;
    const wanted = textStatus(after, visibilities.get(contribution.questionId ?? "") ?? "PUBLIC", body);
    await rewriteText(db, contribution, after, {
      body,
      status: statusOf(contribution, body, wanted, nameChanged),
      questionRevision: text?.questionRevision ?? quoted?.questionRevision ?? contribution.questionRevision,
    });
  }
  await insertParts(db, after, { ...parts, texts: [...said.values()] });
}

/** Where a text stands once it was changed. What a moderator hid stays hidden, what they let through stays through. */
function statusOf(it: Contribution, body: string, wanted: TextStatus, nameChanged: boolean): TextStatus {
  if (body === "") return "WITHDRAWN";
  if (it.status === "HIDDEN") return "HIDDEN";
  const untouched = body === it.body && !nameChanged;
  return untouched && it.status === "VISIBLE" && wanted === "HELD" ? "VISIBLE" : wanted;
}

async function rewriteText(
  db: EntityManager,
  it: Contribution,
  {
    appearance,
    authorName,
    speaksAs,
    organisationName,
    organisationType,
    territoryId,
    regionId,
    sectors,
    editedOn,
  }: Response,
  next: Pick<Contribution, "body" | "status" | "questionRevision">,
) {
  const head = {
    appearance,
    authorName,
    speaksAs,
    organisationName: appearance === "NAMED" ? organisationName : null,
    organisationType,
    territoryId,
    regionId,
    sectors,
  };
  if (next.body === it.body) return db.update(Contributions, it.id, { ...head, ...next });

  const { id: contributionId, revision } = it;
  if (it.body !== "")
    await db.insert(ContributionRevisions, { contributionId, revision, body: it.body, replacedOn: editedOn! });
  // New words are to be read, and judged, anew.
  const anew = { notRetained: null, notRetainedNote: null, notRetainedOn: null, forwardedThemeId: null };
  await db.update(Contributions, contributionId, { ...head, ...next, ...anew, revision: revision + 1 });
  await db.delete(Readings, { contributionId });
  await db.delete(ReadingCodes, { contributionId });
  await db.delete(Forwardings, { contributionId });
  return movePassages(db, contributionId, next.body, revision + 1);
}

/**
 * Passages whose words are still there follow them; the others keep their quote, and the revision they were marked in.

 */
async function movePassages(db: EntityManager, contributionId: string, body: string, contributionRevision: number) {
  const passages = await db.findBy(Passages, { contributionId });
  const moves = whereNow(body, passages);
  // Two passages may change places: each leaves its own before any arrives.
  for (const [{ id, startsAt, endsAt }] of moves)
    await db.update(Passages, id, { startsAt: -1 - startsAt, endsAt: -1 - endsAt });
  for (const [{ id }, place] of moves) await db.update(Passages, id, { ...place, contributionRevision });
}

type Place = Pick<Passage, "startsAt" | "endsAt">;

/** Where the words of passages stand in a text that changed, as near as can be to where they stood. Pure. */
export function whereNow<Marked extends Place & Pick<Passage, "quote">>(
  body: string,
  passages: Marked[],
): [Marked, Place][] {
  const taken = new Set<string>();
  const found = passages.map((passage) => [passage, nearest(body, passage)] as const);
  return found.flatMap(([passage, startsAt]): [Marked, Place][] => {
    if (startsAt === null) return [];
    const endsAt = startsAt + passage.quote.length;
    if (taken.has(`${startsAt} ${endsAt}`)) return [];
    taken.add(`${startsAt} ${endsAt}`);
    return [[passage, { startsAt, endsAt }]];
  });
}

function nearest(body: string, { quote, startsAt }: Place & Pick<Passage, "quote">): number | null {
  let best: number | null = null;
  for (let at = quote ? body.indexOf(quote) : -1; at >= 0; at = body.indexOf(quote, at + 1))
    if (best === null || Math.abs(at - startsAt) < Math.abs(best - startsAt)) best = at;
  return best;
}
