import { expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { isRead } from "./search.sql.ts";
import { wordsOf } from "./search.words.ts";

const api = testApi();

test("no search pays for what others wrote: indexes of words, and of stems, take in each row as it is written", async () => {
  const indexes = await api.database.query<{ name: string; options: string[] | null }[]>(
    `select it.relname as name, it.reloptions as options from pg_class it join pg_am a on a.oid = it.relam
     where a.amname = 'gin' and it.relname ~ 'search' order by 1`,
  );
  expect(indexes.map(({ name }) => name)).toEqual(expect.arrayContaining(["search_stem_near", "search_text_document"]));
  expect(indexes.filter(({ options }) => !options?.includes("fastupdate=off"))).toEqual([]);
});

test("the newest texts are read where each word is in many; a phrase of words that are seldom together is looked up at once", () => {
  const asked = {
    kinds: null,
    group: null,
    territories: null,
    region: null,
    from: null,
    to: null,
    after: null,
    limit: 20,
  };
  const words = (texts: number[]) =>
    wordsOf(
      texts.map((of, at) => ({ stem: `mot${at}`, texts: of })),
      200_000,
    );
  const read = (...texts: number[]) => isRead({ ...asked, words: words(texts) });
  const phrase = (...texts: number[]) => isRead({ ...asked, words: { ...words(texts), match: "'mot0' <-> 'mot1'" } });
  expect([read(20_000), read(200), read(20_000, 20_000), read(200, 100_000)]).toEqual([true, false, true, false]);
  expect([phrase(20_000, 20_000), phrase(100_000, 100_000)]).toEqual([false, true]);
});
