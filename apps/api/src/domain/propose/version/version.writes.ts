import type { EntityManager } from "typeorm";
import type { ProposalState } from "../../../graphql/resolvers.generated.ts";
import { hashOf } from "../../../platform/canonical.ts";
import type { Transaction } from "../../../platform/context.ts";
import { startOf } from "../../../platform/day.ts";
import { visitor } from "../../../platform/viewer.ts";
import { partOrder } from "./parts.ts";
import { type Cause, type ProposalContent, ProposalVersions } from "./version.entity.ts";

/** Reason and causes of a change. */
export interface Why {
  reason: string | null;
  causes: Cause[];
}

const unsaid: Why = { reason: null, causes: [] };

/** Reads the content of a proposal as it stands. */
export async function contentOf(db: EntityManager, proposalId: string): Promise<ProposalContent> {
  const [{ content }] = await db.query<[{ content: ProposalContent }]>(contentText, [proposalId]);
  return content;
}

/** Digest of a proposal as it stands. */
export const hashOfWords = async (db: EntityManager, proposalId: string) => hashOf(await contentOf(db, proposalId));

/** SQL: an array of JSON objects, empty where there is no row. */
const listOf = (object: string, from: string, order: string) =>
  `(select coalesce(json_agg(${object} order by ${order}), '[]') from ${from})`;

const contentText = `select json_build_object(
    'title', p.title, 'summary', p.summary, 'leverTypes', p.lever_types,
    'carriers', array(select name from proposal_carrier c where c.proposal_id = p.id and c.kind <> 'PERSON'
      order by c.position, c.id),
    'statements', ${listOf(
      `json_build_object('id', s.id, 'part', s.part, 'text', s.text,
         'keyPointIds', array(select key_point_id from statement_key_point where statement_id = s.id order by 1),
         'passageIds', array(select passage_id from statement_passage where statement_id = s.id order by 1))`,
      "statement s where s.proposal_id = p.id",
      `array_position(${partOrder}, s.part), s.position, s.id`,
    )},
    'objections', ${listOf(
      "json_build_object('id', o.id, 'text', o.text, 'reply', o.reply, 'blocking', o.blocking)",
      "objection o where o.proposal_id = p.id",
      "o.position, o.id",
    )},
    'asks', ${listOf(
      "json_build_object('id', a.id, 'interlocutorId', a.interlocutor_id, 'text', a.text)",
      "ask a where a.proposal_id = p.id",
      "a.position, a.id",
    )},
    'works', ${listOf(
      "json_build_object('id', w.id, 'title', w.title, 'reference', w.reference)",
      "work w where w.proposal_id = p.id",
      "w.position, w.id",
    )},
    'examples', array(select initiative_id from proposal_initiative where proposal_id = p.id order by 1)
  ) as content from proposal p where p.id = $1`;

/**
 * Keeps a version of a proposal after a change, with its author and reason; answers with the number in force. A draft
 * has no version, and a change without a word changed makes none. The caller locks the proposal.
 */
export async function keepVersion(
  { db, viewer, now }: Pick<Transaction, "db" | "viewer" | "now">,
  { id: proposalId, state }: { id: string; state: ProposalState },
  { reason, causes }: Why = unsaid,
): Promise<number> {
  if (state === "DRAFT") return 0;
  const last = await db.findOne(ProposalVersions, { where: { proposalId }, order: { number: "DESC" } });
  const content = await contentOf(db, proposalId);
  const hash = hashOf(content);
  if (last?.hash === hash) return last.number;
  const number = (last?.number ?? 0) + 1;
  const authorId = viewer.id;
  await db.insert(ProposalVersions, {
    proposalId,
    number,
    keptAt: now,
    authorId,
    reason,
    causes: causes as never,
    content: content as never,
    hash,
  });
  return number;
}

/** Keeps the first version of public proposals that have none, dated from the day they opened: of all, or of one. */
export async function keepFirstVersions(db: EntityManager, id: string | null = null) {
  const without = await db.query<{ id: string; state: ProposalState; createdOn: string }[]>(
    `select id, state, created_on as "createdOn" from proposal p where p.state <> 'DRAFT' and ($1::uuid is null or id = $1)
     and not exists (select 1 from proposal_version v where v.proposal_id = p.id)`,
    [id],
  );
  for (const proposal of without)
    await keepVersion({ db, now: startOf(proposal.createdOn), viewer: visitor }, proposal);
}
