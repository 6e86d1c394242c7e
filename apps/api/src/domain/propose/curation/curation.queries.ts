import { countedOneByOne } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { CurationKind, SupplySlot } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { keyed } from "../../../platform/data/batch.ts";
import { type Joined, joinedIn } from "../../../platform/data/joined.ts";
import { rowsJoined } from "../../../platform/data/linked.ts";
import type { Key } from "../../../platform/data/paginate.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { openProposal } from "../proposal/proposal.sql.ts";
import { type Objection, Objections } from "../scaffold/scaffold.entity.ts";
import { callsOf } from "../supply/supply.queries.ts";
import { type CurationAnswer, CurationAnswers } from "./curation.entity.ts";
import { curationPolicy } from "./curation.policy.ts";
import { isNear, wordsOf } from "./near.ts";
import { countedWaiting, oldestWaiting } from "./waits.sql.ts";

/** A text that waits for an answer. */
export interface CurationItem {
  kind: CurationKind;
  id: string;
  slot: SupplySlot | null;
  text: string;
  about: string | null;
  authorName: string | null;
  givenOn: string;
  /** Null for a question about something else. */
  proposalId: string | null;
  groupId: string;
  /** Title and page of what else a question is about. */
  title: string | null;
  path: string | null;
}

/** Desk of curation of one group. */
export interface Curation {
  groupId: string;
}

/** Most lines of a list that a page goes on from. */
const longest = 50;

/** An id to go on from; null for none, and for what is no id. */
const from = (after: string | null | undefined) => (after && isId(after) ? after : null);

/** Groups whose curation a viewer holds, by name, after one of them. */
export async function curatedGroups(
  { db, viewer, joined }: { db: EntityManager; viewer: Viewer; joined?: Joined },
  after?: string | null,
): Promise<WorkingGroup[]> {
  const asking = { db, joined: joinedIn({ db, joined }) };
  if (!curationPolicy.holdAny(viewer)) return [];
  const held: WorkingGroup[] = [];
  for (let last = from(after); held.length < longest;) {
    const tail = `where $1::uuid is null or (it.name, it.id) > (select g.name, g.id from working_group g where g.id = $1)
      order by it.name, it.id limit 200`;
    const groups: WorkingGroup[] = await rowsJoined(asking, WorkingGroups, "curation: groups", tail, [last]);
    held.push(...groups.filter(({ id }) => curationPolicy.hold(viewer, id)));
    if (groups.length < 200) break;
    last = groups.at(-1)!.id;
  }
  return held.slice(0, longest);
}

/**
 * Texts that wait in a group, the oldest first, after a place in that order. Known by its length, and what is bound stands
 * behind sub-selects, where the planner does not look: planned once.
 */
export const itemsIn = ({ db }: Pick<Context, "db">, groupId: string, after: Key | null, limit: number) =>
  prepared<CurationItem>(
    db,
    `curation: ${limit} items${after ? " after" : ""}`,
    `select * from (${oldestWaiting(String(limit), after !== null)
      .replaceAll("any($1::uuid[])", "$1::uuid")
      .replaceAll(/\$[1-4]::\w+/g, "(select $&)")}) w
     order by w."givenOn", w.kind, w.id limit ${limit}`,
    [groupId, ...(after ?? [])],
  );

interface Waiting {
  groupId: string;
  count: number;
  since: string;
}

/** Number of texts that wait in a group, up to one more than are counted one by one, and the day since when. */
export const countsOf = async ({ db, batch }: Context, groupId: string): Promise<Waiting | undefined> =>
  batch("curation: counts", async (ids) => {
    const one = countedWaiting(countedOneByOne + 1).replaceAll("any($1::uuid[])", "g.id");
    const text = `select g.id as "groupId", w.count, w.since from unnest($1::uuid[]) g(id) cross join lateral (
      select least(${countedOneByOne + 1}, sum(x.count))::int as count, min(x.since)::text as since from (${one}) x) w`;
    return keyed(await prepared<Waiting>(db, "curation: counts", text, [ids]), (row) => row.groupId);
  })(groupId);

/** Most texts that are compared with each other. */
const mostCompared = 300;

/** The oldest other text that waits for the same proposal and says nearly the same. */
export async function nearOf(context: Context, item: CurationItem): Promise<CurationItem | null> {
  if (!item.proposalId) return null;
  const words = wordsOf(item.text);
  const loader = context.batch("curation: waiting", async (groups) => {
    const rows = await Promise.all(
      groups.map(async (id) => {
        const items = await itemsIn(context, id, null, mostCompared);
        return [id, items.map((it) => ({ it, words: wordsOf(it.text) }))] as const;
      }),
    );
    return new Map(rows);
  });
  const others = (await loader(item.groupId)) ?? [];
  const found = others.find(
    ({ it, words: said }) => it.proposalId === item.proposalId && it.id !== item.id && isNear(words, said),
  );
  return found?.it ?? null;
}

/** An objection that has no reply. */
export type ObjectionWithoutReply = Objection;

/** Objections to open proposals of a group without a reply, after one of them. */
export const objectionsWithoutReply = ({ db }: Context, groupId: string, after?: string | null): Promise<Objection[]> =>
  rowsOf(
    db,
    Objections,
    "curation: objections",
    `join proposal p on p.id = it.proposal_id and ${openProposal("p")} and p.group_id = $1
     where it.reply is null and ($2::uuid is null or (p.number, it.position, it.id) > (
       select q.number, o.position, o.id from objection o join proposal q on q.id = o.proposal_id where o.id = $2))
     order by p.number, it.position, it.id limit ${longest}`,
    [groupId, from(after)],
  );

/** Calls of a proposal that nobody answered. */
export interface SilentCalls {
  proposal: Proposal;
  slots: SupplySlot[];
  since: string;
}

/** Calls of open proposals of a group that nobody answered for two weeks, after those of one of them. */
export async function silentCalls(context: Context, groupId: string, after?: string | null): Promise<SilentCalls[]> {
  const day = dayOf(new Date(context.now.getTime() - 14 * 86_400_000));
  const silent: SilentCalls[] = [];
  for (let last = from(after); silent.length < longest;) {
    const tail = `where it.group_id = $1 and ${openProposal("it")} and it.state_on <= $2
      and ($3::uuid is null or it.number > (select p.number from proposal p where p.id = $3))
      order by it.number limit ${longest}`;
    const values = [groupId, day, last];
    const proposals = await rowsOf(context.db, Proposals, "curation: open proposals", tail, values);
    silent.push(...(await silentAmong(context, proposals)));
    if (proposals.length < longest) break;
    last = proposals.at(-1)!.id;
  }
  return silent.slice(0, longest);
}

/** Calls of some proposals that nobody answered. */
async function silentAmong(context: Context, proposals: Proposal[]): Promise<SilentCalls[]> {
  const supplied = await prepared<{ proposalId: string; slot: SupplySlot }>(
    context.db,
    "curation: supplied",
    `select distinct s.proposal_id as "proposalId", s.slot from supply s join contribution c on c.id = s.contribution_id
     where s.proposal_id = any($1::uuid[]) and ${visible("c")}`,
    [proposals.map(({ id }) => id)],
  );
  const all = await Promise.all(
    proposals.map(async (proposal) => {
      const slots = (await callsOf(context, proposal))
        .map(({ slot }) => slot)
        .filter((slot) => !supplied.some((it) => it.proposalId === proposal.id && it.slot === slot));
      return { proposal, slots, since: proposal.stateOn! };
    }),
  );
  return all.filter(({ slots }) => slots.length > 0);
}

/** The answer that stands to a text; null before. */
export const answerTo = async (
  { db, batch }: Context,
  kind: CurationKind,
  textId: string,
): Promise<CurationAnswer | null> =>
  (await batch(`curation: answers to ${kind}`, async (ids) => {
    const tail = "where it.kind = $2 and it.text_id = any($1::uuid[]) and it.lifted_at is null";
    return keyed(await rowsOf(db, CurationAnswers, "curation: answers", tail, [ids, kind]), (row) => row.textId);
  })(textId)) ?? null;

/** Number of texts that were joined with one. */
export async function joinedWith({ db, batch }: Context, kind: CurationKind, id: string): Promise<number> {
  const loader = batch(`curation: joined with ${kind}`, async (ids) => {
    const text = `select joined_id as key, count(*)::int as count from curation_answer
      where joined_kind = $2 and joined_id = any($1::uuid[]) and lifted_at is null group by 1`;
    return keyed(
      await prepared<{ key: string; count: number }>(db, "curation: joined", text, [ids, kind]),
      (it) => it.key,
    );
  });
  return (await loader(id))?.count ?? 0;
}

/** Words that a text was joined with, while anybody reads them. */
export async function joinedWords({ db }: Context, { joinedKind, joinedId }: CurationAnswer): Promise<string | null> {
  if (!joinedKind) return null;
  const [found] = await db.query<{ text: string }[]>(
    joinedKind === "SUPPLY"
      ? `select body as text from contribution c where id = $1 and ${visible("c")}`
      : `select text from ${joinedKind === "AMENDMENT" ? "amendment" : "reaction"} it where id = $1 and ${visible("it")}`,
    [joinedId],
  );
  return found?.text ?? null;
}
