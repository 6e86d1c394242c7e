import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { EntityManager } from "typeorm";
import type {
  BeginSecondFactorInput,
  ConfirmSecondFactorInput,
  EndSecondFactorInput,
  RenewRecoveryCodesInput,
  ResetSecondFactorInput,
} from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { decrypted, encrypted } from "../../../platform/secret.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Persons } from "../person/person.entity.ts";
import { endOtherSessions, keepFactorGiven } from "../person/session.writes.ts";
import { SecondFactors } from "./secondFactor.entity.ts";
import { tellFactor } from "./secondFactor.mail.ts";
import { secondFactorPolicy } from "./secondFactor.policy.ts";
import { forgetFactor, recoveryCodes, sealedFor, takeCode } from "./secondFactor.writes.ts";
import { authenticatorLink, newSecret, stepOf } from "./totp.ts";

/** Makes a secret for an authenticator: it is in force once a code of it is given. Whoever has one gives a code of it. */
export async function beginSecondFactor(tx: Transaction, { code }: BeginSecondFactorInput) {
  const { db, viewer } = tx;
  const personId = own(tx);
  const before = await db.findOneBy(SecondFactors, { personId });
  if (before?.secretSealed) await proven(tx, personId, code ?? "");
  const secret = newSecret();
  await db.upsert(SecondFactors, { personId, pendingSealed: encrypted(sealedFor, secret) }, ["personId"]);
  const { email } = await db.findOneByOrFail(Persons, { id: personId });
  const site = (await organiserOf(db)).site ?? new URL(config.origin).hostname;
  return { secret, link: authenticatorLink(secret, email ?? viewer.displayName, site) };
}

/** Puts the secret that was shown in force, by a code of it: other sessions end, and recovery codes are shown once. */
export async function confirmSecondFactor(tx: Transaction, { code, key }: ConfirmSecondFactorInput) {
  const { db, viewer, now, record } = tx;
  const personId = own(tx);
  const before = await db.findOne(SecondFactors, { where: { personId }, lock: { mode: "pessimistic_write" } });
  const { codes, digests } = recoveryCodes(personId, keyOf(key));
  // In force already, by a first try whose answer was lost.
  if (before && !before.pendingSealed && isDeepStrictEqual(before.recoveryDigest, digests))
    return { recoveryCodes: codes };
  const secret = before?.pendingSealed && decrypted(sealedFor, before.pendingSealed);
  if (!before || !secret) throw new Refusal("NOT_READY", "code");
  const step = stepOf(secret, code.replaceAll(/\s/g, ""), now);
  if (step === null) throw new Refusal("NOT_THE_CODE", "code");
  await db.update(SecondFactors, personId, {
    secretSealed: before.pendingSealed,
    pendingSealed: null,
    enrolledOn: dayOf(now),
    lastStep: step,
    recoveryDigest: digests,
  });
  await endOtherSessions(db, personId, viewer.sessionId ?? null);
  if (viewer.sessionId) await keepFactorGiven(db, viewer.sessionId, now);
  await record("secondFactor.enrolled", personId);
  await tellFactor(tx, personId, "ENROLLED");
  return { recoveryCodes: codes };
}

/** Ends one's own second factor, with a code of it. */
export async function endSecondFactor(tx: Transaction, { code }: EndSecondFactorInput) {
  const personId = own(tx);
  // A second try finds it ended, and its code spent.
  if (!(await tx.db.existsBy(SecondFactors, { personId }))) return {};
  await proven(tx, personId, code);
  await forgetFactor(tx.db, personId, tx.viewer.sessionId ?? null);
  await tx.record("secondFactor.ended", personId);
  await tellFactor(tx, personId, "ENDED");
  return {};
}

/** Makes ten other recovery codes: those of before open nothing any more. */
export async function renewRecoveryCodes(tx: Transaction, { code, key }: RenewRecoveryCodesInput) {
  const personId = own(tx);
  const { codes, digests } = recoveryCodes(personId, keyOf(key));
  const before = await tx.db.findOneBy(SecondFactors, { personId });
  // Made already, by a first try whose answer was lost: its code is spent.
  if (isDeepStrictEqual(before?.recoveryDigest, digests)) return { recoveryCodes: codes };
  await proven(tx, personId, code);
  await tx.db.update(SecondFactors, personId, { recoveryDigest: digests });
  await tx.record("secondFactor.recoveryRenewed", personId);
  return { recoveryCodes: codes };
}

/** Takes the second factor of somebody else away, who lost theirs: they are told, and enrol again. */
export async function resetSecondFactor(tx: Transaction, { personId: given }: ResetSecondFactorInput) {
  const personId = given.toLowerCase();
  authorize(secondFactorPolicy.reset(tx.viewer, personId));
  if (!isId(personId) || !(await tx.db.existsBy(Persons, { id: personId }))) throw notFound();
  // A second press finds none.
  if (!(await forgetFactor(tx.db, personId))) return {};
  await tx.record("secondFactor.reset", personId);
  await tellFactor(tx, personId, "RESET");
  return {};
}

/** Key of one try; the former pages send none. */
const keyOf = (key: string | null | undefined) => givenLine(key, "key", 100) ?? randomUUID();

function own({ viewer }: Transaction) {
  authorize(viewer.id !== null);
  return viewer.id;
}

async function proven({ db, now }: Transaction, personId: string, code: string) {
  if (!(await takeCode(db, personId, code, now))) throw new Refusal("NOT_THE_CODE", "code");
}

/** Takes the second factor of an account away for whoever runs the machine, where nobody else can; told and written down. */
export async function resetByOperator(db: EntityManager, email: string, now: Date) {
  const { id } = await db.findOneByOrFail(Persons, { email });
  await forgetFactor(db, id);
  await recorder(db, visitor, now)("secondFactor.reset", id);
  await tellFactor({ db, now }, id, "RESET");
}
