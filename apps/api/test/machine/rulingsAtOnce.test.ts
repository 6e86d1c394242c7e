import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf, personWith } from "../site/people.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";

const api = seededApi();
const { act, one, respond, answered } = heldTexts(api);
let moderator: Viewer;
let other: Viewer;

beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  const groupId = await one("select group_id as id from objective where slug = 'objectif-4'");
  other = viewerOf(
    { id: await personWith(api.database, ["MODERATOR"], groupId), displayName: "Deux", language: "fr" },
    [{ role: "MODERATOR", groupId, territoryId: null }],
  );
});

const waiting = async (id: string) => {
  const fields = "id kind status version because reports { reason count } reportNotes";
  const { data } = await api.ask(`{ moderationDesk { held(first: 50) { nodes { ${fields} } } } }`, {}, moderator);
  return data.moderationDesk.held.nodes.find((text: any) => text.id.endsWith(id));
};
const read = async (id: string) =>
  (await api.ask(`{ contribution(id: "${id}") { body } }`)).data.contribution?.body || undefined;
const reported = (textId: string, device: string, note = "") =>
  api.ask(
    "mutation ($input: ReportTextInput!) { reportText(input: $input) { problems { code } } }",
    { input: { kind: "CONTRIBUTION", textId, reason: "INSULT", note } },
    undefined,
    { device: () => device },
  );
const rule = (text: any, outcome: string, viewer = moderator) =>
  act(
    "ruleText",
    {
      kind: text.kind,
      textId: text.id.split(":")[1],
      version: text.version,
      outcome,
      reason: outcome === "HIDDEN" ? "INSULT" : null,
    },
    "ruling { id } text { status }",
    viewer,
  );
/** A text that shows, and the code of its author. */
async function given(words: string) {
  const { code, contributions } = await respond({ "4.2": words });
  return { code, id: contributions[0]!.id };
}
const edit = (code: string, words: string) =>
  act(
    "editResponse",
    { code, revision: 1, appearance: "ANONYMOUS", answers: answered({ "4.2": words }) },
    "receipt { status }",
  );
const codes = (answers: any[]) => answers.flatMap(({ problems }) => (problems ?? []).map(({ code }: any) => code));

test("two hundred reports of a device are one, of two hundred devices one case, and the text shows until somebody rules", async () => {
  const { id } = await given("Un quai que personne n’aime.");
  for (let n = 0; n < 200; n++) await reported(id, "one", `Encore ${n}.`);
  expect(await waiting(id)).toMatchObject({ reports: [{ count: 1 }] });
  for (let n = 0; n < 199; n++) await reported(id, `device ${n}`, `Moi aussi, ${n}.`);
  const text = await waiting(id);
  expect(text).toMatchObject({ status: "VISIBLE", reports: [{ reason: "INSULT", count: 200 }] });
  expect(text.reportNotes).toHaveLength(20);
  expect(await read(id)).toBe("Un quai que personne n’aime.");
});

test("of two appeals at once one is kept, and of two who decide at once one decides", async () => {
  const { code, id } = await given("Un maire qui dort au conseil.");
  await reported(id, "one");
  await rule(await waiting(id), "HIDDEN");
  const { data } = await api.ask(`{ receipt(code: "${code}") { rulings { id appealCode } } }`);
  const [ruling] = data.receipt.rulings;
  const appeal = (text: string) => act("appealRuling", { id: ruling.id, code: ruling.appealCode, text }, "");
  expect(codes(await Promise.all([appeal("Il dort."), appeal("C’est filmé.")]))).toEqual(["NOT_NOW"]);
  const { data: desk } = await api.ask("{ appeals { id ruling { ruling { id } } } }", {}, other);
  const { id: appealId } = desk.appeals.find((it: any) => it.ruling.ruling.id === ruling.id);
  const decide = (outcome: string) =>
    act("decideAppeal", { id: appealId, outcome, note: "Relu." }, "appeal { outcome }", other);
  const decided = await Promise.all([decide("RESTORED"), decide("CONFIRMED")]);
  expect(codes(decided)).toEqual(["NOT_NOW"]);
  expect(decided.map(({ error }) => error)).toEqual([undefined, undefined]);
});

test("two moderators who rule at once: one does, the other is told", async () => {
  const { id } = await given("Un texte dont on dispute.");
  await reported(id, "one");
  const text = await waiting(id);
  const answers = await Promise.all([rule(text, "HIDDEN"), rule(text, "SHOWN", other)]);
  expect(codes(answers)).toEqual(["NOT_NOW"]);
  expect(answers.map(({ error }) => error)).toEqual([undefined, undefined]);
});

test("a text that is hidden while its author edits it: no word of it shows that nobody read", async () => {
  for (let n = 0; n < 3; n++) {
    const { code, id } = await given(`Un mot dur, le numéro ${n}.`);
    await reported(id, "one");
    const text = await waiting(id);
    const [ruled, edited] = await Promise.all([rule(text, "HIDDEN"), edit(code, `Un mot doux, le numéro ${n}.`)]);
    expect([ruled.error, edited.error, edited.problems]).toEqual([undefined, undefined, []]);
    const { status, because } = (await waiting(id)) ?? {};
    // Hidden first, the new words wait to be read; edited first, the old ones are judged no more.
    expect([
      [undefined, "HELD", ["CHANGED"], undefined],
      ["STALE", undefined, undefined, `Un mot doux, le numéro ${n}.`],
    ]).toContainEqual([ruled.problems[0]?.code, status, because, await read(id)]);
  }
});

test("a ruling on a text that its author took back meanwhile says so, and changes nothing", async () => {
  const { code, id } = await given("Un mot que je regrette.");
  await reported(id, "one");
  const text = await waiting(id);
  await act("withdrawResponse", { code }, "receipt { status }");
  const { error, problems, ruling } = await rule(text, "HIDDEN");
  expect([error, ruling]).toEqual([undefined, null]);
  expect(problems).toMatchObject([{ code: "STALE", field: "version" }]);
  expect(await waiting(id)).toBeUndefined();
  expect(await read(id)).toBeUndefined();
});
