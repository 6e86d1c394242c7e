import { limits } from "@cahier/schema/limits";
import type { AttachPositionInput, SignPositionInput } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { insertOnce } from "../../platform/linked.ts";
import { authorize, Refusal } from "../../platform/refusal.ts";
import { isId, neededText } from "../../platform/text.ts";
import { carriesContact } from "../contribution/contact.policy.ts";
import { giveName } from "../person/person.writes.ts";
import { Territories } from "../territory/territory.entity.ts";
import { type MinorityPosition, MinorityPositions, MinoritySignatures } from "./minority.entity.ts";
import { minorityPolicy } from "./minority.policy.ts";
import { type Synthesis, Syntheses } from "./synthesis.entity.ts";

type Held = Promise<{ position: MinorityPosition | null; synthesis: Synthesis }>;

/** Holds something against a synthesis: in the name of a region by its referent, or as the first of the three people who sign it. */
export async function attachPosition(tx: Transaction, input: AttachPositionInput): Held {
  const { db, viewer, now, record } = tx;
  authorize(minorityPolicy.sign(viewer));
  const key = neededText(input.key, "key", 100);
  const text = neededText(input.text, "text", limits["minorityPosition.text"]);
  if (carriesContact(text)) throw new Refusal("CARRIES_CONTACT", "text");
  const territoryId = await regionSpokenFor(tx, input.territory);
  await giveName(tx, viewer, input.name);
  // Held until the end: two positions of one person, or of one region, are opened one after the other.
  const synthesis = await synthesisToOppose(tx, input.synthesisId);
  const said = { synthesisId: synthesis.id, text, territoryId, openedById: viewer.id };
  const known = await db.findOneBy(MinorityPositions, { key });
  if (known) {
    const other = Object.entries(said).some(([field, value]) => known[field as keyof MinorityPosition] !== value);
    if (other) throw new Refusal("CONFLICT");
    return { position: known, synthesis };
  }
  const stands = await db.query<unknown[]>(
    `select from minority_position p where p.synthesis_id = $1 and (p.territory_id = $2
       or $2::uuid is null and p.territory_id is null and p.opened_by_id = $3
         and exists (select from minority_signature s where s.position_id = p.id and s.person_id = $3))`,
    [synthesis.id, territoryId, viewer.id],
  );
  if (stands.length > 0) throw new Refusal("ALREADY_OPENED", territoryId ? "territory" : "text");
  const position = { key, ...said, openedOn: dayOf(now) };
  const { identifiers } = await db.insert(MinorityPositions, position);
  const { id } = identifiers[0] as { id: string };
  await db.insert(MinoritySignatures, { positionId: id, personId: viewer.id });
  await record("minorityPosition.opened", id, { synthesisId: synthesis.id });
  if (territoryId) await record("minorityPosition.attached", id, { synthesisId: synthesis.id });
  return { position: { id, ...position }, synthesis };
}

/** Signs a position, or takes one's signature back. Nobody takes back another's. */
export async function signPosition(tx: Transaction, input: SignPositionInput): Held {
  const { db, viewer, record } = tx;
  authorize(minorityPolicy.sign(viewer));
  const position = isId(input.id)
    ? await db.findOne(MinorityPositions, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!position) throw new Refusal("GONE", "id");
  const synthesis = await synthesisToOppose(tx, position.synthesisId);
  const signature = { positionId: position.id, personId: viewer.id };
  const isAttached = async () =>
    minorityPolicy.isAttached(position, await db.countBy(MinoritySignatures, { positionId: position.id }));
  const before = await isAttached();
  if (input.sign) {
    await giveName(tx, viewer, input.name);
    if (await insertOnce(db, MinoritySignatures, signature)) await record("minorityPosition.signed", position);
    if (!before && (await isAttached()))
      await record("minorityPosition.attached", position, { synthesisId: synthesis.id });
    return { position, synthesis };
  }
  const { affected } = await db.delete(MinoritySignatures, signature);
  if (affected) await record("minorityPosition.unsigned", position);
  if (before && !(await isAttached()))
    await record("minorityPosition.detached", position, { synthesisId: synthesis.id });
  if (position.territoryId !== null || (await db.existsBy(MinoritySignatures, { positionId: position.id })))
    return { position, synthesis };
  await db.delete(MinorityPositions, { id: position.id });
  await record("minorityPosition.takenBack", position, { synthesisId: synthesis.id });
  return { position: null, synthesis };
}

/** The region in whose name somebody speaks; null for themselves. */
async function regionSpokenFor({ db, viewer }: Transaction, slug: string | null | undefined) {
  if (!slug) return null;
  const territory = await db.findOneBy(Territories, { slug: slug.replaceAll("\0", "") });
  if (!territory) throw new Refusal("UNKNOWN_TERRITORY", "territory");
  if (!minorityPolicy.speakFor(viewer, territory)) throw new Refusal("NOT_YOUR_TERRITORY", "territory");
  return territory.id;
}

/** A synthesis that anybody may read, held until the end. */
async function synthesisToOppose({ db }: Transaction, id: string): Promise<Synthesis> {
  const synthesis = isId(id)
    ? await db.findOne(Syntheses, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!synthesis || synthesis.state === "DRAFT") throw new Refusal("GONE", "synthesisId");
  return synthesis;
}
