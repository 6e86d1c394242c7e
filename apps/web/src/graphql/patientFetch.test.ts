import { afterEach, beforeEach, expect, test, vi } from "vitest";

const navigation = new EventTarget();
vi.stubGlobal("window", { navigation });
const { patientFetch } = await import("./patientFetch.ts");
// The module has read it. Files of a worker share what is global, and not each of their tests may be told.
vi.unstubAllGlobals();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const leave = (sameDocument: boolean) =>
  navigation.dispatchEvent(Object.assign(new Event("navigate"), { destination: { sameDocument } }));

/** Asks where nobody answers; what it came to, once it did. */
function ask() {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("NetworkError")));
  const come = { to: "" };
  patientFetch("/graphql").catch((error: Error) => (come.to = error.message));
  return come;
}

test("what nobody answers is told at once, on this page and on the next one of its document", async () => {
  leave(true);
  const come = ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(come.to).toBe("NetworkError");
});

test("what a browser ends because one leaves is told only if the page is still there seconds later", async () => {
  leave(false);
  const come = ask();
  await vi.advanceTimersByTimeAsync(3000);
  expect(come.to).toBe("");
  await vi.advanceTimersByTimeAsync(3000);
  expect(come.to).toBe("NetworkError");
});

test("a text of blanks by the hundred leaves as none, so that what is optional is not asked for", async () => {
  const asked: unknown[] = [];
  vi.stubGlobal("fetch", (_: string, { body }: RequestInit) => asked.push(JSON.parse(body as string)));
  const words = "Deux mots.\n\n  Et \\n la suite.";
  const quoted = `"${" ".repeat(2000)}"`;
  const said = {
    quoted,
    none: " ".repeat(100_000),
    lines: "\n\t".repeat(50_000),
    words,
    path: `C:\\n${" ".repeat(2000)}`,
  };
  await patientFetch("/graphql", { method: "POST", body: JSON.stringify(said) });
  await patientFetch("/graphql", { method: "POST", body: JSON.stringify(said, null, 2) });
  const left = { ...said, none: "", lines: "" };
  expect(asked).toEqual([left, left]);
});
