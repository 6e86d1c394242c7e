import { limits } from "@cahier/schema/limits";
import type {
  JudgeCandidacyInput,
  VolunteerInput,
  WithdrawCandidacyInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, together } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { rolePolicy } from "../role/role.policy.ts";
import { givenRole, grant } from "../role/role.writes.ts";
import { Territories } from "../territory/territory.entity.ts";
import { tellCandidate } from "./candidacy.mail.ts";
import { Candidacies } from "./regionalGroup.entity.ts";
import { regionalGroupPolicy } from "./regionalGroup.policy.ts";

/** Volunteers as the referent of a territory: one candidacy a person and a territory waits at a time. */
export async function volunteer({ db, viewer, record, now }: Transaction, input: VolunteerInput) {
  authorize(regionalGroupPolicy.join(viewer));
  const { key, why } = together({
    key: () => neededText(input.key, "key", 100),
    why: () => neededText(input.why, "why", limits["candidacy.why"]),
  });
  const territory = await db.findOneBy(Territories, { slug: input.territory.replaceAll("\0", "") });
  if (!territory || !regionalGroupPolicy.volunteer(viewer, territory))
    throw new Refusal("UNKNOWN_TERRITORY", "territory");
  const personId = viewer.id!;
  await db.query("select 1 from person where id = $1 for update", [personId]);
  const known = await db.findOneBy(Candidacies, { key });
  if (known && (known.personId !== personId || known.territoryId !== territory.id || known.why !== why))
    throw new Refusal("CONFLICT", "key");
  if (known) return { candidacy: known };
  const waits = { personId, territoryId: territory.id, withdrawn: false };
  if ((await db.findBy(Candidacies, waits)).some(({ accepted }) => accepted === null))
    throw new Refusal("ALREADY_OFFERED", "why");
  if (viewer.has("REFERENT", territory.id)) throw new Refusal("ALREADY_HELD", "territory");
  // Somebody else has just offered under the same key.
  if (!(await insertOnce(db, Candidacies, { key, ...waits, why, offeredOn: dayOf(now) })))
    throw new Refusal("CONFLICT", "key");
  const candidacy = await db.findOneByOrFail(Candidacies, { key });
  await record("candidacy.offered", candidacy);
  return { candidacy };
}

/** Takes a candidacy back while it waits: its words go. */
export async function withdrawCandidacy({ db, viewer, record }: Transaction, { id }: WithdrawCandidacyInput) {
  authorize(regionalGroupPolicy.join(viewer));
  const before = isId(id)
    ? await db.findOne(Candidacies, { where: { id, personId: viewer.id! }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!before) throw notFound();
  if (before.withdrawn) return { candidacy: before };
  if (before.accepted !== null) throw new Refusal("NOT_NOW", "id");
  await db.update(Candidacies, before.id, { withdrawn: true, why: "" });
  await record("candidacy.withdrawn", before);
  return { candidacy: { ...before, withdrawn: true, why: "" } };
}

/** Accepts a candidacy, which gives the role, or declines it; the sentence of the answer is told to the candidate. */
export async function judgeCandidacy(tx: Transaction, input: JudgeCandidacyInput) {
  const { db, viewer, record } = tx;
  authorize(rolePolicy.giveSome(viewer));
  const before = isId(input.id)
    ? await db.findOne(Candidacies, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!before || before.withdrawn) throw notFound();
  const answer = neededText(input.answer, "answer", limits["candidacy.answer"]);
  // A second press finds it done; another answer comes too late.
  if (before.accepted === input.accept && before.answer === answer) return { candidacy: before };
  if (before.accepted !== null) throw new Refusal("NOT_NOW", "id");
  const territory = await db.findOneByOrFail(Territories, { id: before.territoryId });
  if (input.accept) {
    const given = await givenRole(tx, { role: "REFERENT", group: input.group, territory: territory.slug });
    await grant(tx, before.personId, given, viewer.id);
  }
  const judged = { accepted: input.accept, answer, answeredById: viewer.id };
  await db.update(Candidacies, before.id, judged);
  const candidacy = { ...before, ...judged };
  await record(input.accept ? "candidacy.accepted" : "candidacy.declined", candidacy);
  await tellCandidate(db, candidacy, territory.name);
  return { candidacy };
}
