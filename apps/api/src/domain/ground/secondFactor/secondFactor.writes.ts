import { createHash } from "node:crypto";
import type { EntityManager } from "typeorm";
import { decrypted, signed } from "../../../platform/secret.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { endOtherSessions } from "../person/session.writes.ts";
import { SecondFactors } from "./secondFactor.entity.ts";
import { stepOf } from "./totp.ts";

/** Purpose under which the secrets of authenticators are sealed. */
export const sealedFor = "second factor";

/** Codes tried by one person, right or wrong, five times in a quarter of an hour: the seconds to wait, or 0. */
export const secondsToWait = limiter({ name: "second factor", most: 5, seconds: 900 });

const recoveryLetters = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * Ten codes for the day when the telephone is lost, each for once: shown now, and kept as digests alone. One try, sent again
 * since its answer was lost, has the same: only this site can make them of its key.
 */
export function recoveryCodes(personId: string, key: string) {
  const one = (at: number) =>
    [...signed("recovery codes", `${personId} ${at} ${key}`).subarray(0, 16)]
      .map((byte) => recoveryLetters[byte % recoveryLetters.length])
      .join("");
  const codes = Array.from({ length: 10 }, (_, at) => one(at).replace(/(.{4})(?=.)/g, "$1-"));
  return { codes, digests: codes.map(digestOf) };
}

const digestOf = (code: string) =>
  createHash("sha256")
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ""))
    .digest("base64url");

/** Takes a code, once and never again, and says of which kind it was; null for one that opens nothing. */
export async function takeCode(db: EntityManager, personId: string, given: string, now: Date) {
  const code = given.replaceAll(/\s/g, "").slice(0, 40);
  const factor = await db.findOneBy(SecondFactors, { personId });
  if (!factor?.secretSealed) return null;
  const secret = decrypted(sealedFor, factor.secretSealed);
  const step = secret && stepOf(secret, code, now);
  const [text, value] = step
    ? ["update second_factor set last_step = $2 where person_id = $1 and last_step < $2", step]
    : [
        `update second_factor set recovery_digest = array_remove(recovery_digest, $2)
         where person_id = $1 and $2 = any(recovery_digest)`,
        digestOf(code),
      ];
  const [, taken] = await db.query<[unknown[], number]>(text, [personId, value]);
  if (taken === 0) return null;
  return step ? "AUTHENTICATOR" : "RECOVERY";
}

/** Forgets the second factor of somebody, with their sessions: the next sign-in asks for none, or to enrol again. */
export async function forgetFactor(db: EntityManager, personId: string, exceptSession: string | null = null) {
  const { affected } = await db.delete(SecondFactors, { personId });
  await endOtherSessions(db, personId, exceptSession);
  return Boolean(affected);
}
