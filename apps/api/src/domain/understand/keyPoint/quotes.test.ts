import { expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";

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
