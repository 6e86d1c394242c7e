import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { personWith } from "../../../../test/site/people.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { cookieOf } from "../../../../test/site/people.ts";

const api = seededApi();
const act = acting(api);

/** Somebody new who reads for everybody, or runs what is run. */
async function somebody(role: "RAPPORTEUR" | "FACILITATOR") {
  const id = await personWith(api.database, [role]);
  return viewerFrom(api.database, await cookieOf(api.database, id));
}

/** Notebooks of the group of the demonstration. */
async function notebooks(count: number): Promise<string[]> {
  const rows = await api.database.query<{ id: string }[]>(
    `insert into contribution (theme_id, channel, body, status, appearance, contributed_on, import_key)
     select theme_id, 'NOTEBOOK', 'Nos fermes se transmettent mal. Une navette le samedi.', 'VISIBLE', 'ANONYMOUS',
       '2011-01-02', gen_random_uuid() from working_group, generate_series(1, $1) where slug = 'circuits-courts' returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

const gridQuery = `query ($id: ID!) { notebook(id: $id) { readers grid { done closed readers
  own { value } sides { name answers { value } } differences { first second decision { value reason } }
  criteria { id label kind options } } } }`;

test("two readers answer a grid, neither seeing the other; their agreement is measured, their differences decided", async () => {
  const [one, other, third] = [
    await somebody("RAPPORTEUR"),
    await somebody("RAPPORTEUR"),
    await somebody("RAPPORTEUR"),
  ];
  const started = await act(
    "startGrid",
    { group: "circuits-courts" },
    "grid { criteria { id label kind options } }",
    one,
  );
  expect(started.grid.criteria).toHaveLength(6);
  const [finding, , clear] = started.grid.criteria;
  const ids = await notebooks(4);
  const read = (id: string, viewer: typeof one, yes: string, step: string) =>
    act(
      "readNotebook",
      {
        id,
        answers: [
          { criterionId: finding.id, value: yes },
          { criterionId: clear.id, value: step },
        ],
      },
      "notebook { readers }",
      viewer,
    );
  const wrong = await read(ids[0]!, one, "MAYBE", clear.options[0]);
  expect(wrong.problems).toEqual([{ code: "UNKNOWN_CHOICE", field: `answers.${finding.id}` }]);
  for (const [at, id] of ids.entries()) {
    await sentTwice(api.database, () => read(id, one, at < 2 ? "YES" : "NO", clear.options[0]));
    const alone = await api.ask(gridQuery, { id }, other);
    expect(alone.data.notebook.grid).toMatchObject({ done: false, sides: [], differences: [], readers: 1 });
    await read(id, other, at < 3 && at > 0 ? "YES" : "NO", clear.options[0]);
  }
  const { data } = await api.ask(gridQuery, { id: ids[0] }, one);
  expect(data.notebook).toMatchObject({
    readers: 2,
    grid: { done: true, differences: [{ first: "YES", second: "NO", decision: null }] },
  });
  // Frozen once two have read: what they say then is a decision.
  expect((await read(ids[0]!, one, "NO", clear.options[0])).problems).toEqual([
    { code: "ALREADY_ANSWERED", field: "id" },
  ]);
  expect((await read(ids[0]!, third, "NO", clear.options[0])).problems).toEqual([
    { code: "ALREADY_ANSWERED", field: "id" },
  ]);

  const grid = async () =>
    (
      await api.ask(
        `{ grid(group: "circuits-courts") { readTwice disagreements { id } criteria { label agreement { compared alike alpha } } } }`,
        {},
        one,
      )
    ).data.grid;
  const before = await grid();
  expect(before.readTwice).toBe(4);
  expect(before.disagreements.map(({ id }: { id: string }) => id).toSorted()).toEqual(
    [ids[0], ids[2]].map(String).toSorted(),
  );
  // YES NO, YES YES, NO YES, NO NO: 4 of 8 each; observed 1/2, expected 4/7.
  expect(before.criteria[0].agreement).toEqual({ compared: 4, alike: 2, alpha: expect.closeTo(1 - 0.5 / (4 / 7), 6) });
  expect(before.criteria[2].agreement).toEqual({ compared: 4, alike: 4, alpha: null });
  expect(before.criteria[5].agreement).toBeNull();

  const decision = { id: ids[0], criterionId: finding.id, value: "NO", reason: "Le constat est trop général." };
  for (const reader of [one, other]) expect((await act("decideCriterion", decision, "", reader)).problems).toEqual([]);
  const silent = { ...decision, value: " " };
  expect((await act("decideCriterion", silent, "", one)).problems).toEqual([{ code: "REQUIRED", field: "value" }]);
  const decided = "select actor_id from journal_entry where subject_id = $1 and event = 'notebook.decided'";
  expect(await api.database.query(decided, [ids[0]])).toEqual([{ actor_id: one.id }]);
  expect((await grid()).disagreements.map(({ id }: { id: string }) => id)).toEqual([ids[2]]);
  const coverage = await api.ask(`{ notebooks { coverage { total read readTwice } } }`);
  expect(coverage.data.notebooks.coverage).toEqual({ total: 4, read: 4, readTwice: 4 });
  expect((await api.ask(gridQuery, { id: ids[0] })).data.notebook.grid).toBeNull();
});

test("a line is a passage under a theme; sent to another group, it is accepted or sent back, and both see it", async () => {
  const viewer = await somebody("RAPPORTEUR");
  const [id] = await notebooks(1);
  await api.database.query(`insert into working_group (slug, theme_id, name, final_goal, means)
    select 'finance', id, 'Finance', 'x', '[]' from theme where slug = 'une-finance-alternative' on conflict do nothing`);
  const line = `line { id state theme { slug axis { name } } fromTheme { slug } passage { quote } viewerCan { answer detach } }`;
  const attach = (theme: string, reason: string | null, startsAt = 0, endsAt = 31) =>
    act("attachLine", { id, startsAt, endsAt, theme, reason }, line, viewer);
  expect((await attach("circuits-courts", null)).line).toMatchObject({
    state: "OWN",
    passage: { quote: "Nos fermes se transmettent mal." },
    viewerCan: { detach: true },
  });
  expect((await attach("une-finance-alternative", null)).problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
  const sent = (await attach("une-finance-alternative", "C’est à vous.")).line;
  expect(sent).toMatchObject({ state: "SENT", fromTheme: { slug: "circuits-courts" }, viewerCan: { answer: true } });

  // Nobody read it to its end: it is not counted among those that were read, and its page says so.
  const unread = await api.ask("query ($id: ID!) { notebook(id: $id) { readers } }", { id });
  expect(unread.data.notebook).toEqual({ readers: 0 });

  // Nobody but both groups sees it on its way.
  const lines = `query ($id: ID!) { notebook(id: $id) { lines { state } } }`;
  expect((await api.ask(lines, { id })).data.notebook.lines).toEqual([{ state: "OWN" }]);
  const refused = await act("answerLine", { id: sent.id, accepted: false, answer: null }, line, viewer);
  expect(refused.problems).toEqual([{ code: "REQUIRED", field: "answer" }]);
  await act("answerLine", { id: sent.id, accepted: false, answer: "Plutôt chez vous." }, line, viewer);
  const again = (await attach("une-finance-alternative", "Relisez la fin.")).line;
  expect(again).toMatchObject({ id: sent.id, state: "SENT" });
  await act("answerLine", { id: sent.id, accepted: true, answer: null }, line, viewer);
  expect((await api.ask(lines, { id })).data.notebook.lines).toEqual([{ state: "OWN" }, { state: "ACCEPTED" }]);
  const between = await api.ask(`{ sentLines(group: "finance") { received { state } sent { id } } }`, {}, viewer);
  expect(between.data.sentLines).toEqual({ received: [{ state: "ACCEPTED" }], sent: [] });
  const bench = await api.ask(
    `query ($id: ID!) { contribution(id: $id) { forwardings { theme { slug } } } readingDesk { contribution(id: $id) {
      contribution { notebook { lines { state passage { quote } theme { slug } } } } } } }`,
    { id },
    viewer,
  );
  expect(bench.data.contribution.forwardings).toEqual([{ theme: { slug: "une-finance-alternative" } }]);
  // The line is read there with its notebook.
  expect(bench.data.readingDesk.contribution.contribution.notebook.lines).toContainEqual({
    state: "ACCEPTED",
    passage: { quote: "Nos fermes se transmettent mal." },
    theme: { slug: "une-finance-alternative" },
  });
  expect((await act("detachLine", { id: sent.id }, "", viewer)).problems).toEqual([{ code: "CITED", field: "id" }]);
});

test("a criterion is written once, retired once and asked again once, however often that is sent", async () => {
  const viewer = await somebody("RAPPORTEUR");
  await act("startGrid", { group: "circuits-courts" }, "", viewer);
  const more = { group: "circuits-courts", label: "Une date est-elle dite ?", kind: "YES_NO", options: [] };
  await sentTwice(api.database, () => act("writeCriterion", more, "", viewer));
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "select id from grid_criterion where not retired limit 1",
  );
  const retire = (retired: boolean) => act("retireCriterion", { id, retired }, "", viewer);
  for (const retired of [true, false])
    for (const { problems } of await Promise.all([retire(retired), retire(retired)])) expect(problems).toEqual([]);
  const told = "select event from journal_entry where subject_id = $1 and event like 'criterion.re%' order by event";
  expect(await api.database.query(told, [id])).toEqual([
    { event: "criterion.resumed" },
    { event: "criterion.retired" },
  ]);
});

test("a notebook that its authors take back leaves no word, no line and no reading", async () => {
  const viewer = await somebody("RAPPORTEUR");
  const [id] = await notebooks(1);
  await act("attachLine", { id, startsAt: 0, endsAt: 31, theme: "circuits-courts" }, "", viewer);
  await act("readNotebook", { id, answers: [] }, "", viewer);
  const facilitator = await somebody("FACILITATOR");
  expect((await act("withdrawNotebook", { id, reason: "Par lettre." }, "", facilitator)).problems).toEqual([]);
  const told = await api.ask(
    `query ($id: ID!) { notebook(id: $id) { title lines { id } contribution { body status source { name } } } }`,
    { id },
  );
  expect(told.data.notebook).toEqual({
    title: null,
    lines: [],
    contribution: { body: "", status: "WITHDRAWN", source: null },
  });
  const [{ count }] = await api.database.query(
    `select (select count(*) from grid_reading where contribution_id = $1)::int
       + (select count(*) from passage where contribution_id = $1 and quote <> '')::int as count`,
    [id],
  );
  expect(count).toBe(0);
});
