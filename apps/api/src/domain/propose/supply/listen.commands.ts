import type { EntityManager } from "typeorm";
import type { LeaveAddressInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText, isEmail } from "../../../platform/text/text.ts";
import { Amendments } from "../amendment/amendment.entity.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { Proposals } from "../proposal/proposal.entity.ts";
import { Supplies } from "./supply.entity.ts";
import type { ListenerSubject } from "../../ground/listener/listener.entity.ts";
import { mayBeTold } from "../../ground/listener/listener.queries.ts";
import { keepListener } from "../../ground/listener/listener.writes.ts";

/**
 * Saves an address for one mail about what a private link follows; or erases it.
 * The journal keeps nothing of it.
 */
export async function leaveAddress({ db, count }: Act, { code, email, language }: LeaveAddressInput) {
  const address = givenText(email, "email", 254);
  if (address && !isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "email");
  const followed = await waitingOf(db, code);
  if (!followed) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const { subject, subjectId, waits } = followed;
  if (address && !waits) throw new Refusal("NOT_NOW", "email");
  count("address", subjectId);
  await keepListener(db, subject, subjectId, address ? { address, language } : null);
  return { awaits: address !== null };
}

interface Followed {
  subject: ListenerSubject;
  subjectId: string;
  /** True if there is still news to send. */
  waits: boolean;
}

/** Finds and locks what a private link follows: it is neither settled nor taken back meanwhile. */
async function waitingOf(db: EntityManager, code: string): Promise<Followed | null> {
  const amendment = await db.findOneBy(Amendments, {
    codeDigest: (await currentDigest(db, linkDigest("amendment", code)))!,
  });
  const supply = amendment
    ? null
    : await db.findOneBy(Supplies, { codeDigest: (await currentDigest(db, linkDigest("supply", code)))! });
  const followed = amendment ?? supply;
  if (!followed) return null;
  await db.findOneOrFail(Proposals, { where: { id: followed.proposalId }, lock: { mode: "for_no_key_update" } });
  if (supply)
    await db.findOne(Contributions, { where: { id: supply.contributionId }, lock: { mode: "for_no_key_update" } });
  const subject = amendment ? "AMENDMENT" : "SUPPLY";
  const subjectId = amendment ? amendment.id : supply!.contributionId;
  return { subject, subjectId, waits: await mayBeTold(db, subject, subjectId) };
}
