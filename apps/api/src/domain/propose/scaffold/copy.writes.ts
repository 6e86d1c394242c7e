/**
 * Merged and split proposals keep their words: a copy goes over with its sources and says its origin; the first
 * keeps words, versions and history, and each page names the other. Copied objections, asks, works and carriers
 * keep the id of the first one, not of the last: one comparison finds the words, however often they were copied.
 */
import type { EntityManager } from "typeorm";
import type { Proposal } from "../proposal/proposal.entity.ts";
import { joinLevers } from "../proposal/proposal.writes.ts";

/**
 * Copies the parts beside the sentences, unless they are there: objections, asks, examples, works, levers, carriers.
 * A copy keeps the id of its origin, so that the supply it was taken up from is still found.
 */
export async function copyBeside(db: EntityManager, from: Proposal, to: Proposal) {
  const ids = [from.id, to.id];
  await db.query(
    `insert into objection (proposal_id, position, text, reply, blocking, origin_id)
     select $2, (select coalesce(max(position), 0) from objection where proposal_id = $2)
         + row_number() over (order by o.position, o.id), o.text, o.reply, o.blocking,
         coalesce(o.origin_id, o.id)
     from objection o where o.proposal_id = $1
       and not exists (select 1 from objection t where t.proposal_id = $2 and t.text = o.text)`,
    ids,
  );
  await db.query(
    `insert into ask (proposal_id, interlocutor_id, position, text, origin_id)
     select $2, a.interlocutor_id, (select coalesce(max(position), 0) from ask where proposal_id = $2)
         + row_number() over (order by a.position, a.id), a.text, coalesce(a.origin_id, a.id)
     from ask a where a.proposal_id = $1
       and not exists (select 1 from ask t where t.proposal_id = $2 and t.interlocutor_id = a.interlocutor_id)`,
    ids,
  );
  await db.query(
    `insert into proposal_initiative (proposal_id, initiative_id, proves)
     select $2, initiative_id, proves from proposal_initiative where proposal_id = $1 on conflict do nothing`,
    ids,
  );
  await db.query(
    `insert into work (proposal_id, position, title, reference, origin_id)
     select $2, (select coalesce(max(position), 0) from work where proposal_id = $2)
         + row_number() over (order by w.position, w.id), w.title, w.reference, coalesce(w.origin_id, w.id)
     from work w where w.proposal_id = $1
       and not exists (select 1 from work t where t.proposal_id = $2 and t.title = w.title and t.reference = w.reference)`,
    ids,
  );
  // A carrier who agreed carries the copy too; one who was only asked is asked again.
  await db.query(
    `insert into proposal_carrier (proposal_id, position, kind, name, territory_id, person_id, consent, origin_id)
     select $2, (select coalesce(max(position), 0) from proposal_carrier where proposal_id = $2)
         + row_number() over (order by c.position, c.id), c.kind, c.name, c.territory_id, c.person_id, c.consent,
         coalesce(c.origin_id, c.id)
     from proposal_carrier c where c.proposal_id = $1 and coalesce(c.consent, 'AGREED') = 'AGREED'
       and not exists (select 1 from proposal_carrier t where t.proposal_id = $2 and t.kind = c.kind and t.name = c.name
         and t.person_id is not distinct from c.person_id)`,
    ids,
  );
  await joinLevers(db, from, to);
}
