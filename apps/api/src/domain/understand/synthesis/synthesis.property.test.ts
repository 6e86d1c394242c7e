import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Came, type Choice, synthesizing } from "../../../../test/acts/synthesizing.ts";
import { writingApi } from "../../../../test/acts/writing.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { accounted, accountedCounts } from "./accounting.ts";

const the = writingApi();
beforeAll(() => the.setUp());

/** A version as a visitor reads it: its paragraphs with all the words behind them, and its annex. */
const published = `query ($slug: String!, $version: Int!) { synthesis(slug: $slug) { versionNumbered(version: $version) {
  accounting { cited setAside unaccounted }
  setAside { reason passages { id } }
  paragraphs { text detail passages { id } keyPoints { state passages { id } } against { state passages { id } } } } } }`;

/** The passages that are to be accounted for, counted by themselves: of published texts, saying a key point. */
const confirmed = `select distinct p.id from passage p join contribution c on c.id = p.contribution_id
  join key_point_passage l on l.passage_id = p.id where c.status = 'VISIBLE' order by 1`;

/** Versions of which what is counted of their account is not what its passages, one by one, are. */
const miscounted = `with ${accountedCounts("select id from synthesis_version")}, told as (
    select v.id, coalesce(n.cited, 0) as cited, coalesce(n.set_aside, 0) as aside, coalesce(n.unaccounted, 0) as missing
    from synthesis_version v left join (with ${accounted("select id from synthesis_version")}
      select version_id, count(*) filter (where cited) as cited, count(*) filter (where set_aside_id is not null) as set_aside,
        count(*) filter (where not cited and set_aside_id is null) as unaccounted from accounted group by 1) n on n.version_id = v.id
  )
  select c.*, t.* from counted c join told t on t.id = c.version_id
  where (c.cited, c.set_aside, c.unaccounted) is distinct from (t.cited, t.aside, t.missing)`;

const seed = Number(process.env.SEED) || Date.now() % 1_000_000_000;
const number = fc.nat({ max: 9999 });
const sequence = fc.array(fc.tuple(number, number, number) as fc.Arbitrary<Choice>, {
  minLength: 30,
  maxLength: 60,
  size: "max",
});

it(`no published synthesis misses a confirmed passage without a reason, whatever came before (SEED=${seed})`, async () => {
  let publications = 0;
  let refusals = 0;
  const property = fc.asyncProperty(sequence, async (choices) => {
    const { slug, step, finish } = await synthesizing(the);
    const kept = new Map<number, unknown>();
    const read = async (version: number) => {
      const { data, errors } = await the.api.ask(published, { slug, version });
      expect(errors).toBeUndefined();
      return data.synthesis.versionNumbered;
    };
    for (const choice of [...choices, null]) {
      const { published: version, refused }: Came = choice ? await step(choice) : await finish();
      if (refused?.includes("UNACCOUNTED")) refusals += 1;
      expect(await prepared(the.api.database.manager, "synthesis: miscounted", miscounted)).toEqual([]);
      if (version === undefined) continue;
      publications += 1;
      const { paragraphs, setAside, accounting } = await read(version);
      const idsOf = (passages: { id: string }[]) => passages.map(({ id }) => id);
      const cited = new Set<string>(
        paragraphs.flatMap(({ passages, keyPoints, against }: any) =>
          idsOf([...passages, ...[...keyPoints, ...against].flatMap((each) => each.passages)]),
        ),
      );
      const annex: string[] = setAside.flatMap(({ passages }: { passages: { id: string }[] }) => idsOf(passages));
      const all = idsOf(await the.api.database.query<{ id: string }[]>(confirmed));
      expect(all.filter((id) => !cited.has(id) && !annex.includes(id))).toEqual([]);
      expect(annex.filter((id) => cited.has(id))).toEqual([]);
      expect(new Set(annex).size).toBe(annex.length);
      expect(accounting).toEqual({ cited: cited.size, setAside: annex.length, unaccounted: 0 });
      expect(paragraphs.length).toBeGreaterThan(0);
      kept.set(version, { accounting, words: paragraphs.map(({ text, detail }: any) => [text, detail]) });
    }
    expect(kept.size).toBeGreaterThan(0);
    // Nothing that came after changed what was published.
    for (const [version, before] of kept) {
      const { accounting, paragraphs } = await read(version);
      expect({ accounting, words: paragraphs.map(({ text, detail }: any) => [text, detail]) }).toEqual(before);
    }
  });
  await fc.assert(property, { numRuns: 6, seed, endOnFailure: true });
  expect(publications).toBeGreaterThan(5);
  expect(refusals).toBeGreaterThan(0);
}, 180_000);
