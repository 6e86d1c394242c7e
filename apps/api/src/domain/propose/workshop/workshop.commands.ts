/** Who has a workshop open is a hint between those who write in it: nobody else is told, and nothing is held by it. */
import type { KeepWorkshopOpenInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { OpenWorkshops } from "./workshop.entity.ts";

/** Milliseconds for which somebody counts as there: two looks of their page. */
const span = 40_000;
/** Names that are told at most. */
const most = 10;

/** Says that one has a workshop open, and answers who else has. Those who write in its group alone. */
export async function keepWorkshopOpen({ db, viewer, now }: Transaction, { proposalId }: KeepWorkshopOpenInput) {
  authorize(readingPolicy.hold(viewer));
  const id = proposalId.toLowerCase();
  const proposal = isId(id) ? await db.findOneBy(Proposals, { id }) : null;
  if (!proposal) throw notFound();
  authorize(readingPolicy.hold(viewer, proposal.groupId));
  const text = `select p.display_name as name from open_workshop it join person p on p.id = it.person_id
    where it.proposal_id = $1 and it.person_id <> $2 and it.seen_at > $3 and p.display_name <> ''
    order by p.display_name, p.id limit ${most}`;
  const values = [id, viewer.id, new Date(now.getTime() - span)];
  const [others] = await Promise.all([
    prepared<{ name: string }>(db, "workshop: others", text, values),
    db.upsert(OpenWorkshops, { proposalId: id, personId: viewer.id!, seenAt: now }, ["proposalId", "personId"]),
  ]);
  return { others: others.map(({ name }) => name) };
}
