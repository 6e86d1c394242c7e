import type { SynthesisSource } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { type Passage, Passages } from "../passage/passage.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** The most words told at once. */
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

const links = `v join key_point k on k.objective_id = v.objective_id join key_point_passage l on l.key_point_id = k.id
    join passage it on it.id = l.passage_id join contribution c on c.id = it.contribution_id and ${visible("c")}`;

/** Key points that versions are written from, with how many words each holds, and how many of them are to be placed. */
export async function sourcesOf({ db, batch }: Context, versionId: string): Promise<SynthesisSource[]> {
  const name = "synthesis: sources";
  const text = `with ${versions}
    select v.id as key, k.id as "keyPointId", count(*)::int as passages, (count(*) filter (where ${toPlace}))::int as "toPlace"
    from ${links} group by 1, 2, k.number order by k.number`;
  const loader = batch(name, async (ids) =>
    grouped(await prepared<SynthesisSource & { key: string }>(db, name, text, [ids]), ({ key }) => key),
  );
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
  const search = asked.search?.replaceAll("\0", "").trim().slice(0, 200) || null;
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
       from ${links} where ${conditions.join(" and ")} order by 1, 2, 3, 4 limit $2)
     select ${columnsOf(db, Passages)}, array(select k.id from key_point_passage l
         join key_point k on k.id = l.key_point_id and k.objective_id = said.objective_id
         where l.passage_id = it.id order by k.number) as "keyPointIds"
     from said join passage it on it.id = said.passage_id order by said.contributed_on, said.id, said.starts_at, it.id`,
    [[versionId], Math.min(Math.max(asked.first ?? 20, 0), mostWords), keyPoint ?? null, search, after ?? null],
  );
  return rows.map(({ keyPointIds, ...passage }) => ({ passage, keyPointIds }));
}
