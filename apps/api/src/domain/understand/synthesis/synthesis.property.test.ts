import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Came, type Choice, synthesizing } from "../../../../test/synthesizing.ts";
import { writingApi } from "../../../../test/writing.ts";

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
    // Whatever came after changed nothing of what was published.
    for (const [version, before] of kept) {
      const { accounting, paragraphs } = await read(version);
      expect({ accounting, words: paragraphs.map(({ text, detail }: any) => [text, detail]) }).toEqual(before);
    }
  });
  await fc.assert(property, { numRuns: 6, seed, endOnFailure: true });
  expect(publications).toBeGreaterThan(5);
  expect(refusals).toBeGreaterThan(0);
}, 180_000);
