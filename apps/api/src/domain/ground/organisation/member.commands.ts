import type { EntityManager } from "typeorm";
import type {
  AskToJoinOrganisationInput,
  ChangeOrganisationMemberInput,
  LeaveOrganisationInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { giveName } from "../person/person.writes.ts";
import { organisationFor, organisationToWrite } from "./organisation.commands.ts";
import {
  type Organisation,
  type OrganisationMember,
  OrganisationMembers,
  Organisations,
} from "./organisation.entity.ts";
import { isIn, organisationPolicy } from "./organisation.policy.ts";
import { administratorsIn, roleIn, takeLinksBack } from "./organisation.voice.ts";

/** Asks to join an organisation: one of its administrators answers. */
export async function askToJoinOrganisation(tx: Transaction, input: AskToJoinOrganisationInput) {
  const { db, viewer, now, record } = tx;
  authorize(viewer.id !== null);
  const { organisation, role } = await organisationFor(tx, input.id);
  if (role !== null) return { organisation };
  if (!organisationPolicy.ask(viewer, organisation, role)) throw new Refusal("NOT_NOW", "id");
  await giveName(tx, viewer, input.name);
  const asked = { organisationId: organisation.id, personId: viewer.id, role: "ASKED" as const, since: dayOf(now) };
  if (await insertOnce(db, OrganisationMembers, asked)) await record("organisation.asked", organisation);
  return { organisation };
}

/** Leaves an organisation, or takes back what one asked: nothing is kept of it. */
export async function leaveOrganisation({ db, viewer, now, record }: Transaction, { id }: LeaveOrganisationInput) {
  authorize(viewer.id !== null);
  const organisation = isId(id) ? await db.findOneBy(Organisations, { id }) : null;
  const own = organisation && (await db.findOneBy(OrganisationMembers, { organisationId: id, personId: viewer.id }));
  // Left already, or never joined: it is done, and nothing is told of what one may not read.
  if (!own) return organisation && organisationPolicy.read(viewer, organisation, null) ? { organisation } : {};
  await organisationToWrite(db, id);
  await refuseAlone(db, organisation, own);
  await db.delete(OrganisationMembers, { id: own.id });
  if (own.role === "ADMINISTRATOR") await takeLinksBack(db, organisation.id, now);
  await record("organisation.left", organisation);
  return { organisation };
}

/** Accepts a member, gives them another part, or removes them. */
export async function changeOrganisationMember(
  { db, viewer, now, record }: Transaction,
  { id, role = null }: ChangeOrganisationMemberInput,
) {
  authorize(viewer.id !== null);
  const known = isId(id) ? await db.findOneBy(OrganisationMembers, { id: id.toLowerCase() }) : null;
  // Removed already, or gone by themselves: as good as done.
  if (!known && role === null) return {};
  if (!known) throw notFound();
  const organisation = await organisationToWrite(db, known.organisationId);
  const own = await roleIn(db, viewer, organisation.id);
  // To whoever is not in it, no membership is there.
  if (!isIn(own)) throw notFound();
  authorize(organisationPolicy.keep(own));
  if (role === "ASKED") throw new Refusal("UNKNOWN_CHOICE", "role");
  const before = await db.findOneBy(OrganisationMembers, { id: known.id });
  if (!before || before.role === role) return { organisation };
  if (role !== "ADMINISTRATOR") await refuseAlone(db, organisation, before);
  if (role === null) await db.delete(OrganisationMembers, { id: before.id });
  else
    await db.update(OrganisationMembers, before.id, {
      role,
      since: before.role === "ASKED" ? dayOf(now) : before.since,
    });
  if (before.role === "ADMINISTRATOR") await takeLinksBack(db, organisation.id, now);
  await record(role === null ? "organisation.removed" : "organisation.joined", organisation, { role });
  return { organisation };
}

/** Refuses to leave fewer than two administrators to a confirmed organisation, or none to one that is not closed. */
async function refuseAlone(db: EntityManager, { id, state }: Organisation, { role }: OrganisationMember) {
  if (role !== "ADMINISTRATOR" || state === "CLOSED") return;
  const left = (await administratorsIn(db, id)) - 1;
  if (left === 0) throw new Refusal("ALONE_IN_CHARGE", "id");
  if (left === 1 && state === "CONFIRMED") throw new Refusal("TWO_IN_CHARGE", "id");
}
