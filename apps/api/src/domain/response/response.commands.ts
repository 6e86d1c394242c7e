import { createHash, randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { ReviewCitationInput, SubmitResponseInput } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { recorder } from "../../platform/journal.ts";
import { type ProblemFound, Refusal } from "../../platform/refusal.ts";
import { givenText, isId } from "../../platform/text.ts";
import { visitor } from "../../platform/viewer.ts";
import { Passages } from "../passage/passage.entity.ts";
import { Drafts } from "../draft/draft.entity.ts";
import { type CompiledQuestionnaire, definitionOf } from "../questionnaire/definition.ts";
import { responseParts } from "./parts.ts";
import { typedDigest } from "./receipt.ts";
import { CitationReviews, type Response } from "./response.entity.ts";
import { insertParts, insertResponse, responseOfKey, territoryAnswered } from "./response.writes.ts";

/** Stores a response once, whatever the retries, and answers with what its receipt is made of. */
export async function submitResponse(tx: Transaction, input: SubmitResponseInput): Promise<{ receipt: Response }> {
  const { db } = tx;
  const questionnaire = isId(input.questionnaireId)
    ? await questionnaireAnswered(db, input.questionnaireId, input.questionnaireRevision)
    : null;
  if (!questionnaire) throw new Refusal("NOT_OPEN");
  const key = input.key.trim();
  if (!key || key.length > 100) throw new Refusal(key ? "TOO_LONG" : "REQUIRED", "key", key && "100");

  const { answers, territory, ...sender } = await checked(tx, questionnaire, input);
  const digest = digestOf({ answers, ...sender });
  const before = await responseOfKey(db, questionnaire.id, key);
  if (before) return { receipt: theSame(before, digest) };

  const id = randomUUID();
  const parts = responseParts(questionnaire, answers, sender);
  const stored = await insertResponse(db, { id, key, digest, territory, ...sender, ...parts });
  if (!stored) {
    // Another copy of the same send was faster; or it is too early, or too late.
    const other = await responseOfKey(db, questionnaire.id, key);
    if (!other) throw new Refusal("NOT_OPEN");
    return { receipt: theSame(other, digest) };
  }
  await insertParts(db, stored, parts);
  await db.delete(Drafts, { questionnaireId: questionnaire.id, key });
  // Whoever sends is nobody for the journal, signed in or not: it keeps the day, and no time.
  await recorder(db, visitor, tx.now)("response.submitted", stored);
  return { receipt: stored };
}

/** What was on the page that was answered; held, so that nothing changes what is asked while the answers are written. */
async function questionnaireAnswered(db: EntityManager, id: string, revision: number | null | undefined) {
  await db.query("select from questionnaire where id = $1 for share", [id]);
  return definitionOf(db, id, revision);
}

/** What was sent, made sound; refused with all that is wrong with it, field by field. */
async function checked({ db }: Transaction, questionnaire: CompiledQuestionnaire, input: SubmitResponseInput) {
  const received: Record<string, unknown> = Object.create(null);
  for (const { questionId, value } of input.answers) received[questionId] = value;
  const { answers, problems: found } = questionnaire.check({ ...received });
  const problems: ProblemFound[] = [...found];
  const noted = (read: () => string | null) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };

  const asked = questionnaire.questions.find(({ type }) => type === "TERRITORY");
  const answered = asked && (answers[asked.id] as string | undefined);
  const territory = answered ? await territoryAnswered(db, answered) : null;
  if (answered && !territory) problems.push({ code: "UNKNOWN_TERRITORY", field: asked.id });

  const { appearance } = input;
  if (!appearance) problems.push({ code: "APPEARANCE_REQUIRED", field: "appearance" });
  const named = appearance === "NAMED";
  const authorName = named
    ? noted(() => givenText(oneLine(input.authorName), "authorName", limits["response.authorName"]))
    : null;
  if (named && authorName === null && !problems.some(({ field }) => field === "authorName"))
    problems.push({ code: "NAME_REQUIRED", field: "authorName" });
  const followUpEmail = noted(() => givenText(input.followUpEmail, "followUpEmail", 254));
  if (followUpEmail && !isEmail(followUpEmail)) problems.push({ code: "NOT_AN_EMAIL", field: "followUpEmail" });

  if (problems.length > 0) throw new Refusal(problems);
  return { answers, territory: territory!, appearance: appearance!, authorName, followUpEmail };
}

const oneLine = (text: string | null | undefined) => text?.replace(/\s*[\r\n]+\s*/g, " ");

const isEmail = (text: string) => /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@.]{2,}$/u.test(text);

/** What a sent response comes to. The checker keeps answers in the order of the questions, whatever that of the send. */
const digestOf = (sent: object) => createHash("sha256").update(JSON.stringify(sent)).digest("hex");

function theSame(stored: Response, digest: string): Response {
  if (stored.digest !== digest) throw new Refusal("CONFLICT");
  return stored;
}

/** Keeps what a person says of how they were cited; said again, it takes the place of what was said before. */
export async function reviewCitation({ db, now }: Transaction, input: ReviewCitationInput) {
  const { passageId, verdict } = input;
  const text = givenText(input.text, "text", limits["citationReview.text"]);
  const digest = typedDigest(input.code);
  const [response] = digest
    ? await db.query<{ id: string }[]>("select id from response where receipt_digest = $1", [digest])
    : [];
  if (!response) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const [owned] = isId(passageId)
    ? await db.query<{ id: string }[]>(
        `select p.id from passage p join contribution c on c.id = p.contribution_id
         where p.id = $1 and c.response_id = $2 and c.status = 'PUBLISHED'`,
        [passageId, response.id],
      )
    : [];
  if (!owned) throw new Refusal("GONE", "passageId");
  await db.upsert(CitationReviews, { passageId: owned.id, verdict, text, reviewedOn: dayOf(now) }, ["passageId"]);
  await recorder(db, visitor, now)("citation.reviewed", owned, { verdict });
  return { passage: await db.findOneByOrFail(Passages, { id: owned.id }) };
}
