import { kept, secondsOf } from "@cahier/schema/retention";
import { createHash, randomBytes } from "node:crypto";
import { ArrayContains, type EntityManager, MoreThan } from "typeorm";
import type { AnswerAddressInput, ChangeAddressInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { countOf } from "../../../platform/retention.ts";
import { isEmail } from "../../../platform/text/text.ts";
import { type AddressChange, AddressChanges } from "./address.entity.ts";
import { writeOfAddress } from "./address.mail.ts";
import { Persons } from "./person.entity.ts";
import { endOtherSessions } from "./session.writes.ts";

/** Asked for again within so long it is a second try, whose links are on their way; later it is meant. */
const sameTry = 5 * 60_000;
const lives = secondsOf(kept.addressChange.after!) * 1000;

const newToken = () => randomBytes(24).toString("base64url");
const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/**
 * Asks for another address: a link goes to each of the two. An address that somebody else has is written to as well, and
 * the answer is the same: nobody learns who has an account.
 */
export async function changeAddress({ db, viewer, now, record }: Transaction, { address: given }: ChangeAddressInput) {
  authorize(viewer.id !== null);
  const address = given.trim().toLowerCase();
  if (!isEmail(address)) throw new Refusal("NOT_AN_EMAIL", "address");
  // Locked: a second try that overtakes the first waits here, and finds it done.
  const person = await db.findOneOrFail(Persons, { where: { id: viewer.id }, lock: { mode: "for_no_key_update" } });
  if (address === person.email) throw new Refusal("SAME_ADDRESS", "address");
  // An address that nothing proved may have been mistyped: its agreement is not waited for.
  const asksOld = person.email !== null && person.emailVerified;
  const asked = await db.findOneBy(AddressChanges, { personId: person.id, address });
  if (asked && asked.expiresAt.getTime() > now.getTime() + lives - sameTry) return { waitsForBoth: asksOld };
  const [oldToken, token] = [newToken(), newToken()];
  const taken = await db.existsBy(Persons, { email: address });
  await db.upsert(
    AddressChanges,
    {
      personId: person.id,
      address,
      oldDigest: asksOld ? digestOf(oldToken) : null,
      newDigest: digestOf(token),
      answered: [],
      outcome: null,
      expiresAt: new Date(now.getTime() + lives),
    },
    ["personId"],
  );
  await record("person.addressAsked", person.id);
  if (asksOld) await writeOfAddress(db, person.email!, person.language, "OLD", { address, token: oldToken });
  if (taken) await writeOfAddress(db, address, person.language, "TAKEN", { address });
  else await writeOfAddress(db, address, person.language, "NEW", { address, token });
  return { waitsForBoth: asksOld };
}

/** Answers for one of the two addresses, by its link: the second yes makes the change, one no ends it. */
export async function answerAddress(tx: Transaction, { token, agreed }: AnswerAddressInput) {
  const { db, now } = tx;
  const digest = digestOf(token.slice(0, 100));
  const change = await db.findOne(AddressChanges, {
    where: [{ oldDigest: digest }, { newDigest: digest }],
    lock: { mode: "pessimistic_write" },
  });
  if (!change || change.expiresAt <= now) return answeredBefore(tx, digest, agreed);
  const isOld = change.oldDigest === digest;
  if (!agreed) return refused(tx, { ...change, answered: [digest] }, isOld);
  const answered = [...change.answered, digest];
  const left = { oldDigest: isOld ? null : change.oldDigest, newDigest: isOld ? change.newDigest : null, answered };
  if (left.oldDigest === null && left.newDigest === null) return made(tx, { ...change, answered });
  await db.update(AddressChanges, change.personId, left);
  return { outcome: "WAITS" as const };
}

/** A link that answered already, since the answer may have been lost: what became of the change. */
async function answeredBefore({ db, now }: Transaction, digest: string, agreed: boolean) {
  const change = await db.findOneBy(AddressChanges, { answered: ArrayContains([digest]), expiresAt: MoreThan(now) });
  if (!change || (!agreed && change.outcome !== "REFUSED")) throw new Refusal("GONE", "token");
  return { outcome: change.outcome ?? ("WAITS" as const) };
}

/** Ends a change: the links that answered say what became of it until they would have ended, the others nothing. */
const over = (db: EntityManager, { personId, answered }: AddressChange, outcome: "MADE" | "REFUSED") =>
  db.update(AddressChanges, personId, { address: "", oldDigest: null, newDigest: null, answered, outcome });

/** Ends a change that one of the two refused; where the address in force did, whoever asked is signed out. */
async function refused({ db, record }: Transaction, change: AddressChange, isOld: boolean) {
  const { personId, address } = change;
  const person = await db.findOneByOrFail(Persons, { id: personId });
  await over(db, change, "REFUSED");
  if (isOld) await endOtherSessions(db, personId, null);
  await record("person.addressRefused", personId);
  if (person.email && person.emailVerified)
    await writeOfAddress(db, person.email, person.language, "REFUSED", { address });
  return { outcome: "REFUSED" as const };
}

async function made({ db, viewer, record }: Transaction, change: AddressChange) {
  const { personId, address } = change;
  const person = await db.findOneByOrFail(Persons, { id: personId });
  if (await db.existsBy(Persons, { email: address })) throw new Refusal("GONE", "token");
  await over(db, change, "MADE");
  await db.update(Persons, personId, { email: address, emailVerified: true });
  await endOtherSessions(db, personId, viewer.id === personId ? (viewer.sessionId ?? null) : null);
  await record("person.addressChanged", personId);
  for (const to of [person.email, address])
    // oxlint-disable-next-line no-await-in-loop -- two
    if (to) await writeOfAddress(db, to, person.language, "DONE", { address });
  return { outcome: "MADE" as const };
}

/** Forgets the changes whose links have ended. */
export const purgeAddressChanges = (db: EntityManager, now: Date) =>
  countOf(db, "delete from address_change where expires_at <= $1", [now]);
