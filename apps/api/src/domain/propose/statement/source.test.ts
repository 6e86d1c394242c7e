import { expect, test } from "vitest";
import { plain } from "@cahier/schema/text/plain";
import { seededApi } from "../../../../test/site/demo.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";

const api = seededApi();

interface Source {
  keyPoint: { id: string; sentence: string; state: string; objective: { slug: string } };
  passages: { id: string; quote: string }[];
}

async function sources(search: string | null = null, proposal = "proposition-1"): Promise<Source[]> {
  const { data, errors } = await api.ask(
    `query ($proposal: String!, $search: String) { sourcesToChoose(proposal: $proposal, search: $search) {
       keyPoint { id sentence state objective { slug } } passages { id quote } } }`,
    { proposal, search },
  );
  expect(errors).toBeUndefined();
  return data.sourcesToChoose;
}
test("passages of a key point that a proposal rests on in part, and that none of its sentences rests on, are at hand", async () => {
  const [{ id, proposal_id, passage_id }] = await api.database.query<
    [{ id: string; proposal_id: string; passage_id: string }]
  >(`select s.id, s.proposal_id, l.passage_id from statement s join proposal p on p.id = s.proposal_id and p.slug = 'proposition-1'
     cross join lateral (select o.passage_id from key_point_passage o join key_point k on k.id = o.key_point_id and k.state = 'STATED'
       where (select count(*) from key_point_passage x where x.key_point_id = k.id) > 1
         and k.id not in (select x.key_point_id from statement_key_point x join statement y on y.id = x.statement_id where y.proposal_id = p.id)
         and o.passage_id not in (select x.passage_id from key_point_passage x join statement_key_point z on z.key_point_id = x.key_point_id
           join statement y on y.id = z.statement_id where y.proposal_id = p.id)
       order by 1 limit 1) l limit 1`);
  await api.database.query(
    "delete from statement_passage where statement_id in (select id from statement where proposal_id = $1)",
    [proposal_id],
  );
  const toLink = async () => {
    const query =
      '{ proposal(slug: "proposition-1") { sourcesToLink { keyPoint { id } passages { id keyPoints { id } } } } }';
    const { data } = await api.ask(query);
    return data.proposal.sourcesToLink as {
      keyPoint: { id: string };
      passages: { id: string; keyPoints: { id: string }[] }[];
    }[];
  };
  expect(await toLink()).toEqual([]);
  const link = "insert into statement_passage (statement_id, passage_id) values ($1, $2)";
  await api.database.query(link, [id, passage_id]);
  const found = await toLink();
  expect(found.length).toBeGreaterThan(0);
  for (const { keyPoint, passages } of found) {
    expect(passages.length).toBeLessThanOrEqual(3);
    for (const passage of passages) {
      expect(passage.id).not.toBe(passage_id);
      expect(passage.keyPoints).toContainEqual(keyPoint);
    }
  }
  // One that is linked leaves.
  const [first] = found[0]!.passages;
  await api.database.query(link, [id, first!.id]);
  expect((await toLink()).flatMap(({ passages }) => passages.map((it) => it.id))).not.toContain(first!.id);
});

test("a sentence is given its sources among the stated key points of its group, objective by objective", async () => {
  const all = await sources();
  expect(all.length).toBeGreaterThan(4);
  expect(new Set(all.map(({ keyPoint }) => keyPoint.objective.slug)).size).toBeGreaterThan(1);
  for (const { keyPoint, passages } of all) {
    expect(keyPoint.state).toBe("STATED");
    expect(passages.length).toBeLessThanOrEqual(8);
  }
  expect(await sources(null, "personne")).toEqual([]);
});

test("they are found by the words of a passage, which then stands first, and by those of the key point", async () => {
  const [first] = (await sources()).filter(({ passages }) => passages.length > 1) as [Source];
  const words = first.passages
    .at(-1)!
    .quote.split(/[^\p{L}’]+/u)
    .filter((word) => word.length > 6)
    .slice(0, 2)
    .join(" ");
  const found = (await sources(words)).find(({ keyPoint }) => keyPoint.id === first.keyPoint.id)!;
  for (const word of words.split(" ")) expect(plain(found.passages[0]!.quote)).toContain(plain(word).slice(0, 5));
  const bySentence = await sources(first.keyPoint.sentence);
  expect(bySentence.map(({ keyPoint }) => keyPoint.id)).toContain(first.keyPoint.id);
  expect(await sources("zyxwvu")).toEqual([]);
});

test("however many key points a group has, forty or so are answered, in as many statements", async () => {
  const before = await statementsAgain(() => sources());
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, stated_on, fictional)
     select objective_id, 500 + n, sentence || n, nature, 'STATED', stated_on, true
     from (select * from key_point where state = 'STATED' order by number limit 1) k, generate_series(1, 100) n`,
  );
  const [{ sentence }] = await api.database.query<[{ sentence: string }]>(
    "select sentence from key_point where number = 501",
  );
  const word = sentence.split(/\s+/).find((one) => one.length > 6)!;
  const after = await statementsAgain(async () => expect((await sources()).length).toBeLessThanOrEqual(48));
  expect(after).toHaveLength(before.length);
  expect(await sources(word)).toHaveLength(40);
});

test("a sentence shows the passages attached to it, and as many of its key points as are asked; their number is told", async () => {
  type Ids = { id: string }[];
  interface Told {
    passageCount: number;
    passages: Ids;
    ownPassages: Ids;
    keyPoints: { passages: Ids }[];
  }
  const told = async (first?: number): Promise<Told[]> => {
    const query = `query ($slug: String!, $first: Int) { proposal(slug: $slug) { statements {
      id passageCount passages(first: $first) { id } ownPassages { id } keyPoints { passages { id } } } } }`;
    const all = [1, 2].map(async (number) => {
      const { data, errors } = await api.ask(query, { slug: `proposition-${number}`, first });
      expect(errors).toBeUndefined();
      return data.proposal.statements as Told[];
    });
    return (await Promise.all(all)).flat();
  };
  const ids = (passages: Ids) => passages.map(({ id }) => id);
  for (const { passageCount, passages, ownPassages, keyPoints } of await told()) {
    expect(passageCount).toBe(passages.length);
    const all = [ownPassages, ...keyPoints.map((it) => it.passages)].flatMap(ids);
    expect(new Set(ids(passages))).toEqual(new Set(all));
  }
  const few = await told(2);
  for (const { passageCount, passages, ownPassages } of few) {
    expect(ids(passages)).toEqual(expect.arrayContaining(ids(ownPassages)));
    expect(passages.length).toBeLessThanOrEqual(ownPassages.length + 2);
    expect(passages.length).toBeGreaterThanOrEqual(Math.min(2, passageCount));
  }
  expect(few.some(({ passageCount, passages }) => passages.length < passageCount)).toBe(true);
});
