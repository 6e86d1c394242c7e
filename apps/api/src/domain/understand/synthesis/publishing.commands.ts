import { type DataSource, type EntityManager, LessThanOrEqual } from "typeorm";
import type {
  CirculateSynthesisInput,
  PublishSynthesisInput,
  ReviseSynthesisInput,
  SynthesisLack,
  SynthesisLackCode,
  UndoPublishSynthesisInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { dueAtOnce, eachDue, publicFrom } from "../../../platform/publication.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { giveName } from "../../ground/person/person.writes.ts";
import { finishCheckpoints } from "../../meet/schedule/schedule.writes.ts";
import { readingPolicy } from "../passage/passage.policy.ts";
import { foundIn } from "./accounting.queries.ts";
import { keepAccounts } from "./accounting.writes.ts";
import { recounted } from "./counted.ts";
import { lastVersion, saved, synthesisToWrite, underWay, versionToWrite } from "./synthesis.desk.ts";
import { Syntheses, type Synthesis, type SynthesisVersion, SynthesisVersions } from "./synthesis.entity.ts";
import { lacksOf, lacksToCirculate, mostTexts } from "./synthesis.guard.ts";
import { synthesisPolicy } from "./synthesis.policy.ts";

/** Most days that a version circulates. */
const longest = 365;

export async function circulateSynthesis(tx: Transaction, input: CirculateSynthesisInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const { synthesis, version } = await versionToWrite(tx, input.id);
  const { until } = input;
  // Idempotent: a second call changes nothing. The date of a circulating version can still be moved.
  if (version.circulatesUntil === until) return { synthesis };
  if (until <= dayOf(now)) throw new Refusal("DATES_CROSSED", "until");
  // Nothing is published before: a year typed wrong would hold it for a century.
  if (until > dayOf(now, longest))
    throw new Refusal("OUT_OF_RANGE", "until", `${dayOf(now, 1)} – ${dayOf(now, longest)}`);
  refuseLacking(lacksToCirculate(await foundIn(db, version, now)));
  const circulating = { state: "CIRCULATING", circulatesUntil: until } as const;
  if (version.state === "CIRCULATING") {
    await saved(db, version, circulating);
    await record("synthesis.circulationMoved", synthesis, { from: version.circulatesUntil, until });
    return { synthesis };
  }
  await giveName(tx, viewer, input.name);
  const words = await wordsRecounted(db, version, synthesis);
  await saved(db, version, { ...words, ...circulating, circulatedOn: dayOf(now), circulatedById: viewer.id });
  const state = synthesis.state === "DRAFT" ? "CIRCULATING" : synthesis.state;
  await db.update(Syntheses, synthesis.id, { state });
  await record("synthesis.circulated", synthesis, { version: version.version, until });
  return { synthesis: { ...synthesis, state } };
}

/** « 100+ » past what is counted of texts. */
const countOf = (code: SynthesisLackCode, count: number) =>
  code.startsWith("TEXTS_") && count > mostTexts ? `${mostTexts}+` : String(count);

/** The counted sentences as they are now, and one more save where they differ from what somebody has open. */
async function wordsRecounted(db: EntityManager, version: SynthesisVersion, { objectiveId }: Synthesis) {
  const words = await recounted(db, version, objectiveId);
  const same = words.methodCounted === version.methodCounted && words.notHeardCounted === version.notHeardCounted;
  return same ? {} : { ...words, edit: version.edit + 1 };
}

const refuseLacking = (lacks: SynthesisLack[]) => {
  if (lacks.length === 0) return;
  throw new Refusal(lacks.map(({ code, count }) => ({ code, value: count ? countOf(code, count) : null })));
};

/** Decides that a version is published, as it was read: `publishDue` does it once it can be undone no more. */
export async function publishSynthesis(tx: Transaction, input: PublishSynthesisInput) {
  const { db, viewer, now } = tx;
  authorize(readingPolicy.hold(viewer));
  const { synthesis, group } = await synthesisToWrite(tx, input.id);
  const version = await underWay(db, synthesis.id);
  // Idempotent: a second call, or a call after somebody else's, finds it done, or about to be.
  if (!version || version.publishesAt) return { synthesis };
  if (version.revision !== input.revision)
    throw new Refusal("STALE", "revision", String(version.revision)).with({ current: version, synthesis });
  refuseLacking(lacksOf(await foundIn(db, version, now)));
  if (!synthesisPolicy.publish(viewer, group, version)) throw new Refusal("SECOND_PERSON_NEEDED");
  await db.update(SynthesisVersions, version.id, {
    publishesAt: publicFrom(now),
    publishingById: viewer.id,
    publishingRevision: version.revision,
  });
  return { synthesis };
}

/** Takes such a decision back while it can be. Nothing was told of it: nothing is recorded. */
export async function undoPublishSynthesis(tx: Transaction, input: UndoPublishSynthesisInput) {
  const { synthesis, version } = await versionToWrite(tx, input.id);
  await tx.db.update(SynthesisVersions, version.id, notPublishing);
  return { synthesis };
}

/** Of a version that nobody is about to publish. */
const notPublishing = { publishesAt: null, publishingById: null, publishingRevision: null } as const;

/** Publishes the versions whose time to be undone is past. */
export async function publishDue({ manager }: Pick<DataSource, "manager">, now: Date) {
  const due = await manager.find(SynthesisVersions, {
    where: { publishesAt: LessThanOrEqual(now), state: "CIRCULATING" },
    order: { publishesAt: "ASC" },
    take: dueAtOnce,
  });
  const ofSynthesis = due.map(({ synthesisId }) => ({ id: synthesisId }));
  await eachDue(manager, ofSynthesis, async (db, id) => {
    const synthesis = await db.findOneOrFail(Syntheses, { where: { id }, lock: { mode: "for_no_key_update" } });
    const version = await underWay(db, id);
    // Undone, or published by another process, in between.
    if (version?.publishesAt && version.publishesAt <= now) await makePublic({ db, now }, synthesis, version);
  });
}

/** Freezes a version that was decided upon, by whoever decided; as it was read and lacking nothing, or not at all. */
async function makePublic(
  { db, now }: Pick<Transaction, "db" | "now">,
  synthesis: Synthesis,
  version: SynthesisVersion,
) {
  await holdKeyPoints(db, synthesis.objectiveId);
  const found = await foundIn(db, version, now);
  if (version.revision !== version.publishingRevision || lacksOf(found).length > 0)
    return db.update(SynthesisVersions, version.id, notPublishing);

  const { nothingToAdd, cited, setAside } = found;
  await keepAccounts(db, version.id);
  const publishedById = version.publishingById;
  const publishedAlone = version.circulatedById === publishedById;
  const published = { state: "PUBLISHED", publishedAt: now, publishedById, publishedAlone, ...notPublishing } as const;
  const words = await wordsRecounted(db, version, synthesis);
  await db.update(SynthesisVersions, version.id, { ...words, ...published, nothingToAdd });
  await db.update(Syntheses, synthesis.id, { state: "PUBLISHED", version: version.version });
  const record = recorder(db, viewerOf({ id: publishedById, displayName: "", language: "fr" }, []), now);
  await finishCheckpoints({ db, now, record }, synthesis.objectiveId);
  await record("synthesis.published", synthesis, { version: version.version, publishedAlone, cited, setAside });
  return undefined;
}

/** A mark or a merger made meanwhile waits: it comes after this version. */
async function holdKeyPoints(db: EntityManager, objectiveId: string) {
  const lock = { mode: "for_no_key_update" } as const;
  await db.findOne(Objectives, { where: { id: objectiveId }, lock });
  await db.find(KeyPoints, { where: { objectiveId }, order: { id: "ASC" }, lock });
}

export async function reviseSynthesis(tx: Transaction, input: ReviseSynthesisInput) {
  const { db, viewer, record } = tx;
  authorize(readingPolicy.hold(viewer));
  const { synthesis } = await synthesisToWrite(tx, input.id);
  const last = await lastVersion(db, synthesis.id);
  // Begun already, by this person or another: it is done.
  if (last.state !== "PUBLISHED") return { synthesis };
  const version = await copied(db, last);
  await record("synthesis.revised", synthesis, { version: version.version });
  return { synthesis };
}

/**
 * The next version, as a copy of the rows of one. Of key points that were merged since, the one that holds their words
 * is cited; those that were set aside are to be looked at again, with all that they were merged into.
 */
async function copied(db: EntityManager, last: SynthesisVersion): Promise<SynthesisVersion> {
  const { synthesisId, definition, method, notHeard, methodCounted, notHeardCounted, decisions, nextSteps } = last;
  const words = { definition, method, notHeard, methodCounted, notHeardCounted, decisions, nextSteps };
  const { identifiers } = await db.insert(SynthesisVersions, {
    synthesisId,
    version: last.version + 1,
    state: "DRAFT",
    ...words,
  });
  const version = await db.findOneByOrFail(SynthesisVersions, { id: identifiers[0]!.id as string });
  const ids = [last.id, version.id];
  await db.query(
    `insert into synthesis_paragraph (version_id, origin_id, kind, position, text, detail)
     select $2, origin_id, kind, position, text, detail from synthesis_paragraph where version_id = $1`,
    ids,
  );
  const paragraphs = `synthesis_paragraph was
    join synthesis_paragraph g on g.origin_id = was.origin_id and g.version_id = $2`;
  await db.query(
    `insert into citation (paragraph_id, key_point_id, against)
     select g.id, coalesce(k.merged_into_id, k.id), bool_and(l.against) from ${paragraphs}
     join citation l on l.paragraph_id = was.id join key_point k on k.id = l.key_point_id
     where was.version_id = $1 group by 1, 2`,
    ids,
  );
  await db.query(
    `insert into passage_citation (paragraph_id, passage_id)
     select g.id, l.passage_id from ${paragraphs} join passage_citation l on l.paragraph_id = was.id
     where was.version_id = $1`,
    ids,
  );
  await db.query(
    `insert into set_aside (version_id, key_point_id, passage_id, reason, note, said_by_id, set_aside_by_id)
     select $2, a.key_point_id, a.passage_id, a.reason, a.note, coalesce(says.merged_into_id, says.id), a.set_aside_by_id
     from set_aside a left join key_point k on k.id = a.key_point_id left join key_point says on says.id = a.said_by_id
     where a.version_id = $1 and k.state is distinct from 'MERGED'`,
    ids,
  );
  return version;
}
