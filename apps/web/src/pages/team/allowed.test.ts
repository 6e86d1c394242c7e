import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allowed } from "./allowed.ts";

const answerOf = (right: boolean | null | undefined, viewer: object | null) => {
  try {
    return allowed(right, viewer);
  } catch (answer) {
    return (answer as Response).status;
  }
};

test("a page of the team that is there is never told as missing: one signs in, or asks for the role", () => {
  expect(answerOf(true, { id: "1" })).toBe(true);
  expect(answerOf(false, { id: "1" })).toBe(403);
  expect(answerOf(false, null)).toBe(401);
  // The page of what is not there is a 404, whoever asks.
  expect(answerOf(undefined, null)).toBeUndefined();
});

test("each page of the team that a right opens says so", () => {
  const bare = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith("Page.tsx"))
    .filter((name) => {
      const text = readFileSync(`${import.meta.dirname}/${name}`, "utf8");
      return /preload\([^;]*=>[^;]*\bviewerCan\.\w+/.test(text) && !text.includes("allowed(");
    });
  expect(bare).toEqual([]);
});
