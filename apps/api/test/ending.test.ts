import { expect, test } from "vitest";
import { statesOf } from "../src/platform/data/state.ts";
import { seededApi } from "./demo.ts";
import { heldTexts } from "./held.ts";
import { holderOf } from "./people.ts";

const api = seededApi();
const { act, respond, ways } = heldTexts(api);

/** Which of the two states an act moves. */
async function moved(work: () => Promise<unknown>) {
  const before = await statesOf(api.database.manager);
  await work();
  const after = await statesOf(api.database.manager);
  return { state: before.state !== after.state, end: before.end !== after.end };
}

test("an answer and a reaction move the state, and end no page that is kept", async () => {
  const only = { state: true, end: false };
  expect(await moved(() => respond({ "4.2": "Un marché ouvert le soir, près de la gare." }))).toEqual(only);
  expect(await moved(() => ways.REACTION("Le camion passe déjà par chez nous le jeudi."))).toEqual(only);
});

test("nor does an answer that a moderator reads first: it was on no page", async () => {
  const groups = (sql: string) => api.database.query(sql);
  for (const mode of ["ALL", "FIRST"]) {
    await groups(`insert into review_choice (group_id, mode) select id, '${mode}' from working_group`);
    const only = { state: true, end: false };
    expect(await moved(() => respond({ "4.2": `Un four à pain partagé, rue ${mode}.` }))).toEqual(only);
    await groups("delete from review_choice");
  }
});

test("what is hidden, withdrawn, changed or published ends them", async () => {
  const both = { state: true, end: true };
  const { code: withdrawn } = await respond({ "4.2": "Un atelier de réparation le samedi." });
  const moderator = await holderOf(api.database, "MODERATOR");
  const { contributions } = await respond({ "4.2": "Une remorque partagée : appelez le 06 12 34 56 78." });
  const { data } = await api.ask("{ moderationDesk { held(first: 50) { nodes { id kind version } } } }", {}, moderator);
  const { kind, version } = data.moderationDesk.held.nodes.find(({ id }: any) => id.endsWith(contributions[0]!.id));
  const input = { kind, textId: contributions[0]!.id, version, outcome: "HIDDEN", reason: "OFF_TOPIC" };
  expect(await moved(() => act("ruleText", input, "ruling { id }", moderator))).toEqual(both);
  const withdraw = () => act("withdrawResponse", { code: withdrawn }, "receipt { code }");
  expect(await moved(withdraw)).toEqual(both);
  expect(await moved(() => api.database.query("update proposal set title = title || '.'"))).toEqual(both);
});

test("a table that nobody marked ends them at each write", async () => {
  const [{ n }] = await api.database.query<[{ n: string }]>(
    "select count(*) as n from pg_trigger where tgname = 'note_change' and tgnargs = 0",
  );
  expect(Number(n)).toBeGreaterThan(60);
});
