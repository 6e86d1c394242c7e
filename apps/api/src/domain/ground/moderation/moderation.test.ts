import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";

const api = seededApi();
const { act, one, answered, respond, ways } = heldTexts(api);
let moderator: Viewer;
const phone = "06 12 34 56 78";

beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
});

const fields = `id kind status version because answered about quoted path givenOn parts { name label text contacts { kind start end } }
  beside { label text }`;
const desk = async (viewer = moderator, first = 50) =>
  (
    await api.ask(
      `{ moderationDesk { heldCount heldSince held(first: ${first}) { nodes { ${fields} } pageInfo { endCursor hasNextPage } }
         rulings(first: 50) { nodes { id ruledBy ruling { outcome reason note textId } text { status parts { text } } } } } }`,
      {},
      viewer,
    )
  ).data.moderationDesk;
const waiting = async (id: string) => (await desk()).held.nodes.find((text: any) => text.id.endsWith(id));

const rule = (text: any, outcome: string, more: object = {}, viewer = moderator) =>
  act(
    "ruleText",
    { kind: text.kind, textId: text.id.split(":")[1], version: text.version, outcome, ...more },
    `ruling { id ruledBy ruling { outcome reason former { name text } } } text { ${fields} }`,
    viewer,
  );
const undo = (id: string, viewer = moderator) => act("undoRuling", { id }, `text { ${fields} }`, viewer);
const masksOf = ({ parts }: any) =>
  parts.flatMap(({ name, contacts }: any) => contacts.map(({ start, end }: any) => ({ part: name, start, end })));

describe.each(Object.keys(ways) as (keyof typeof ways)[])("a text that waits: %s", (kind) => {
  const words = `Un atelier du quai, appelez le ${phone} le soir.`;

  test("is read by a moderator with the reason why it waits, and by nobody else before", async () => {
    const { id, read } = await ways[kind](words);
    const text = await waiting(id);
    expect(text).toMatchObject({ kind, status: "HELD", because: ["TELEPHONE"] });
    const part = text.parts.find(({ contacts }: any) => contacts.length > 0);
    expect(part.contacts.map(({ start, end }: any) => part.text.slice(start, end))).toEqual([phone]);
    expect((await read()) ?? null).toBe(null);
  });

  test("appears once it is let through, and waits again when that is undone", async () => {
    const { id, read } = await ways[kind](words);
    const { problems, ruling } = await rule(await waiting(id), "SHOWN");
    expect(problems).toEqual([]);
    expect(await read()).toBe(words);
    expect(await waiting(id)).toBeUndefined();
    for (let n = 0; n < 2; n++) expect((await undo(ruling.id)).problems).toEqual([]);
    expect((await read()) ?? null).toBe(null);
    expect(await waiting(id)).toMatchObject({ status: "HELD" });
  });

  test("appears without its telephone number once that is masked; undone, it has all its words", async () => {
    const { id, read } = await ways[kind](words);
    const text = await waiting(id);
    const masks = masksOf(text);
    const { ruling } = await sentTwice(api.database, () => rule(text, "MASKED", { reason: "CONTACT", masks }));
    // Other words of the same text are no second try.
    const other = [{ ...masks[0], start: masks[0].start + 1 }];
    expect((await rule(text, "MASKED", { reason: "CONTACT", masks: other })).problems).toMatchObject([
      { code: "NOT_NOW" },
    ]);
    expect(await read()).toBe(words.replace(phone, "[…]"));
    await undo(ruling.id);
    expect((await waiting(id)).parts).toEqual(text.parts);
  });

  test("is kept back with a reason: nobody reads it, and the desk keeps how it was ruled", async () => {
    const { id, read } = await ways[kind](words);
    expect((await rule(await waiting(id), "HIDDEN")).problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
    const text = await waiting(id);
    const why = { reason: "ADVERTISING", note: "Sans la réclame, il paraîtra." };
    await sentTwice(api.database, () => rule(text, "HIDDEN", why));
    expect((await read()) ?? null).toBe(null);
    const { rulings } = await desk();
    expect(rulings.nodes[0]).toMatchObject({
      ruledBy: moderator.displayName,
      ruling: { outcome: "HIDDEN", reason: "ADVERTISING", note: "Sans la réclame, il paraîtra.", textId: id },
      text: { status: "HIDDEN" },
    });
  });
});

test("the author of a text is answered before it is decided: it goes on waiting, and they read the answer by their receipt", async () => {
  const { code, contributions } = await respond({ "4.2": `Mon numéro : ${phone}.` });
  const { id } = contributions[0]!;
  const own = async () =>
    (await api.ask(`{ receipt(code: "${code}") { status rulings { outcome note reason appealCode } } }`)).data.receipt;
  const text = await waiting(id);
  expect((await rule(text, "ANSWERED")).problems).toEqual([{ code: "REQUIRED", field: "note" }]);
  const note = "Ce numéro est-il le vôtre ?";
  const { ruling } = await sentTwice(api.database, () => rule(text, "ANSWERED", { note }));
  expect(await waiting(id)).toMatchObject({ status: "HELD", because: ["TELEPHONE"], answered: note });
  const read = { outcome: "ANSWERED", note, reason: null, appealCode: null };
  expect(await own()).toEqual({ status: "HELD", rulings: [read] });
  await undo(ruling.id);
  expect(await own()).toEqual({ status: "HELD", rulings: [] });
  await rule(await waiting(id), "ANSWERED", { note });
  expect((await rule(await waiting(id), "SHOWN")).problems).toEqual([]);
  expect(await own()).toMatchObject({ status: "VISIBLE", rulings: [{ outcome: "SHOWN" }] });
  expect(await waiting(id)).toBeUndefined();
});

test("of two moderators at once one rules; the other is told what was ruled, and by whom", async () => {
  const { id } = await ways.CONTRIBUTION(`Écrivez à quai@exemple.fr pour venir.`);
  const text = await waiting(id);
  const answers = await Promise.all([rule(text, "SHOWN"), rule(text, "HIDDEN", { reason: "INSULT" })]);
  expect(answers.flatMap(({ problems }) => problems.map(({ code }: any) => code))).toEqual(["NOT_NOW"]);
  const [late] = answers.filter(({ problems }) => problems.length > 0);
  expect(late.ruling).toMatchObject({ ruledBy: moderator.displayName });
});

test("a text that its author changed since is not ruled on unread", async () => {
  const { code, contributions } = await respond({ "4.2": `Mon numéro : ${phone}.` });
  const text = await waiting(contributions[0]!.id);
  const answers = answered({ "4.2": `Un autre : ${phone}, et www.exemple.fr.` });
  await act("editResponse", { code, revision: 1, appearance: "ANONYMOUS", answers }, "receipt { status }");
  expect((await rule(text, "SHOWN")).problems).toEqual([{ code: "STALE", field: "version" }]);
});

test("the author reads the ruling by their receipt, with the words that were masked; a mail’s link does not", async () => {
  const { code, contributions } = await respond({ "4.2": `Mon numéro : ${phone}.` });
  const text = await waiting(contributions[0]!.id);
  await rule(text, "MASKED", { reason: "CONTACT", masks: masksOf(text), note: "Le numéro seul est masqué." });
  const { data } = await api.ask(
    `{ receipt(code: "${code}") { status contributions { body } rulings { outcome reason note textId former { name text } } } }`,
  );
  expect(data.receipt).toEqual({
    status: "VISIBLE",
    contributions: [{ body: "Mon numéro : […]." }],
    rulings: [
      {
        outcome: "MASKED",
        reason: "CONTACT",
        note: "Le numéro seul est masqué.",
        textId: contributions[0]!.id,
        former: [{ name: "body", text: `Mon numéro : ${phone}.` }],
      },
    ],
  });
});

test("words that were masked go with the text that its author takes back", async () => {
  const { code, contributions } = await respond({ "4.2": `Mon numéro : ${phone}.` });
  const text = await waiting(contributions[0]!.id);
  const { ruling } = await rule(text, "MASKED", { reason: "CONTACT", masks: masksOf(text) });
  await act("withdrawResponse", { code }, "receipt { status }");
  const [row] = await api.database.query("select former, lifted_at from ruling where id = $1", [ruling.id]);
  expect(row).toEqual({ former: {}, lifted_at: expect.any(Date) });
  expect((await undo(ruling.id)).problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("a text that was kept back and is written anew waits again, and says so", async () => {
  const { code, contributions } = await respond({ "4.2": `Venez sur www.exemple.fr.` });
  const { id } = contributions[0]!;
  await rule(await waiting(id), "HIDDEN", { reason: "ADVERTISING" });
  const answers = answered({ "4.2": "Venez sans réclame." });
  await act("editResponse", { code, revision: 1, appearance: "ANONYMOUS", answers }, "receipt { status }");
  expect(await waiting(id)).toMatchObject({ status: "HELD", because: ["CHANGED"] });
});

test("masks outside of the text are refused, and so is masking nothing", async () => {
  const { id } = await ways.CONTRIBUTION(`Appelez le ${phone}.`);
  const text = await waiting(id);
  const mask = (masks: object[]) => rule(text, "MASKED", { reason: "CONTACT", masks });
  expect((await mask([])).problems).toEqual([{ code: "REQUIRED", field: "masks" }]);
  for (const masks of [
    [{ part: "body", start: 3, end: 999 }],
    [{ part: "body", start: 5, end: 5 }],
    [{ part: "title", start: 0, end: 2 }],
  ])
    expect((await mask(masks)).problems).toEqual([{ code: "NOT_IN_TEXT", field: "masks" }]);
});

test("a page of the desk costs as many statements for many texts as for two", async () => {
  const statements = async (first: number) => (await statementsOf(() => desk(moderator, first))).length;
  expect(await statements(20)).toBe(await statements(2));
});

describe("who rules", () => {
  const as = async (role: Role, groupId: string | null) => {
    const id = await personWith(api.database, [role], groupId);
    return viewerOf({ id, displayName: "Une personne", language: "fr" }, [{ role, groupId, territoryId: null }]);
  };

  test("a visitor, a rapporteur and an administrator have no such desk, nor have moderators of another group", async () => {
    const { id } = await ways.CONTRIBUTION(`Appelez le ${phone}.`);
    const text = await waiting(id);
    const elsewhere = viewerOf({ id: moderator.id, displayName: "", language: "fr" }, [
      { role: "MODERATOR", groupId: randomUUID(), territoryId: null },
    ]);
    for (const viewer of [visitor, await as("RAPPORTEUR", null), await as("ADMINISTRATOR", null), elsewhere]) {
      expect(await desk(viewer)).toBe(null);
      expect(["FORBIDDEN", "UNAUTHENTICATED"]).toContain((await rule(text, "SHOWN", {}, viewer)).error);
    }
  });

  test("a facilitator rules where the group has no moderator, and there alone", async () => {
    const { id } = await ways.CONTRIBUTION(`Appelez le ${phone}.`);
    const group = await one("select id from working_group order by id");
    const facilitator = await as("FACILITATOR", group);
    expect(await desk(facilitator)).toBe(null);
    const ended = await api.database.query<{ grant: string }[]>(
      "update role_grant set ended_at = now() where role = 'MODERATOR' and ended_at is null returning id as grant",
    );
    expect(
      (
        await rule(
          (await desk(facilitator)).held.nodes.find((it: any) => it.id.endsWith(id)),
          "SHOWN",
          {},
          facilitator,
        )
      ).problems,
    ).toEqual([]);
    await api.database.query("update role_grant set ended_at = null where id = any($1::uuid[])", [
      ended.map(({ grant }) => grant),
    ]);
  });
});
