import { editInstead, saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type {
  CloseOrganisationInput,
  EditOrganisationInput,
  JudgeOrganisationInput,
  RegisterOrganisationInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { liftRulings } from "../moderation/ruling.writes.ts";
import { tellAdministrators } from "./organisation.mail.ts";
import {
  type Organisation,
  OrganisationInvitations,
  OrganisationMembers,
  Organisations,
} from "./organisation.entity.ts";
import { organisationPolicy } from "./organisation.policy.ts";
import { refuseTaken, sheetOf } from "./organisation.sheet.ts";
import { administratorsIn, roleIn } from "./organisation.voice.ts";

/** Registers an organisation, once: whoever does is its first administrator. */
export async function registerOrganisation(act: Act, { key, fields }: RegisterOrganisationInput) {
  const { db, viewer, now, record, count } = act;
  authorize(organisationPolicy.register(viewer));
  if (!isId(key)) throw new Refusal("WRONG_KIND", "key");
  const id = key.toLowerCase();
  const sheet = await sheetOf(db, fields, null);
  await oneAtATime(db);
  const before = await db.findOneBy(Organisations, { id });
  if (before && (await roleIn(db, viewer, id)) !== "ADMINISTRATOR") throw new Refusal("CONFLICT", "key");
  if (before) return editInstead(() => editOrganisation(act, { id, version: 1, fields }));
  await refuseTaken(db, sheet, null);
  await db.insert(Organisations, {
    id,
    slug: await freeSlug(db, Organisations, sheet.name, "structure"),
    ...sheet,
    registeredOn: dayOf(now),
  });
  const founder = { organisationId: id, personId: viewer.id, role: "ADMINISTRATOR" as const, since: dayOf(now) };
  await db.insert(OrganisationMembers, founder);
  count("organisation", viewer.id);
  const organisation = await db.findOneByOrFail(Organisations, { id });
  await record("organisation.registered", organisation);
  return { organisation };
}

/** Edits the sheet. Under another name, or once it was refused or closed, it waits to be confirmed anew. */
export async function editOrganisation(tx: Transaction, input: EditOrganisationInput) {
  const { db, viewer, record } = tx;
  authorize(viewer.id !== null);
  await oneAtATime(db);
  const { organisation: before, role } = await organisationFor(tx, input.id);
  authorize(organisationPolicy.keep(role));
  const sheet = await sheetOf(db, input.fields, before);
  const stands = before.state === "CONFIRMED" && sheet.name === before.name;
  const state = stands ? before : { state: "REGISTERED" as const, judgedOn: null, reason: null };
  // Words in the place of some that a moderator hid wait for one, and never show by themselves.
  const status = before.status === "HIDDEN" ? ("HELD" as const) : before.status;
  const next = { ...sheet, state: state.state, judgedOn: state.judgedOn, reason: state.reason, status };
  if (saysAlready(before, next)) return { organisation: before };
  refuseStale(before, input.version);
  await refuseTaken(db, sheet, before.id);
  const organisation: Organisation = { ...before, ...next, version: before.version + 1 };
  await db.update(Organisations, before.id, { ...next, version: organisation.version });
  // A ruling lapses with the words it was about.
  await liftRulings(db, ["ORGANISATION"], before.id);
  await record("organisation.edited", organisation);
  return { organisation };
}

/** Closes an organisation: it speaks no more, its links open nothing, and what it said stays. */
export async function closeOrganisation(tx: Transaction, { id }: CloseOrganisationInput) {
  authorize(tx.viewer.id !== null);
  const { organisation: before, role } = await organisationFor(tx, id);
  authorize(organisationPolicy.keep(role));
  if (before.state === "CLOSED") return { organisation: before };
  return { organisation: await closed(tx, before) };
}

/** Writes that an organisation is closed. */
export async function closed({ db, record }: Pick<Transaction, "db" | "record">, before: Organisation) {
  const organisation: Organisation = { ...before, state: "CLOSED", reason: null, version: before.version + 1 };
  const { state, reason, version } = organisation;
  await db.update(Organisations, before.id, { state, reason, version });
  await db.delete(OrganisationInvitations, { organisationId: before.id });
  await record("organisation.closed", organisation);
  return organisation;
}

/** Confirms an organisation, or refuses it: its administrators are told. */
export async function judgeOrganisation({ db, viewer, now, record }: Transaction, input: JudgeOrganisationInput) {
  authorize(organisationPolicy.confirm(viewer));
  const before = await organisationToWrite(db, input.id);
  if ((await roleIn(db, viewer, before.id)) !== null) throw new Refusal("OWN_ORGANISATION", "id");
  const reason = input.confirm ? null : neededText(input.reason ?? "", "reason", limits["organisation.reason"]);
  const state = input.confirm ? ("CONFIRMED" as const) : ("REFUSED" as const);
  // A second press finds it done; another judgement comes too late.
  if (before.state === state && before.reason === reason) return { organisation: before };
  refuseStale(before, input.version, {});
  if (before.state !== "REGISTERED") throw new Refusal("NOT_NOW", "id");
  if (input.confirm && (await administratorsIn(db, before.id)) < 2) throw new Refusal("TWO_IN_CHARGE", "id");
  const judged = { state, reason, judgedOn: dayOf(now), version: before.version + 1 };
  await db.update(Organisations, before.id, judged);
  const organisation: Organisation = { ...before, ...judged };
  await record(input.confirm ? "organisation.confirmed" : "organisation.refused", organisation);
  await tellAdministrators(db, organisation);
  return { organisation };
}

/** One registration or renaming at a time: the second of two that were sent together finds the first. */
const oneAtATime = (db: EntityManager) => db.query("select pg_advisory_xact_lock(hashtext('organisation'))");

/** The organisation, held, with the part of the viewer in it: to whoever may not read its page, it is not there. */
export async function organisationFor({ db, viewer }: Pick<Transaction, "db" | "viewer">, id: string) {
  const organisation = await organisationToWrite(db, id);
  const role = await roleIn(db, viewer, organisation.id);
  if (!organisationPolicy.read(viewer, organisation, role)) throw notFound();
  return { organisation, role };
}

/** The organisation, held until the end of the transaction. */
export async function organisationToWrite(db: EntityManager, id: string): Promise<Organisation> {
  const found = isId(id)
    ? await db.findOne(Organisations, { where: { id: id.toLowerCase() }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!found) throw notFound();
  return found;
}
