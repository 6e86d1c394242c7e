import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { flooding } from "../../../../test/rules/flooding.ts";
import { marksOf, sitesOf } from "./flood.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";

const api = seededApi();
const { one, proposals, react, queue, clear } = flooding(api);

test("texts that say nearly the same share a mark, others do not; a short « oui » has none", () => {
  const text = "Le collectif organisateur vous demande de voter pour cette mesure sans attendre.";
  const near = marksOf(`${text} Merci 12 !`);
  expect(marksOf(text).some((mark) => near.includes(mark))).toBe(true);
  const other = marksOf("Une légumerie partagée servirait les cantines de trois communes voisines.");
  expect(marksOf(text).some((mark) => other.includes(mark))).toBe(false);
  expect(marksOf("Oui, tout à fait.")).toEqual([]);
  const sentence = "Chaque cantine achète un repas sur deux à des fermes de son département.";
  expect(marksOf(`${sentence.replace("deux", "trois")} C’est plus juste.`, sentence)).toEqual([]);
  expect(marksOf(`${sentence} ${text}`, sentence).some((mark) => near.includes(mark))).toBe(true);
  expect(sitesOf("Voyez www.exemple.fr et https://exemple.fr/page")).toEqual(["exemple.fr"]);
});

test("of 500 reactions in a minute a handful appear; the rest wait, told so, and go in three acts", async () => {
  const device = randomUUID();
  const count = async () =>
    Number(
      (await api.database.query("select count(*) from reaction where text like 'Salut%' and status = 'VISIBLE'"))[0]
        .count,
    );
  const sent = Array.from({ length: 500 }, (_, n) => n);
  const answers: Awaited<ReturnType<typeof react>>[] = [];
  while (sent.length > 0)
    answers.push(
      ...(await Promise.all(
        sent.splice(0, 3).map((n) => react(`Salut ${n % 7}, ${uniqueWord()} ${n}.`, device, proposals[n % 2])),
      )),
    );
  expect(answers.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(answers.filter(({ held }) => held).length).toBeGreaterThan(485);
  expect(await count()).toBeLessThanOrEqual(10);
  let acts = 0;
  for (let desk = await queue(); acts < 4; desk = await queue()) {
    const flood = desk.held.nodes.filter(({ because }: any) => because.includes("FLOOD"));
    if (flood.length === 0) break;
    expect((await clear(flood)).problems).toEqual([]);
    acts += 1;
  }
  expect(acts).toBeLessThanOrEqual(3);
  expect(Number(await one("select count(*) as id from hold"))).toBe(0);
}, 300_000);

test("the same words from many devices wait from the sixth on", async () => {
  const words = "Le collectif organisateur vous demande de voter pour cette mesure sans attendre.";
  const held: boolean[] = [];
  for (let n = 0; n < 8; n++) held.push((await react(`${words} ${n}`)).held);
  expect(held).toEqual([false, false, false, false, false, true, true, true]);
  const [folded] = (await queue()).held.nodes.filter(({ because }: any) => because.includes("FLOOD"));
  expect(folded.alike).toBe(2);
});
