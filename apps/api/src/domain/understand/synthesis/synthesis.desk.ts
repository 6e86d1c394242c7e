import type { EntityManager } from "typeorm";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Objective, Objectives, type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { Syntheses, type Synthesis, type SynthesisVersion, SynthesisVersions } from "./synthesis.entity.ts";
import { synthesisPolicy } from "./synthesis.policy.ts";

/** A synthesis as whoever writes it holds it. */
export interface SynthesisDesk {
  synthesis: Synthesis;
  objective: Objective;
  group: WorkingGroup;
}

/** A synthesis with its version under way. */
export interface WritingDesk extends SynthesisDesk {
  version: SynthesisVersion;
}

/**
 * The synthesis, held until the end of the transaction: whatever is written in it comes before its publication, or after
 * it and is refused. Two people who write wait for each other some milliseconds; what they conflict on are counters.
 */
export async function synthesisToWrite({ db, viewer }: Transaction, id: string): Promise<SynthesisDesk> {
  authorize(readingPolicy.hold(viewer));
  const synthesis = isId(id)
    ? await db.findOne(Syntheses, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!synthesis) throw notFound();
  const objective = await db.findOneByOrFail(Objectives, { id: synthesis.objectiveId });
  const group = await db.findOneByOrFail(WorkingGroups, { id: objective.groupId });
  authorize(synthesisPolicy.write(viewer, group));
  return { synthesis, objective, group };
}

/** The synthesis and its version under way; refused where all its versions are published. */
export async function versionToWrite(tx: Transaction, id: string): Promise<WritingDesk> {
  const desk = await synthesisToWrite(tx, id);
  const version = await underWay(tx.db, desk.synthesis.id);
  if (!version) throw new Refusal("FROZEN");
  return { ...desk, version };
}

/** The version under way, if there is one. */
export async function underWay(db: EntityManager, synthesisId: string): Promise<SynthesisVersion | null> {
  const last = await lastVersion(db, synthesisId);
  return last.state === "PUBLISHED" ? null : last;
}

/** The last version, published or under way. */
export const lastVersion = (db: EntityManager, synthesisId: string): Promise<SynthesisVersion> =>
  db.findOneOrFail(SynthesisVersions, { where: { synthesisId }, order: { version: "DESC" } });

/** Saves what changes in a version under way: whoever is about to publish it has to read it again. */
export async function saved(
  db: EntityManager,
  version: SynthesisVersion,
  change: Partial<SynthesisVersion> = {},
): Promise<SynthesisVersion> {
  const after = { ...change, revision: version.revision + 1 };
  await db.update(SynthesisVersions, version.id, after);
  return { ...version, ...after };
}

/** Ids as they are kept, each once; refused where they cannot be, or are too many. */
export function idsOf(asked: readonly string[] | null | undefined, field: string, most = 200): string[] {
  const ids = [...new Set((asked ?? []).map((id) => id.toLowerCase()))];
  if (ids.length > most) throw new Refusal("TOO_MANY_CHOICES", field, String(most));
  if (!ids.every(isId)) throw new Refusal("UNKNOWN_CHOICE", field);
  return ids;
}
