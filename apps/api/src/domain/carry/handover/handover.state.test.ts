import { expect, test } from "vitest";
import { daysOverdue, handoverState } from "./handover.state.ts";

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
