import { visible } from "../../ground/moderation/status.sql.ts";

/** SQL: anybody may read the text of a passage; of one that says a key point, that is kept beside the link. */
const published = (
  passage: string,
) => `exists (select from passage p join contribution c on c.id = p.contribution_id and c.marked and ${visible("c")}
      where p.id = ${passage})`;

/** SQL: versions by their ids, and the passages that those under way cite, themselves or by a key point, in published texts. */
const begun = (versions: string, fresh: boolean) => `
  asked as (
    select v.id, s.objective_id, v.state = 'PUBLISHED' and not ${fresh} as kept from synthesis_version v join synthesis s on s.id = v.synthesis_id
    where v.id in (${versions})
  ), cited as (
    select g.version_id, l.passage_id
    from asked v join synthesis_paragraph g on g.version_id = v.id join passage_citation l on l.paragraph_id = g.id
    where not v.kept and ${published("l.passage_id")}
    union
    select g.version_id, l.passage_id
    from asked v join synthesis_paragraph g on g.version_id = v.id join citation ct on ct.paragraph_id = g.id
    join key_point k on k.id = ct.key_point_id
    join key_point_passage l on l.key_point_id = coalesce(k.merged_into_id, k.id) and l.text_id is not null
    where not v.kept
  )`;

/** SQL: the passages that versions cite, in a table `cited_passages`: of their account, read without what it sets aside. */
export const citedPassages = (versions: string) => `${begun(versions, false)}, cited_passages as (
    select version_id, passage_id from cited
    union all
    select kept.version_id, kept.passage_id from asked v
    join accounted_passage kept on kept.version_id = v.id and kept.set_aside_id is null where v.kept
  )`;

/**
 * SQL: the account that versions give of each passage: one row a version and a passage, in a table `accounted`.
 * `versions` selects their ids. `fresh` counts a published version anew, to freeze its account; else it reads the frozen
 * one, which later marks and merges do not change.
 *
 * A passage is to be accounted for if it says a key point of the objective, in a published text. It is cited if a
 * paragraph cites it, or a key point that it says; set aside if it is set aside itself, or if all the key points of the
 * objective that it says are. Cited wins.
 */
export const accounted = (versions: string, fresh = false) => `${begun(versions, fresh)}, said as (
    select version_id, passage_id, true as cited, null::uuid as alone, null::uuid as point, false as says from cited
    union all
    select v.id, l.passage_id, false, null, a.id, true
    from asked v join key_point_passage l on l.objective_id = v.objective_id
    left join set_aside a on a.version_id = v.id and a.key_point_id = l.key_point_id
    where not v.kept
    union all
    select v.id, a.passage_id, false, a.id, null, false
    from asked v join set_aside a on a.version_id = v.id and a.passage_id is not null
    where not v.kept and ${published("a.passage_id")}
  ), summed as (
    select version_id, passage_id, bool_or(cited) as cited, min(alone::text)::uuid as alone,
      case when bool_and(point is not null) filter (where says) then min(point::text)::uuid end as points
    from said group by 1, 2
  ), accounted as (
    select t.version_id, t.passage_id, t.cited, case when not t.cited then coalesce(t.alone, t.points) end as set_aside_id
    from summed t
    union all
    select kept.version_id, kept.passage_id, kept.set_aside_id is null, kept.set_aside_id
    from asked v join accounted_passage kept on kept.version_id = v.id where v.kept
  )`;

/**
 * SQL: the same, counted: a row a version, with `cited`, `set_aside` and `unaccounted`, in a table `counted`, and what is
 * cited in `cited_passages`. Of the many passages that say a key point each is looked at once, and those of key points
 * that are set aside alone are asked whether all that they say is.
 */
export const accountedCounts = (versions: string) => {
  const isLeft = (
    passage: string,
  ) => `not exists (select from cited c where c.version_id = v.id and c.passage_id = ${passage})
      and not exists (select from alone a where a.version_id = v.id and a.passage_id = ${passage})`;
  const setAside = (point: string) => `(select from aside a where a.version_id = v.id and a.key_point_id = ${point})`;
  return `${citedPassages(versions)}, alone as (
    select v.id as version_id, a.passage_id from asked v join set_aside a on a.version_id = v.id and a.passage_id is not null
    where not v.kept and ${published("a.passage_id")}
  ), aside as materialized (
    select a.version_id, a.key_point_id from set_aside a where a.version_id in (select id from asked) and a.key_point_id is not null
  ), all_aside as (
    select v.id as version_id, l.passage_id
    from asked v join aside a on a.version_id = v.id
    join key_point_passage l on l.key_point_id = a.key_point_id and l.objective_id = v.objective_id
    where not v.kept and ${isLeft("l.passage_id")} and not exists (select from key_point_passage o
      where o.passage_id = l.passage_id and o.objective_id = v.objective_id and not exists ${setAside("o.key_point_id")})
    union
    select v.id, a.passage_id from asked v join alone a on a.version_id = v.id
    where not exists (select from cited c where c.version_id = v.id and c.passage_id = a.passage_id)
    union
    select v.id, kept.passage_id from asked v
    join accounted_passage kept on kept.version_id = v.id and kept.set_aside_id is not null where v.kept
  ), counted as (
    select v.id as version_id, (select count(*)::int from cited_passages c where c.version_id = v.id) as cited,
      (select count(*)::int from all_aside a where a.version_id = v.id) as set_aside,
      case when v.kept then 0 else (select count(*)::int from (select distinct l.passage_id from key_point_passage l
        where l.objective_id = v.objective_id and not exists ${setAside("l.key_point_id")}
          and ${isLeft("l.passage_id")}) u) end as unaccounted
    from asked v
  )`;
};

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
