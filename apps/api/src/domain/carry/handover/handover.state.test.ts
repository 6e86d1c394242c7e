import { expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { daysOverdue, handoverState, stateOf } from "./handover.state.ts";

const api = testApi();

const nothing = { contactedOn: null, handedOverOn: null, replyBy: null, repliedOn: null };
const handed = { ...nothing, contactedOn: "2012-05-18", handedOverOn: "2012-05-29", replyBy: "2012-06-12" };

test("a handover goes from identified to contacted to handed over", () => {
  expect(handoverState(nothing, "2012-06-01")).toBe("IDENTIFIED");
  expect(handoverState({ ...nothing, contactedOn: "2012-05-18" }, "2012-06-01")).toBe("CONTACTED");
  expect(handoverState(handed, "2012-06-01")).toBe("HANDED_OVER");
});

test("it is in time on the day a reply is expected, and overdue the day after", () => {
  expect(handoverState(handed, "2012-06-12")).toBe("HANDED_OVER");
  expect(daysOverdue(handed, "2012-06-12")).toBe(0);
  expect(handoverState(handed, "2012-06-13")).toBe("OVERDUE");
  expect(daysOverdue(handed, "2012-06-20")).toBe(8);
});

test("a reply ends it, however late", () => {
  const replied = { ...handed, repliedOn: "2012-06-18" };
  expect(handoverState(replied, "2012-06-20")).toBe("REPLIED");
  expect(daysOverdue(replied, "2012-06-20")).toBe(0);
});

test("it is done or abandoned once the team ends it, whatever came before", () => {
  expect(handoverState({ ...handed, endedAs: "ABANDONED" }, "2012-06-20")).toBe("ABANDONED");
  expect(daysOverdue({ ...handed, endedAs: "ABANDONED" }, "2012-06-20")).toBe(0);
  expect(handoverState({ ...handed, repliedOn: "2012-06-18", endedAs: "DONE" }, "2012-06-20")).toBe("DONE");
});

test("the state that lists are filtered by is the state that pages show, on each day around the limit", async () => {
  const days = [null, "2012-06-11", "2012-06-12", "2012-06-13"];
  const cases = [];
  for (const contactedOn of [null, "2012-05-18"])
    for (const handedOverOn of [null, "2012-05-29"])
      for (const replyBy of days)
        for (const repliedOn of days)
          for (const endedAs of [null, "DONE", "ABANDONED"] as const)
            cases.push({ contactedOn, handedOverOn, replyBy, repliedOn, endedAs });
  const it = "it(contacted_on date, handed_over_on date, reply_by date, replied_on date, ended_as text)";
  const named = cases.map(({ contactedOn, handedOverOn, replyBy, repliedOn, endedAs }) => ({
    contacted_on: contactedOn,
    handed_over_on: handedOverOn,
    reply_by: replyBy,
    replied_on: repliedOn,
    ended_as: endedAs,
  }));
  const rows = await api.database.query<{ state: string }[]>(
    `select ${stateOf("$2")} as state from json_to_recordset($1) as ${it}`,
    [JSON.stringify(named), "2012-06-12"],
  );
  expect(rows.map(({ state }) => state)).toEqual(cases.map((one) => handoverState(one, "2012-06-12")));
});
