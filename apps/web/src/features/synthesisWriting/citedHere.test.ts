import { beforeEach, expect, test, vi } from "vitest";

const values = new Map<string, string>();

/** The page as it is after the browser was closed: what is in its memory is gone. */
const opened = async () => {
  vi.resetModules();
  return import("./citedHere.ts");
};

beforeEach(() => {
  values.clear();
  vi.stubGlobal("document", { cookie: "" });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  });
});

test("what an unsaved paragraph cites reads as it did once the browser was closed, until it is saved", async () => {
  const words = { label: "Bretagne", words: "Un four pour trois villages" };
  (await opened()).citeHere("p1", words);
  const later = await opened();
  expect(later.citedHere("p1")).toEqual(words);
  later.savedHere(["p1"]);
  expect(later.citedHere("p1")).toBeNull();
  expect((await opened()).citedHere("p1")).toBeNull();
});
