/**
 * A file that is kept holds words and names that are no passage: an example, a position, who carries. Once one of them is
 * taken away it is made again; of passages, each request tells whether the file still says what they say.
 */
import type { EntityManager } from "typeorm";
import type { RulingOutcome } from "../../../graphql/resolvers.generated.ts";
import type { Hearer } from "../../../platform/journal.ts";
import { takesAway } from "../../ground/moderation/ruling.entity.ts";

const allAgain = (db: EntityManager) =>
  db.query(
    `with again as (
       update production set attempts = 0, held_until = null, progress = 0, step = 'WAITING', finished_at = null, size = null
       where finished_at is not null returning id
     ) delete from production_file f using again where f.production_id = again.id`,
  );

/** Kinds of texts that stand in a file beside passages. */
const beside = new Set(["INITIATIVE", "MINORITY_POSITION"]);

const ruled: Hearer = async ({ db }, _, { kind, outcome }) => {
  if (beside.has(kind as string) && takesAway(outcome as RulingOutcome)) await allAgain(db);
};

/** SQL: somebody carries a proposal, or held a position against a text. */
const named = `select from handover h where h.carrier_person_id = $1 union all
  select from journal_entry j where j.actor_id = $1 and j.subject_type = 'minorityPosition' limit 1`;

const erased: Hearer = async ({ db }, personId) => {
  if ((await db.query<unknown[]>(named, [personId])).length > 0) await allAgain(db);
};

const again: Hearer = ({ db }) => allAgain(db);

/** What a region held stood in files; what somebody opened alone never did, and anybody may open and take it back. */
const takenBack: Hearer = async ({ db }, _, { territoryId }) => {
  if (territoryId) await allAgain(db);
};

export const productionHears: Record<string, Hearer> = {
  "ruling.given": ruled,
  "person.erased": erased,
  "minorityPosition.detached": again,
  "minorityPosition.takenBack": takenBack,
  "handover.carrier_declined": again,
};
