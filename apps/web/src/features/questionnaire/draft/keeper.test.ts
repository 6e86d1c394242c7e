import { limits } from "@cahier/schema/limits";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { allDrafts, draftKey, merge } from "./draft.ts";
import { Shelf } from "../../../ui/shelf.ts";
import type { Written } from "../../../ui/disk.ts";
import { DraftKeeper } from "./keeper.ts";
import { fitting, join } from "./onServer.tsx";

/** The device of one person: as many tabs as there are keepers. */
class Device {
  readonly #values = new Map<string, string>();
  broken = false;
  disk = new Map<string, Written>();
  slow: Promise<void> = Promise.resolve();
  getItem = (name: string) => this.#values.get(name) ?? null;
  setItem = (name: string, value: string) => {
    if (this.broken) throw new DOMException("full", "QuotaExceededError");
    this.#values.set(name, value);
    Object.assign(this, { [name]: value });
  };
  removeItem = (name: string) => {
    this.#values.delete(name);
    Reflect.deleteProperty(this, name);
  };
  /** A browser is killed: all that it had not brought to the disk is lost. */
  lose = () => {
    for (const name of [...this.#values.keys()]) this.removeItem(name);
  };
  readonly shelf = new Shelf(() => this as unknown as Storage, {
    write: async (name, written) => {
      await this.slow;
      this.disk.set(name, written);
    },
    drop: async (name) => void this.disk.delete(name),
    all: async () => this.disk,
  });
}

let device: Device;
const about = {
  questionnaireId: "q3",
  slug: "questionnaire-3",
  title: "Trois",
  repeatQuestionId: "sector",
  revision: 1,
};

function tab(name?: string) {
  const keeper = new DraftKeeper(about, device.shelf);
  keeper.open(name);
  return keeper;
}
const pause = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  device = new Device();
  vi.stubGlobal("localStorage", device);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("what is written is on the device within a second, and is there again in another tab", async () => {
  const first = tab();
  first.answer("q1", "Une AMAP");
  expect(first.kept().state).toBe("pending");
  await pause();
  expect(first.kept().state).toBe("saved");
  const second = tab(draftKey("q3"));
  expect(second.kept()).toMatchObject({ resumed: true, draft: { answers: { q1: "Une AMAP" } } });
  expect(second.kept().draft.key).toBe(first.kept().draft.key);
});

test("looking at a questionnaire begins no draft", async () => {
  tab().goTo(3);
  await pause();
  expect(device.getItem(draftKey("q3"))).toBeNull();
});

test("two tabs that write in two places keep both", async () => {
  const one = tab();
  one.answer("q1", "Une AMAP");
  await pause();
  const two = tab(draftKey("q3"));
  one.answer("q1", "Une AMAP et un four");
  two.answer("q2", "ENERGY");
  await pause();
  const answers = { q1: "Une AMAP et un four", q2: "ENERGY" };
  expect(tab(draftKey("q3")).kept().draft.answers).toEqual(answers);
});

test("two tabs that write in the same place lose neither text: one stays, the other waits beside it", async () => {
  const one = tab();
  one.answer("q1", "Une AMAP");
  await pause();
  const two = tab(draftKey("q3"));
  one.answer("q1", "Une AMAP de Brest");
  two.answer("q1", "Une AMAP de Quimper");
  await pause();
  const { draft } = tab(draftKey("q3")).kept();
  expect(new Set([draft.answers["q1"], draft.conflicts["q1"]])).toEqual(
    new Set(["Une AMAP de Brest", "Une AMAP de Quimper"]),
  );
  two.settle("q1", true);
  await pause();
  expect(tab(draftKey("q3")).kept().draft.conflicts).toEqual({});
});

test("two tabs that begin at the same time end with one draft", async () => {
  const one = tab();
  const two = tab();
  one.answer("q1", "Une AMAP");
  two.answer("q2", "ENERGY");
  await pause();
  expect(two.kept().draft.answers).toEqual({ q1: "Une AMAP", q2: "ENERGY" });
  expect(two.kept().draft.key).toBe(one.kept().draft.key);
});

test("a device that cannot keep anything is said, and so is its recovery", async () => {
  const keeper = tab();
  device.broken = true;
  keeper.answer("q1", "Une AMAP");
  await pause();
  expect(keeper.kept().state).toBe("failed");
  device.broken = false;
  keeper.answer("q1", "Une AMAP !");
  await pause();
  expect(keeper.kept().state).toBe("saved");
});

test("where the questionnaire repeats there is one draft for each option, and none writes over another", async () => {
  const food = tab();
  food.answer("sector", "FOOD");
  food.answer("q1", "Une AMAP");
  await pause();
  expect(device.getItem(draftKey("q3"))).toBeNull();
  const other = tab();
  other.answer("sector", "FOOD");
  other.answer("q1", "Autre chose");
  await pause();
  expect(other.sibling()).toBe(draftKey("q3", "FOOD"));
  expect(tab(draftKey("q3", "FOOD")).kept().draft.answers["q1"]).toBe("Une AMAP");
  other.answer("sector", "ENERGY");
  await pause();
  expect(tab(draftKey("q3", "ENERGY")).kept().draft.answers["q1"]).toBe("Autre chose");
});

test("a draft that another tab sent is not written again; its text can begin another", async () => {
  const one = tab();
  one.answer("q1", "Une AMAP");
  await pause();
  const two = tab(draftKey("q3"));
  const { key } = two.kept().draft;
  one.erase();
  two.answer("q1", "Une AMAP et un four");
  await pause();
  expect(two.kept().gone).toBe(true);
  two.keepAsNew();
  await pause();
  expect(two.kept()).toMatchObject({ gone: false, draft: { answers: { q1: "Une AMAP et un four" } } });
  expect(two.kept().draft.key).not.toBe(key);
});

test("what another device wrote on the server is joined: where both wrote, one waits beside the other", async () => {
  const here = tab();
  here.answer("q1", "Une AMAP");
  await pause();
  const server = { token: "t", version: 1, answers: { q1: "Une AMAP" } };
  here.note({ server });
  here.answer("q2", "ENERGY");
  join(here, server.answers, { ...server, version: 2, answers: { q1: "Une AMAP et un four", q3: "Oui" } });
  await pause();
  const { draft } = tab(draftKey("q3")).kept();
  expect(draft.answers).toEqual({ q1: "Une AMAP et un four", q2: "ENERGY", q3: "Oui" });
  expect(draft.server?.version).toBe(2);
  join(here, { q3: "Oui" }, { ...server, version: 3, answers: { q2: "FOOD", q3: "Oui" } });
  expect(here.kept().draft).toMatchObject({ answers: { q2: "ENERGY" }, conflicts: { q2: "FOOD" } });
});

test("a draft that was sent from another device can begin another, and a tab that began anew keeps its own", async () => {
  const here = tab();
  here.answer("q1", "Une AMAP");
  await pause();
  here.tell({ gone: true });
  here.answer("q1", "perdu ?");
  expect(here.kept()).toMatchObject({ gone: true, draft: { answers: { q1: "Une AMAP" } } });
  device.setItem(draftKey("q3"), JSON.stringify({ ...here.kept().draft, key: "autre", answers: { q2: "Neuf" } }));
  here.erase();
  expect(tab(draftKey("q3")).kept().draft).toMatchObject({ key: "autre", answers: { q2: "Neuf" } });
});

test("what changes a response has a draft of its own, that begins with what was sent", async () => {
  const changed = { name: "edit:CODE", answers: { sector: "FOOD", q1: "Envoyé" }, appearance: "NAMED" };
  const keeper = new DraftKeeper(about, device.shelf, changed);
  keeper.open("edit:CODE");
  expect(keeper.kept()).toMatchObject({ state: "new", draft: { answers: { q1: "Envoyé" }, appearance: "NAMED" } });
  keeper.answer("q1", "Changé");
  await pause();
  expect(device.getItem("edit:CODE")).toContain("Changé");
  expect(device.getItem(draftKey("q3", "FOOD"))).toBeNull();
  keeper.erase();
  expect(keeper.kept().draft.answers["q1"]).toBe("Envoyé");
});

test("joining keeps what was taken back", () => {
  expect(merge({ a: "1", b: "2" }, { b: "2" }, { a: "1", b: "3" })).toEqual({ answers: { b: "3" }, conflicts: {} });
});

test("« enregistré » is said once the disk has it; a killed browser loses nothing of it", async () => {
  let answer = () => {};
  device.slow = new Promise((done) => (answer = done));
  const keeper = tab();
  keeper.answer("q1", "Une AMAP");
  await pause();
  expect(keeper.kept().state).toBe("pending");
  answer();
  await pause();
  expect(keeper.kept().state).toBe("saved");

  device.lose();
  const later = tab();
  await later.mend();
  expect(later.kept()).toMatchObject({ resumed: true, elsewhere: false, draft: { answers: { q1: "Une AMAP" } } });
  later.answer("q1", "Une AMAP de Brest");
  const early = device.getItem(draftKey("q3"))!;
  await pause();
  device.setItem(draftKey("q3"), early);
  const last = tab(draftKey("q3"));
  last.answer("q2", "ENERGY");
  await last.mend();
  expect(last.kept().draft.answers).toEqual({ q1: "Une AMAP de Brest", q2: "ENERGY" });
});

test("a draft that another part of the page took from the disk is opened all the same", async () => {
  tab().answer("q1", "Une AMAP");
  await pause();
  device.lose();
  const later = tab();
  await device.shelf.mend("draft");
  await later.mend();
  expect(later.kept()).toMatchObject({ resumed: true, draft: { answers: { q1: "Une AMAP" } } });
});

test("a draft that was sent does not come back from the disk, and the next account does not see it", async () => {
  const browser = { cookie: "signed-in=ab12", visibilityState: "visible" };
  vi.stubGlobal("document", browser);
  const keeper = tab();
  keeper.answer("q1", "Une AMAP");
  await pause();
  browser.cookie = "signed-in=cd34";
  expect(allDrafts("q3", device.shelf)).toEqual([]);
  browser.cookie = "signed-in=ab12";
  const [mine] = allDrafts("q3", device.shelf);
  expect(mine?.draft.answers).toEqual({ q1: "Une AMAP" });
  tab(mine?.name).erase();
  const later = tab();
  await later.mend();
  expect(later.kept()).toMatchObject({ state: "new", draft: { answers: {} } });
});

test("a text that the server has no room for stays on the device, and the server keeps what it had of it", () => {
  const [long, blank] = ["é".repeat(40_000), " ".repeat(100_000)];
  expect(fitting({ a: "court", b: long, c: ["x"] }, {})).toEqual({ sent: { a: "court", c: ["x"] }, whole: false });
  expect(fitting({ b: long }, { b: "avant" })).toEqual({ sent: { b: "avant" }, whole: false });
  expect(fitting({ a: `court${blank}`, b: blank }, {})).toEqual({ sent: { a: "court", b: "" }, whole: true });
  const many = Object.fromEntries(Array.from("abcde", (id) => [id, "x".repeat(15_000)]));
  expect(Object.keys(fitting(many, {}).sent)).toEqual(["a", "b", "c"]);
  const full = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`${at}`, "x".repeat(1000)]));
  expect(JSON.stringify(fitting(full, {}).sent).length).toBeLessThan(limits["draft.answers"]);
});
