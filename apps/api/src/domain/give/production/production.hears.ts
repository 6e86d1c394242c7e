/**
 * A file that is kept holds words and names that are no passage: an example, a position, who carries. Once one of them is
 * taken away it is made again. Of passages, each request tells whether the file still says what they say; those that are
 * erased, and names that are, do not stay in it until somebody asks.
 */
import type { EntityManager } from "typeorm";
import type { RulingOutcome } from "../../../graphql/resolvers.generated.ts";
import type { Hearer } from "../../../platform/journal.ts";
import { takesAway } from "../../ground/moderation/ruling.entity.ts";

/**
 * Puts files back in the queue, those that are being made among them: they have read what was taken away. `which` is SQL, true
 * of a production `p`.
 */
const again = (db: EntityManager, which = "true", parameters: unknown[] = []) =>
  db.query(
    `with again as (
       update production p set attempts = 0, held_until = null, progress = 0, step = 'WAITING', finished_at = null, size = null,
         turn = turn + 1
       where (p.finished_at is not null or p.step <> 'WAITING') and p.failure is null and ${which} returning p.id
     ) delete from production_file f using again where f.production_id = again.id`,
    parameters,
  );

/** SQL: the group of the proposal $1, or of the synthesis $2, that a position was held against. */
const opposed = `(select group_id from proposal where id = $1 union all
  select o.group_id from synthesis s join objective o on o.id = s.objective_id where s.id = $2)`;

/**
 * SQL: when the position $3 came to stand beside its text, the last time. A file finished before tells nothing of it: whoever
 * brings one there and takes it back over and over has a report made again only if one was made in between.
 */
const attached = `(select max(coalesce(j.recorded_at, j.recorded_on)) from journal_entry j
  where j.subject_type = 'minorityPosition' and j.subject_id = $3 and j.event = 'minorityPosition.attached')`;

/** A position stands no longer beside a text: it stood in files of that group alone. */
const fallen: Hearer = ({ db }, positionId, { proposalId, synthesisId }) =>
  again(db, `p.group_id = ${opposed} and coalesce(p.finished_at, 'infinity') >= coalesce(${attached}, '-infinity')`, [
    proposalId ?? null,
    synthesisId ?? null,
    positionId,
  ]);

/** Kinds of texts that stand in a file beside passages. */
const beside = new Set(["INITIATIVE", "MINORITY_POSITION"]);

/** An erratum is taken away: reports of that group that were made since it was added say it. */
const erratumGone: Hearer = ({ db }, proposalId) =>
  again(
    db,
    `p.kind = 'REPORT' and p.group_id = (select group_id from proposal where id = $1)
     and coalesce(p.finished_at, 'infinity') >= coalesce((select max(coalesce(j.recorded_at, j.recorded_on))
       from journal_entry j where j.subject_type = 'proposal' and j.subject_id = $1 and j.event = 'proposal.erratumAdded'
     ), '-infinity')`,
    [proposalId],
  );

const ruled: Hearer = async ({ db }, _, { kind, outcome }) => {
  if (beside.has(kind as string) && takesAway(outcome as RulingOutcome)) await again(db);
};

/** Taken back by its author, or declined after all, a validated sheet stood in files as an example; another never did. */
const exampleGone: Hearer = async ({ db }, _, { validated, from }) => {
  if (validated || from === "VALIDATED") await again(db);
};

/** SQL: somebody carries a proposal, or held a position against a text. */
const named = `select from handover h where h.carrier_person_id = $1 union all
  select from journal_entry j where j.actor_id = $1 and j.subject_type = 'minorityPosition' limit 1`;

const erased: Hearer = async ({ db }, personId) => {
  if ((await db.query<unknown[]>(named, [personId])).length > 0) await again(db);
};

/** Files hold the positions of regions alone: those that anybody may open and take back never stood in one. */
const takenBack: Hearer = async (tx, positionId, data) => {
  if (data.territoryId) await fallen(tx, positionId, data);
};

/** SQL: the passages of texts of which this is true. */
const passagesOf = (texts: string) =>
  `array(select w.id from passage w join contribution c on c.id = w.contribution_id where ${texts})`;

/** Words of a text, or the name of who said it, are erased: files that quote it, and those being made that may. */
const quoteGone =
  (texts: string): Hearer =>
  ({ db }, id) =>
    again(
      db,
      `case when p.finished_at is null then ${passagesOf(texts)} <> '{}' else exists (
         select from production_file f where f.production_id = p.id and f.passage_ids && ${passagesOf(texts)}) end`,
      [id],
    );

export const productionHears: Record<string, Hearer> = {
  "contribution.erased": quoteGone("c.id = $1"),
  "response.unnamed": quoteGone("c.response_id = $1"),
  "response.unpublished": quoteGone("c.response_id = $1"),
  "ruling.given": ruled,
  "initiative.withdrawn": exampleGone,
  "initiative.declined": exampleGone,
  "person.erased": erased,
  "proposal.erratumRemoved": erratumGone,
  "minorityPosition.detached": fallen,
  // Those who signed it hold it still, and the region that files name does not.
  "minorityPosition.regionLeft": fallen,
  "minorityPosition.takenBack": takenBack,
  "handover.carrier_declined": ({ db }) => again(db),
  "handover.handing_taken_back": ({ db }) => again(db),
  "handover.reply_taken_back": ({ db }) => again(db),
};
