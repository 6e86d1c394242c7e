import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { trying } from "../../../../test/acts/acting.ts";

const api = seededApi();
let rapporteur: Viewer;
/** The ids of the proposals, by number. */
let ids: Record<number, string>;

beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const rows = await api.database.query<{ number: number; id: string }[]>("select number, id from proposal");
  ids = Object.fromEntries(rows.map(({ number, id }) => [number, id]));
});

const fields = `id kind text state resolution version notedBy settledBy proposals { number } viewerCan { edit }`;

const notes = async (viewer?: Viewer) => {
  const { data, errors } = await api.ask(`{ coherenceNotes { ${fields} } }`, {}, viewer);
  expect(errors).toBeUndefined();
  return data.coherenceNotes as any[];
};

const suggestions = async (viewer: Viewer | undefined = rapporteur) =>
  (
    await api.ask(
      "{ coherenceSuggestions { key kind about prefer proposals { id number } statements { text } } }",
      {},
      viewer,
    )
  ).data.coherenceSuggestions as any[];

/** A rapporteur of one group alone. */
const holding = (groupId: string) =>
  viewerOf({ id: rapporteur.id, displayName: "Léa", language: "fr" }, [
    { role: "RAPPORTEUR", groupId, territoryId: null },
  ]);

const attempt = trying(api, "code field value");
const act = async (name: string, input: object, viewer: Viewer | undefined = rapporteur) => {
  const rest = name.endsWith("Suggestion") ? "" : `note { ${fields} } current { text version }`;
  const { payload, code } = await attempt(name, input, rest, viewer);
  return { ...payload, code };
};

const note = (more: object = {}, viewer?: Viewer) =>
  act(
    "noteCoherence",
    {
      id: randomUUID(),
      version: 0,
      kind: "DEPENDENCY",
      proposalIds: [ids[1], ids[2]],
      text: "La première nomme ce que la deuxième finance.",
      ...more,
    },
    viewer,
  );

test("anybody reads what was noted between proposals that are public, and what was made of it", async () => {
  const all = await notes();
  expect(new Set(all.map(({ kind }) => kind))).toEqual(
    new Set(["DEPENDENCY", "POSSIBLE_CONTRADICTION", "SAME_INTERLOCUTOR", "SHARED_EXAMPLE"]),
  );
  expect(all[0].state).toBe("OPEN");
  expect(all.find(({ kind }) => kind === "SHARED_EXAMPLE")).toMatchObject({
    state: "RESOLVED",
    proposals: [{ number: 3 }, { number: 5 }],
    viewerCan: { edit: false },
  });
});

test("a note on a draft is the team's alone, on the page and on the other proposal", async () => {
  const onSecond = '{ proposal(slug: "proposition-2") { coherence { kind } } }';
  const kinds = async (viewer?: Viewer) =>
    (await api.ask(onSecond, {}, viewer)).data.proposal.coherence.map(({ kind }: { kind: string }) => kind);
  expect(await kinds()).toEqual(["SAME_INTERLOCUTOR"]);
  expect((await kinds(rapporteur)).toSorted()).toEqual(["SAME_INTERLOCUTOR", "TERMINOLOGY"]);
  expect((await notes()).map(({ kind }) => kind)).not.toContain("TERMINOLOGY");
  expect((await notes(rapporteur)).map(({ kind }) => kind)).toContain("TERMINOLOGY");
});

test("a note is written once whatever the retries, reworded from the version that was read, and settled with what was done", async () => {
  const input = { id: randomUUID() };
  const copies = await Promise.all([1, 2, 3].map(() => note(input)));
  for (const copy of copies) expect(copy).toMatchObject({ problems: [], note: { state: "OPEN", version: 1 } });
  expect((await notes()).filter(({ id }) => id === input.id)).toHaveLength(1);
  expect((await note({ ...input, text: "Autre chose." })).problems).toMatchObject([{ code: "CONFLICT" }]);

  const others = [ids[1], ids[3]];
  const reworded = await sentTwice(api.database, () =>
    note({ ...input, version: 1, text: "Dit autrement.", proposalIds: others }),
  );
  expect(reworded.note).toMatchObject({
    text: "Dit autrement.",
    version: 2,
    proposals: [{ number: 1 }, { number: 3 }],
  });
  expect(await note({ ...input, version: 1, text: "Trop tard." })).toMatchObject({
    problems: [{ code: "STALE", field: "version", value: "2" }],
    current: { text: "Dit autrement.", version: 2 },
  });

  const settle = (more: object) => act("settleCoherence", { id: input.id, version: 2, state: "KEPT", ...more });
  expect((await settle({ resolution: " " })).problems).toMatchObject([{ code: "REQUIRED", field: "resolution" }]);
  expect((await settle({ resolution: "Elles restent distinctes." })).note).toMatchObject({
    state: "KEPT",
    resolution: "Elles restent distinctes.",
    settledBy: rapporteur.displayName,
    version: 3,
  });
  const again = await settle({ state: "OPEN", version: 3 });
  expect(again.note).toMatchObject({ state: "OPEN", resolution: null, settledBy: null });
});

test.each([
  ["one proposal", () => ({ proposalIds: [ids[1], ids[1]] }), { code: "TOO_FEW_CHOICES", field: "proposalIds" }],
  ["none that is there", () => ({ proposalIds: [ids[1], "x"] }), { code: "UNKNOWN_CHOICE", field: "proposalIds" }],
  ["no text", () => ({ text: " " }), { code: "REQUIRED", field: "text" }],
  ["too long a text", () => ({ text: "x".repeat(601) }), { code: "TOO_LONG", field: "text" }],
])("%s is refused by field", async (_, more, problem) => {
  expect((await note(more())).problems).toMatchObject([problem]);
});

test("the data suggests what proposals have in common, to the team alone, and no suggestion is a note", async () => {
  const before = await notes(rapporteur);
  const all = await suggestions();
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  // The canteen is the example of 1, 3 and 5; a note says it of 3 and 5 alone.
  const canteen = all.find(({ kind, about }) => kind === "SHARED_EXAMPLE" && /Grandpré/.test(about));
  expect(canteen.proposals.map(({ number }: { number: number }) => number)).toEqual([1, 3, 5]);
  expect(all.some(({ kind, proposals }) => kind === "SAME_INTERLOCUTOR" && proposals.length > 1)).toBe(true);
  expect(await suggestions({ ...rapporteur, has: () => false, roles: [] })).toEqual([]);
  expect((await api.ask("{ coherenceSuggestions { key } viewerCan { noteCoherence } }")).data).toEqual({
    coherenceSuggestions: [],
    viewerCan: { noteCoherence: false },
  });
  expect(await notes(rapporteur)).toEqual(before);
});

test("two sentences that are near, and words that were to be left, are suggested with the sentences that say so", async () => {
  const write = async (proposal: number, text: string) =>
    api.database.query("insert into statement (proposal_id, part, position, text) values ($1, 'LIMIT', 99, $2)", [
      ids[proposal],
      text,
    ]);
  await write(3, "Un groupement de communes achète ensemble le camion frigorifique du territoire.");
  await write(8, "Les communes d’un groupement achètent ensemble un camion frigorifique pour le territoire.");
  await write(5, "Le consommateur paie le transport.");
  await write(6, "Des consommateurs avancent la somme.");
  const all = await suggestions();
  expect(all.filter(({ kind }) => kind === "DUPLICATE")).toContainEqual(
    expect.objectContaining({
      proposals: [expect.objectContaining({ number: 3 }), expect.objectContaining({ number: 8 })],
      statements: [{ text: expect.stringContaining("camion") }, { text: expect.stringContaining("camion") }],
    }),
  );
  expect(all.find(({ kind, about }) => kind === "TERMINOLOGY" && about === "consommateur")).toMatchObject({
    prefer: "usager, habitant",
    proposals: [{ number: 5 }, { number: 6 }],
    statements: [{ text: expect.stringContaining("consommateur") }, { text: expect.stringContaining("onsommateurs") }],
  });
});

test("a suggestion that was taken, or left aside, does not come back", async () => {
  const [taken, left] = await suggestions();
  const proposalIds = taken.proposals.map(({ id }: { id: string }) => id);
  await note({ kind: taken.kind, proposalIds, text: "Repris.", suggestion: taken.key });
  const about = { key: left.key, proposalIds: left.proposals.map(({ id }: { id: string }) => id) };
  expect((await act("leaveSuggestion", about)).problems).toEqual([]);
  expect((await act("leaveSuggestion", about)).problems).toEqual([]);
  const keys = (await suggestions()).map(({ key }) => key);
  expect(keys).not.toContain(taken.key);
  expect(keys).not.toContain(left.key);
});

test("whoever leaves a suggestion aside may say why; the team reads who did and when, and brings it back as it was", async () => {
  const { database } = api;
  const leftNow = async (viewer: Viewer | undefined = rapporteur) =>
    (await api.ask("{ leftSuggestions { key kind leftOn leftBy because proposals { number } } }", {}, viewer)).data
      .leftSuggestions as any[];
  const before = await suggestions();
  const [one] = before;
  const proposalIds = one.proposals.map(({ id }: { id: string }) => id);
  const leave = (because: string | null) => act("leaveSuggestion", { key: one.key, proposalIds, because });
  const restore = (viewer?: Viewer) => act("restoreSuggestion", { key: one.key, proposalIds }, viewer);
  expect((await leave("x".repeat(301))).problems).toMatchObject([{ code: "TOO_LONG", field: "because" }]);
  expect((await leave("L’une finance, l’autre emploie.")).problems).toEqual([]);
  // Sent again with other words it changes nothing: it was left already.
  await leave("Autre raison.");
  const told = { leftBy: rapporteur.displayName, because: "L’une finance, l’autre emploie." };
  expect((await leftNow()).find(({ key }) => key === one.key)).toMatchObject({
    ...told,
    kind: one.kind,
    leftOn: expect.stringMatching(/^\d{4}-/),
    proposals: one.proposals.map(({ number }: { number: number }) => ({ number })),
  });
  expect((await suggestions()).map(({ key }) => key)).not.toContain(one.key);
  // Others neither read it nor bring it back.
  const nobody = { ...rapporteur, has: () => false, roles: [] };
  expect(await leftNow(nobody)).toEqual([]);
  expect((await restore(nobody)).code).toBe("FORBIDDEN");

  const restored = await sentTwice(database, () => restore());
  expect(restored.problems).toEqual([]);
  expect((await leftNow()).map(({ key }) => key)).not.toContain(one.key);
  expect(await suggestions()).toEqual(before);
  const acts = await database.query(
    "select event from journal_entry where starts_with(data->>'key', $1) and event like 'coherenceNote.%' order by recorded_at",
    [one.key],
  );
  expect(acts).toEqual([{ event: "coherenceNote.suggestionLeft" }, { event: "coherenceNote.suggestionRestored" }]);
});

test("what a team leaves aside, or takes, others are told all the same; nobody leaves it for a team of which they are not", async () => {
  const { database } = api;
  const [{ id: groupId }] = await database.query<[{ id: string }]>(
    `insert into working_group select (jsonb_populate_record(g, jsonb_build_object(
       'id', gen_random_uuid(), 'slug', 'autre-groupe'))).* from working_group g limit 1 returning id`,
  );
  await database.query(
    `insert into proposal select (jsonb_populate_record(p, jsonb_build_object(
       'id', gen_random_uuid(), 'slug', 'autre-' || n, 'number', 200 + n, 'group_id', $1::uuid))).*
     from proposal p, generate_series(1, 2) n where p.number = 3`,
    [groupId],
  );
  await database.query(
    `insert into statement (proposal_id, part, position, text)
     select id, 'LIMIT', 99, 'Le consommateur paie.' from proposal where group_id = $1`,
    [groupId],
  );
  const [{ id: own }] = await database.query<[{ id: string }]>("select group_id as id from proposal where number = 3");
  const [ours, other] = [holding(own), holding(groupId)];
  const word = async (viewer: Viewer) => (await suggestions(viewer)).find(({ about }) => about === "consommateur");
  const named = ({ key, proposals }: any) => ({ key, proposalIds: proposals.map(({ id }: { id: string }) => id) });
  const [mine, yours] = [named(await word(ours)), named(await word(other))];
  expect((await act("leaveSuggestion", { ...mine, proposalIds: yours.proposalIds }, other)).problems).toEqual([]);
  expect([named(await word(ours)), await word(other)]).toEqual([mine, undefined]);
  await act("restoreSuggestion", yours, other);
  await act("leaveSuggestion", mine, ours);
  expect([await word(ours), named(await word(other))]).toEqual([undefined, yours]);
  await act("restoreSuggestion", mine, ours);
  await note({ kind: "TERMINOLOGY", proposalIds: mine.proposalIds, text: "Repris.", suggestion: mine.key }, ours);
  expect([await word(ours), named(await word(other))]).toEqual([undefined, yours]);
  await database.query("delete from statement where proposal_id = any($1::uuid[])", [yours.proposalIds]);
  await database.query("delete from proposal where group_id = $1", [groupId]);
  await database.query("delete from working_group where id = $1", [groupId]);
});

test("hundreds of suggestions come twenty at a time, each kind by turns; one about many proposals is taken or left like any", async () => {
  const more = await api.database.query<{ id: string }[]>(
    `insert into proposal select (jsonb_populate_record(p, jsonb_build_object(
       'id', gen_random_uuid(), 'slug', 'near-' || n, 'number', 100 + n))).*
     from proposal p, generate_series(1, 40) n where p.number = 3 returning id`,
  );
  // Words of their own in each pair: « boulangeriea moulina farinea foura ».
  for (const [at, { id }] of more.entries()) {
    const pair = Math.floor(at / 2);
    const words = ["boulangerie", "moulin", "farine", "four"].map(
      (word) => `${word}${"abcdefghijklmnopqrstuvwxyz"[pair]}`,
    );
    // oxlint-disable-next-line no-await-in-loop -- in their order
    await api.database.query("insert into statement (proposal_id, part, position, text) values ($1, 'LIMIT', 99, $2)", [
      id,
      `${words.join(" ")}. Le client attend.`,
    ]);
  }
  const all = await suggestions();
  expect(all.length).toBe(20);
  const kinds = all.map(({ kind }) => kind);
  expect(new Set(kinds.slice(0, 4)).size).toBeGreaterThan(2);
  expect(kinds.filter((kind) => kind === "DUPLICATE").length).toBeGreaterThan(5);

  const large = all.find(({ kind, about }) => kind === "TERMINOLOGY" && about === "client");
  expect(large.proposals.length).toBe(12);
  const proposalIds = large.proposals.map(({ id }: { id: string }) => id);
  expect((await act("leaveSuggestion", { key: large.key, proposalIds })).problems).toEqual([]);
  expect((await suggestions()).map(({ key }) => key)).not.toContain(large.key);
  await api.database.query("delete from statement where proposal_id = any($1::uuid[])", [more.map(({ id }) => id)]);
  await api.database.query("delete from proposal where id = any($1::uuid[])", [more.map(({ id }) => id)]);
});

test("what was done is in the journal, with who did it", async () => {
  const [entry] = await api.database.query(
    "select event, actor_id from journal_entry where event like 'coherenceNote.%' order by recorded_at limit 1",
  );
  expect(entry).toEqual({ event: "coherenceNote.noted", actor_id: rapporteur.id });
});

test("a list of notes costs as many statements as one", async () => {
  const many = await statementsOf(() => notes(rapporteur));
  await api.database.query("delete from coherence_note_proposal where proposal_id <> $1", [ids[3]]);
  const few = await statementsOf(() => notes(rapporteur));
  expect(many.length).toBe(few.length);
});
