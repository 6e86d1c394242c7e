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
/** Words of a short page. Both lengths stand in the text of the statement, which PostgreSQL would plan each time otherwise. */
const shortPage = 20;
/** Texts that say some words, among which passages are looked for. */
const texts = 2000;

/** SQL: versions `v` under way, by the ids `$1`, and the passages that each cites, itself or under a key point: read once. */
const versions = `v as (
    select v.id, s.objective_id from synthesis_version v join synthesis s on s.id = v.synthesis_id where v.id = any((select $1::uuid[])::uuid[])
  ), cited as materialized (
    select g.version_id, l.passage_id from v join synthesis_paragraph g on g.version_id = v.id
    join passage_citation l on l.paragraph_id = g.id
    union
    select g.version_id, l.passage_id from v join synthesis_paragraph g on g.version_id = v.id
    join citation ct on ct.paragraph_id = g.id join key_point k on k.id = ct.key_point_id
    join key_point_passage l on l.key_point_id = coalesce(k.merged_into_id, k.id)
  )`;

/** SQL: the version `v` under way, by its id `$1`, with what it cites: words as they are, and key points, few by themselves. */
const version = `v as (select v.id, s.objective_id from synthesis_version v join synthesis s on s.id = v.synthesis_id where v.id = $1),
  quoted as (
    select x.passage_id from v join synthesis_paragraph g on g.version_id = v.id join passage_citation x on x.paragraph_id = g.id
  ), points as (
    select coalesce(k.merged_into_id, k.id) as id from v join synthesis_paragraph g on g.version_id = v.id
    join citation ct on ct.paragraph_id = g.id join key_point k on k.id = ct.key_point_id
  )`;

const leftPoint = (id: string) => `select from set_aside a where a.version_id = v.id and a.key_point_id = ${id}`;

/** SQL condition: the passage of a link `l` of a key point is neither cited nor set aside, itself or with all its key points. */
const toPlace = (notCited: string) => `${notCited}
  and not exists (select from set_aside a where a.version_id = v.id and a.passage_id = l.passage_id)
  and (not exists (${leftPoint("l.key_point_id")}) or exists (
    select from key_point_passage m join key_point n on n.id = m.key_point_id and n.objective_id = v.objective_id
    where m.passage_id = l.passage_id and not exists (${leftPoint("n.id")})))`;

/** SQL condition: the same, of versions of which all that they cite is read: once, not for each key point. */
const toPlaceOfAll = toPlace("(v.id, l.passage_id) not in (select x.version_id, x.passage_id from cited x)");

/** SQL condition: the same, of one version, looked up passage by passage. */
const toPlaceOfOne = toPlace(`l.passage_id not in (select passage_id from quoted) and not exists (
    select from key_point_passage m where m.passage_id = l.passage_id and m.key_point_id = any(array(select id from points)))`);

/** SQL: links `l` of key points to the words of published texts, which are kept beside the link. */
const words = "(select * from key_point_passage where text_id is not null) l";

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
  const { db, batch, cached } = context;
  const search = searched(asked.search);
  const first = Math.min(Math.max(asked.first ?? 0, 0), mostSources);
  const conditions = [
    search ? saysWords : "$4::text is null",
    ...(asked.toPlace ? [`exists (select from ${words} where l.key_point_id = k.id and ${toPlaceOfAll})`] : []),
    ...(asked.notCited ? [`not exists (${citing})`] : []),
  ];
  const told = [search && "found", asked.toPlace && "to place", asked.notCited && "not cited"].filter(Boolean);
  const name = ["synthesis: sources", ...told].join(" ");
  const ranking = cached("synthesis: ranked sources", async (ids) =>
    grouped(
      await prepared<{ key: string; id: string }>(db, "synthesis: ranked sources", ranked, [ids]),
      ({ key }) => key,
    ),
  );
  const fetch = async (ids: string[]) => {
    const all = await Promise.all(ids.map(async (key) => (await ranking(key)) ?? []));
    // The first are known if nothing narrows the list.
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
         select count(*)::int as passages, (count(*) filter (where ${toPlaceOfAll}))::int as "toPlace"
         from ${words} where l.key_point_id = k.id) n
       order by k.place`,
      [ids, places.map(({ key }) => key), places.map(({ id }) => id), search, first],
    );
    return grouped(rows, ({ key }) => key);
  };
  // The typed words are kept by nobody.
  const loader = search ? batch(`${name} ${first} ${search}`, fetch) : cached(name, fetch, [first]);
  return (await loader(versionId)) ?? [];
}

/** SQL: the passage `p` of the id `$4`, with its text, and its place among words. */
const ofPassage = "from passage p join contribution t on t.id = p.contribution_id where p.id = $4";
const place = "select t.contributed_on, t.id";

interface WordsAsked {
  keyPoint?: string | null;
  search?: string | null;
  toPlace?: boolean | null;
  first?: number | null;
  after?: string | null;
}

/**
 * Words that a version may cite: of one key point or of all, some of them after one. They are read in their order, as far
 * as the page goes: whether each is cited is looked up by itself, since all that a version cites grows with what was said.
 */
export async function wordsOf({ db }: Context, versionId: string, asked: WordsAsked) {
  const { keyPoint, after } = asked;
  if ((keyPoint && !isId(keyPoint)) || (after && !isId(after))) return [];
  const search = searched(asked.search);
  const first = Math.min(Math.max(asked.first ?? shortPage, 0), mostWords);
  const most = first > shortPage ? mostWords : shortPage;
  const conditions = [
    keyPoint ? "l.key_point_id = $2" : "$2::uuid is null",
    search ? "true" : "$3::text is null",
    after
      ? `(l.said_on, l.text_id, it.starts_at) > (${place}, p.starts_at ${ofPassage}) and (l.said_on, l.text_id) >= (${place} ${ofPassage})`
      : "$4::uuid is null",
    ...(asked.toPlace ? [toPlaceOfOne] : []),
  ];
  const found = `found as materialized (select it.* from passage it
      where it.contribution_id in (select s.contribution_id from contribution_search s where s.document @@ search_query($3) limit ${texts})
        and search_document(it.quote) @@ search_query($3))`;
  const told = [keyPoint && "of a key point", search && "found", after && "next", asked.toPlace && "to place"];
  const rows = await prepared<Passage & { keyPointIds: string[] }>(
    db,
    ["synthesis: words", ...told.filter(Boolean), most].join(" "),
    `with ${search ? `${version}, ${found}` : version}
     select ${columnsOf(db, Passages)}, array(select k.id from key_point_passage l
         join key_point k on k.id = l.key_point_id and k.objective_id = said.objective_id
         where l.passage_id = it.id order by k.number) as "keyPointIds"
     from (select v.objective_id, w.* from v cross join lateral (
         select distinct l.said_on, l.text_id, it.starts_at, it.id as passage_id
         from key_point_passage l join ${search ? "found" : "passage"} it on it.id = l.passage_id
         where l.objective_id = v.objective_id and ${conditions.join(" and ")} order by 1, 2, 3, 4 limit ${most}) w) said
     join passage it on it.id = said.passage_id order by said.said_on, said.text_id, said.starts_at, it.id`,
    [versionId, keyPoint ?? null, search, after ?? null],
  );
  return rows.slice(0, first).map(({ keyPointIds, ...passage }) => ({ passage, keyPointIds }));
}
