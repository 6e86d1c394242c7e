import { expect, test } from "vitest";
import { differenceOf, shareKept, type Stretch } from "./difference.ts";

/** « kept [out] {in} ». */
const shown = (before: string, after: string) =>
  differenceOf(before, after)
    .map(({ kind, text }) => ({ same: text, out: `[${text}]`, in: `{${text}}` })[kind])
    .join("");
const newerOf = (stretches: Stretch[]) => stretches.map(({ kind, text }) => (kind === "out" ? "" : text)).join("");
const olderOf = (stretches: Stretch[]) => stretches.map(({ kind, before }) => (kind === "in" ? "" : before)).join("");

test("the same text has one stretch, an empty one none", () => {
  expect(differenceOf("Un circuit court.", "Un circuit court.")).toEqual([
    { kind: "same", text: "Un circuit court.", before: "Un circuit court." },
  ]);
  expect(differenceOf("", "")).toEqual([]);
});

test("a word that is replaced is told by itself, taken out before put in", () => {
  expect(shown("Baisse de la TVA", "Suppression de la TVA")).toBe("[Baisse ]{Suppression }de la TVA");
});

test("an elided article is a word", () => {
  expect(shown("pour l’accès de tous", "pour l’entrée de tous")).toBe("pour l’[accès ]{entrée }de tous");
});

test("words that are added or gone at the ends are told there", () => {
  expect(shown("Un circuit court", "Un circuit court, de proximité")).toBe("Un circuit court{, de proximité}");
  expect(shown("En clair : un circuit court", "un circuit court")).toBe("[En clair : ]un circuit court");
  expect(shown("", "Neuf")).toBe("{Neuf}");
  expect(shown("Ancien", "")).toBe("[Ancien]");
});

test("a short word alone between two changes is part of them", () => {
  expect(shown("Le producteur de légumes vend.", "Le marchand de fruits vend.")).toBe(
    "Le [producteur de légumes ]{marchand de fruits }vend.",
  );
});

test("the stretches join back to both texts, to the letter", () => {
  const before = "Un circuit court\nva du  producteur au consommateur, sans plus d’un intermédiaire.";
  const after = "Un circuit court va du producteur au consommateur ;\n\nil crée du lien, sans plus d’un intermédiaire.";
  const stretches = differenceOf(before, after);
  expect(newerOf(stretches)).toBe(after);
  expect(olderOf(stretches)).toBe(before);
});

test("the share kept is 1 for the same text, 0 for another, a half in between", () => {
  expect(shareKept(differenceOf("un deux", "un deux"))).toBe(1);
  expect(shareKept(differenceOf("lundi mardi", "janvier"))).toBe(0);
  expect(shareKept(differenceOf("lundi mardi ", "lundi avril "))).toBeCloseTo(0.5, 1);
  expect(shareKept([])).toBe(1);
});

// Word by word they would take minutes.
test("two texts of ten thousand characters are told apart, and longer ones", { timeout: 10_000 }, () => {
  const text = (seed: number, words: number) =>
    Array.from({ length: words }, (_, at) => `mot${(at * seed) % 997}`).join(" ");
  for (const words of [1_900, 20_000]) {
    const stretches = differenceOf(`Début ${text(3, words)} fin`, `Début ${text(5, words)} fin`);
    expect(stretches[0]).toMatchObject({ kind: "same", text: expect.stringMatching(/^Début /) });
    expect(newerOf(stretches)).toBe(`Début ${text(5, words)} fin`);
  }
});
