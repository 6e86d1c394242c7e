import type { EntityManager } from "typeorm";

/** SQL: free words of a response beside its texts, as parts: short answers, words for « other », a name without a text. */
export const ownWords = (it: string) => `(
  select coalesce(jsonb_agg(jsonb_build_object('name', name, 'label', label, 'text', words) order by place), '[]') from (
    select 'authorName' as name, null as label, ${it}.author_name as words, -2 as place where ${it}.appearance = 'NAMED'
      and not exists (select from contribution c where c.response_id = ${it}.id)
    union all
    select 'organisationName', null, ${it}.organisation_name, -1 where ${it}.appearance = 'NAMED'
      and not exists (select from contribution c where c.response_id = ${it}.id)
    union all
    select q.id::text, q.label, a.value #>> '{}', q.position from answer a join question q on q.id = a.question_id
    where a.response_id = ${it}.id and q.type = 'SHORT_TEXT'
    union all
    select q.id || '.other', q.label, a.other, q.position from answer a join question q on q.id = a.question_id
    where a.response_id = ${it}.id and a.other is not null
  ) own where words is not null)`;

/** Free words of a response beside its texts, in their order. */
export async function ownWordsOf(db: EntityManager, id: string): Promise<string[]> {
  const [found] = await db.query<[{ words: { text: string }[] }]>(
    `select ${ownWords("it")} as words from response it where it.id = $1`,
    [id],
  );
  return found.words.map(({ text }) => text);
}
