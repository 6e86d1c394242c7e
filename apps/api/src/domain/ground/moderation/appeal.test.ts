import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";

const api = seededApi();
const { act, one, respond, answered } = heldTexts(api);
let moderator: Viewer;
let other: Viewer;
let group: string;

const as = async (role: Role, groupId: string | null) => {
  const id = await personWith(api.database, [role], groupId);
  return viewerOf({ id, displayName: "Une autre personne", language: "fr" }, [{ role, groupId, territoryId: null }]);
};

beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  group = await one("select group_id as id from objective where slug = 'objectif-4'");
  other = await as("MODERATOR", group);
});

const ruling = `id outcome appealCode judgedElsewhere appeal { id text outcome note appealedOn decidedOn }`;
const own = async (code: string) =>
  (await api.ask(`{ receipt(code: "${code}") { rulings { ${ruling} } contributions { body status } } }`)).data.receipt;
const read = async (id: string) =>
  (await api.ask(`{ contribution(id: "${id}") { body } }`)).data.contribution?.body || undefined;

/** A text that was reported and hidden: its receipt, its id, the ruling as its author reads it. */
async function hidden(words = "Un maire qui dort.", by = moderator, more: object = {}) {
  const { code, contributions } = await respond({ "4.2": words }, more);
  const { id } = contributions[0]!;
  await act("reportText", { kind: "CONTRIBUTION", textId: id, reason: "INSULT" }, "");
  const { data } = await api.ask(
    `{ moderationDesk { held(first: 50) { nodes { id kind version } } } }`,
    {},
    by.has("MODERATOR", group) ? by : moderator,
  );
  const { version } = data.moderationDesk.held.nodes.find((text: any) => text.id.endsWith(id));
  const input = { kind: "CONTRIBUTION", textId: id, version, outcome: "HIDDEN", reason: "INSULT" };
  const { problems } = await act("ruleText", input, "", by);
  expect(problems).toEqual([]);
  const { rulings } = await own(code);
  return { code, id, words, ruling: rulings[0] };
}
const appeal = ({ id, appealCode }: any, text = "Il dort vraiment, c’est filmé.") =>
  act("appealRuling", { id, code: appealCode, text }, `ruling { ${ruling} }`);
const appeals = async (viewer: Viewer) =>
  (await api.ask(`{ appeals { id appeal { id text } ruling { ruling { id } text { id } } } }`, {}, viewer)).data
    .appeals;
const ownAppeals = async (viewer: Viewer) => {
  const asked = "{ moderationDesk { ownAppeals { appeal { id } ruling { ruling { id judgedElsewhere } } } } }";
  return (await api.ask(asked, {}, viewer)).data.moderationDesk.ownAppeals;
};
const decide = (id: string, outcome: string, viewer: Viewer, note: string | null = null) =>
  act("decideAppeal", { id, outcome, note }, "appeal { outcome note }", viewer);
const appealOf = async (viewer: Viewer, rulingId: string) =>
  (await appeals(viewer)).find(({ ruling: { ruling: it } }: any) => it.id === rulingId);

test("the author of a hidden text reads the reason and appeals once; somebody else restores it, and they are told", async () => {
  const it = await hidden();
  expect(await read(it.id)).toBeUndefined();
  expect(it.ruling).toMatchObject({ outcome: "HIDDEN", appeal: null, judgedElsewhere: false });
  expect((await own(it.code)).contributions[0].body).toBe(it.words);
  expect((await appeal(it.ruling)).ruling.appeal).toMatchObject({ outcome: null });
  expect((await appeal(it.ruling)).problems).toEqual([]); // sent again by a slow network
  expect((await appeal(it.ruling, "Autre chose.")).problems).toEqual([{ code: "NOT_NOW", field: "id" }]);

  expect(await appealOf(moderator, it.ruling.id)).toBeUndefined(); // who ruled does not decide
  const { id } = await appealOf(other, it.ruling.id);
  expect((await decide(id, "RESTORED", moderator)).error).toBe("FORBIDDEN");
  // The moderator who ruled reads that it is under appeal, and that somebody else decides; the others may decide it.
  const mine = { appeal: { id }, ruling: { ruling: { id: it.ruling.id, judgedElsewhere: false } } };
  expect(await ownAppeals(moderator)).toEqual([mine]);
  expect(await ownAppeals(other)).toEqual([]);
  for (let n = 0; n < 2; n++) expect((await decide(id, "RESTORED", other)).problems).toEqual([]);
  expect(await ownAppeals(moderator)).toEqual([]);
  expect(await read(it.id)).toBe(it.words);
  expect(await appealOf(other, it.ruling.id)).toBeUndefined();
  expect((await own(it.code)).rulings).toMatchObject([{ outcome: "SHOWN", appeal: { outcome: "RESTORED" } }]);
});

test("a ruling that is confirmed says why to the author, and cannot be undone by who gave it", async () => {
  const it = await hidden();
  await appeal(it.ruling);
  expect((await act("undoRuling", { id: it.ruling.id }, "", moderator)).problems).toEqual([
    { code: "NOT_NOW", field: "id" },
  ]);
  const { id } = await appealOf(other, it.ruling.id);
  expect((await decide(id, "CONFIRMED", other)).problems).toEqual([{ code: "REQUIRED", field: "note" }]);
  await decide(id, "CONFIRMED", other, "Ce mot vise une personne.");
  expect(await read(it.id)).toBeUndefined();
  expect((await own(it.code)).rulings).toMatchObject([
    { outcome: "HIDDEN", appeal: { outcome: "CONFIRMED", note: "Ce mot vise une personne." } },
  ]);
  expect((await decide(id, "RESTORED", other)).problems).toEqual([{ code: "NOT_NOW", field: "id" }]);
});

test("whoever left an address is told by mail what was decided of their appeal: alone, once, each outcome", async () => {
  const { smtpUrl } = config;
  Object.assign(config, { smtpUrl: "smtp://127.0.0.1:9" });
  try {
    for (const [outcome, says] of [
      ["RESTORED", "rétabli tel que vous"],
      ["CONFIRMED", "Ce mot vise une personne."],
    ] as const) {
      const followUpEmail = `${outcome.toLowerCase()}@exemple.fr`;
      const it = await hidden("Un maire qui dort.", moderator, { followUpEmail });
      await appeal(it.ruling);
      const { id } = await appealOf(other, it.ruling.id);
      for (const _ of [1, 2]) await decide(id, outcome, other, "Ce mot vise une personne.");
      const mails = await api.database.query<{ text: string; subject: string; stop_link: string }[]>(
        "select subject, text, stop_link from outgoing_mail where recipient = $1",
        [followUpEmail],
      );
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({
        subject: "Votre recours a été examiné",
        stop_link: expect.stringContaining("/mails/stop"),
      });
      expect(mails[0]!.text).toContain(says);
      expect(mails[0]!.text).toContain("/follow/");
    }
  } finally {
    Object.assign(config, { smtpUrl });
  }
});

test("words that were masked come back whole when the appeal is granted", async () => {
  const { code, contributions } = await respond({ "4.2": "Mon numéro : 06 12 34 56 78." });
  const { id } = contributions[0]!;
  const { data } = await api.ask(`{ moderationDesk { held(first: 50) { nodes { id version } } } }`, {}, moderator);
  const { version } = data.moderationDesk.held.nodes.find((text: any) => text.id.endsWith(id));
  const masks = [{ part: "body", start: 0, end: 3 }];
  await act(
    "ruleText",
    { kind: "CONTRIBUTION", textId: id, version, outcome: "MASKED", reason: "CONTACT", masks },
    "",
    moderator,
  );
  const given = (await own(code)).rulings[0];
  await appeal(given);
  await decide((await appealOf(other, given.id)).id, "RESTORED", other);
  expect(await read(id)).toBe("Mon numéro : 06 12 34 56 78.");
});

test("the code of an appeal is its author’s: neither the desk of moderators nor another ruling has it", async () => {
  const [it, another] = [await hidden("Un."), await hidden("Deux.")];
  const { data } = await api.ask(`{ moderationDesk { rulings { nodes { ruling { appealCode } } } } }`, {}, moderator);
  for (const { ruling: given } of data.moderationDesk.rulings.nodes) expect(given.appealCode).toBe(null);
  const stolen = { ...another.ruling, appealCode: it.ruling.appealCode };
  expect((await appeal(stolen)).problems).toEqual([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
});

test("a text that its author wrote anew has nothing left to decide", async () => {
  const it = await hidden("Un mot dur.");
  await appeal(it.ruling);
  const answers = answered({ "4.2": "Un mot doux." });
  await act("editResponse", { code: it.code, revision: 1, appearance: "ANONYMOUS", answers }, "receipt { status }");
  expect(await appealOf(other, it.ruling.id)).toBeUndefined();
});

test("where nobody else moderates the group, a moderator of another group or the administrator decides, and it says so", async () => {
  const administrator = await as("ADMINISTRATOR", null);
  const elsewhere = viewerOf({ id: await personWith(api.database, []), displayName: "", language: "fr" }, [
    { role: "MODERATOR", groupId: await one("select gen_random_uuid() as id"), territoryId: null },
  ]);
  expect(await appeals(visitor)).toBe(null);
  const before = await hidden("Un.");
  await appeal(before.ruling);
  for (const viewer of [administrator, elsewhere]) expect(await appealOf(viewer, before.ruling.id)).toBeUndefined();
  await api.database.query("update role_grant set ended_at = now() where role = 'MODERATOR' and person_id <> $1", [
    moderator.id,
  ]);
  const it = await hidden("Deux.");
  expect(it.ruling.judgedElsewhere).toBe(true);
  await appeal(it.ruling);
  expect(await appealOf(moderator, it.ruling.id)).toBeUndefined();
  expect(await appealOf(elsewhere, it.ruling.id)).toBeDefined();
  await decide((await appealOf(administrator, it.ruling.id)).id, "RESTORED", administrator);
  expect(await read(it.id)).toBe("Deux.");
});
