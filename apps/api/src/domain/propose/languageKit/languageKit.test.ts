import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const fields = `id version oneSentence thirtySeconds arguments { text synthesis { id slug } }
  sayRather { avoid prefer why } commitments objections { text reply }
  versions { number oneSentence writtenBy why } viewerCan { edit }`;

const kitOf = async (viewer?: Viewer) => {
  const { data, errors } = await api.ask(`{ languageKit { ${fields} beyondFood { beyond of unsaid } } }`, {}, viewer);
  expect(errors).toBeUndefined();
  return data.languageKit;
};

const write = async (more: object = {}) => {
  const { id, version, arguments: given, ...kit } = await kitOf();
  const input = {
    id,
    version,
    oneSentence: kit.oneSentence,
    thirtySeconds: kit.thirtySeconds,
    arguments: given.map(({ text, synthesis }: any) => ({ text, synthesisId: synthesis?.id })),
    sayRather: kit.sayRather,
    commitments: kit.commitments,
    objections: kit.objections,
    ...more,
  };
  const { data, errors } = await api.ask(
    `mutation ($input: WriteLanguageKitInput!) { writeLanguageKit(input: $input) {
       problems { code field value } kit { ${fields} } current { oneSentence version } } }`,
    { input },
    rapporteur,
  );
  expect(errors).toBeUndefined();
  return data.writeLanguageKit;
};

test("the kit says the sentence, the arguments with their synthesis, words to leave, commitments and objections", async () => {
  const kit = await kitOf();
  expect(kit.oneSentence).toMatch(/^Un circuit court est un échange choisi/);
  expect(kit.arguments).toContainEqual({
    text: "Il crée du lien, dans tous les domaines.",
    synthesis: expect.objectContaining({ slug: "point-d-etape-2" }),
  });
  expect(kit.sayRather).toContainEqual({ avoid: "consommateur", prefer: "usager, habitant", why: "Il décide aussi." });
  expect(kit.commitments).toHaveLength(5);
  expect(kit.objections).toHaveLength(3);
  expect(kit.viewerCan.edit).toBe(false);
});

test("the share beyond food counts published contributions that say their sector, and says how many do not", async () => {
  const { beyondFood } = await kitOf();
  const [counted] = await api.database.query(
    `select count(*) filter (where sectors <> '{}')::int as of, count(*) filter (where sectors = '{}')::int as unsaid,
       count(*) filter (where exists (select from unnest(sectors) s where s <> 'FOOD'))::int as beyond
     from contribution where status = 'VISIBLE'`,
  );
  expect(beyondFood).toEqual(counted);
  expect(beyondFood.of).toBeGreaterThan(beyondFood.beyond);
  await api.database.query(
    "update contribution set status = 'HIDDEN' where id = (select id from contribution where status = 'VISIBLE' and sectors && '{ENERGY}' limit 1)",
  );
  expect((await kitOf()).beyondFood).toEqual({ ...beyondFood, of: beyondFood.of - 1, beyond: beyondFood.beyond - 1 });
});

test("a change needs a reason, and what was said stays among the versions", async () => {
  const oneSentence = "Un circuit court est un échange où l’on se connaît.";
  expect((await write({ oneSentence })).problems).toMatchObject([{ code: "REQUIRED", field: "why" }]);
  const { problems, kit } = await write({ oneSentence, why: "Plus court." });
  expect(problems).toEqual([]);
  expect(kit).toMatchObject({ oneSentence, version: 2 });
  expect(kit.versions).toMatchObject([
    { number: 2, oneSentence, why: "Plus court.", writtenBy: rapporteur.displayName },
    { number: 1, why: null },
  ]);
  // Sent again: done already.
  expect((await write({ oneSentence, version: 1 })).problems).toEqual([]);
  expect(await write({ oneSentence: "Autre chose.", version: 1, why: "x" })).toMatchObject({
    problems: [{ code: "STALE", value: "2" }],
    current: { oneSentence, version: 2 },
  });
});

test.each([
  ["no sentence", { oneSentence: " " }, { code: "REQUIRED", field: "oneSentence" }],
  ["too long a sentence", { oneSentence: "x".repeat(281) }, { code: "TOO_LONG", field: "oneSentence" }],
  ["a word without another", { sayRather: [{ avoid: "x", prefer: "" }] }, { code: "REQUIRED", field: "sayRather" }],
  [
    "an objection without a reply",
    { objections: [{ text: "x", reply: "" }] },
    { code: "REQUIRED", field: "objections" },
  ],
  [
    "a synthesis that is not there",
    { arguments: [{ text: "x", synthesisId: "x" }] },
    { code: "UNKNOWN_CHOICE", field: "arguments" },
  ],
  [
    "too many lines",
    { commitments: Array.from({ length: 21 }, () => "x") },
    { code: "TOO_MANY_CHOICES", field: "commitments" },
  ],
])("%s is refused by field", async (_, more, problem) => {
  expect((await write({ ...more, why: "x" })).problems).toMatchObject([problem]);
});

test("empty lines are left out, and words to leave are advice for whoever writes", async () => {
  const sayRather = [
    { avoid: "dupliquer", prefer: "refaire ailleurs", why: null },
    { avoid: " ", prefer: "" },
  ];
  const { kit } = await write({ sayRather, commitments: ["Un seul.", " "], why: "Une raison." });
  expect(kit.sayRather).toHaveLength(1);
  expect(kit.commitments).toEqual(["Un seul."]);
  const { data } = await api.ask("{ vocabulary { avoid prefer } }");
  // The kit's definition of a word goes before the glossary's.
  expect(data.vocabulary.filter(({ avoid }: { avoid: string }) => avoid === "dupliquer")).toEqual([
    { avoid: "dupliquer", prefer: "refaire ailleurs" },
  ]);
  expect(data.vocabulary).toContainEqual({ avoid: "vente directe", prefer: "circuit court" });
});

test("a group without a kit has a blank one, to be written without a reason", async () => {
  await api.database.query("delete from language_kit_version");
  await api.database.query("delete from language_kit");
  expect(await kitOf()).toMatchObject({ version: 0, oneSentence: "", versions: [] });
  const written = await write({ oneSentence: "Une première.", thirtySeconds: "Un peu plus." });
  expect(written).toMatchObject({ problems: [], kit: { version: 1, versions: [{ number: 1, why: null }] } });
});

test("the words to leave are read once for all who ask, and anew once they are written", async () => {
  const words = async () => (await api.ask("{ vocabulary { avoid } }")).data.vocabulary as { avoid: string }[];
  await words();
  expect((await statementsOf(words)).filter((text) => text.includes('from "language_kit"'))).toEqual([]);
  const { sayRather } = await kitOf();
  expect(
    (await write({ sayRather: [...sayRather, { avoid: "administrés", prefer: "gens" }], why: "Un mot de plus." }))
      .problems,
  ).toEqual([]);
  expect(await words()).toContainEqual({ avoid: "administrés" });
});
