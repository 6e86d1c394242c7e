/** Present places of a supply are computed, never stored: its rows may be copied, reworded or removed. */
import { publicInitiative } from "../initiative/initiative.sql.ts";
import { agreed } from "../scaffold/proposalCarrier.entity.ts";

/** SQL: true if a row `it` came from taking `s`, or is its copy in a proposal that was merged or split. */
const is = (it: string, as: string) =>
  `s.taken_as = '${as}' and (${it}.id = s.taken_id or ${it}.origin_id = s.taken_id)`;

/** SQL: present rows that came from a taking `s`, in each proposal that has one. */
export const became = `
  select 'STATEMENT' as "as", t.proposal_id, t.id, t.part, t.text from statement t where ${is("t", "STATEMENT")}
  union all
  select 'OBJECTION', o.proposal_id, o.id, null, o.text from objection o where ${is("o", "OBJECTION")}
  union all
  select 'REPLY', o.proposal_id, o.id, null, o.reply from objection o where ${is("o", "REPLY")} and o.reply is not null
  union all
  select 'INTERLOCUTOR', a.proposal_id, a.id, null, i.name from ask a
    join interlocutor i on i.id = a.interlocutor_id where ${is("a", "INTERLOCUTOR")}
  union all
  select 'WORK', w.proposal_id, w.id, null, w.title from work w where ${is("w", "WORK")}
  union all
  select 'CARRIER', c.proposal_id, c.id, null, coalesce(nullif(n.display_name, ''), c.name) from proposal_carrier c
    left join person n on n.id = c.person_id where ${is("c", "CARRIER")} and ${agreed}
  union all
  select 'EXAMPLE', l.proposal_id, i.id, null, i.name from initiative i
    join proposal_initiative l on l.initiative_id = i.id
    join supply g on g.contribution_id = s.contribution_id join proposal home on home.id = g.proposal_id
    join proposal p on p.id = l.proposal_id and (p.id in (home.id, home.merged_into_id) or p.split_from_id = home.id)
    where s.taken_as = 'EXAMPLE' and i.id = s.taken_id and ${publicInitiative("i")}`;
