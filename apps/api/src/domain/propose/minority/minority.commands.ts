import { limits } from "@cahier/schema/limits";
import type { EntityManager, EntitySchema, ObjectLiteral } from "typeorm";
import type { AttachMinorityPositionInput, SignMinorityPositionInput } from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { isId, neededText } from "../../../platform/text/text.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { visitor } from "../../../platform/viewer.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { visibleText } from "../../ground/moderation/visibility.columns.ts";
import { type Spoken, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import {
  type MinorityPosition,
  MinorityPositions,
  MinoritySignatures,
  OrganisationSignatures,
} from "./minority.entity.ts";
import { removePosition } from "./minority.erasure.ts";
import { minorityPolicy } from "./minority.policy.ts";
import { signatureCount } from "./minority.queries.ts";
import { type Synthesis, Syntheses } from "../../understand/synthesis/synthesis.entity.ts";

/** Target of a position: a synthesis or a proposal. */
interface Opposed {
  synthesis: Synthesis | null;
  proposal: Proposal | null;
}

type MinorityOutcome = Promise<{ minorityPosition: MinorityPosition | null } & Opposed>;

/** Attaches a position to a synthesis or a proposal: for a region by its referent, or as first of three signatories. */
export async function attachMinorityPosition(tx: Act, input: AttachMinorityPositionInput): MinorityOutcome {
  const { db, viewer, now } = tx;
  authorize(minorityPolicy.sign(viewer));
  const key = neededText(input.key, "key", 100);
  const text = neededText(input.text, "text", limits["minorityPosition.text"]);
  if (carriesContact(text)) throw new Refusal("CARRIES_CONTACT", "text");
  const spoken = await spokenFor(tx, input.organisationId);
  const territoryId = spoken ? null : await regionSpokenFor(tx, input.territory);
  const kind = input.kind ?? "MINORITY";
  // A reserve or a local variant is a region's, about a proposal.
  if (kind !== "MINORITY" && !territoryId) throw new Refusal("TERRITORY_REQUIRED", "territory");
  if (kind !== "MINORITY" && !input.proposalId) throw new Refusal("UNKNOWN_CHOICE", "kind");
  if (!spoken) await giveName(tx, viewer, input.name);
  // Locked until the end: two positions of one person, or of one region, are opened one after the other.
  const opposed = await toOppose(tx, input.synthesisId ?? null, input.proposalId ?? null);
  const [synthesisId, proposalId] = [opposed.synthesis?.id ?? null, opposed.proposal?.id ?? null];
  const said = { synthesisId, proposalId, kind, text, territoryId, openedById: spoken ? null : viewer.id };
  const known = await db.findOneBy(MinorityPositions, { key });
  if (known) {
    const other = Object.entries(said).some(([field, value]) => known[field as keyof MinorityPosition] !== value);
    if (other) throw new Refusal("CONFLICT");
    return { minorityPosition: known, ...opposed };
  }
  const stands = await db.query<unknown[]>(
    `select from minority_position p where coalesce(p.synthesis_id, p.proposal_id) = $1 and p.kind = $4 and p.status <> 'WITHDRAWN' and (p.territory_id = $2
       or $2::uuid is null and p.territory_id is null and p.opened_by_id = $3
         and exists (select from minority_signature s where s.position_id = p.id and s.person_id = $3)
       or p.opened_by_id is null
         and exists (select from organisation_signature s where s.position_id = p.id and s.organisation_id = $5))`,
    [synthesisId ?? proposalId, territoryId, said.openedById, kind, spoken?.id ?? null],
  );
  if (stands.length > 0) throw new Refusal("ALREADY_OPENED", territoryId ? "territory" : "text");
  const position = { key, ...said, ...visibleText, openedOn: dayOf(now) };
  const { identifiers } = await db.insert(MinorityPositions, position);
  const { id } = identifiers[0] as { id: string };
  if (spoken) await db.insert(OrganisationSignatures, { positionId: id, organisationId: spoken.id });
  else await db.insert(MinoritySignatures, { positionId: id, personId: viewer.id });
  const record = spoken ? recorder(db, visitor, now) : tx.record;
  await record("minorityPosition.opened", id, { synthesisId, proposalId, kind });
  if (territoryId) await record("minorityPosition.attached", id, { synthesisId, proposalId });
  await holdBack(tx, "MINORITY_POSITION", id);
  return { minorityPosition: await db.findOneByOrFail(MinorityPositions, { id }), ...opposed };
}

/** Signs a position, or takes one's own signature back, or that of an organisation one speaks for. */
export async function signMinorityPosition(tx: Transaction, input: SignMinorityPositionInput): MinorityOutcome {
  const { db, viewer, now } = tx;
  authorize(minorityPolicy.sign(viewer));
  const spoken = await spokenFor(tx, input.organisationId);
  const record = spoken ? recorder(db, visitor, now) : tx.record;
  const position = isId(input.id)
    ? await db.findOne(MinorityPositions, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  // It went with its last signature: a second try finds that taken back.
  if (!position && !input.sign) return { minorityPosition: null, synthesis: null, proposal: null };
  if (!position) throw new Refusal("GONE", "id");
  const opposed = await toOppose(tx, position.synthesisId, position.proposalId, { takingBack: !input.sign });
  const beside = { synthesisId: position.synthesisId, proposalId: position.proposalId };
  if (input.territory) {
    const territoryId = await regionSpokenFor(tx, input.territory);
    // Taken back for the region already: those who signed beside it keep it.
    if (!input.sign && position.kind === "MINORITY" && position.territoryId === null)
      return { minorityPosition: position.status === "VISIBLE" ? position : null, ...opposed };
    if (input.sign || territoryId !== position.territoryId) throw new Refusal("NOT_YOUR_TERRITORY", "territory");
    return { minorityPosition: await takeBackForRegion(tx, position), ...opposed };
  }
  const signature = signatureBy(position.id, viewer.id, spoken);
  // One that is hidden takes no more signatures, and is read by those who signed it alone.
  if (position.status !== "VISIBLE" && (input.sign || !(await signature.isThere(db)))) throw new Refusal("GONE", "id");
  const isAttached = async () => minorityPolicy.isAttached(position, await countSignatures(db, position.id));
  const before = await isAttached();
  if (input.sign) {
    if (!spoken) await giveName(tx, viewer, input.name);
    if (await signature.give(db)) await record("minorityPosition.signed", position);
    if (!before && (await isAttached())) await record("minorityPosition.attached", position, beside);
    return { minorityPosition: position, ...opposed };
  }
  if (await signature.takeBack(db)) await record("minorityPosition.unsigned", position);
  if (before && !(await isAttached())) await record("minorityPosition.detached", position, beside);
  if (position.territoryId !== null || (await anySignature(db, position.id)))
    return { minorityPosition: position, ...opposed };
  await removePosition({ db }, position.id);
  await record("minorityPosition.takenBack", position, beside);
  return { minorityPosition: null, ...opposed };
}

/**
 * Takes back what a region held. A minority position stays with those who signed it beside its referent; a reserve, or a
 * way of doing it at home, is the region's alone.
 */
async function takeBackForRegion({ db, viewer, record }: Transaction, position: MinorityPosition) {
  const { id, kind, synthesisId, proposalId, territoryId } = position;
  // The referent who opened it signed in the name of the region, and may be another than the one who takes it back.
  const referent = position.openedById ?? viewer.id!;
  await db.delete(MinoritySignatures, { positionId: id, ...(kind === "MINORITY" && { personId: referent }) });
  if (kind !== "MINORITY") await db.delete(OrganisationSignatures, { positionId: id });
  if (await anySignature(db, id)) {
    await db.update(MinorityPositions, id, { territoryId: null });
    const left = { ...position, territoryId: null };
    await record("minorityPosition.regionLeft", left, { synthesisId, proposalId });
    if (!minorityPolicy.isAttached(left, await countSignatures(db, id)))
      await record("minorityPosition.detached", left, { synthesisId, proposalId });
    return left;
  }
  await removePosition({ db }, id);
  await record("minorityPosition.takenBack", position, { synthesisId, proposalId, territoryId });
  return null;
}

/** The signature of a person, or of the organisation they speak for: then nothing tells who gave it. */
const signatureBy = (positionId: string, personId: string, spoken: Spoken | null) => {
  const [table, row]: [EntitySchema<ObjectLiteral>, ObjectLiteral] = spoken
    ? [OrganisationSignatures, { positionId, organisationId: spoken.id }]
    : [MinoritySignatures, { positionId, personId }];
  return {
    isThere: (db: EntityManager) => db.existsBy(table, row),
    give: (db: EntityManager) => insertOnce(db, table, row),
    takeBack: async (db: EntityManager) => !!(await db.delete(table, row)).affected,
  };
};

const countSignatures = async (db: EntityManager, id: string): Promise<number> =>
  (await db.query(`select ${signatureCount("p")} as count from minority_position p where p.id = $1`, [id]))[0].count;

/** True while somebody signs a position: an organisation whose page is hidden stays one that does. */
const anySignature = async (db: EntityManager, positionId: string) =>
  (await db.existsBy(MinoritySignatures, { positionId })) || db.existsBy(OrganisationSignatures, { positionId });

/** The region a position speaks for; null for a person's own. */
async function regionSpokenFor({ db, viewer }: Transaction, slug: string | null | undefined) {
  if (!slug) return null;
  const territory = await db.findOneBy(Territories, { slug: slug.replaceAll("\0", "") });
  if (!territory) throw new Refusal("UNKNOWN_TERRITORY", "territory");
  if (!minorityPolicy.speakFor(viewer, territory)) throw new Refusal("NOT_YOUR_TERRITORY", "territory");
  return territory.id;
}

/**
 * Finds the public synthesis, or the proposal that still stands, and locks it until the end of the transaction. What is
 * taken back is so beside a proposal that went elsewhere too: it is read there, with its names.
 */
async function toOppose(
  { db }: Transaction,
  synthesisId: string | null,
  proposalId: string | null,
  { takingBack = false } = {},
): Promise<Opposed> {
  const lock = { mode: "for_no_key_update" } as const;
  if (proposalId) {
    if (synthesisId) throw new Refusal("WRONG_KIND", "proposalId");
    const proposal = isId(proposalId) ? await db.findOne(Proposals, { where: { id: proposalId }, lock }) : null;
    if (!proposal || !(takingBack || minorityPolicy.stands(proposal))) throw new Refusal("GONE", "proposalId");
    return { synthesis: null, proposal };
  }
  const synthesis =
    synthesisId && isId(synthesisId) ? await db.findOne(Syntheses, { where: { id: synthesisId }, lock }) : null;
  if (!synthesis || synthesis.state === "DRAFT") throw new Refusal("GONE", "synthesisId");
  return { synthesis, proposal: null };
}
