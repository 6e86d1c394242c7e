import type { TakeUpSupplyInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { keepReading } from "../../listen/contribution/reading.writes.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { tellListener } from "../../ground/listener/listener.writes.ts";
import { Supplies, SupplyTakings } from "./supply.entity.ts";
import { takenUpMail } from "./supply.mail.ts";
import { proposalToWrite } from "../proposal/proposal.writes.ts";
import { proposalPolicy } from "../proposal/proposal.policy.ts";
import { become } from "./takeUp.writes.ts";

/** Takes a supply up: the row it becomes keeps it as its source, the version as its cause. */
export async function takeUpSupply(tx: Transaction, input: TakeUpSupplyInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const { contributionId } = input;
  const found = isId(contributionId) ? await db.findOneBy(Supplies, { contributionId }) : null;
  if (!found) throw new Refusal("GONE", "contributionId");
  const proposal = await proposalToWrite(db, viewer, found.proposalId);
  authorize(proposalPolicy.edit(viewer, proposal));
  // Locked: its author cannot take it back meanwhile.
  const contribution = await db.findOne(Contributions, {
    where: { id: found.contributionId, status: "VISIBLE" },
    lock: { mode: "for_no_key_update" },
  });
  if (!contribution) throw new Refusal("GONE", "contributionId");
  if (!isId(input.key)) throw new Refusal("WRONG_KIND", "key");
  const supply = await db.findOneByOrFail(Supplies, { contributionId: contribution.id });
  const takings = await db.findBy(SupplyTakings, { contributionId: contribution.id, takenAs: input.as });
  const before = takings.map(({ takenId }) => takenId);
  const takenId = await become(tx, { proposal, contribution, supply, before }, input);
  const taking = { contributionId: contribution.id, takenAs: input.as, takenId };
  if (await insertOnce(db, SupplyTakings, { ...taking, takenOn: dayOf(now) })) {
    await keepReading(db, { contributionId: contribution.id, personId: viewer.id!, readAt: now });
    await record("supply.takenUp", contribution.id, { as: input.as, takenId });
    await tellListener(db, "SUPPLY", contribution.id, (locale) =>
      takenUpMail(proposal, contribution.id, input.as, locale),
    );
  }
  return { supply, proposal };
}
