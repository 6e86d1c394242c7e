import { visible } from "../../ground/moderation/status.sql.ts";
/**
 * SQL: the account that versions give of each passage: one row a version and a passage, in a table `accounted`.
 * `versions` selects their ids. `fresh` counts a published version anew, to freeze its account; else it reads the frozen
 * one, which later marks and merges do not change.
 *
 * A passage is to be accounted for if it says a key point of the objective, in a published text. It is cited if a
 * paragraph cites it, or a key point that it says; set aside if it is set aside itself, or if all the key points of the
 * objective that it says are. Cited wins.
 */
export const accounted = (versions: string, fresh = false) => `
  asked as (
    select v.id, s.objective_id, v.state = 'PUBLISHED' and not ${fresh} as kept from synthesis_version v join synthesis s on s.id = v.synthesis_id
    where v.id in (${versions})
  ), cited as (
    select g.version_id, l.passage_id
    from asked v join synthesis_paragraph g on g.version_id = v.id join passage_citation l on l.paragraph_id = g.id
    where not v.kept
    union
    select g.version_id, l.passage_id
    from asked v join synthesis_paragraph g on g.version_id = v.id join citation ct on ct.paragraph_id = g.id
    join key_point k on k.id = ct.key_point_id
    join key_point_passage l on l.key_point_id = coalesce(k.merged_into_id, k.id)
    where not v.kept
  ), left_out as (
    select v.id as version_id, l.passage_id,
      case when bool_and(a.id is not null) then (array_agg(a.id order by a.id))[1] end as set_aside_id
    from asked v join key_point k on k.objective_id = v.objective_id
    join key_point_passage l on l.key_point_id = k.id
    left join set_aside a on a.version_id = v.id and a.key_point_id = k.id
    where not v.kept group by 1, 2
  ), left_out_alone as (
    select a.version_id, a.passage_id, a.id as set_aside_id
    from asked v join set_aside a on a.version_id = v.id and a.passage_id is not null where not v.kept
  ), accounted as (
    select each.version_id, each.passage_id, x.passage_id is not null as cited,
      case when x.passage_id is null then coalesce(own.set_aside_id, o.set_aside_id) end as set_aside_id
    from (
      select version_id, passage_id from cited union select version_id, passage_id from left_out
      union select version_id, passage_id from left_out_alone
    ) each
    join passage p on p.id = each.passage_id join contribution c on c.id = p.contribution_id and ${visible("c")}
    left join cited x using (version_id, passage_id)
    left join left_out o using (version_id, passage_id)
    left join left_out_alone own using (version_id, passage_id)
    union all
    select kept.version_id, kept.passage_id, kept.set_aside_id is null, kept.set_aside_id
    from asked v join accounted_passage kept on kept.version_id = v.id where v.kept
  )`;

/**
 * SQL: digest of the citations of passages in the last version of each synthesis: one row a passage. `passages` selects
 * their ids; `which` the versions `v` looked at: those that anybody may read, or the team's draft too.
 */
export const citedAs = (passages: string, which: "ANYBODY" | "TEAM") => `
  select said.passage_id, md5(string_agg(said.words, chr(2) order by said.words collate "C")) as digest
  from (
    select distinct on (v.synthesis_id) v.id from synthesis_version v
    where ${which === "TEAM" ? "true" : "v.state <> 'DRAFT'"} order by v.synthesis_id, v.version desc
  ) last cross join lateral (
    select l.passage_id, concat_ws(chr(1), g.origin_id, g.kind, g.text, g.detail) as words
    from synthesis_paragraph g join passage_citation l on l.paragraph_id = g.id
    where g.version_id = last.id and l.passage_id in (${passages})
    union
    select l.passage_id, concat_ws(chr(1), g.origin_id, g.kind, g.text, g.detail, ct.against, k.id, k.sentence)
    from synthesis_paragraph g join citation ct on ct.paragraph_id = g.id
    join key_point c on c.id = ct.key_point_id join key_point k on k.id = coalesce(c.merged_into_id, c.id)
    join key_point_passage l on l.key_point_id = k.id
    where g.version_id = last.id and l.passage_id in (${passages})
  ) said group by 1`;
