import { expect, it } from "vitest";
import { alike, begin, changesOf, rebase, settle } from "./rebase.ts";

const read = { label: "Où ?", help: "Le lieu", plain: "" };
const typed = { ...begin(read, 1), mine: { ...read, label: "Où donc ?" } };

it("takes what only the other one changed, and keeps what only I did", () => {
  const now = rebase(typed, { ...read, help: "La commune" }, 2);
  expect(now.mine).toEqual({ label: "Où donc ?", help: "La commune", plain: "" });
  expect(now.taken).toEqual(["help"]);
  expect(now.theirs).toEqual({});
  expect(now.version).toBe(2);
});

it("sets the other's words beside mine where both changed a field, until one chooses", () => {
  const now = rebase(typed, { ...read, label: "À quel endroit ?" }, 2);
  expect(now.mine.label).toBe("Où donc ?");
  expect(now.theirs).toEqual({ label: "À quel endroit ?" });
  expect(settle(now, "label", false)).toMatchObject({ mine: { label: "Où donc ?" }, theirs: {} });
  expect(settle(now, "label", true)).toMatchObject({ mine: { label: "À quel endroit ?" }, theirs: {} });
});

it("is no conflict when both wrote the same, nor when what comes back is what I sent while I went on typing", () => {
  expect(rebase(typed, { ...read, label: " Où donc ? " }, 2).theirs).toEqual({});
  const going = { ...typed, sent: typed.mine, mine: { ...typed.mine, label: "Où donc, et quand ?" } };
  const now = rebase(going, typed.mine, 2);
  expect(now.theirs).toEqual({});
  expect(now.mine.label).toBe("Où donc, et quand ?");
  expect(changesOf(now)).toEqual(["label"]);
});

it("sees no change in spaces at the ends, nor in the order of the keys of a condition", () => {
  expect(alike({ question: "a", contains: "B" }, { contains: "B", question: "a" })).toBe(true);
  expect(alike(["a", "b"], ["b", "a"])).toBe(false);
  expect(changesOf({ ...begin(read, 1), mine: { ...read, label: "Où ? " } })).toEqual([]);
});

it("leaves a text as it was typed where nobody else changed it: a space at its end is where the next word begins", () => {
  const going = { ...begin(read, 1), mine: { ...read, label: "Où donc " } };
  const saved = rebase({ ...going, sent: going.mine }, { ...read, label: "Où donc" }, 2);
  expect(saved.mine.label).toBe("Où donc ");
  expect(changesOf(saved)).toEqual([]);
});
