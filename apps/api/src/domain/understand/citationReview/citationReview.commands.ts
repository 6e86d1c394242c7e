import { limits } from "@cahier/schema/limits";
import type { ResolveCitationInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { givenText, isId, neededText } from "../../../platform/text/text.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { Passages } from "../passage/passage.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { groupOfContribution } from "../passage/passage.queries.ts";
import { CitationReviews } from "./citationReview.entity.ts";
import { howCited } from "../synthesis/accounting.queries.ts";

/** Says what was done of a citation: a correction has to be one, a reply is there for all to read. */
export async function resolveCitation({ db, viewer, record, now }: Transaction, input: ResolveCitationInput) {
  authorize(readingPolicy.hold(viewer));
  const { resolution } = input;
  const passage = isId(input.passageId) ? await db.findOneBy(Passages, { id: input.passageId }) : null;
  if (!passage) throw new Refusal("GONE", "passageId");
  const contribution = await db.findOneByOrFail(Contributions, { id: passage.contributionId });
  authorize(readingPolicy.hold(viewer, await groupOfContribution(db, contribution)));
  const before = await db.findOne(CitationReviews, {
    where: { passageId: passage.id },
    lock: { mode: "for_no_key_update" },
  });
  if (!before || before.verdict === "FAITHFUL" || contribution.status !== "VISIBLE")
    throw new Refusal("GONE", "passageId");
  const words = resolution === "REPLIED" ? neededText : givenText;
  const reply = words(input.reply ?? "", "reply", limits["citationReview.reply"]);
  // Said already, by this person or another: it is done.
  if (saysAlready(before, { resolution, reply })) return { review: before };
  if (resolution === "CORRECTED" && (await howCited(db, passage.id, "TEAM")) === before.citedAs)
    throw new Refusal("NOT_CORRECTED", "resolution");
  const resolved = { resolution, reply, resolvedOn: dayOf(now), resolvedById: viewer.id };
  await db.update(CitationReviews, { passageId: passage.id }, resolved);
  await record("citation.resolved", passage, { resolution, reply });
  return { review: { ...before, ...resolved } };
}
