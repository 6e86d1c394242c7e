import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { mutationOf } from "../../../../test/acts/acting.ts";
import { smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { documentText } from "../../../platform/files/reading/documentText.ts";
import { Documents } from "./document.entity.ts";

const site = testSite();
let small: Small;
let team: string;
let other: string;
let templateId: string;

beforeAll(async () => {
  small = await smallInstance(site.database);
  team = await cookieOf(site.database, await personWith(site.database, ["RAPPORTEUR"], small.group.id));
  other = await cookieOf(site.database, await personWith(site.database, ["MODERATOR"], small.group.id));
  const sections = [
    { key: "what", label: "De quoi s’agit-il ?", help: null, required: true },
    { key: "where", label: "Où ?", help: "Une commune.", required: false },
  ];
  const row = {
    slug: "fiche",
    groupId: null,
    kind: "TEMPLATE" as const,
    title: "Fiche",
    purpose: "Décrire.",
    publishedOn: "2012-03-12",
    sections,
  };
  const { identifiers } = await site.database.manager.insert(Documents, row);
  templateId = identifiers[0]!.id as string;
});

async function act(name: string, input: object, as = team) {
  const query = mutationOf(name, "document { id slug revision version title } current { revision }");
  const answer = (await site.post("/graphql", { query, variables: { input } }, { cookie: as })).json();
  return answer.data?.[name] ?? answer.errors[0].extensions.code;
}
const read = async (slug: string, as = "") =>
  (
    await site.ask(
      `{ document(slug: "${slug}") { title version draft { key text } current { digest answers { key text } } template { slug }
        serves { path } versions { number change } viewerCan { erase change } } }`,
      as ? { cookie: as } : undefined,
    )
  ).json().data.document;
const begin = (more: object = {}) =>
  act("fillTemplate", {
    id: randomUUID(),
    templateId,
    group: small.group.slug,
    title: "Le four de Plougastel",
    serves: "/objectives/objectif-1",
    answers: [{ key: "where", text: "Plougastel" }],
    ...more,
  });
const found = async (word: string) =>
  (await site.ask(`{ search(query: "${word}") { nodes { path } } }`)).json().data.search.nodes.length;

test("a template is filled by its team, saved as it is typed, published, and found under it and by what it serves", async () => {
  const word = uniqueWord();
  const id = randomUUID();
  const { document } = await begin({ id });
  expect((await begin({ id })).document.slug).toBe(document.slug);
  expect([
    await read(document.slug),
    await act("saveSheet", { id, revision: 1, title: "x", answers: [] }, other),
  ]).toEqual([null, "FORBIDDEN"]);
  const lacking = await act("publishSheet", { id, revision: 1, change: "" });
  expect(lacking.problems).toEqual([{ code: "REQUIRED", field: "what" }]);
  const answers = [
    { key: "what", text: `Un four ${word}.\nOuvert à tous.` },
    { key: "where", text: "Plougastel" },
    { key: "unknown", text: "x" },
  ];
  const saved = await act("saveSheet", { id, revision: 1, title: "Le four", answers });
  expect(saved.document).toMatchObject({ revision: 2, title: "Le four" });
  expect(await act("saveSheet", { id, revision: 1, title: "Autre", answers: [] })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { revision: 2 },
  });
  expect(await found(word)).toBe(0);
  expect((await act("publishSheet", { id, revision: 2, change: "" })).document.version).toBe(1);

  const shown = await read(document.slug);
  expect(shown).toMatchObject({
    draft: null,
    template: { slug: "fiche" },
    serves: [{ path: "/objectives/objectif-1" }],
    current: { answers: answers.slice(0, 2) },
  });
  expect(await found(word)).toBe(1);
  const under = `{ document(slug: "fiche") { sheets { slug } } objective(slug: "objectif-1") { serving { slug } } }`;
  const { data } = (await site.ask(under)).json();
  expect([data.document.sheets, data.objective.serving]).toEqual([
    [{ slug: document.slug }],
    [{ slug: document.slug }],
  ]);

  const odt = await site.app.inject({ url: `/documents/${document.slug}/sheet.odt` });
  expect(odt.headers["content-type"]).toBe("application/vnd.oasis.opendocument.text");
  expect(await documentText(odt.rawPayload)).toContain(`Un four ${word}.\nOuvert à tous.`);

  await act("saveSheet", { id, revision: 3, title: "Le four", answers: [{ key: "what", text: "Autre chose." }] });
  expect((await read(document.slug)).current.answers).toEqual(answers.slice(0, 2));
  expect((await act("publishSheet", { id, revision: 4, change: "" })).problems).toMatchObject([{ field: "change" }]);
  expect((await act("publishSheet", { id, revision: 4, change: "Le four a fermé." })).document.version).toBe(2);
  expect((await read(document.slug)).versions).toEqual([
    { number: 2, change: "Le four a fermé." },
    { number: 1, change: null },
  ]);
  expect([await found(word), (await act("eraseSheet", { id })).problems]).toEqual([
    0,
    [{ code: "WRONG_KIND", field: "id" }],
  ]);
});

test("a sheet that was never published is erased, and its template stays", async () => {
  const { document } = await begin({ title: "Une ébauche" });
  expect((await read(document.slug, team)).viewerCan).toEqual({ erase: true, change: true });
  await sentTwice(site.database, () => act("eraseSheet", { id: document.id }));
  expect(await read(document.slug, team)).toBeNull();
  expect((await read("fiche")).title).toBe("Fiche");
});

test("anybody takes a template away as they filled it, and nothing of it is kept", async () => {
  const rows = async () => (await site.database.query("select from document")).length as number;
  const before = await rows();
  const answer = await site.app.inject({
    method: "POST",
    url: "/documents/fiche/sheet.odt",
    payload: String(new URLSearchParams({ title: "Ma fiche", what: "Un <b>marché</b>.", group: "x" })),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(answer.statusCode).toBe(200);
  const words = await documentText(answer.rawPayload);
  expect([words.includes("Un <b>marché</b>."), words.includes("Où ?"), await rows()]).toEqual([true, true, before]);
});
