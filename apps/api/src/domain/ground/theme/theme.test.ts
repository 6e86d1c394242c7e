import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";

const api = seededApi();

const ask = async (query: string) => {
  const { data, errors } = await api.ask(query);
  expect(errors).toBeUndefined();
  return data;
};

test("four axes hold twelve themes, in the order of the source", async () => {
  const { axes } = await ask("{ axes { position name themes { number title sourceText } } }");
  expect(axes.map((axis: { position: number }) => axis.position)).toEqual([1, 2, 3, 4]);
  const numbers = axes.flatMap((axis: { themes: { number: number }[] }) => axis.themes.map((it) => it.number));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test("a theme says whether a group works on it, and how much was said about it", async () => {
  const { at, other } = await ask(`{
    at: theme(slug: "circuits-courts") { number group { slug } contributionCount }
    other: theme(slug: "banques-et-territoires") { group { slug } contributionCount }
  }`);
  expect(at).toMatchObject({ number: 11, group: { slug: "circuits-courts" } });
  expect(at.contributionCount).toBeGreaterThan(100);
  expect(other.group).toBeNull();
});

test("twelve themes with their groups and counts cost one statement more than one of them does", async () => {
  const fields = "title contributionCount group { slug } axis { name }";
  await letGo(api.database);
  const one = await statementsOf(() => ask(`{ theme(slug: "circuits-courts") { ${fields} } }`));
  await letGo(api.database);
  const all = await statementsOf(() => ask(`{ axes { themes { ${fields} } } }`));
  // The axes, and their themes in one statement, instead of the theme.
  expect(all.length).toBe(one.length + 1);
});

test("the words of a list come in their order, in both languages", async () => {
  const { terms } = await ask("{ terms(kind: SECTOR) { key label labelEn } }");
  expect(terms[0]).toEqual({ key: "FOOD", label: "Alimentation", labelEn: "Food" });
});
