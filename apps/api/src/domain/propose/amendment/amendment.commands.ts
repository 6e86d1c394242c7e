import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { ProposeAmendmentInput } from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { Refusal, together } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { actAs, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { Statements } from "../statement/statement.entity.ts";
import { territoryNamed } from "../../ground/territory/territory.queries.ts";
import { type Amendment, Amendments } from "./amendment.entity.ts";
import { amendmentPolicy } from "./amendment.policy.ts";

/** Saves an amendment to an open proposal: once, whatever the retries. */
export async function proposeAmendment(
  by: Act,
  input: ProposeAmendmentInput,
): Promise<{ amendment: Amendment | null; own: Amendment; held: boolean }> {
  const spoken = await spokenFor(by, input.organisationId);
  const act = actAs(by, spoken);
  const { db, now, count } = act;
  const key = neededText(input.key, "key", 100);
  const territoryId = await territoryNamed(db, input.territory, input.authorName?.trim() ? "NAMED" : "ANONYMOUS");
  const own = together({
    text: () => neededLine(input.text, "text", limits["statement.text"]),
    why: () => neededText(input.why, "why", limits["reaction.text"]),
    authorName: () => givenLine(input.authorName, "authorName", limits["reaction.authorName"]),
    territoryId,
  });
  const organisationId = spoken?.id ?? null;
  const words = { ...own, ...(spoken && { authorName: spoken.name, territoryId: spoken.territoryId }), organisationId };
  const { text, why, authorName } = words;
  if (!spoken) await refuseReserved(db, { authorName });

  const about = await aboutOf(db, input);
  const said = { ...about.place, ...words };
  const before = await db.findOneBy(Amendments, { key });
  if (before) return again(before, said);
  if (!amendmentPolicy.propose(about.proposal)) throw new Refusal("NOT_AMENDABLE", "proposalId");
  if (text === about.before) throw new Refusal("SAME_WORDS", "text");
  const held = [text, why, authorName].some(carriesContact);
  // The id is drawn here, since the code of its private link is made from it.
  const id = randomUUID();
  const codeDigest = linkDigest("amendment", linkCode("amendment", id));
  const row = {
    id,
    key,
    codeDigest,
    ...said,
    before: about.before,
    status: held ? ("HELD" as const) : ("VISIBLE" as const),
  };
  const isNew = await insertOnce(db, Amendments, { ...row, proposedOn: dayOf(now) });
  const amendment = await db.findOneByOrFail(Amendments, { key });
  if (!isNew) return again(amendment, said);
  count("amendment", about.proposal.id);
  await recorder(db, visitor, now)("amendment.proposed", amendment);
  await holdBack(act, "AMENDMENT", amendment.id);
  return toldOf(await db.findOneByOrFail(Amendments, { key }));
}

/** Answer to an act: an amendment that waits for a moderator is shown to its author alone, by their private link. */
const toldOf = (amendment: Amendment) => ({
  amendment: amendment.status === "VISIBLE" ? amendment : null,
  own: amendment,
  held: amendment.status === "HELD",
});

/** Refuses a retry of a key with something else. */
function again(amendment: Amendment, said: Partial<Amendment>) {
  if (Object.entries(said).some(([field, value]) => amendment[field as keyof Amendment] !== value))
    throw new Refusal("CONFLICT");
  return toldOf(amendment);
}

/** Finds the target of an amendment: a public proposal, and one of its sentences or a part of it. */
async function aboutOf(db: Transaction["db"], { proposalId, statementId, part }: ProposeAmendmentInput) {
  const proposal = isId(proposalId) ? await db.findOneBy(Proposals, { id: proposalId }) : null;
  if (!proposal || proposal.state === "DRAFT") throw new Refusal("GONE", "proposalId");
  if (!statementId) {
    if (!part) throw new Refusal("REQUIRED", "part");
    return { proposal, before: null, place: { proposalId: proposal.id, statementId: null, part } };
  }
  const found = isId(statementId) ? await db.findOneBy(Statements, { id: statementId, proposalId: proposal.id }) : null;
  if (!found) throw new Refusal("GONE", "statementId");
  const place = { proposalId: proposal.id, statementId: found.id, part: found.part };
  return { proposal, before: found.text, place };
}
