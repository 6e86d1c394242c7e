import type { EntityManager } from "typeorm";
import { prepared } from "../../../platform/data/statement.ts";
import { searchedKinds } from "../../../platform/searched.ts";
import { fold } from "../../../platform/text/fold.ts";

/** Longer than this, a search is cut: nobody looks for so many words. */
const longest = 200;

/** Phrases that one search may hold. */
const mostPhrases = 5;

const quoted = /["«“]([^"«»“”]*)["»”]/g;

/** Characters of what is typed that are read, its blanks as one space. */
export const readable = (typed: string, most = longest) =>
  typed.trimStart().slice(0, most).toWellFormed().replaceAll("\0", " ").split(/\s+/).join(" ").trim();

/** A word as it is kept in documents, and the number of texts that hold it, as last counted. */
export interface Stem {
  stem: string;
  texts: number;
}

/** Words to look for, as PostgreSQL reads them. */
export interface Words {
  /** Condition on the words of a text. */
  match: string;
  /** Any of the words: for extracts, and to rank texts that need not hold them all. */
  any: string;
  /** Words that follow one another; null where there is but one. */
  phrase: string | null;
  /** True where a text need not hold all of them. */
  partly: boolean;
  stems: Stem[];
  /** Texts that have words, all kinds together, as last estimated. */
  total: number;
}

/** The words to look for, phrases between quotation marks in their order; null where there are none. */
export async function asked(db: EntityManager, typed: string): Promise<Words | null> {
  const phrases = [...typed.matchAll(quoted)].map(([, phrase]) => phrase!).slice(0, mostPhrases);
  const text = `select string_agg('(' || part.query::text || ')', ' & ')::tsquery::text as match,
      (select search_phrase($3)::text where length(search_document($3)) > 1) as phrase, ${stemsOf("search_document($3)")} as stems,
      (select coalesce(sum(reltuples), 0)::int from pg_class where oid = any($4::regclass[])) as total
    from (
      select search_query($1) as query union all select search_phrase(phrase) from unnest($2::text[]) phrase
    ) part where part.query is not null and numnode(part.query) > 0`;
  type Row = { match: string | null; phrase: string | null; stems: Stem[] | null; total: number };
  const values = [typed.replaceAll(quoted, " "), phrases, typed, wordTables()];
  const [found] = await prepared<Row>(db, "search: words", text, values);
  const { match, phrase, stems, total } = found!;
  return match && stems ? { match, phrase, stems, any: anyOf(stems), partly: false, total } : null;
}

const wordTables = () => [
  ...new Set(["search_text", ...searchedKinds().flatMap(([, { words }]) => words?.table ?? [])]),
];

/** SQL: stems of a document, the rarest first, each with the number of texts that hold it. */
const stemsOf = (document: string) => `(select json_agg(json_build_object('stem', lexeme, 'texts', coalesce(texts, 0))
  order by texts nulls first, lexeme) from unnest(${document}) left join search_stem on stem = lexeme)`;

const quote = (stem: string) => `'${stem.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
const anyOf = (stems: Stem[]) => stems.map(({ stem }) => quote(stem)).join(" | ");

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

/** Words of a search that are looked at to guess what was meant. */
const mostMeant = 8;

/** Each word that no text holds replaced by the nearest that some hold, and left out where none is near. */
export async function meant(db: EntityManager, { stems }: Words): Promise<Stem[]> {
  const unknown = stems.filter(({ texts }) => texts === 0).slice(0, mostMeant);
  const text = `select given, near.stem, near.texts from unnest($1::text[]) given
    join search_stem near on near.stem = search_near(given)`;
  type Near = Stem & { given: string };
  const near = unknown.length ? await prepared<Near>(db, "search: near", text, [unknown.map(({ stem }) => stem)]) : [];
  const instead = new Map(near.map(({ given, stem, texts }) => [given, { stem, texts }]));
  const left = stems.flatMap((one) => (one.texts > 0 ? one : (instead.get(one.stem) ?? [])));
  return [...new Map(left.map((one) => [one.stem, one])).values()].toSorted((a, b) => a.texts - b.texts);
}

/** All of these words, in any order. */
export const wordsOf = (stems: Stem[], total: number): Words => ({
  match: stems.map(({ stem }) => quote(stem)).join(" & "),
  any: anyOf(stems),
  phrase: null,
  partly: false,
  stems,
  total,
});

/** Texts among which those that hold some of the words are ranked. */
const mostOfSome = 1000;

/** Words of which a text needs to hold but the rarest. */
export function someOf(stems: Stem[], total: number): Words {
  let texts = 0;
  const rarest = stems.filter((one, at) => (texts += one.texts) <= mostOfSome || at === 0);
  return { ...wordsOf(stems, total), match: anyOf(rarest), partly: true };
}
