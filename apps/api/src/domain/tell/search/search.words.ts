import type { EntityManager } from "typeorm";
import { prepared } from "../../../platform/data/statement.ts";
import { fold } from "../../../platform/text/fold.ts";

/** Longer than this, a search is cut: nobody looks for so many words. */
const longest = 200;

/** Phrases that one search may hold. */
const mostPhrases = 5;

const quoted = /["«“]([^"«»“”]*)["»”]/g;

/** Characters of what is typed that are read, its blanks as one space. */
export const readable = (typed: string, most = longest) =>
  typed.trimStart().slice(0, most).toWellFormed().replaceAll("\0", " ").split(/\s+/).join(" ").trim();

/** The words to look for as PostgreSQL reads them, phrases between quotation marks in their order; null where there are none. */
export async function asked(db: EntityManager, words: string): Promise<string | null> {
  const phrases = [...words.matchAll(quoted)].map(([, phrase]) => phrase!).slice(0, mostPhrases);
  const rest = words.replaceAll(quoted, " ");
  const text = `select string_agg('(' || part.query::text || ')', ' & ')::tsquery::text as words from (
      select search_query($1) as query union all select search_phrase(phrase) from unnest($2::text[]) phrase
    ) part where part.query is not null and numnode(part.query) > 0`;
  const [found] = await prepared<{ words: string | null }>(db, "search: words", text, [rest, phrases]);
  return found!.words;
}

/** The beginning of a title: each word but the last in full, the last as far as it was typed; null under two letters. */
export async function begun(db: EntityManager, typed: string): Promise<string | null> {
  const tokens = fold(readable(typed, 60)).split(" ");
  const last = tokens.pop()!;
  if (last.length < 2) return null;
  const text =
    "select coalesce(search_query($1) && whole, whole)::text as words from (select coalesce($2::tsquery || search_query($3), $2::tsquery) as whole) it";
  const values = [tokens.join(" "), `'${last}':*`, last];
  const [found] = await prepared<{ words: string | null }>(db, "search: begun", text, values);
  return found!.words;
}

/** How near a word must be to stand for another: half of its groups of three letters. */
const nearness = 0.45;

/**
 * The same words, each that no text holds replaced by the nearest that some hold; null where nothing is near enough.
 * Phrases are looked for as words.
 */
export async function meant(db: EntityManager, words: string): Promise<string | null> {
  const text = `select string_agg(quote_literal(stem), ' & ')::tsquery::text as words, bool_and(stem is not null) as all
    from (select coalesce(
        (select s.stem from search_stem s where s.stem = lexeme),
        (select s.stem from search_stem s where s.stem operator(public.%) lexeme and similarity(s.stem, lexeme) >= ${nearness}
          order by similarity(s.stem, lexeme) desc, s.texts desc, s.stem limit 1)) as stem
      from (select lexeme from unnest(search_document($1)) limit 8) given) found`;
  const [found] = await prepared<{ words: string | null; all: boolean | null }>(db, "search: meant", text, [words]);
  return found!.all ? found!.words : null;
}
