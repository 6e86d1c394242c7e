import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { proposedSheet } from "../../../../test/acts/initiatives.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { eraseInitiative } from "./withdraw.commands.ts";

const api = seededApi();
hourBetweenTests(api);
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const act = acting(api);
const kept = "proposed { code reason agreement initiative { id slug name summary state status version statusOn } }";
const withdraw = (code: string) => act("withdrawInitiative", { code }, kept);

async function propose(word: string, more: object = {}) {
  const sheet = proposedSheet(`Le jardin ${word}`, {
    ...{ summary: `On y sème ${word}.`, town: word, results: [word], agreement: word, need: word },
    ...{ criteria: [{ key: "SOCIAL_LINK", score: 3, reason: word }], ...more },
  });
  const done = await act("proposeInitiative", { key: randomUUID(), sheet, consent: true }, kept);
  expect(done.problems).toEqual([]);
  return done.proposed as { code: string; initiative: { id: string; slug: string; version: number } };
}

const place = async (slug: string, viewer?: Viewer) =>
  (
    await api.ask(
      "query ($slug: String!) { initiative(slug: $slug) { name } initiativeWithdrawnOn(slug: $slug) }",
      { slug },
      viewer,
    )
  ).data;

/** Tables that still hold a word. */
async function holding(word: string) {
  const tables = await api.database.query<{ name: string }[]>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await api.database.query<unknown[]>(`select from "${name}" x where x::text ilike $1 limit 1`, [
      `%${word}%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test("its author takes a sheet back: its words are erased everywhere, its place stays, twice is once", async () => {
  const { code, initiative } = await propose("zinzolin");
  const edited = proposedSheet("Le jardin zinzolin", { summary: "Du zinzolin, corrigé." });
  expect(
    (await act("editInitiative", { id: initiative.id, version: 1, sheet: edited }, "", rapporteur)).problems,
  ).toEqual([]);
  expect(await holding("zinzolin")).toEqual(expect.arrayContaining(["initiative", "journal_entry"]));
  const taken = await withdraw(code);
  expect(taken).toMatchObject({
    problems: [],
    proposed: {
      agreement: null,
      initiative: { name: "", summary: "", status: "WITHDRAWN", statusOn: expect.any(String) },
    },
  });
  expect(await withdraw(code)).toEqual(taken);
  expect(await holding("zinzolin")).toEqual([]);
  for (const viewer of [undefined, rapporteur])
    for (const slug of [initiative.slug, taken.proposed.initiative.slug])
      expect(await place(slug, viewer)).toEqual({
        initiative: null,
        initiativeWithdrawnOn: taken.proposed.initiative.statusOn,
      });
  expect(await api.database.transaction((db) => eraseInitiative({ db, now: new Date() }, initiative.id))).toBe(false);
  expect((await act("withdrawInitiative", { code: "inconnu" })).problems).toMatchObject([{ code: "GONE" }]);
});

test("nobody judges, rewrites or sends again what was taken back, and no list of the team holds it", async () => {
  const { code, initiative } = await propose("amarantin");
  const input = { id: initiative.id, version: 1, reason: "Il manque la source." };
  expect((await act("returnInitiative", input, "", rapporteur)).problems).toEqual([]);
  const { version } = (await withdraw(code)).proposed.initiative;
  const late = { id: initiative.id, version, reason: "Non." };
  for (const [mutation, more] of [
    ["validateInitiative", { id: late.id, version }],
    ["returnInitiative", late],
    ["declineInitiative", late],
    ["editInitiative", { id: late.id, version, sheet: proposedSheet("Autre") }],
  ] as const)
    expect((await act(mutation, more, "", rapporteur)).problems).toMatchObject([{ code: "NOT_NOW" }]);
  const sheet = proposedSheet("Autre");
  expect((await act("resendInitiative", { code, version, sheet })).problems).toMatchObject([{ code: "GONE" }]);
  for (const status of ["VISIBLE", "HELD", "HIDDEN", "WITHDRAWN"])
    for (const state of ["PROPOSED", "RETURNED"]) {
      const query = `{ initiatives(first: 100, filter: { state: ${state}, status: ${status} }) { nodes { id } } }`;
      const { data } = await api.ask(query, {}, rapporteur);
      expect(data.initiatives.nodes).not.toContainEqual({ id: initiative.id });
    }
});

test("before anybody could read it, it leaves no place", async () => {
  const { code, initiative } = await propose("incarnat", { source: "https://exemple.fr/incarnat" });
  const taken = await withdraw(code);
  for (const slug of [initiative.slug])
    expect(await place(slug)).toEqual({ initiative: null, initiativeWithdrawnOn: null });
  expect(taken.proposed.initiative.status).toBe("WITHDRAWN");
  expect(await holding("incarnat")).toEqual([]);
});

test("validated, it is an example of nothing any more: proposals, lists and open data leave it out, and keep none of its words", async () => {
  const { code, initiative } = await propose("garance");
  const { id } = initiative;
  expect((await act("validateInitiative", { id, version: 1 }, "", rapporteur)).problems).toEqual([]);
  const [proposal] = await api.database.query(
    "select id, slug from proposal where state = 'OPEN' order by number limit 1",
  );
  const attach = (proves: string, was: string | null = null) =>
    act("attachInitiative", { proposalId: proposal.id, initiativeId: id, proves, was }, "", rapporteur);
  expect((await attach("La garance pousse.")).problems).toEqual([]);
  expect((await attach("La garance pousse partout.", "La garance pousse.")).problems).toEqual([]);
  const read = async () => {
    const { data } = await api.ask(
      `query ($slug: String!) { proposal(slug: $slug) { examples { initiative { id } } }
         initiatives(first: 100) { nodes { id } } }`,
      { slug: proposal.slug },
    );
    return [
      data.proposal.examples.map((one: any) => one.initiative.id),
      data.initiatives.nodes.map((one: any) => one.id),
    ];
  };
  for (const ids of await read()) expect(ids).toContain(id);
  await withdraw(code);
  for (const ids of await read()) expect(ids).not.toContain(id);
  expect(await holding("garance")).toEqual([]);
});
