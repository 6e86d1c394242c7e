/** « Relire avant de publier », for a whole group or for one thing that people write to. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { exchangeInput } from "../acts/exchanges.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf, personWith } from "../site/people.ts";
import { uniqueWord } from "../site/uniqueWord.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";

const api = seededApi();
const { act, respond } = heldTexts(api);
let moderator: Viewer;
let author: Viewer;
let proposals: string[];
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  author = viewerOf({ id: await personWith(api.database, []), displayName: "Une autrice", language: "fr" }, []);
  proposals = (
    await api.database.query<{ id: string }[]>("select id from proposal where state = 'OPEN' order by number limit 2")
  ).map(({ id }) => id);
});
afterEach(() => api.database.query("delete from object_review; delete from review_choice"));

const choose = (more: object) =>
  act(
    "chooseReview",
    { group: "circuits-courts", ...more },
    "review { mode chosen { id mode until } objects { id mode until } }",
    moderator,
  );
const react = async (subjectId: string) =>
  (
    await act(
      "react",
      { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "SUPPORT", text: `Un avis, ${uniqueWord()}.` },
      "held",
    )
  ).held as boolean;

test("one proposal is read first by itself: what is written to it waits, what is written elsewhere does not", async () => {
  const [one, other] = proposals as [string, string];
  const { review, problems } = await choose({ objectId: one, mode: "ALL" });
  expect(problems).toEqual([]);
  // Those with a choice of their own come first, and the group stays as it was.
  expect(review).toMatchObject({ mode: "CONTACT" });
  expect(review.objects[0]).toEqual({ id: one, mode: "ALL", until: null });
  expect(review.chosen).toEqual([{ id: one, mode: "ALL", until: null }]);
  expect([await react(one), await react(other)]).toEqual([true, false]);
  // The choice of one thing stands before that of its group.
  await choose({ mode: "ALL" });
  await choose({ objectId: one, mode: "NEVER" });
  expect([await react(one), await react(other)]).toEqual([false, true]);
  await choose({ objectId: one });
  expect(await react(one)).toBe(true);
});

test("what may be chosen in a group is told of that group alone; a choice that ended is none", async () => {
  const [one] = proposals as [string];
  await choose({ objectId: one, mode: "ALL", until: "2999-01-01" });
  const of = async (group: string, viewer = moderator) => {
    const text = `query ($group: String!) { moderationDesk { review(group: $group) {
      mode group { slug } chosen { id until } objects { id } } } }`;
    return (await api.ask(text, { group }, viewer)).data?.moderationDesk?.review ?? null;
  };
  const review = await of("circuits-courts");
  expect(review).toMatchObject({ group: { slug: "circuits-courts" }, chosen: [{ id: one, until: "2999-01-01" }] });
  expect(review.objects.length).toBeGreaterThan(1);
  expect([await of("nulle-part"), await of("circuits-courts", author)]).toEqual([null, null]);
  await api.database.query("update object_review set until = '2012-01-01'");
  expect((await of("circuits-courts")).chosen).toEqual([]);
});

test("the same choice sent twice is told once, for a group and for one thing", async () => {
  const [objectId] = proposals as [string];
  const told = async () =>
    (await api.database.query<unknown[]>("select from journal_entry where event = 'review.chosen'")).length;
  const inputs = [{ mode: "ALL" }, { mode: "NEVER" }, { objectId, mode: "ALL", until: "2999-01-01" }, { objectId }];
  for (const input of inputs) {
    const before = await told();
    for (const { problems } of await Promise.all([choose(input), choose(input)])) expect(problems).toEqual([]);
    expect([input, await told()]).toEqual([input, before + 1]);
  }
});

test("one questionnaire is read first by itself, until a day that is said", async () => {
  const [{ id }] = await api.database.query("select id from questionnaire where slug = 'questionnaire-4'");
  const said = async () => (await respond({ "4.2": `Un four pour ${uniqueWord()}.` })).status;
  await choose({ objectId: id, mode: "ALL", until: "2999-01-01" });
  expect(await said()).toBe("HELD");
  await api.database.query("update object_review set until = '2012-01-01'");
  expect(await said()).toBe("VISIBLE");
});

test("nobody chooses for a thing of another group, nor for what is none", async () => {
  const elsewhere = await api.database.query<{ id: string }[]>(
    `with g as (insert into working_group (slug, theme_id, name, final_goal, means)
       select 'ailleurs', theme_id, 'Ailleurs', '', '[]' from working_group limit 1 returning id)
     insert into proposal (slug, group_id, number, title, summary, state, created_on)
     select 'ailleurs', g.id, 99, 'Ailleurs', 'x', 'OPEN', current_date from g returning id`,
  );
  expect(elsewhere).toHaveLength(1);
  for (const objectId of [randomUUID(), "x", ...elsewhere.map(({ id }) => id)])
    expect((await choose({ objectId, mode: "ALL" })).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "objectId" }]);
  expect((await choose({})).problems).toEqual([{ code: "REQUIRED", field: "mode" }]);
});

test("announcements and positions wait too where their group reads all, and appear once they were read", async () => {
  await choose({ mode: "ALL" });
  const said = exchangeInput({ group: "circuits-courts", title: `Un fournil ${uniqueWord()}` }) as any;
  const post = () => act("postExchange", said, "exchange { id status version }", author);
  expect((await post()).exchange).toMatchObject({ status: "HELD" });
  expect((await post()).problems).toEqual([]); // sent again by a slow network
  const page = async (viewer?: Viewer) =>
    (await api.ask(`{ exchange(id: "${said.id}") { title status } }`, {}, viewer)).data.exchange;
  expect(await page()).toBeNull();
  expect(await page(author)).toMatchObject({ title: said.title, status: "HELD" });
  const position = { key: randomUUID(), proposalId: proposals[0], text: `Nous voyons autre chose, ${uniqueWord()}.` };
  const opened = await act("attachMinorityPosition", position, "minorityPosition { id status }", author);
  expect(opened.minorityPosition).toMatchObject({ status: "HELD" });
  const held = "{ moderationDesk { held(first: 50) { nodes { id kind version because } } } }";
  const { nodes } = (await api.ask(held, {}, moderator)).data.moderationDesk.held;
  for (const textId of [said.id, opened.minorityPosition.id]) {
    const { kind, version, because } = nodes.find(({ id }: any) => id.endsWith(textId));
    expect(because).toEqual(["REVIEWED"]);
    await act("ruleText", { kind, textId, version, outcome: "SHOWN" }, "", moderator);
  }
  expect(await page()).toMatchObject({ title: said.title, status: "VISIBLE" });
  const [{ status }] = await api.database.query("select status from minority_position where id = $1", [
    opened.minorityPosition.id,
  ]);
  expect(status).toBe("VISIBLE");
});
