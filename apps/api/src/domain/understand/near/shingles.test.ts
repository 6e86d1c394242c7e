import fc from "fast-check";
import { expect, test } from "vitest";
import { folded, Shingles } from "./shingles.ts";

function given(bodies: Record<string, string>) {
  const shingles = new Shingles();
  for (const [id, body] of Object.entries(bodies)) shingles.add(id, body);
  return shingles;
}

const almost = (shingles: Shingles, id: string) => shingles.almost(id).map((other) => other.id);

test("case, accents, punctuation and blanks do not tell two texts apart", () => {
  const shingles = given({
    a: "Des cantines locales, à l’école.",
    b: "  des  CANTINES locales a l'ecole",
    c: "Des cantines locales.",
  });
  expect(shingles.identical("a")).toEqual(["b"]);
  expect(shingles.identical("b")).toEqual(["a"]);
  expect(shingles.identical("c")).toEqual([]);
  expect(folded("la T.V.A. d’abord")).toBe(folded("La TVA d'abord"));
  expect(folded("Fin. À toi.")).toBe("fin a toi");
});

test("signs that say something do: a percentage is not an amount", () => {
  expect(folded("5 %")).not.toBe(folded("5 €"));
  const shingles = given({ a: "Baisser de 5 %", b: "Baisser de 5 €", c: "…", d: "?" });
  expect(shingles.identical("a")).toEqual([]);
  expect(shingles.identical("c")).toEqual([]);
});

test("« Baisse de la TVA » and « Suppression de la TVA » are two, shown side by side", () => {
  const shingles = given({
    less: "Baisse de la TVA",
    none: "Suppression de la TVA",
    other: "Moins de sel à la cantine",
  });
  expect(shingles.identical("less")).toEqual([]);
  expect(almost(shingles, "less")).toEqual(["none"]);
  expect(almost(shingles, "none")).toEqual(["less"]);
  expect(almost(shingles, "other")).toEqual([]);
});

test("a text found whole in a longer one is almost it, whatever the other adds", () => {
  const campaign = "Nous demandons que chaque commune ouvre un marché de producteurs le samedi matin";
  const added = Array.from({ length: 60 }, (_, at) => `mot${at}`).join(" ");
  const shingles = given({ campaign, own: `${campaign}. ${added}.`, other: added });
  expect(almost(shingles, "campaign")).toEqual(["own"]);
});

test("of texts in the same words one stands for all, and another when it left", () => {
  const shingles = given({ a: "Baisse de la TVA", b: "Baisse de la TVA.", c: "Suppression de la TVA" });
  expect(almost(shingles, "c")).toEqual(["a"]);
  expect(almost(shingles, "b")).toEqual(["c"]);
  shingles.remove("a");
  expect(almost(shingles, "c")).toEqual(["b"]);
  expect(shingles.identical("b")).toEqual([]);
  shingles.remove("c");
  expect(almost(shingles, "b")).toEqual([]);
  expect(shingles.identical("c")).toEqual([]);
});

test("what a text says now counts, not what it said", () => {
  const shingles = given({ a: "Baisse de la TVA", b: "Baisse de la TVA" });
  shingles.add("b", "Une halle couverte au bourg");
  expect(shingles.identical("a")).toEqual([]);
});

/** The same by comparing every text with every other. */
function slowly(bodies: string[]) {
  const cut = (body: string) => {
    const words = folded(body).split(" ");
    if (words.length < 3) return new Set([words.join(" ")]);
    return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
  };
  const wordings = [...new Map(bodies.map((body, at) => [folded(body), at]).toReversed() as [string, number][])];
  const all = wordings.map(([body, at]) => ({ at, shingles: cut(body) }));
  return all.flatMap((one) =>
    all.flatMap((other) => {
      if (one.at >= other.at) return [];
      const common = one.shingles.intersection(other.shingles).size;
      const least = Math.min(one.shingles.size, other.shingles.size);
      const near = common / one.shingles.union(other.shingles).size >= 0.3 || (least >= 6 && common / least >= 0.8);
      return near ? `${one.at} ${other.at}` : [];
    }),
  );
}

test("the index finds the pairs that comparing all of them finds, no more and no less", () => {
  const word = fc.constantFrom("plus", "de", "la", "cantine", "terre", "commune");
  const body = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(fc.array(body, { maxLength: 25 }), (bodies) => {
      const shingles = new Shingles();
      for (const [at, text] of bodies.entries()) shingles.add(String(at), text);
      const pairs = Array.from(shingles.pairs(), ([id, other]) =>
        [Number(id), Number(other.id)].toSorted((a, b) => a - b).join(" "),
      );
      expect(pairs.toSorted()).toEqual(slowly(bodies).toSorted());
    }),
  );
});
