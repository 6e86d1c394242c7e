import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { ReviewCitationInput } from "../../../graphql/resolvers.generated.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { typedDigest } from "../../../platform/code.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { attendanceOf } from "../../meet/attendance/attendance.queries.ts";
import { saidBy } from "../../meet/minutes/minutes.sql.ts";
import { CitationReviews } from "../../understand/citationReview/citationReview.entity.ts";
import { keepReview } from "../../understand/citationReview/citationReview.writes.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { howCited } from "../../understand/synthesis/accounting.queries.ts";
import { Notices } from "./notice.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** The words of whoever holds a code, as a condition on a contribution `c`: those of a response, or said at a meeting. */
async function wordsOf(db: EntityManager, code: string): Promise<{ id: string; are: string } | null> {
  const digest = await currentDigest(db, typedDigest(code));
  const [response] = digest
    ? await db.query<{ id: string }[]>("select id from response where receipt_digest = $1 or mailed_digest = $1", [
        digest,
      ])
    : [];
  if (response) return { id: response.id, are: "c.response_id = $2" };
  const own = await attendanceOf(db, code);
  return own && !own.withdrawn ? { id: own.id, are: saidBy("c", "$2") } : null;
}

/**
 * Keeps what a person says of how they were cited; said again, it takes the place of what was said before, and waits for
 * the team anew. The link of a mail is enough, and that of a meeting: it is there that one is asked.
 */
export async function reviewCitation({ db, now }: Transaction, input: ReviewCitationInput) {
  const { passageId, verdict } = input;
  const text = givenText(input.text, "text", limits["citationReview.text"]);
  const theirs = await wordsOf(db, input.code);
  if (!theirs) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const [owned] = isId(passageId)
    ? await db.query<{ id: string }[]>(
        `select p.id from passage p join contribution c on c.id = p.contribution_id
         where p.id = $1 and ${theirs.are} and ${visible("c")} for update of c`,
        [passageId, theirs.id],
      )
    : [];
  if (!owned) throw new Refusal("GONE", "passageId");
  const said = await db.findOneBy(CitationReviews, { passageId: owned.id });
  if (said?.verdict !== verdict || said.text !== text) {
    const citedAs = await howCited(db, owned.id, "ANYBODY");
    await keepReview(db, { passageId: owned.id, verdict, text, reviewedOn: dayOf(now), citedAs });
    await db.delete(Notices, { step: "RESOLVED", targetId: owned.id });
    await recorder(db, visitor, now)("citation.reviewed", owned, { verdict });
  }
  return { passage: await db.findOneByOrFail(Passages, { id: owned.id }) };
}
