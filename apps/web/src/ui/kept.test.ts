import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Disk, Written } from "./disk.ts";
import { forgetKept, Kept } from "./kept.ts";
import { keptKey } from "./keptKey.ts";
import { Shelf } from "./shelf.ts";

/** A device that may lose what `localStorage` has not brought to the disk: it does so when its browser is killed. */
class Device {
  values = new Map<string, string>();
  disk = new Map<string, Written>();
  /** While it is slow, the disk says nothing. */
  slow: Promise<void> = Promise.resolve();
  broken = false;
  getItem = (name: string) => this.values.get(name) ?? null;
  setItem = (name: string, value: string) => void this.values.set(name, value);
  removeItem = (name: string) => void this.values.delete(name);

  readonly onDisk: Disk = {
    write: async (name, written) => {
      await this.slow;
      if (this.broken) throw new DOMException("gone", "UnknownError");
      this.disk.set(name, written);
    },
    drop: async (name) => void this.disk.delete(name),
    all: async () => new Map(this.disk),
  };
  readonly storage = () => this as unknown as Storage;
  readonly shelf = new Shelf(this.storage, this.onDisk);
}

let device: Device;
const form = async (name = "reaction:1") => {
  const kept = new Kept<{ text: string }>(name, device.shelf);
  await kept.open();
  return kept;
};
const pause = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  device = new Device();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what is typed in a form is there again when it opens, until it is sent", async () => {
  const kept = await form();
  expect(kept.state()).toMatchObject({ state: "none", found: null });
  kept.keep({ text: "Un four" });
  await pause();
  expect(kept.state()).toMatchObject({ state: "saved", found: null });
  expect((await form()).state()).toMatchObject({ state: "saved", found: { value: { text: "Un four" } } });
  expect((await form("reaction:2")).state().found).toBeNull();
  await kept.forget();
  expect((await form()).state()).toMatchObject({ state: "none", found: null });
});

test("a form that is sent before the next pause leaves nothing behind", async () => {
  const nobody = { addEventListener: () => {}, removeEventListener: () => {} };
  for (const [name, value] of Object.entries({ ...nobody, document: { ...nobody, cookie: "" } }))
    vi.stubGlobal(name, value);
  const kept = await form();
  const stop = kept.listen();
  kept.keep({ text: "Un four" });
  forgetKept("reaction:1");
  stop();
  await pause();
  expect((await form()).state()).toMatchObject({ state: "none", found: null });
});

test("words whose answer was lost with the page leave again under their key, and are stored once", async () => {
  const key = (text: string) => keptKey("reaction:1", { text }, device.shelf);
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  const first = key("Un four");
  // A killed browser, and another tab.
  device.values = new Map();
  expect((await form()).state().found?.value).toEqual({ text: "Un four" });
  expect(key("Un four")).toBe(first);
  expect(keptKey("reaction:2", { text: "Un four" }, device.shelf)).not.toBe(first);
  // Other words are another text, and so are the same ones once these are sent.
  const again = await form();
  again.keep({ text: "Un four solaire" });
  await pause();
  expect(key("Un four solaire")).not.toBe(first);
  await again.forget();
  expect(key("Un four")).not.toBe(first);
});

test("what was changed after an answer was lost is still sent as the same thing, but what another tab typed is another", async () => {
  const id = () => keptKey("reaction:1", {}, device.shelf);
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  const first = id();
  kept.keep({ text: "Un four solaire" });
  await pause();
  expect(id()).toBe(first);
  expect((await form()).state().found?.sent?.key).toBe(first);
  const reloaded = await form();
  const other = await form();
  reloaded.keep({ text: "Un four à pain" });
  await pause();
  expect(id()).toBe(first);
  other.keep({ text: "Un moulin" });
  await pause();
  expect(id()).not.toBe(first);
});

/** A tab with the form open: it hears of what the other tabs write. */
async function tab() {
  const heard = new Map<string, (event: object) => void>();
  const page = {
    addEventListener: (type: string, hear: () => void) => heard.set(type, hear),
    removeEventListener: () => {},
  };
  for (const [name, value] of Object.entries({ ...page, document: { ...page, cookie: "" } }))
    vi.stubGlobal(name, value);
  const kept = await form();
  kept.listen();
  /** True if leaving it is asked about. */
  const asksBeforeLeaving = () => {
    const preventDefault = vi.fn<() => void>();
    heard.get("beforeunload")!({ preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  const hear = async () => {
    heard.get("storage")!({ key: kept.place, newValue: device.getItem(kept.place) });
    await pause();
  };
  const type = async (text: string) => {
    kept.keep({ text });
    await pause();
  };
  return { kept, hear, type, asksBeforeLeaving };
}

test("of two tabs that type in one form, the one whose text the device does not have says so, until it types again", async () => {
  const [one, other] = [await tab(), await tab()];
  await one.type("Un long texte");
  await other.type("Z");
  await one.hear();
  expect(one.kept.state().state).toBe("other");
  expect(one.asksBeforeLeaving()).toBe(true);
  await one.type("Un long texte, repris");
  await other.hear();
  expect(one.kept.state().state).toBe("saved");
  expect([other.kept.state().state, other.asksBeforeLeaving()]).toEqual(["other", true]);
});

test("where nothing was typed, what another tab types is there too, and is said to be sent once it is", async () => {
  const [one, other] = [await tab(), await tab()];
  await one.type("Un four");
  await other.hear();
  expect(other.kept.state()).toMatchObject({ state: "saved", found: { value: { text: "Un four" } } });
  await one.kept.forget();
  await other.hear();
  expect(other.kept.state().state).toBe("gone");
  expect((await form()).state().found).toBeNull();
});

test("what is typed in a tab stays on the device when another tab sends its own", async () => {
  const [one, other] = [await tab(), await tab()];
  await one.type("Un four");
  await other.type("Un moulin");
  await one.kept.forget();
  await other.hear();
  expect(other.kept.state().state).toBe("saved");
  expect((await form()).state().found?.value).toEqual({ text: "Un moulin" });
});

test("« enregistré » is said once the disk has it, not before, and never where it has not", async () => {
  let answer = () => {};
  device.slow = new Promise((done) => (answer = done));
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  expect(kept.state().state).toBe("pending");
  answer();
  await pause();
  expect(kept.state().state).toBe("saved");
  device.broken = true;
  kept.keep({ text: "Un four solaire" });
  await pause();
  expect(kept.state().state).toBe("failed");
});

test("a killed browser, whose localStorage did not reach the disk, loses nothing that was said to be saved", async () => {
  const kept = await form();
  kept.keep({ text: "Un" });
  await pause();
  const early = new Map(device.values);
  kept.keep({ text: "Un four solaire" });
  await pause();
  device.values = early;
  expect((await form()).state().found?.value).toEqual({ text: "Un four solaire" });
  device.values = new Map();
  expect((await form()).state().found?.value).toEqual({ text: "Un four solaire" });
});

test("what another part of the page brings back from the disk first is in its form too", async () => {
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  device.values = new Map();
  const again = new Kept<{ text: string }>("reaction:1", device.shelf);
  await Promise.all([device.shelf.mend("typed:"), again.open()]);
  expect(again.state().found?.value).toEqual({ text: "Un four" });
});

test("the newer of both wins: a text erased stays erased, a text that only localStorage has is kept", async () => {
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  const before = new Map(device.values);
  await pause();
  await kept.forget();
  device.values = before;
  expect((await form()).state().found).toBeNull();

  device.values.set("typed:reaction:1", JSON.stringify({ value: { text: "Neuf" }, savedAt: "2999-01-01T00:00:00Z" }));
  expect((await form()).state().found?.value).toEqual({ text: "Neuf" });
  expect(device.disk.get("typed:reaction:1")?.text).toContain("Neuf");
});

test("a tab closed while the disk had not heard of the erasing does not bring the text back", async () => {
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  device.slow = new Promise(() => {});
  await pause();
  void kept.forget();
  device.slow = Promise.resolve();
  expect((await form()).state().found).toBeNull();
  await pause();
  expect(device.disk.get("typed:reaction:1")?.text).toBeNull();
  // Once the disk has heard of it, nothing is left to tell.
  expect([...device.values.keys()]).toEqual([]);
});

test("a form that begins again at once is empty, while the disk has not heard of the erasing", async () => {
  const kept = await form();
  kept.keep({ text: "Un four" });
  await pause();
  let answer = () => {};
  device.slow = new Promise((done) => (answer = done));
  void kept.forget();
  const again = new Kept<{ text: string }>("reaction:1", device.shelf);
  const opening = again.open();
  expect(again.state()).toMatchObject({ state: "none", found: null });
  again.keep({ text: "Un moulin" });
  answer();
  await opening;
  await pause();
  expect((await form()).state().found?.value).toEqual({ text: "Un moulin" });
});

test("the next account on a device does not see what the one before it wrote", async () => {
  const browser = { cookie: "other=1; signed-in=ab12" };
  vi.stubGlobal("document", browser);
  (await form()).keep({ text: "De la première" });
  await pause();
  browser.cookie = "signed-in=cd34";
  expect((await form()).state().found).toBeNull();
  browser.cookie = "";
  expect((await form()).state().found).toBeNull();
  browser.cookie = "signed-in=ab12";
  expect((await form()).state().found?.value).toEqual({ text: "De la première" });
});
