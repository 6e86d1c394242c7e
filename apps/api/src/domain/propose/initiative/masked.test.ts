import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { heldTexts } from "../../../../test/acts/held.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holders } from "../../../../test/site/people.ts";

const api = seededApi();
const { act } = heldTexts(api);
const the = holders(api, "MODERATOR");

async function proposed(name: string) {
  const sheet = {
    ...{ name, territory: "finistere", sector: "CULTURE", summary: "Des arbres du quai." },
    criteria: [{ key: "SOCIAL_LINK", score: 3, reason: "Un repas chaque mois." }],
    ...{ results: [], obstacles: [], levers: [] },
  };
  const sent = await act(
    "proposeInitiative",
    { key: randomUUID(), consent: true, sheet },
    "proposed { code initiative { id slug } }",
  );
  return { code: sent.proposed.code as string, ...(sent.proposed.initiative as { id: string; slug: string }) };
}

async function mask(textId: string, word: string) {
  await act("reportText", { kind: "INITIATIVE", textId, reason: "PERSON" }, "");
  const asked = "{ moderationDesk { held(first: 50) { nodes { id version parts { name text } } } } }";
  const { data } = await api.ask(asked, {}, the.MODERATOR);
  const { version, parts } = data.moderationDesk.held.nodes.find(({ id }: any) => id === `INITIATIVE:${textId}`);
  const start = parts.find(({ name }: any) => name === "name").text.indexOf(word);
  const masks = [{ part: "name", start, end: start + word.length }];
  const said = { kind: "INITIATIVE", textId, version, outcome: "MASKED", reason: "PERSON", masks };
  const { ruling, problems } = await act("ruleText", said, "ruling { id }", the.MODERATOR);
  expect(problems).toEqual([]);
  return ruling.id as string;
}

const read = async (slug: string) =>
  (await api.ask(`{ initiative(slug: "${slug}") { id slug name } initiativeWithdrawnOn(slug: "${slug}") }`)).data;

test("an address tells no word that was masked in a name; the former one leads there, and comes back with the word", async () => {
  const { id, slug } = await proposed("Le verger de Sarcelle");
  expect(slug).toBe("le-verger-de-sarcelle");
  const ruling = await mask(id, "Sarcelle");
  const { initiative } = await read(slug);
  expect(initiative).toMatchObject({ id, name: "Le verger de […]" });
  expect(initiative.slug).toMatch(/^w-[0-9a-f]{32}$/);
  expect((await read(initiative.slug)).initiative).toEqual(initiative);

  // One that is named so since has an address of its own.
  expect((await proposed("Le verger de Sarcelle")).slug).toBe(`${slug}-2`);

  await act("undoRuling", { id: ruling }, "", the.MODERATOR);
  expect((await read(slug)).initiative).toEqual({ id, slug, name: "Le verger de Sarcelle" });
});

test("a sheet that is taken back with a masked name keeps its place, at the address that it had first", async () => {
  const { id, slug, code } = await proposed("La halle de Sarcelle");
  await mask(id, "Sarcelle");
  await act("withdrawInitiative", { code }, "");
  expect(await read(slug)).toMatchObject({ initiative: null, initiativeWithdrawnOn: expect.any(String) });
});

test("two sheets of one name are taken back one after the other", async () => {
  const first = await proposed("Le four de Sarcelle");
  await act("withdrawInitiative", { code: first.code }, "");
  const second = await proposed("Le four de Sarcelle");
  expect(second.slug).toBe(`${first.slug}-2`);
  expect((await act("withdrawInitiative", { code: second.code }, "")).error).toBeUndefined();
});

test("nobody takes a name that stands for a place", async () => {
  const name = `w ${"a1".repeat(16)}`;
  expect((await proposed(name)).slug).toBe(`w-${"a1".repeat(16)}-2`);
});
