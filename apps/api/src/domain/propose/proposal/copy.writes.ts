import type { EntityManager } from "typeorm";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Proposal, Proposals } from "./proposal.entity.ts";

/** Copies sentences of a proposal to the end of another, each with the key points and the passages it stands on. */
export async function copyStatements(
  db: EntityManager,
  fromId: string,
  toId: string,
  asked: readonly string[],
  field: string,
) {
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
  if (!ids.every(isId)) throw new Refusal("UNKNOWN_CHOICE", field);
  const copied = await db.query<{ id: string; origin: string }[]>(
    `insert into statement (proposal_id, part, position, text, origin_id)
     select $2, s.part, (select coalesce(max(position), 0) from statement where proposal_id = $2)
         + row_number() over (order by s.position, s.id), s.text, s.id
     from statement s where s.proposal_id = $1 and s.id = any($3::uuid[])
     returning id, origin_id as origin`,
    [fromId, toId, ids],
  );
  if (copied.length < ids.length) throw new Refusal("UNKNOWN_CHOICE", field);
  for (const [table, column] of [
    ["statement_key_point", "key_point_id"],
    ["statement_passage", "passage_id"],
  ])
    await db.query(
      `insert into ${table} (statement_id, ${column})
       select c.id, l.${column} from unnest($1::uuid[], $2::uuid[]) as c(id, origin)
       join ${table} l on l.statement_id = c.origin`,
      [copied.map(({ id }) => id), copied.map(({ origin }) => origin)],
    );
}

/**
 * Copies what lies beside the sentences, where it is not there yet: objections, asks, examples, works, levers, carriers.
 * A copy says what it is a copy of, so that the words it was taken up from are still found.
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
  // Whoever agreed to carry the one agreed to carry what becomes of it; who was only asked is asked again.
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
  const union = (one: string[], other: string[]) => [...new Set([...one, ...other])];
  await db.update(Proposals, to.id, { leverTypes: union(to.leverTypes, from.leverTypes) });
}
