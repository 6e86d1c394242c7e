import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { ReviewCitationInput, SubmitResponseInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { howCited } from "../../understand/synthesis/accounting.queries.ts";
import { Drafts } from "../draft/draft.entity.ts";
import { Tolds } from "../../tell/trail/trail.entity.ts";
import { checkedResponse, digestOf, questionnaireAnswered } from "./checked.ts";
import { responseParts } from "./parts.ts";
import { typedDigest } from "../../../platform/code.ts";
import { CitationReviews, type Response } from "./response.entity.ts";
import { insertParts, insertResponse, responseOfKey } from "./response.writes.ts";

/** Stores a response once, whatever the retries, and answers with what its receipt is made of. */
export async function submitResponse(tx: Transaction, input: SubmitResponseInput): Promise<{ receipt: Response }> {
  const { db } = tx;
  const questionnaire = await questionnaireAnswered(db, input.questionnaireId, input.questionnaireRevision);
  if (!questionnaire) throw new Refusal("NOT_OPEN");
  const key = input.key.trim();
  if (!key || key.length > 100) throw new Refusal(key ? "TOO_LONG" : "REQUIRED", "key", key && "100");

  const { answers, territory, sender, followUpEmail } = await checkedResponse(db, questionnaire, input);
  const digest = digestOf({ answers, ...sender, followUpEmail });
  const before = await responseOfKey(db, questionnaire.id, key);
  if (before) return { receipt: theSame(before, digest) };

  const id = randomUUID();
  const parts = responseParts(questionnaire, answers, sender);
  const stored = await insertResponse(db, {
    id,
    key,
    digest,
    territory,
    followUpEmail,
    followUpLanguage: input.followUpLanguage ?? "fr",
    ...sender,
    ...parts,
  });
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

function theSame(stored: Response, digest: string): Response {
  if (stored.digest !== digest) throw new Refusal("CONFLICT");
  return stored;
}

/**
 * Keeps what a person says of how they were cited; said again, it takes the place of what was said before, and waits for
 * the team anew. The link of a mail is enough: it is there that one is asked.
 */
export async function reviewCitation({ db, now }: Transaction, input: ReviewCitationInput) {
  const { passageId, verdict } = input;
  const text = givenText(input.text, "text", limits["citationReview.text"]);
  const digest = typedDigest(input.code);
  const [response] = digest
    ? await db.query<{ id: string }[]>("select id from response where receipt_digest = $1 or mailed_digest = $1", [
        digest,
      ])
    : [];
  if (!response) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const [owned] = isId(passageId)
    ? await db.query<{ id: string }[]>(
        `select p.id from passage p join contribution c on c.id = p.contribution_id
         where p.id = $1 and c.response_id = $2 and c.status = 'PUBLISHED' for update of c`,
        [passageId, response.id],
      )
    : [];
  if (!owned) throw new Refusal("GONE", "passageId");
  const said = await db.findOneBy(CitationReviews, { passageId: owned.id });
  if (said?.verdict !== verdict || said.text !== text) {
    const citedAs = await howCited(db, owned.id, "ANYBODY");
    const waits = { resolution: null, reply: null, resolvedOn: null, resolvedById: null };
    const review = { passageId: owned.id, verdict, text, reviewedOn: dayOf(now), citedAs, ...waits };
    await db.upsert(CitationReviews, review, ["passageId"]);
    await db.delete(Tolds, { step: "RESOLVED", targetId: owned.id });
    await recorder(db, visitor, now)("citation.reviewed", owned, { verdict });
  }
  return { passage: await db.findOneByOrFail(Passages, { id: owned.id }) };
}
