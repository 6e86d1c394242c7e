import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { stated, working } from "../keyPoint/keyPoint.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** The most key points, and the most words, told at once. */
const mostSources = 300;
export const mostWords = 200;
/** Texts that say some words, among which passages are looked for. */
const texts = 2000;

/** SQL: versions `v` under way, by the ids `$1`, and the passages that each cites, itself or under a key point. */
const versions = `v as (
    select v.id, s.objective_id from synthesis_version v join synthesis s on s.id = v.synthesis_id where v.id = any($1::uuid[])
  ), cited as (
    select g.version_id, l.passage_id from v join synthesis_paragraph g on g.version_id = v.id
    join passage_citation l on l.paragraph_id = g.id
    union
    select g.version_id, l.passage_id from v join synthesis_paragraph g on g.version_id = v.id
    join citation ct on ct.paragraph_id = g.id join key_point k on k.id = ct.key_point_id
    join key_point_passage l on l.key_point_id = coalesce(k.merged_into_id, k.id)
  )`;

const leftPoint = (id: string) => `select from set_aside a where a.version_id = v.id and a.key_point_id = ${id}`;

/** SQL condition: the passage of a link `l` of a key point `k` is neither cited nor set aside, itself or with all its key points. */
const toPlace = `not exists (select from cited x where x.version_id = v.id and x.passage_id = l.passage_id)
  and not exists (select from set_aside a where a.version_id = v.id and a.passage_id = l.passage_id)
  and (not exists (${leftPoint("k.id")}) or exists (
    select from key_point_passage m join key_point n on n.id = m.key_point_id and n.objective_id = v.objective_id
    where m.passage_id = l.passage_id and not exists (${leftPoint("n.id")})))`;

/** SQL: links `l` of key points to the words of published texts. */
const words = `key_point_passage l
    join passage it on it.id = l.passage_id join contribution c on c.id = it.contribution_id and ${visible("c")}`;

/** SQL: where a version cites a key point `k`, or one that was merged into it. */
const citing = `select from synthesis_paragraph g join citation ct on ct.paragraph_id = g.id join key_point m on m.id = ct.key_point_id
    where g.version_id = v.id and coalesce(m.merged_into_id, m.id) = k.id`;

/** Key points of the objectives of versions, those that most people say first. */
const ranked = `select v.id as key, k.id from synthesis_version v join synthesis s on s.id = v.synthesis_id
    join key_point k on k.objective_id = s.objective_id and (${stated("k")} or ${working("k")})
    left join key_point_passage l on l.key_point_id = k.id
  where v.id = any($1::uuid[]) group by 1, 2 order by count(distinct l.voice_id) desc, k.number`;

/** A key point that a version is written from: words that it holds, and those of them to be placed. */
export interface SynthesisSource {
  keyPointId: string;
  passages: number;
  toPlace: number;
}

interface SourcesAsked {
  search?: string | null;
  toPlace?: boolean | null;
  notCited?: boolean | null;
  first?: number | null;
}

const searched = (search: string | null | undefined) => search?.replaceAll("\0", "").trim().slice(0, 200) || null;

/** SQL condition: a key point `k` says the words `$4`, or holds words that do. */
const saysWords = `(lower(unaccent(concat_ws(' ', k.number, k.sentence)))
      like '%' || replace(replace(replace(lower(unaccent($4)), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    or k.id in (select l.key_point_id from (select x.contribution_id from contribution_search x
        where x.document @@ search_query($4) limit ${texts}) said
      join passage it on it.contribution_id = said.contribution_id join contribution c on c.id = it.contribution_id and ${visible("c")}
      join key_point_passage l on l.passage_id = it.id where search_document(it.quote) @@ search_query($4)))`;

/** The first key points that a version is written from, of all or of those that are asked for. */
export async function sourcesOf(context: Context, versionId: string, asked: SourcesAsked): Promise<SynthesisSource[]> {
  const { db, batch, kept } = context;
  const search = searched(asked.search);
  const first = Math.min(Math.max(asked.first ?? 0, 0), mostSources);
  const conditions = [
    search ? saysWords : "$4::text is null",
    ...(asked.toPlace ? [`exists (select from ${words} where l.key_point_id = k.id and ${toPlace})`] : []),
    ...(asked.notCited ? [`not exists (${citing})`] : []),
  ];
  const told = [search && "found", asked.toPlace && "to place", asked.notCited && "not cited"].filter(Boolean);
  const name = ["synthesis: sources", ...told].join(" ");
  const ranking = kept("synthesis: ranked sources", async (ids) =>
    grouped(
      await prepared<{ key: string; id: string }>(db, "synthesis: ranked sources", ranked, [ids]),
      ({ key }) => key,
    ),
  );
  const fetch = async (ids: string[]) => {
    const all = await Promise.all(ids.map(async (key) => (await ranking(key)) ?? []));
    // Where nothing narrows them, the first are known.
    const places = all.flatMap((list) => (told.length ? list : list.slice(0, first)));
    const rows = await prepared<SynthesisSource & { key: string }>(
      db,
      name,
      `with ${versions}, place as (select * from unnest($2::uuid[], $3::uuid[]) with ordinality p (version_id, id, place))
       select v.id as key, k.id as "keyPointId", n.passages, n."toPlace"
       from v cross join lateral (
         select k.id, p.place from place p join key_point k on k.id = p.id
         where p.version_id = v.id and ${conditions.join(" and ")} order by p.place limit $5) k
       cross join lateral (
         select count(*)::int as passages, (count(*) filter (where ${toPlace}))::int as "toPlace"
         from ${words} where l.key_point_id = k.id) n
       order by k.place`,
      [ids, places.map(({ key }) => key), places.map(({ id }) => id), search, first],
    );
    return grouped(rows, ({ key }) => key);
  };
  // What was typed is kept by nobody.
  const loader = search ? batch(`${name} ${first} ${search}`, fetch) : kept(name, fetch, [first]);
  return (await loader(versionId)) ?? [];
}

interface WordsAsked {
  keyPoint?: string | null;
  search?: string | null;
  toPlace?: boolean | null;
  first?: number | null;
  after?: string | null;
}

/** Words that a version may cite: of one key point or of all, some of them after one. */
export async function wordsOf({ db }: Context, versionId: string, asked: WordsAsked) {
  const { keyPoint, after } = asked;
  if ((keyPoint && !isId(keyPoint)) || (after && !isId(after))) return [];
  const search = searched(asked.search);
  const conditions = [
    keyPoint ? "k.id = $3" : "$3::uuid is null",
    search
      ? `c.id in (select s.contribution_id from contribution_search s where s.document @@ search_query($4) limit ${texts})
         and search_document(it.quote) @@ search_query($4)`
      : "$4::text is null",
    after
      ? `(c.contributed_on, c.id, it.starts_at) > (select t.contributed_on, t.id, p.starts_at
           from passage p join contribution t on t.id = p.contribution_id where p.id = $5)`
      : "$5::uuid is null",
    ...(asked.toPlace ? [toPlace] : []),
  ];
  const told = [keyPoint && "of a key point", search && "found", after && "next", asked.toPlace && "to place"];
  const rows = await prepared<Passage & { keyPointIds: string[] }>(
    db,
    ["synthesis: words", ...told.filter(Boolean)].join(" "),
    `with ${versions}, said as (
       select distinct c.contributed_on, c.id, it.starts_at, it.id as passage_id, v.objective_id
       from v join key_point k on k.objective_id = v.objective_id join (${words}) on l.key_point_id = k.id
       where ${conditions.join(" and ")} order by 1, 2, 3, 4 limit $2)
     select ${columnsOf(db, Passages)}, array(select k.id from key_point_passage l
         join key_point k on k.id = l.key_point_id and k.objective_id = said.objective_id
         where l.passage_id = it.id order by k.number) as "keyPointIds"
     from said join passage it on it.id = said.passage_id order by said.contributed_on, said.id, said.starts_at, it.id`,
    [[versionId], Math.min(Math.max(asked.first ?? 20, 0), mostWords), keyPoint ?? null, search, after ?? null],
  );
  return rows.map(({ keyPointIds, ...passage }) => ({ passage, keyPointIds }));
}
