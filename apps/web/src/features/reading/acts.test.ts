import { expect, test } from "vitest";
import { inTurn, remember, undoLast } from "./acts.ts";

test("the last act is taken back first, whatever it was, and waits for the one that is being done", async () => {
  const did: string[] = [];
  const act = (name: string, done = true) => ({
    said: name,
    undo: async () => {
      did.push(`undo ${name}`);
      return done;
    },
  });
  remember("text", act("mark"));
  void inTurn(async () => {
    await Promise.resolve();
    did.push("unmark");
    remember("text", act("unmark"));
  });
  expect(await undoLast("text")).toBe(true);
  expect(await undoLast("text")).toBe(true);
  expect(await undoLast("text")).toBe(false);
  expect(did).toEqual(["unmark", "undo unmark", "undo mark"]);
  remember("text", act("refused", false));
  expect(await undoLast("text")).toBe(false);
  expect(await undoLast("other")).toBe(false);
});
