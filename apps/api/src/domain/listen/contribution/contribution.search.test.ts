import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { ContributionSearch0002 } from "../../../migrations/0002-contribution-search.ts";
import { NotebookSearch202611280302 } from "../../../migrations/202611280302-notebook-search.ts";
import { SearchBounds202611271956 } from "../../../migrations/202611271956-search-bounds.ts";
import { SearchOrder202612021430 } from "../../../migrations/202612021430-search-order.ts";
import { CheaperSend202611292010 } from "../../../migrations/202611292010-cheaper-send.ts";
import { SearchShown202612022300 } from "../../../migrations/202612022300-search-shown.ts";
import { SearchPowers202611300455 } from "../../../migrations/202611300455-search-powers.ts";

const api = testApi();
let small: Small;

const bodies = {
  savings: "L’épargne locale finance les énergies du village.",
  straight: "On parle d'épargne solidaire et/ou de coopératives.",
  markets: "Les marchés de producteurs, où l’on se connaît.",
  heart: "Le cœur du problème : l’hébergement des données.",
  meeting: "Un rendez-vous chez le boulanger.",
};

beforeAll(async () => {
  small = await smallInstance(api.database);
  for (const body of Object.values(bodies)) await contributionOf(api.database, small, { body });
  await contributionOf(api.database, small, { body: "Un secret d’épargne.", status: "UNPUBLISHED" });
});

const list = async (search: string) => {
  const { data, errors } = await api.ask(
    `query ($filter: ContributionFilter) {
       contributions(filter: $filter) { searched totalCount unpublishedCount nodes { body } } }`,
    { filter: { search } },
  );
  expect(errors).toBeUndefined();
  return data.contributions as {
    searched: boolean;
    totalCount: number;
    unpublishedCount: number | null;
    nodes: { body: string }[];
  };
};

const found = async (search: string) => {
  const names = (await list(search)).nodes.map(
    ({ body }) => Object.entries(bodies).find(([, text]) => text === body)![0],
  );
  return names.toSorted();
};

test.each([
  ["épargne", ["savings", "straight"]],
  ["epargne", ["savings", "straight"]],
  ["EPARGNES", ["savings", "straight"]],
  ["l’épargne", ["savings", "straight"]],
  ["l'épargne", ["savings", "straight"]],
  ["les épargnes", ["savings", "straight"]],
  ["marché", ["markets"]],
  ["les marchés", ["markets"]],
  ["producteur marche", ["markets"]],
  ["coopérative", ["straight"]],
  ["énergie", ["savings"]],
  ["coeur", ["heart"]],
  ["cœurs", ["heart"]],
  ["hebergement donnee", ["heart"]],
  ["rendez vous", ["meeting"]],
  ["épargne marchés", []],
  ["hors sujet", []],
])("accents, plurals, small words and apostrophes do not matter: %s", async (search, expected) => {
  expect(await found(search)).toEqual(expected);
});

test("a search of small words alone is no search, and says so", async () => {
  for (const search of ["les", "de la", "Où ? À l’", "   ", "!!!", "’"])
    expect(await list(search)).toMatchObject({ searched: false, totalCount: 5 });
  expect(await list("marché")).toMatchObject({ searched: true, totalCount: 1 });
});

test("words that nobody may read are not found, and not counted", async () => {
  expect(await list("secret")).toMatchObject({ searched: true, totalCount: 0, nodes: [] });
});

test("what was reworded is found by its new words", async () => {
  const { id } = await contributionOf(api.database, small, { body: "La laverie." });
  await api.database.query("update contribution set body = 'Le lavoir.' where id = $1", [id]);
  expect((await list("laverie")).nodes).toEqual([]);
  expect((await list("lavoir")).nodes).toEqual([{ body: "Le lavoir." }]);
  await api.database.query("delete from contribution where id = $1", [id]);
  expect((await list("lavoir")).nodes).toEqual([]);
});

test("the one that says it more comes first, the newest among equals", async () => {
  const say = (body: string, contributedOn: string) => contributionOf(api.database, small, { body, contributedOn });
  const word = uniqueWord();
  const [less, newer, more] = [`Une ${word}, un toit.`, `Une ${word}, un toit !`, `${word} sur ${word} : une ${word}.`];
  await say(less, "2012-03-14");
  await say(newer, "2012-03-15");
  await say(more, "2012-03-13");
  expect((await list(word)).nodes.map(({ body }) => body)).toEqual([more, newer, less]);
});

test.each([
  "' & | ! ( ) :* <->",
  "a\\'b",
  "\\",
  "épargne' ; drop table contribution; --",
  "%_%",
  "x".repeat(5000),
  "é ".repeat(3000),
  "a\0b",
  "\uD800",
  "日本語 😀",
  "<script>alert(1)</script>",
  "https://exemple.fr/a?b=c&d moi@exemple.fr",
])("nothing that is typed breaks a search: %j", async (search) => {
  expect(await list(search)).toHaveProperty("totalCount");
});

test("a code that reads as a power of ten is a word like another, in what was kept before too", async () => {
  const code = `${Math.floor(Math.random() * 1e9)}e${Math.floor(Math.random() * 1e9)}`;
  const runner = api.database.createQueryRunner();
  await new SearchPowers202611300455().down(runner);
  await contributionOf(api.database, small, { body: `Le lot ${code}.` });
  const title = `Les lots ${code} et suivants`;
  await api.database.query("update objective set name = $1 where id = $2", [title, small.objective.id]);
  await new SearchPowers202611300455().up(runner);
  await runner.release();
  expect((await list(code)).nodes).toEqual([{ body: `Le lot ${code}.` }]);
  expect(await list(`${code}1`)).toMatchObject({ searched: true, totalCount: 0 });
  const { data } = await api.ask("query ($code: String!) { search(query: $code) { nodes { title { text } } } }", {
    code,
  });
  expect(data.search.nodes.map((node: any) => node.title?.text)).toContain(title);
});

test("the search can be taken away from a database, and given back", async () => {
  const runner = api.database.createQueryRunner();
  const steps = [
    new ContributionSearch0002(),
    new SearchBounds202611271956(),
    new NotebookSearch202611280302(),
    new CheaperSend202611292010(),
    new SearchOrder202612021430(),
    new SearchShown202612022300(),
  ];
  const turn = (status: string) =>
    api.database.query("update contribution set status = $1 where body = $2", [status, bodies.straight]);
  for (const step of steps.toReversed()) await step.down(runner);
  await turn("HELD");
  for (const step of steps) await step.up(runner);
  await runner.release();
  expect(await found("epargne")).toEqual(["savings"]);
  await turn("VISIBLE");
  expect(await found("epargne")).toEqual(["savings", "straight"]);
});
