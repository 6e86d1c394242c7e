import { expect, test } from "vitest";
import { marks as givenMarks, texts as givenTexts } from "./fixture.ts";
import { Marks } from "./marks.ts";
import { wordsOf } from "../../../platform/text/stems.ts";
import { Texts } from "./texts.ts";

function read(some = givenTexts) {
  const texts = new Texts();
  for (const { id, body } of some) texts.add(id, body);
  const marks = new Marks(texts);
  for (const mark of givenMarks) marks.add(mark.passageId, mark);
  return { texts, marks };
}

const stems = (text: string) => wordsOf(text).map(({ stem }) => stem);

test("words are compared by their stems: plural, conjugation, case and accents do not part them", () => {
  expect(stems("Les livraisons")).toEqual(stems("la livraison"));
  expect(stems("ils achetaient")).toEqual(stems("acheter"));
  expect(stems("ECOLE")).toEqual(stems("école"));
  expect(stems("L’œuvre")).toEqual(stems("oeuvres"));
});

test("small words do not count, but those that answer by themselves do", () => {
  expect(stems("Il faudrait que ce soit dans le pays")).toEqual(stems("pays"));
  expect(stems("Aucun.")).not.toEqual([]);
  expect(stems("Tous")).not.toEqual([]);
});

test("each text has for nearest one that says the same, and the words say why", () => {
  const { texts } = read();
  for (const { id, keyPointId } of givenTexts) expect(texts.nearest(id, 1)[0]!.id).toMatch(keyPointId);
  const [nearest] = texts.nearest("land-0", 1);
  expect(nearest!.id).toBe("land-2");
  expect(nearest!.stems).toEqual(expect.arrayContaining(stems("terres jeunes")));
});

test("nearest texts come in order, as many as asked, none without a word in common", () => {
  const { texts } = read();
  const found = texts.nearest("transport-0", 5);
  const scores = found.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(texts.nearest("transport-0", 2)).toEqual(found.slice(0, 2));
  texts.add("alone", "Xylophone.");
  expect(texts.nearest("alone", 5)).toEqual([]);
});

test("the same words are as near as can be, and a text that left is near to nothing", () => {
  const { texts } = read();
  texts.add("again", givenTexts[0]!.body.toUpperCase());
  expect(texts.nearest("again", 1)[0]).toMatchObject({ id: "transport-0", score: expect.closeTo(1, 5) });
  texts.remove("transport-0");
  expect(texts.nearest("again", 20).map(({ id }) => id)).not.toContain("transport-0");
  expect(texts.nearest("transport-0", 20)).toEqual([]);
});

test("what a text says now counts, not what it said", () => {
  const { texts } = read();
  texts.add("transport-0", givenTexts.find(({ id }) => id === "land-1")!.body);
  expect(texts.nearest("transport-0", 1)[0]!.id).toBe("land-1");
});

test("a stretch is suggested the key point whose words it has, and the words say why", () => {
  const { marks } = read();
  const [first] = marks.suggest("Partager un camion pour livrer", "new", 3);
  expect(first).toMatchObject({ keyPointId: "transport" });
  expect(first!.stems).toEqual(expect.arrayContaining(stems("camion partager")));
  expect(marks.suggest("Une cantine plus locale", "new", 3)[0]!.keyPointId).toBe("canteens");
  expect(marks.suggest("Xylophone", "new", 3)).toEqual([]);
});

test("a text does not suggest to itself what is marked in it", () => {
  const { texts } = read([]);
  const marks = new Marks(texts);
  marks.add("one", { keyPointId: "music", textId: "a", quote: "Le xylophone." });
  expect(marks.suggest("xylophone", "b", 3)).toHaveLength(1);
  expect(marks.suggest("xylophone", "a", 3)).toEqual([]);
});

test("as many suggestions as asked, among those asked for; what is unmarked suggests nothing more", () => {
  const { marks } = read();
  const words = "La commune et ses producteurs, les jeunes, une tournée";
  expect(marks.suggest(words, "new", 2)).toHaveLength(2);
  expect(marks.suggest(words, "new", 3, new Set(["land"])).map(({ keyPointId }) => keyPointId)).toEqual(["land"]);
  for (const { passageId, keyPointId } of givenMarks) if (keyPointId === "land") marks.remove(passageId);
  expect(marks.suggest(words, "new", 3).map(({ keyPointId }) => keyPointId)).not.toContain("land");
});

test("of two key points as near, the one that is used more comes first", () => {
  const texts = new Texts();
  const marks = new Marks(texts);
  for (const [at, keyPointId] of ["seldom", "often", "often", "often"].entries())
    marks.add(String(at), { keyPointId, textId: String(at), quote: "Une halle couverte." });
  expect(marks.suggest("une halle", "new", 2).map(({ keyPointId }) => keyPointId)).toEqual(["often", "seldom"]);
});
