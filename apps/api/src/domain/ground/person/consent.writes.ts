import { consentTexts } from "@cahier/schema/consent";
import { type EntityManager, In, IsNull } from "typeorm";
import type { ConsentPurpose } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { countOf } from "../../../platform/retention.ts";
import { Consents } from "./consent.entity.ts";

/** Keeps that somebody agreed, to the text of today: one that holds stays as it was given. Ends it where they no longer do. */
export async function keepConsent(
  db: EntityManager,
  subjectId: string,
  purpose: ConsentPurpose,
  agreed: boolean,
  day: string,
): Promise<void> {
  if (!agreed) {
    await endConsents(db, [subjectId], [purpose], day);
    return;
  }
  await prepared(db, "consent: kept", kept("values ($1, $2, $3, $4)"), [
    subjectId,
    purpose,
    consentTexts[purpose].version,
    day,
  ]);
}

const first = (given: string) => `insert into consent as it (subject_id, purpose, text_version, given_on) ${given}`;

const kept = (given: string) => `${first(given)}
  on conflict (subject_id, purpose) do update
    set text_version = excluded.text_version, given_on = excluded.given_on, withdrawn_on = null
    where it.withdrawn_on is not null`;

/** SQL: keeps the consents `given`, as `consentsGiven` says them, of the rows of `subject`, which are new. */
export const keepsConsents = (subject: string, given: string) =>
  first(`select s.id, g.purpose, g.text_version, g.given_on
    from ${subject} s cross join jsonb_to_recordset(${given}::jsonb) g(purpose text, text_version int, given_on date)`);

/** Consents that somebody gives on a day, to the texts of today. */
export const consentsGiven = (given: Partial<Record<ConsentPurpose, boolean>>, day: string) =>
  (Object.keys(given) as ConsentPurpose[])
    .filter((purpose) => given[purpose])
    .map((purpose) => ({ purpose, text_version: consentTexts[purpose].version, given_on: day }));

/** Ends consents: that they were given, and until when, is kept for a while. */
export const endConsents = (db: EntityManager, subjectIds: string[], purposes: ConsentPurpose[], day: string) =>
  db.update(
    Consents,
    { subjectId: In(subjectIds), purpose: In(purposes), withdrawnOn: IsNull() },
    { withdrawnOn: day },
  );

/** Forgets the consents that were withdrawn long ago. */
export const forgetConsents = (db: EntityManager, now: Date, after: string) =>
  countOf(db, "delete from consent where withdrawn_on < $1::date - $2::interval", [dayOf(now), after]);
