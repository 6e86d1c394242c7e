import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { citations } from "../../understand/keyPoint/keyPoint.kept.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { became } from "../../propose/supply/became.ts";
import { type Trail, type Done, trailFrom } from "./trail.ts";
import { stated } from "../../understand/keyPoint/keyPoint.sql.ts";
import { publicInitiative } from "../../propose/initiative/initiative.sql.ts";
import { publicProposal } from "../../propose/proposal/proposal.sql.ts";
import { published } from "../../understand/synthesis/synthesis.sql.ts";

/**
 * SQL: the proposal of a row, if anybody may read it, looked up behind « offset 0 »: the planner, which takes a few texts
 * for many, would read all proposals.
 */
const thatProposal = (row: string) =>
  `(select x.id, x.created_on from proposal x where x.id = ${row}.proposal_id and ${publicProposal("x")} offset 0)`;

/**
 * Query: public steps of contributions: stated key points, published syntheses, readable proposals. One statement
 * whatever their number.
 */
const steps = `
  with marked as (
    select p.id, p.contribution_id, (p.marked_at at time zone '${zone}')::date as day
    from passage p where p.contribution_id = any($1::uuid[])
  ), said as (
    select m.contribution_id, m.id, m.day, k.id as key_point_id
    from marked m join key_point_passage l on l.passage_id = m.id
    join key_point k on k.id = l.key_point_id and ${stated("k")}
  ), resting as (
    select m.contribution_id, m.id, m.day, s.proposal_id
    from marked m join statement_passage l on l.passage_id = m.id join statement s on s.id = l.statement_id
    union
    select d.contribution_id, d.id, d.day, s.proposal_id
    from said d cross join lateral (
      select x.statement_id from statement_key_point x where x.key_point_id = d.key_point_id offset 0) l
    join statement s on s.id = l.statement_id
  ), supplied as (
    -- What was supplied to a proposal and taken up, as long as what it became stands there.
    select s.contribution_id, r.proposal_id, s.taken_on from supply_taking s cross join lateral (${became}) r
    where s.contribution_id = any($1::uuid[])
  ), feeding as (
    select f.contribution_id, c.contributed_on, p.id as proposal_id, max(coalesce(f.taken_on, p.created_on)) as created_on
    from (
      select contribution_id, proposal_id, null::date as taken_on from resting
      union select contribution_id, proposal_id, taken_on from supplied
    ) f cross join lateral ${thatProposal("f")} p
    join contribution c on c.id = f.contribution_id group by 1, 2, 3
  ), left_out as (
    -- Texts of which every passage is set aside by versions in force, and why: the first reason given.
    select contribution_id, min(day) as day, (array_agg(synthesis_id order by day, set_aside_id))[1] as synthesis_id,
      (array_agg(set_aside_id order by day, set_aside_id))[1] as set_aside_id
    from (
      select distinct on (m.id) m.contribution_id, m.id, a.set_aside_id, s.id as synthesis_id,
        (v.published_at at time zone '${zone}')::date as day
      from marked m join accounted_passage a on a.passage_id = m.id and a.set_aside_id is not null
      join synthesis_version v on v.id = a.version_id and ${published("v")}
      join synthesis s on s.id = v.synthesis_id and s.version = v.version
      order by m.id, v.published_at
    ) each group by 1
    having count(*) = (select count(*) from marked m where m.contribution_id = each.contribution_id)
  ), done (key, step, day, key_point_id, synthesis_id, proposal_id, handover_id, initiative_id) as (
    select contribution_id, 'READ', min(day), null::uuid, null::uuid, null::uuid, null::uuid, null::uuid from (
      select contribution_id, (read_at at time zone '${zone}')::date as day from reading
      where contribution_id = any($1::uuid[])
      union all select contribution_id, day from marked
    ) r group by 1
    union all
    select contribution_id, 'MARKED', min(day), key_point_id, null, null, null, null from said group by 1, 4
    union all
    -- Words that a proposal rests on without a key point between them.
    select r.contribution_id, 'MARKED', min(r.day), null, null, null, null, null
    from resting r cross join lateral ${thatProposal("r")} p
    where not exists (select from said d where d.contribution_id = r.contribution_id) group by 1
    union all
    select l.contribution_id, 'MARKED', l.linked_on, null, null, null, null, i.id from initiative_contribution l
    join initiative i on i.id = l.initiative_id and ${publicInitiative("i")} where l.contribution_id = any($1::uuid[])
    union all
    -- The day of the first version that cited it, as long as the one in force does.
    select cited.contribution_id, 'CITED', (min(v.published_at) at time zone '${zone}')::date, null, s.id, null, null, null
    from (
      select d.contribution_id, g.version_id
      from said d join ${citations} l on l.key_point_id = d.key_point_id
      join synthesis_paragraph g on g.id = l.paragraph_id
      union
      select m.contribution_id, g.version_id
      from marked m join passage_citation l on l.passage_id = m.id
      join synthesis_paragraph g on g.id = l.paragraph_id
    ) cited join synthesis_version v on v.id = cited.version_id and ${published("v")}
    join synthesis s on s.id = v.synthesis_id
    group by cited.contribution_id, s.id having bool_or(v.version = s.version)
    union all
    select contribution_id, 'FEEDS', case when created_on >= contributed_on then created_on end,
      null, null, proposal_id, null, null from feeding
    union all
    -- Words are frozen the day a decision is confirmed: what came later is not in what was adopted.
    select f.contribution_id, 'ADOPTED', coalesce(p.state_on, a.decided_on), null, null, f.proposal_id, null, null
    from feeding f join adoption a on a.proposal_id = f.proposal_id join proposal p on p.id = a.proposal_id
      and coalesce(p.state_on, a.decided_on) >= f.contributed_on
    union all
    -- What came after a proposal was handed over was not carried by it.
    select f.contribution_id, 'CARRIED', h.handed_over_on, null, null, f.proposal_id, h.id, null
    from feeding f join handover h on h.proposal_id = f.proposal_id and h.handed_over_on >= f.contributed_on
    union all
    select f.contribution_id, 'ANSWERED', h.replied_on, null, null, f.proposal_id, h.id, null
    from feeding f join handover h on h.proposal_id = f.proposal_id and h.handed_over_on >= f.contributed_on
    where h.replied_on is not null
    union all
    select contribution_id, 'NOT_RETAINED', day, null, synthesis_id, null, null, null from left_out
  )
  select key, step, done.day as "on", done.key_point_id as "keyPointId", done.synthesis_id as "synthesisId",
    proposal_id as "proposalId", handover_id as "handoverId", initiative_id as "initiativeId", a.reason, a.note,
    a.said_by_id as "saidById"
  from done left join left_out o on o.contribution_id = done.key and done.step = 'NOT_RETAINED'
  left join set_aside a on a.id = o.set_aside_id`;

/** Answers the trail of a contribution. */
export async function trailOf({ joined, batch }: Context, contribution: Contribution): Promise<Trail> {
  const name = "contribution: trail";
  const loader = batch(name, async (ids) =>
    grouped(await joined<Done & { key: string }>(name, steps, [ids]), ({ key }) => key),
  );
  return { ...trailFrom(contribution, (await loader(contribution.id)) ?? []), objectiveId: contribution.objectiveId };
}
