import { expect, test } from "vitest";
import { statesOf } from "../../src/platform/data/state.ts";
import { seededApi } from "../site/demo.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf } from "../site/people.ts";

const api = seededApi();
const { act, respond, ways } = heldTexts(api);

/** The state that an act moves, of two. */
async function moved(work: () => Promise<unknown>) {
  const before = await statesOf(api.database.manager);
  await work();
  const after = await statesOf(api.database.manager);
  return { state: before.state !== after.state, end: before.end !== after.end };
}

/** Kinds of texts of which no row is kept in memory: each new one would have to end what is kept. */
const kinds = ["CONTRIBUTION", "SUPPLY", "REACTION", "AGENDA_REQUEST"] as const;

/** A new text moves the state alone. */
const only = { state: true, end: false };

/** Number of texts of a kind that wait since they came in a flood. */
const inFlood = async (kind: string) =>
  (
    await api.database.query<[{ n: number }]>(
      "select count(*)::int as n from hold where kind = $1 and flood_digest is not null",
      [kind],
    )
  )[0].n;

test.each(kinds)("%s: a new one moves the state, and ends no page that is kept", async (kind) => {
  expect(await moved(() => ways[kind]("Le camion passe déjà par chez nous le jeudi."))).toEqual(only);
});

test("nor does any text that a moderator reads first: it was on no page", async () => {
  for (const mode of ["ALL", "FIRST"]) {
    await api.database.query(`insert into review_choice (group_id, mode) select id, '${mode}' from working_group`);
    for (const kind of kinds)
      expect([mode, kind, await moved(() => ways[kind](`Un four à pain partagé, rue ${kind} ${mode}.`))]).toEqual([
        mode,
        kind,
        only,
      ]);
    await api.database.query("delete from review_choice");
  }
});

test.each(kinds)("%s: nor does one of a flood, held back as it comes", async (kind) => {
  for (let sent = 1; sent <= 60 && (await inFlood(kind)) < 2; sent++)
    expect([
      sent,
      await moved(() => ways[kind]("Achetez donc chez nous, rien n’est moins cher que notre boutique.")),
    ]).toEqual([sent, only]);
  expect(await inFlood(kind)).toBe(2);
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
