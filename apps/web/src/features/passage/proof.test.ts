import { expect, test } from "vitest";
import { proofOf, proofsOf } from "./proof.ts";

const passage = (quote: string, region: string | null, authorName: string | null = null, id = quote) => ({
  quote,
  contribution: { id, authorName, region: region === null ? null : { id: region } },
});
const quotes = (them: { quote: string }[]) => them.map(({ quote }) => quote);

const whole = "Nous n’avons pas de réponse courte.";
const longer = "Le risque est partagé : voilà la différence avec la vente directe.";
const piece = "un circuit où personne n’est caché";

test("whole sentences come first, the shortest before the others", () => {
  expect(quotes(proofOf([passage(piece, "1"), passage(longer, "2"), passage(whole, "3")]))).toEqual([whole, longer]);
});

test("the second is from another region, though a shorter one is nearer", () => {
  const near = passage("Nous manquons surtout de temps.", "1");
  expect(quotes(proofOf([passage("Il nous faut un seul guichet.", "1"), near, passage(longer, "2")]))).toEqual([
    "Il nous faut un seul guichet.",
    longer,
  ]);
});

test("of one region, the second is somebody else's", () => {
  const one = passage(whole, "1", "Marion L.");
  expect(quotes(proofOf([one, passage(longer, "1", "Marion L.")]))).toEqual([whole]);
  expect(quotes(proofOf([one, passage(longer, "1", "Ano")]))).toEqual([whole, longer]);
  expect(quotes(proofOf([passage(whole, null), passage(longer, null)]))).toEqual([whole, longer]);
});

test("two passages of one text are one voice", () => {
  expect(quotes(proofOf([passage(whole, "1", null, "a"), passage(longer, "1", null, "a")]))).toEqual([whole]);
});

test("the order in which passages come changes nothing", () => {
  const all = [
    passage(piece, "1"),
    passage(longer, "2"),
    passage(whole, "3"),
    passage("Rien ne se perd, tout se dit.", "2"),
  ];
  expect(quotes(proofOf(all.toReversed()))).toEqual(quotes(proofOf(all)));
});

test("down a page the same words stand once, and again only where a sentence would have none", () => {
  const [one, two, three] = [
    passage(whole, "1"),
    passage(longer, "2"),
    passage("Personne ne répond au téléphone.", "3"),
  ];
  expect(proofsOf([[one, two], [one, two, three], [one]]).map(quotes)).toEqual([
    [whole, longer],
    ["Personne ne répond au téléphone."],
    [whole],
  ]);
  expect(proofsOf([[], [one]]).map(quotes)).toEqual([[], [whole]]);
});
