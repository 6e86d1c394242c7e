import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { exchangeFields, exchangeInput, exchanging } from "../../../../test/acts/exchanges.ts";
import { statementsOf } from "../../../../test/site/statements.ts";

const api = seededApi();
const { the, somebody, act, see, list, post } = exchanging(api);

test("whoever has an account posts what they look for or offer, once whatever the retries", async () => {
  const said = exchangeInput({ initiative: "la-ruche-aux-sous", organisation: "Les Caves du Port" });
  const copies = await Promise.all([1, 2, 3].map(() => act("postExchange", said, the.author)));
  for (const { problems, exchange } of copies) {
    expect(problems).toEqual([]);
    expect(exchange).toMatchObject({
      title: "Une cave voûtée",
      authorName: "Aline",
      state: "OPEN",
      region: { slug: "bretagne" },
      initiative: { slug: "la-ruche-aux-sous" },
      organisation: "Les Caves du Port",
      viewerCan: { edit: true, hide: false, ask: false },
    });
  }
  expect((await list()).nodes.filter(({ id }) => id === said.id)).toHaveLength(1);
});

test("the list narrows by direction, kind, sector and territory", async () => {
  const { exchange } = await post({ direction: "NEED", kind: "MONEY", sector: "CULTURE", territory: "morbihan" });
  const has = async (filter: object) => (await list(filter)).nodes.some(({ id }) => id === exchange.id);
  for (const filter of [
    { direction: "NEED" },
    { kind: "MONEY" },
    { sector: "CULTURE" },
    { territory: "morbihan" },
    { territory: "bretagne" },
    { direction: "NEED", kind: "MONEY", sector: "CULTURE", territory: "bretagne-2012" },
  ])
    expect([filter, await has(filter)]).toEqual([filter, true]);
  for (const filter of [
    { direction: "OFFER" },
    { sector: "FOOD" },
    { territory: "finistere" },
    { territory: "atlantide" },
  ])
    expect([filter, await has(filter)]).toEqual([filter, false]);
});

test("a page of the list goes on where it stopped", async () => {
  const ask = async (after: string | null) =>
    (
      await api.ask(
        `query ($after: String) { exchanges(first: 3, after: $after) { total nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { after },
      )
    ).data.exchanges;
  const pages = [await ask(null)];
  while (pages.at(-1).pageInfo.hasNextPage) pages.push(await ask(pages.at(-1).pageInfo.endCursor));
  const seen = pages.flatMap(({ nodes }) => nodes.map(({ id }: { id: string }) => id));
  expect(seen).toHaveLength(pages[0].total);
  expect(new Set(seen).size).toBe(seen.length);
});

test.each([
  ["no title", { title: " " }, { code: "REQUIRED", field: "title" }],
  ["a link in the text", { text: "Voyez www.exemple.fr" }, { code: "CARRIES_CONTACT", field: "text" }],
  ["a telephone in the title", { title: "06 12 34 56 78" }, { code: "CARRIES_CONTACT", field: "title" }],
  [
    "an address in the organisation",
    { organisation: "a@exemple.fr" },
    { code: "CARRIES_CONTACT", field: "organisation" },
  ],
  ["an unknown sector", { sector: "MAGIC" }, { code: "UNKNOWN_CHOICE", field: "sector" }],
  ["no territory", { territory: "" }, { code: "TERRITORY_REQUIRED", field: "territory" }],
  ["an unknown territory", { territory: "atlantide" }, { code: "UNKNOWN_TERRITORY", field: "territory" }],
  ["an unknown initiative", { initiative: "nulle-part" }, { code: "UNKNOWN_CHOICE", field: "initiative" }],
  ["a day that is past", { expiresOn: "2020-01-01" }, { code: "OUT_OF_RANGE", field: "expiresOn" }],
  ["a day too far", { expiresOn: "2999-01-01" }, { code: "OUT_OF_RANGE", field: "expiresOn" }],
])("%s is refused by field", async (_, more, problem) => {
  expect((await post(more)).problems).toMatchObject([problem]);
});

test("an account without a name says one, which carries no address", async () => {
  const nameless = await somebody("");
  expect((await post({}, nameless)).problems).toMatchObject([{ code: "REQUIRED", field: "name" }]);
  expect((await post({ name: "x@exemple.fr" }, nameless)).problems).toMatchObject([{ code: "CARRIES_CONTACT" }]);
  expect((await post({ name: "Chloé" }, nameless)).exchange.authorName).toBe("Chloé");
});

test("its author changes it from the version that was read, closes it and opens it again; nobody else does", async () => {
  const said = exchangeInput();
  await act("postExchange", said, the.author);
  const changed = { ...said, version: 1, title: "Une cave et son monte-charge" };
  expect((await act("postExchange", changed, the.asker)).code).toBe("FORBIDDEN");
  expect((await act("postExchange", changed, the.author)).exchange).toMatchObject({ title: changed.title, version: 2 });
  expect(await act("postExchange", { ...said, version: 1, title: "Trop tard" }, the.author)).toMatchObject({
    problems: [{ code: "STALE", value: "2" }],
    current: { title: changed.title, version: 2 },
  });
  expect((await act("closeExchange", { id: said.id, close: true }, the.asker)).code).toBe("FORBIDDEN");
  expect((await act("closeExchange", { id: said.id, close: true }, the.author)).exchange.state).toBe("CLOSED");
  expect((await list()).nodes.map(({ id }) => id)).not.toContain(said.id);
  expect((await act("closeExchange", { id: said.id, close: false }, the.author)).exchange.state).toBe("OPEN");
});

test("what is past its day is no longer listed, and its page says so", async () => {
  const { exchange } = await post();
  await api.database.query("update exchange set expires_on = '2020-01-01' where id = $1", [exchange.id]);
  expect((await list()).nodes.map(({ id }) => id)).not.toContain(exchange.id);
  expect((await see(exchange.id)).state).toBe("EXPIRED");
});

test("a moderator hides a notice by a ruling with a reason that all read; its author reads it, and may appeal", async () => {
  const { exchange } = await post();
  const { id } = exchange;
  const hide = async (reason: string | null) =>
    (await act("hideExchange", { id, reason, note: "Ceci n’est pas un échange." }, the.moderator)).problems;
  expect(await hide(null)).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
  expect(await hide("OFF_TOPIC")).toEqual([]);
  // Pressed twice, it is ruled once.
  expect(await hide("OFF_TOPIC")).toEqual([]);
  expect((await list()).nodes.map((it) => it.id)).not.toContain(id);
  const hidden = { state: "OPEN", status: "HIDDEN" };
  expect(await see(id)).toMatchObject({ title: "", text: "", authorName: "", statusReason: null, ...hidden });
  const own = { title: exchange.title, viewerCan: { edit: false, hide: false }, ...hidden };
  expect(await see(id, the.author)).toMatchObject({ ...own, statusReason: "Ceci n’est pas un échange." });
  const rulings = await api.database.query<{ id: string; reason: string }[]>(
    "select id, reason from ruling where kind = 'EXCHANGE' and text_id = $1 and lifted_at is null",
    [id],
  );
  expect(rulings.map(({ reason }) => reason)).toEqual(["OFF_TOPIC"]);
  const undo = `mutation ($input: UndoRulingInput!) { undoRuling(input: $input) { problems { code } } }`;
  const undone = await api.ask(undo, { input: { id: rulings[0]!.id } }, the.moderator);
  expect(undone.data.undoRuling.problems).toEqual([]);
  expect((await see(id)).title).toBe(exchange.title);
});

test("a notice hidden before hiding was a ruling is shown again from its page", async () => {
  const { exchange } = await post();
  const { id } = exchange;
  await api.database.query("update exchange set status = 'HIDDEN', status_reason = 'Hors sujet.' where id = $1", [id]);
  expect((await see(id, the.moderator)).viewerCan.hide).toBe(true);
  expect((await act("hideExchange", { id, reason: null }, the.moderator)).problems).toEqual([]);
  expect((await see(id)).title).toBe(exchange.title);
});

test("what moderators ruled on is shown again by no other way than theirs: an appeal against it would be for nothing", async () => {
  const { exchange } = await post({ text: "Libre le mardi." });
  const { id } = exchange;
  const hide = async (reason: string | null) => (await act("hideExchange", { id, reason }, the.moderator)).problems;
  const mayHide = async () => (await see(id, the.moderator)).viewerCan.hide;
  expect(await mayHide()).toBe(true);
  await api.ask(
    `mutation ($input: ReportTextInput!) { reportText(input: $input) { problems { code } } }`,
    { input: { kind: "EXCHANGE", textId: id, reason: "INSULT" } },
    the.asker,
  );
  const desk = `{ moderationDesk { held(first: 50) { nodes { id version } } } }`;
  const { nodes } = (await api.ask(desk, {}, the.moderator)).data.moderationDesk.held;
  const { version } = nodes.find((text: { id: string }) => text.id === `EXCHANGE:${id}`);
  const ruling = { kind: "EXCHANGE", textId: id, version, outcome: "HIDDEN", reason: "INSULT" };
  const rule = `mutation ($input: RuleTextInput!) { ruleText(input: $input) { problems { code } } }`;
  expect((await api.ask(rule, { input: ruling }, the.moderator)).data.ruleText.problems).toEqual([]);

  expect(await mayHide()).toBe(false);
  for (const reason of [null, "OFF_TOPIC"])
    expect(await hide(reason)).toMatchObject([{ code: "NOT_NOW", field: "reason" }]);
  expect(await see(id)).toMatchObject({ title: "", status: "HIDDEN", statusReason: null });
  await api.database.query("update exchange set status = 'HELD' where id = $1", [id]);
  expect(await hide("OFF_TOPIC")).toMatchObject([{ code: "NOT_NOW", field: "reason" }]);
});

test("beside a need stand those who offer it, those who need it too, and the initiatives that do the same", async () => {
  const { exchange } = await post({ direction: "NEED" });
  const { data } = await api.ask(
    `query ($id: ID!) { exchange(id: $id) {
       answering { direction sector region { slug } } near { id direction } initiatives { sector region { slug } } } }`,
    { id: exchange.id },
  );
  const { answering, near, initiatives } = data.exchange;
  expect(answering.length).toBeGreaterThan(0);
  for (const one of answering) expect(one.direction).toBe("OFFER");
  expect(answering[0]).toMatchObject({ sector: "FOOD", region: { slug: "bretagne" } });
  for (const one of near) expect(one).toMatchObject({ direction: "NEED" });
  expect(near.map(({ id }: { id: string }) => id)).not.toContain(exchange.id);
  expect(initiatives[0]).toMatchObject({ sector: "FOOD", region: { slug: "bretagne" } });
  for (const one of initiatives) expect(one.sector === "FOOD" || one.region?.slug === "bretagne").toBe(true);
});

test("a notice names its initiative while anybody may read it: neither hidden, nor of a group in preparation", async () => {
  const { database } = api;
  const initiative = "la-ruche-aux-sous";
  const said = exchangeInput({ initiative });
  const { exchange } = await act("postExchange", said, the.author);
  let version = 1;
  const [{ id, groupId }] = await database.query(`select id, group_id as "groupId" from initiative where slug = $1`, [
    initiative,
  ]);
  const [{ preparing }] = await database.query(
    `insert into working_group (slug, theme_id, name, final_goal, means, preparing)
     select 'a-venir', id, 'À venir', 'But', '[]', true from theme order by id limit 1 returning id as preparing`,
  );
  for (const [set, back] of [
    ["status = 'HIDDEN'", "status = 'VISIBLE'"],
    [`group_id = '${preparing}'`, `group_id = ${groupId ? `'${groupId}'` : "null"}`],
  ]) {
    await database.query(`update initiative set ${set} where id = $1`, [id]);
    for (const viewer of [undefined, the.author]) expect((await see(exchange.id, viewer)).initiative).toBeNull();
    expect((await post({ initiative })).problems).toMatchObject([{ code: "UNKNOWN_CHOICE", field: "initiative" }]);
    // Its author changes another word meanwhile: the form shows none, and takes none away.
    const saved = await act(
      "postExchange",
      { ...said, title: `Une cave, ${version}`, version: version++, initiative: null },
      the.author,
    );
    expect(saved).toMatchObject({ problems: [], exchange: { version } });
    await database.query(`update initiative set ${back} where id = $1`, [id]);
    expect((await see(exchange.id)).initiative).toEqual({ slug: initiative });
  }
  await act("postExchange", { ...said, version, initiative: null }, the.author);
  expect((await see(exchange.id)).initiative).toBeNull();
});

test("a page of forty asks nothing row by row", async () => {
  const statements = await statementsOf(() =>
    api.ask(
      `{ exchanges(first: 40) { nodes { ${exchangeFields} answering { id } near { id } initiatives { id } } } }`,
      {},
      the.asker,
    ),
  );
  expect(new Set(statements).size).toBe(statements.length);
  expect(statements.length).toBeLessThanOrEqual(10);
});
