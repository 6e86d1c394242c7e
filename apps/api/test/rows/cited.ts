import type { DataSource } from "typeorm";

/** Marks these words of a text, and cites them in each version of a published synthesis: in a paragraph, and as a quote. */
export async function citedInSynthesis(database: DataSource, contributionId: string, words: string): Promise<string> {
  const [passage] = await database.query<[{ id: string }]>(
    `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, 0, $2, $3, now()) returning id`,
    [contributionId, words.length, words],
  );
  await database.query(
    `with put as (insert into synthesis_paragraph (version_id, origin_id, kind, position, text, detail)
       select v.id, gen_random_uuid(), p.kind, p.position, '', p.detail from synthesis_version v
       join synthesis s on s.id = v.synthesis_id and s.slug = 'point-d-etape-1'
       cross join (values ('AGREEMENT', 90, $2), ('QUOTE', 91, null)) p (kind, position, detail) returning id)
     insert into passage_citation (paragraph_id, passage_id) select id, $1 from put`,
    [passage.id, `Mot à mot : <passage:${passage.id}>.`],
  );
  return passage.id;
}
