import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";

const api = seededApi();
const { act, ways, respond, answered } = heldTexts(api);
let moderator: Viewer;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
});

const report = (kind: string, textId: string, more: object = {}) =>
  act("reportText", { kind, textId, reason: "INSULT", ...more }, "judged");
const fields = "id kind status version because reports { reason count } reportNotes parts { name text }";
const desk = async (first = 50) =>
  (
    await api.ask(
      `{ moderationDesk { heldCount reportedCount held(first: ${first}) { nodes { ${fields} } pageInfo { endCursor } } } }`,
      {},
      moderator,
    )
  ).data.moderationDesk;
const waiting = async (id: string) => (await desk()).held.nodes.find((text: any) => text.id.endsWith(id));
const rule = (text: any, outcome: string, more: object = {}) =>
  act(
    "ruleText",
    { kind: text.kind, textId: text.id.split(":")[1], version: text.version, outcome, ...more },
    "ruling { id } text { status }",
    moderator,
  );

const others: Record<string, () => Promise<string>> = {
  MINORITY_POSITION: async () => {
    const [{ id }] = await api.database.query(
      `insert into minority_position (key, proposal_id, kind, text, territory_id, opened_by_id, opened_on)
       select $1, p.id, 'RESERVE', 'Une réserve du quai.', t.id, o.id, now() from (select id from proposal where number = 2) p,
         (select id from territory where kind = 'REGION' order by id limit 1) t, (select id from person limit 1) o returning id`,
      [randomUUID()],
    );
    return id;
  },
  ORGANISATION: async () =>
    (
      await api.database.query(
        `insert into organisation (slug, name, kind, about, state, registered_on)
         values ($1, 'Le quai', 'OTHER', 'Un atelier du quai.', 'CONFIRMED', now()) returning id`,
        [uniqueWord()],
      )
    )[0].id,
  DOCUMENT: async () =>
    (
      await api.database.query(
        `insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
         select $1, id, 'FILE', 'Le plan du quai', 'À lire.', 1, now(), '[]' from working_group where slug = 'circuits-courts'
         returning id`,
        [uniqueWord()],
      )
    )[0].id,
  EXCHANGE: async () =>
    (
      await api.database.query(
        "select id from exchange where status = 'VISIBLE' and id not in (select text_id from report) order by id",
      )
    )[0].id,
};
const kinds = [...Object.keys(ways), ...Object.keys(others)];
const given = async (kind: string) =>
  others[kind] ? others[kind]() : (await ways[kind as keyof typeof ways](`Un atelier du quai ${uniqueWord()}.`)).id;

describe.each(kinds)("a text that anybody reads: %s", (kind) => {
  test("is reported without an account: several reports are one case, and it shows meanwhile", async () => {
    const id = await given(kind);
    expect(await report(kind, id, { note: "Regardez la fin." })).toMatchObject({ problems: [], judged: false });
    await report(kind, id, { reason: "ADVERTISING" });
    await report(kind, id);
    expect(await waiting(id)).toMatchObject({
      kind,
      status: "VISIBLE",
      because: ["REPORTED"],
      reports: [
        { reason: "INSULT", count: 2 },
        { reason: "ADVERTISING", count: 1 },
      ],
      reportNotes: ["Regardez la fin."],
    });
  });

  test("is hidden with a reason, or kept as it is: the case is closed; undone, it is open again", async () => {
    const id = await given(kind);
    await report(kind, id);
    const { ruling, text } = await rule(await waiting(id), "HIDDEN", { reason: "INSULT" });
    expect(text.status).toBe("HIDDEN");
    expect(await waiting(id)).toBeUndefined();
    await act("undoRuling", { id: ruling.id }, "text { status }", moderator);
    const again = await waiting(id);
    expect(again).toMatchObject({ status: "VISIBLE", reports: [{ reason: "INSULT", count: 1 }] });
    expect((await rule(again, "SHOWN")).problems).toEqual([]);
    expect(await waiting(id)).toBeUndefined();
    // Words that were judged are not judged again since somebody else does not like them.
    expect(await report(kind, id)).toMatchObject({ problems: [], judged: true });
    expect(await waiting(id)).toBeUndefined();
  });
});

test("a supply that is read as a text is reported as what it is", async () => {
  const { id } = await ways.SUPPLY("Un four à pain sur le quai.");
  await report("CONTRIBUTION", id);
  expect(await waiting(id)).toMatchObject({ kind: "SUPPLY" });
});

test("a report lapses when the text changes", async () => {
  const { code, contributions } = await respond({ "4.2": "Des mots durs." });
  const { id } = contributions[0]!;
  await report("CONTRIBUTION", id);
  expect(await waiting(id)).toBeDefined();
  const answers = answered({ "4.2": "Des mots doux." });
  await act("editResponse", { code, revision: 1, appearance: "ANONYMOUS", answers }, "receipt { status }");
  expect(await waiting(id)).toBeUndefined();
});

test("a device reports a text once, says it otherwise, and takes it back", async () => {
  const { id } = await ways.CONTRIBUTION("Un mot de trop sur le quai.");
  const asked = (input: object) =>
    api.ask(
      "mutation ($input: ReportTextInput!) { reportText(input: $input) { problems { code } judged } }",
      { input: { kind: "CONTRIBUTION", textId: id, ...input } },
      undefined,
      { device: () => "one" },
    );
  await asked({ reason: "INSULT", note: "Lisez la fin." });
  await asked({ reason: "PERSON" });
  // The line that went with the first reason stays, until it is emptied.
  expect(await waiting(id)).toMatchObject({
    reports: [{ reason: "PERSON", count: 1 }],
    reportNotes: ["Lisez la fin."],
  });
  await asked({ reason: "PERSON", note: null });
  expect((await waiting(id)).reportNotes).toEqual([]);
  await asked({ reason: null });
  expect(await waiting(id)).toBeUndefined();
  await asked({ reason: "INSULT" });
  const [row] = await api.database.query("select * from report where text_id = $1", [id]);
  expect(Object.values(row).join(" ")).not.toMatch(/\bone\b/);
});

test("what nobody may read cannot be reported, nor told apart from what is not there", async () => {
  const { id } = await ways.CONTRIBUTION("Appelez le 06 12 34 56 78.");
  for (const textId of [id, randomUUID(), "x"])
    expect((await report("CONTRIBUTION", textId)).problems).toEqual([{ code: "GONE", field: "textId" }]);
  expect((await report("RESPONSE", id)).problems).toEqual([{ code: "GONE", field: "textId" }]);
});

test("several texts are ruled on at once with one reason, and undone at once; one that changed is left", async () => {
  const ids = await Promise.all([1, 2, 3].map((n) => ways.REACTION(`Voyez www.exemple.fr ${n}.`).then(({ id }) => id)));
  const texts = await Promise.all(ids.map(waiting));
  const read = texts.map(({ id, kind, version }) => ({ kind, textId: id.split(":")[1], version }));
  const input = { texts: read.with(2, { ...read[2]!, version: "old" }), outcome: "HIDDEN", reason: "ADVERTISING" };
  expect((await act("ruleTexts", { ...input, reason: null }, "", moderator)).problems).toEqual([
    { code: "REQUIRED", field: "reason" },
  ]);
  const { rulings } = await act("ruleTexts", input, "rulings { id text { id status } }", moderator);
  // Sent again, it tells the same rulings.
  const again = await act("ruleTexts", input, "rulings { id }", moderator);
  expect([rulings.length, again.rulings]).toEqual([2, rulings.map(({ id }: { id: string }) => ({ id }))]);
  expect(await Promise.all(ids.map(waiting))).toMatchObject([undefined, undefined, { status: "HELD" }]);
  await act("undoRuling", { id: rulings[0].id, batch: true }, "", moderator);
  expect(await Promise.all(ids.map(waiting))).toMatchObject([{ status: "HELD" }, { status: "HELD" }, {}]);
});

test("several authors are answered at once with one reason, and their texts go on waiting", async () => {
  const ids = await Promise.all([1, 2].map((n) => ways.REACTION(`Voyez www.exemple.org ${n}.`).then(({ id }) => id)));
  const texts = (await Promise.all(ids.map(waiting))).map(({ id, kind, version }) => ({
    ...{ kind, version },
    textId: id.split(":")[1],
  }));
  const input = { texts, outcome: "ANSWERED" };
  expect((await act("ruleTexts", input, "", moderator)).problems).toEqual([{ code: "REQUIRED", field: "note" }]);
  const note = "Ce lien est-il le vôtre ?";
  const { rulings } = await sentTwice(api.database, () =>
    act("ruleTexts", { ...input, note }, "rulings { id ruling { note } }", moderator),
  );
  expect(rulings).toMatchObject([{ ruling: { note } }, { ruling: { note } }]);
  expect(await Promise.all(ids.map(waiting))).toMatchObject([{ status: "HELD" }, { status: "HELD" }]);
});

test("the page of an organisation is for moderators of any group, not of the oldest one alone", async () => {
  const id = await others.ORGANISATION!();
  await report("ORGANISATION", id);
  const [group] = await api.database.query(
    `insert into working_group (slug, theme_id, name, final_goal, means, missions, commitments)
     select $1, theme_id, 'Un autre groupe', final_goal, means, missions, commitments from working_group limit 1 returning id`,
    [uniqueWord()],
  );
  const elsewhere = viewerOf(
    { id: await personWith(api.database, ["MODERATOR"], group.id), displayName: "Une personne", language: "fr" },
    [{ role: "MODERATOR", groupId: group.id, territoryId: null }],
  );
  const { data } = await api.ask(`{ moderationDesk { held(first: 50) { nodes { ${fields} } } } }`, {}, elsewhere);
  const text = data.moderationDesk.held.nodes.find((it: any) => it.id.endsWith(id));
  expect(data.moderationDesk.held.nodes.filter((it: any) => it.kind !== "ORGANISATION")).toEqual([]);
  const ruling = { kind: text.kind, textId: id, version: text.version, outcome: "HIDDEN", reason: "INSULT" };
  expect((await act("ruleText", ruling, "text { status }", elsewhere)).text).toEqual({ status: "HIDDEN" });
});

test("the queue costs as many statements for many reported texts as for a few", async () => {
  const reported = async () => report("REACTION", (await ways.REACTION(`Un avis du quai ${uniqueWord()}.`)).id);
  await reported();
  await desk(); // which groups one moderates is cached from then on
  const before = (await statementsOf(() => desk())).length;
  for (let n = 0; n < 5; n++) await reported();
  expect((await statementsOf(() => desk())).length).toBe(before);
});
