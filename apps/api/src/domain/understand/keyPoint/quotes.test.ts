import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();

test("a key point is judged by two of its passages, of two people, whole sentences first, then the shortest", async () => {
  const { data } = await api.ask(`{ objective(slug: "objectif-4") { keyPoints {
    quotes { id quote contribution { id } } passages { id quote contribution { id siblings { id } } } } } }`);
  const { keyPoints } = data.objective as { keyPoints: Record<"quotes" | "passages", any[]>[] };
  expect(keyPoints.length).toBeGreaterThan(5);
  const isWhole = ({ quote }: { quote: string }) => /[.!?…]$/.test(quote);
  for (const { quotes, passages } of keyPoints) {
    const people = new Set(
      passages.map(
        ({ contribution: { id, siblings } }) =>
          [id, ...siblings.map((it: any) => it.id)].toSorted((a: string, b: string) => (a < b ? -1 : 1))[0],
      ),
    );
    expect(quotes).toHaveLength(Math.min(2, people.size));
    expect(new Set(quotes.map(({ contribution }) => contribution.id)).size).toBe(quotes.length);
    const best = passages.toSorted(
      (a, b) => Number(isWhole(b)) - Number(isWhole(a)) || a.quote.length - b.quote.length,
    );
    expect([isWhole(quotes[0]), quotes[0].quote.length]).toEqual([isWhole(best[0]), best[0].quote.length]);
  }
});

test("lists show the first twenty passages of a key point; what is hidden leaves them", async () => {
  const told = async () => {
    const { data } = await api.ask(`{ objective(slug: "objectif-1") { keyPoints {
      id firstPassages { id } passages { id contribution { id } } } } }`);
    return data.objective.keyPoints as {
      id: string;
      firstPassages: { id: string }[];
      passages: { id: string; contribution: { id: string } }[];
    }[];
  };
  const [to] = (await told()).toSorted((one, other) => other.passages.length - one.passages.length);
  await api.database.query(
    `insert into key_point_passage (key_point_id, passage_id)
     select $1, p.id from passage p join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE'
     order by p.id limit 60 on conflict do nothing`,
    [to!.id],
  );
  const all = await told();
  const many = all.find(({ id }) => id === to!.id)!;
  expect(many.passages.length).toBeGreaterThan(40);
  for (const { firstPassages, passages } of all)
    expect(firstPassages).toEqual(passages.slice(0, 20).map(({ id }) => ({ id })));
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [
    many.passages[0]!.contribution.id,
  ]);
  const less = (await told()).find(({ id }) => id === to!.id)!;
  expect(less.passages.length).toBeLessThan(many.passages.length);
  expect(less.firstPassages).toEqual(less.passages.slice(0, 20).map(({ id }) => ({ id })));
});

test("the passages of a key point come so many at a time, each once, and their number is told", async () => {
  const { data } = await api.ask(`{ objective(slug: "objectif-1") { keyPoints { id passageCount passages { id } } } }`);
  const all = data.objective.keyPoints as { id: string; passageCount: number; passages: { id: string }[] }[];
  for (const { passageCount, passages } of all) expect(passageCount).toBe(passages.length);
  const many = all.toSorted((one, other) => other.passageCount - one.passageCount)[0]!;
  const part = async (after: string | null, first = 7) => {
    const text =
      "query ($id: ID!, $first: Int, $after: ID) { keyPoint(id: $id) { passages(first: $first, after: $after) { id } } }";
    return (await api.ask(text, { id: many.id, first, after })).data.keyPoint.passages as { id: string }[];
  };
  const read: { id: string }[] = [];
  do read.push(...(await part(read.at(-1)?.id ?? null)));
  while (read.length % 7 === 0 && read.length < many.passageCount);
  expect(read).toEqual(many.passages);
  expect(read.length).toBeGreaterThan(40);
  // Of another key point, or of nothing: no passage follows.
  for (const other of ["nothing", "00000000-0000-0000-0000-000000000000"]) expect(await part(other)).toEqual([]);
  expect(await part(null, 0)).toEqual([]);
  expect(await part(null, -3)).toEqual([]);
  expect((await part(null, 1_000_000)).length).toBeLessThanOrEqual(200);
});
