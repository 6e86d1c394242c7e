import { type DataSource, type EntityManager, LessThanOrEqual } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { numberedSlug } from "../../../platform/data/freeSlug.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { recorder } from "../../../platform/journal.ts";
import { dueAtOnce, eachDue } from "../../../platform/publication.ts";
import { isId } from "../../../platform/text/text.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "./proposal.entity.ts";
import { isSecond } from "./proposal.policy.ts";
import { mayGo } from "./proposal.state.ts";
import { lastRemoved } from "./removal.queries.ts";
import { hashOfWords, keepFirstVersions, keepVersion } from "../version/version.writes.ts";

/** The next number of a group, and its slug. The caller locks the group. */
async function nextName(db: EntityManager, groupId: string) {
  // A draft that was removed keeps its number: no other one goes by it.
  const last = (await db.maximum(Proposals, "number", { groupId })) ?? 0;
  const number = Math.max(last, await lastRemoved(db, groupId)) + 1;
  const group = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  const { language } = await organiserOf(db);
  const word = language === "en" ? "proposal" : "proposition";
  return { number, slug: await numberedSlug(db, Proposals, `${word}-${number}`, group.slug) };
}

/** Fields of a new proposal; its number and slug come next in its group, which the caller locks. */
type Opened = Pick<Proposal, "id" | "groupId" | "title" | "summary"> & Partial<Proposal>;

/** Opens a proposal under the next number of its group; `told` goes into the journal beside its words. */
export async function insertProposal(
  { db, now, record }: Transaction,
  opened: Opened,
  told: Record<string, unknown> = {},
): Promise<Proposal> {
  const { id, groupId, title, summary } = opened;
  await db.insert(Proposals, { ...opened, ...(await nextName(db, groupId)), createdOn: dayOf(now) });
  await record("proposal.opened", id, { title, summary, ...told });
  return db.findOneByOrFail(Proposals, { id });
}

/** Reads the proposal, locked: a save at the same time waits, then finds it changed. */
export async function proposalToWrite(db: EntityManager, viewer: Viewer, id: string): Promise<Proposal> {
  authorize(readingPolicy.hold(viewer));
  return lockedProposal(db, id);
}

/** The same for those who decide upon it: facilitators too. */
export async function proposalToDecide(db: EntityManager, viewer: Viewer, id: string): Promise<Proposal> {
  authorize(readingPolicy.hold(viewer) || viewer.has("FACILITATOR"));
  return lockedProposal(db, id);
}

async function lockedProposal(db: EntityManager, id: string): Promise<Proposal> {
  const proposal = isId(id)
    ? await db.findOne(Proposals, { where: { id }, lock: { mode: "for_no_key_update" } })
    : null;
  if (!proposal) throw notFound();
  await keepFirstVersions(db, proposal.id);
  return proposal;
}

/** Details of a move: the reason, the proposal it merges into. */
interface Move {
  reason?: string | null;
  mergedIntoId?: string;
}

/** Moves a proposal to a state: no other function writes it. The reason is kept with the words of that moment. */
export async function move(
  tx: Transaction,
  before: Proposal,
  to: ProposalState,
  { reason = null, mergedIntoId }: Move,
) {
  if (!mayGo(before.state, to)) throw new Refusal("NOT_NOW", "id", before.state);
  const moved = {
    state: to,
    stateOn: dayOf(tx.now),
    stateReason: reason,
    mergedIntoId: mergedIntoId ?? null,
    version: before.version + 1,
  };
  await tx.db.update(Proposals, before.id, moved);
  await keepVersion(tx, { ...before, ...moved });
  return { ...before, ...moved };
}

/** Of a draft that nobody is about to make public. */
export const notPublishing = { publishesAt: null, publishingById: null, publishingHash: null } as const;

/** Makes public a draft that was decided upon, by whoever decided; its words as they stood then, or not at all. */
async function makePublic({ db, now }: Pick<Transaction, "db" | "now">, before: Proposal) {
  if ((await hashOfWords(db, before.id)) !== before.publishingHash)
    return db.update(Proposals, before.id, notPublishing);
  const viewer = viewerOf({ id: before.publishingById, displayName: "", language: "fr" }, []);
  const record = recorder(db, viewer, now);
  const published = {
    state: "OPEN",
    stateOn: dayOf(now),
    publicationAskedById: null,
    publicationAskedHash: null,
    ...notPublishing,
    publishedAlone: !isSecond(viewer, before.publicationAskedById),
    version: before.version + 1,
  } as const;
  await db.update(Proposals, before.id, published);
  await record("proposal.published", before, { alone: published.publishedAlone });
  await keepVersion({ db, now, viewer }, { ...before, ...published });
  return undefined;
}

/** Makes public the drafts whose time to be undone is past. */
export async function publishDue({ manager }: Pick<DataSource, "manager">, now: Date) {
  const due = await manager.find(Proposals, {
    where: { publishesAt: LessThanOrEqual(now) },
    order: { publishesAt: "ASC" },
    take: dueAtOnce,
  });
  await eachDue(manager, due, async (db, id) => {
    const before = await lockedProposal(db, id);
    // Undone, or made public by another process, in between.
    if (before.publishesAt && before.publishesAt <= now) await makePublic({ db, now }, before);
  });
}

/** Adds the levers of one proposal to another's. */
export const joinLevers = (db: EntityManager, from: Proposal, to: Proposal) =>
  db.update(Proposals, to.id, { leverTypes: [...new Set([...to.leverTypes, ...from.leverTypes])] });

/** Counts a change in the words: an editor must read them again before saving. */
export const countChange = (db: EntityManager, id: string) => db.increment(Proposals, { id }, "version", 1);
