import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { looksPrivate } from "./contact.ts";

const api = seededApi();
const handovers = async (viewer?: Viewer) => {
  const { data, errors } = await api.ask(
    `{ handovers { id state daysOverdue ask carrierName contactedOn handedOverOn replyBy log { on text }
         proposal { number state } interlocutor { name } reply { stance text on } carrierTerritory { name } } }`,
    {},
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.handovers as { state: string; daysOverdue: number; proposal: { number: number }; reply: object | null }[];
};

test("of five handovers two are answered, one waits, one is late, one was only contacted", async () => {
  const states = Object.fromEntries((await handovers()).map(({ proposal, state }) => [proposal.number, state]));
  expect(states).toEqual({ 1: "REPLIED", 2: "CONTACTED", 3: "HANDED_OVER", 5: "OVERDUE", 8: "REPLIED" });
});

test("the days without a reply are counted from the day it was expected", async () => {
  const found = await handovers();
  const [late] = found.filter(({ state }) => state === "OVERDUE");
  expect(late!.daysOverdue).toBeGreaterThanOrEqual(8);
  expect(late!.daysOverdue).toBeLessThanOrEqual(14);
  for (const { daysOverdue } of found.filter((it) => it !== late)) expect(daysOverdue).toBe(0);
});

test("a reply is told with its stance, its text and its day; without one there is none", async () => {
  const found = await handovers();
  const replies = found.filter(({ state }) => state === "REPLIED").map(({ reply }) => reply);
  for (const reply of replies)
    expect(reply).toEqual({
      stance: expect.stringMatching(/^(ACCEPTED|PARTLY|REFUSED)$/),
      text: expect.stringMatching(/./),
      on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
  for (const { reply } of found.filter(({ state }) => state !== "REPLIED")) expect(reply).toBeNull();
});

test("twenty-five offices, from the nearest to the farthest, with what is asked of each", async () => {
  const { data } = await api.ask(
    "{ interlocutors { name level asks { text proposal { number state } } handovers { id } } }",
  );
  expect(data.interlocutors).toHaveLength(25);
  const levels = ["LOCAL", "DEPARTMENT", "REGIONAL", "NATIONAL", "EUROPEAN"];
  const order = data.interlocutors.map(({ level }: { level: string }) => levels.indexOf(level));
  expect(order).toEqual(order.toSorted((a: number, b: number) => a - b));
  const asked = data.interlocutors.flatMap(({ asks }: { asks: { proposal: { state: string } }[] }) => asks);
  expect(asked.length).toBeGreaterThan(0);
  for (const { proposal } of asked) expect(proposal.state).not.toBe("DRAFT");
});

test("the team also reads what drafts ask", async () => {
  const ask = "{ interlocutors { asks { proposal { state } } } }";
  const text = JSON.stringify(await api.ask(ask, {}, await holderOf(api.database, "RAPPORTEUR")));
  expect(text).toContain("DRAFT");
});

test("what is carried of a proposal that went back to draft is not told to a visitor, by any way", async () => {
  const [handover] = await api.database.query<{ id: string; slug: string }[]>(
    `select h.id, i.slug from handover h join proposal p on p.id = h.proposal_id
     join interlocutor i on i.id = h.interlocutor_id where p.number = 5`,
  );
  await api.database.query("update proposal set state = 'DRAFT' where number = 5");
  const { data } = await api.ask(
    `query ($id: ID!, $slug: String!) {
       handover(id: $id) { id } handovers { id } interlocutor(slug: $slug) { handovers { id } asks { id } }
     }`,
    { ...handover },
  );
  expect(data.handover).toBeNull();
  expect(JSON.stringify(data)).not.toContain(handover!.id);
  await api.database.query("update proposal set state = 'OPEN' where number = 5");
});

test("an office is reached by its own contact point, and by no address in its words", async () => {
  const { data } = await api.ask(
    "{ interlocutors { slug name remit approach bring timing note2012 noteToday contact { mail url postal } } handovers { ask log { text } } }",
  );
  for (const { contact, ...words } of data.interlocutors) {
    expect(looksPrivate(contact.mail)).toBe(false);
    expect(JSON.stringify(words)).not.toContain("@");
  }
  expect(JSON.stringify(data.handovers)).not.toContain("@");
});

test("a list of 25 offices costs as many statements as one", async () => {
  const fields = "name asks { text proposal { title } } handovers { state proposal { title } }";
  await letGo(api.database);
  const many = await statementsOf(() => api.ask(`{ interlocutors { ${fields} } }`));
  const [{ slug }] = (await api.database.query<{ slug: string }[]>(
    "select i.slug from interlocutor i join handover h on h.interlocutor_id = i.id limit 1",
  )) as [{ slug: string }];
  await letGo(api.database);
  const one = await statementsOf(() => api.ask(`{ interlocutor(slug: "${slug}") { ${fields} } }`));
  expect(many.length).toBe(one.length);
});
