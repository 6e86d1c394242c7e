import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { acting } from "../../../../test/acts/acting.ts";

const api = seededApi();
let rapporteur: Viewer;
let proposal: { id: string };
let offices: { slug: string }[];
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  [proposal] = await api.database.query<[{ id: string }]>("select id from proposal where number = 1");
  offices = await api.database.query("select slug from interlocutor order by id limit 2");
});

const acts = acting(api);
const act = (name: "writeAsk" | "removeAsk", input: object) =>
  acts(
    name,
    input,
    `proposal { asks { id text version interlocutor { slug } } } current { text version }
     ${name === "writeAsk" ? "ask { id text version }" : ""}`,
    rapporteur,
  );
const write = (input: object) =>
  act("writeAsk", { proposalId: proposal.id, interlocutor: offices[0]!.slug, version: 0, ...input });

test("an ask is written once, reworded from the version that was read, and taken out", async () => {
  const id = randomUUID();
  const input = { id, text: "Publier le calendrier\ndes achats." };
  expect((await write(input)).ask).toEqual({ id, text: "Publier le calendrier des achats.", version: 1 });
  const again = await write(input);
  expect(again.problems).toEqual([]);
  expect(again.proposal.asks.filter((it: { id: string }) => it.id === id)).toHaveLength(1);

  expect((await write({ id, version: 1, text: "Publier chaque année." })).ask.version).toBe(2);
  expect(await write({ id, version: 1, text: "Autrement." })).toMatchObject({
    problems: [{ code: "STALE", field: "version" }],
    current: { text: "Publier chaque année.", version: 2 },
  });
  expect((await act("removeAsk", { id, version: 1 })).problems).toMatchObject([{ code: "STALE" }]);
  const removed = await act("removeAsk", { id, version: 2 });
  expect(removed.proposal.asks.map((it: { id: string }) => it.id)).not.toContain(id);
  expect((await act("removeAsk", { id, version: 2 })).problems).toEqual([]);
});

test("an office may be named before what is asked is written; what is wrong is said at its field", async () => {
  const id = randomUUID();
  expect((await write({ id, text: "" })).ask.text).toBeNull();
  expect((await write({ id: randomUUID(), interlocutor: "personne" })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "interlocutor" },
  ]);
  expect((await write({ id: randomUUID(), text: "x".repeat(301) })).problems).toMatchObject([
    { code: "TOO_LONG", field: "text" },
  ]);
  const [other] = await api.database.query<{ id: string }[]>("select id from proposal where number = 2");
  expect((await write({ id, proposalId: other!.id })).problems).toMatchObject([{ code: "CONFLICT", field: "id" }]);
});

test("what is asked of an office by a draft is told to nobody but the team", async () => {
  const [draft] = await api.database.query<{ id: string }[]>("select id from proposal where state = 'DRAFT' limit 1");
  await write({ id: randomUUID(), proposalId: draft!.id, text: "canari-demande" });
  const query = "query ($slug: String!) { interlocutor(slug: $slug) { asks { text } } }";
  const variables = { slug: offices[0]!.slug };
  expect(JSON.stringify(await api.ask(query, variables))).not.toContain("canari-demande");
  expect(JSON.stringify(await api.ask(query, variables, rapporteur))).toContain("canari-demande");
});
