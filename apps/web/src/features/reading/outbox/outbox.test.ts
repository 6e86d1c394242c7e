import { CombinedGraphQLErrors, ServerError } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { beforeEach, expect, test, vi } from "vitest";
import type { Written } from "../../../ui/disk.ts";
import { Shelf } from "../../../ui/shelf.ts";
import { Outbox } from "./outbox.ts";
import { EveningSession, marksOf } from "../evening/session.ts";
import type { Done, Sent } from "./waiting.ts";
import { asideSentence } from "./waits.ts";

/** Waits as long as a busy machine may take. */
const soon = (holds: () => unknown) => vi.waitFor(holds, 20_000);

/** A device as plain as can be. */
function device(): Storage {
  const kept: Record<string, string> = {};
  const value = {
    getItem: (name: string) => kept[name] ?? null,
    setItem: (name: string, text: string) => void (kept[name] = text),
    removeItem: (name: string) => void Reflect.deleteProperty(kept, name),
  };
  for (const [name, does] of Object.entries(value)) Object.defineProperty(kept, name, { value: does });
  return kept as unknown as Storage;
}

/** Servers of the tests before: what is still tried again there would take the acts of this one. */
const servers: { cut: boolean }[] = [];
beforeEach(() => {
  for (const former of servers.splice(0)) former.cut = true;
  vi.stubGlobal("localStorage", device());
});

const reading = (id: string): Sent => ({ kind: "read", input: { contributionIds: [id], notRetained: null } });
const fine: Done = { problems: [] };

/** A server that can be cut off, and the acts that came there. */
function server(answer: (act: Sent) => Done = () => fine) {
  const came: Sent[] = [];
  const it = {
    cut: false,
    came,
    send: async (act: Sent) => {
      if (it.cut) throw new Error("no network");
      came.push(act);
      return answer(act);
    },
  };
  servers.push(it);
  return it;
}

test("acts done without a network wait on the device, and leave once, in their order, when it is back", async () => {
  const there = server();
  there.cut = true;
  const outbox = new Outbox("ada", there.send);
  for (const id of ["a", "b"]) outbox.add(id, reading(id));
  await soon(() => expect(outbox.state().cut).toBe(true));
  expect(outbox.state().waiting).toMatchObject([{ contributionId: "a" }, { contributionId: "b" }]);

  // The tab is closed meanwhile: another one finds them.
  const later = new Outbox("ada", there.send);
  expect(later.state().waiting).toHaveLength(2);
  there.cut = false;
  await later.go();
  await later.go();
  expect(there.came).toEqual([reading("a"), reading("b")]);
  expect(later.state()).toMatchObject({ cut: false, waiting: [] });
  // Waiting acts belong to one person: somebody else on this device sends none of them.
  expect(new Outbox("zoe", there.send).state().waiting).toEqual([]);
});

test("a killed browser, whose localStorage did not reach the disk, loses none of them, nor what is done before it knows", async () => {
  const disk = new Map<string, Written>();
  const shelf = (storage = device()) =>
    new Shelf(() => storage, {
      write: async (name, written) => void disk.set(name, written),
      drop: async (name) => void disk.delete(name),
      all: async () => new Map(disk),
    });
  const there = server();
  there.cut = true;
  const outbox = new Outbox("ada", there.send, shelf());
  for (const id of ["a", "b"]) outbox.add(id, reading(id));
  await soon(() => expect(outbox.state().cut).toBe(true));

  const later = new Outbox("ada", there.send, shelf());
  later.add("c", reading("c"));
  await later.open();
  expect(later.state().waiting.map(({ contributionId }) => contributionId)).toEqual(["a", "b", "c"]);
  there.cut = false;
  await later.go();
  expect(there.came).toEqual(["a", "b", "c"].map(reading));
  // Once they left, nothing brings them back.
  const last = new Outbox("ada", there.send, shelf());
  await last.open();
  expect([last.state().waiting, there.came.length]).toEqual([[], 3]);
});

test("a try that failed is made again at once, then later each time", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", {});
  const there = server();
  const tries = vi.fn<typeof there.send>(there.send);
  there.cut = true;
  const outbox = new Outbox("ada", tries);
  outbox.add("a", reading("a"));
  const times: number[] = [];
  for (const wait of [0, 500, 1000, 2000, 5000, 10_000, 10_000]) {
    await vi.advanceTimersByTimeAsync(wait);
    times.push(tries.mock.calls.length);
  }
  expect(times).toEqual([1, 2, 3, 4, 5, 6, 7]);
  there.cut = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outbox.state()).toMatchObject({ cut: false, waiting: [] });
  vi.useRealTimers();
});

test("an act that is refused once it comes there holds up none, and is told", async () => {
  const there = server((act) =>
    act.kind === "read" && act.input.contributionIds[0] === "a"
      ? { problems: [{ code: "ALREADY_MARKED", field: "contributionIds" }] }
      : fine,
  );
  const outbox = new Outbox("ada", there.send);
  const key = outbox.add("a", reading("a"));
  outbox.add("b", reading("b"));
  expect(await outbox.done(key)).toBeNull();
  await soon(() => expect(outbox.state().waiting).toEqual([]));
  expect(outbox.state().refused).toMatchObject([{ contributionId: "a", problems: [{ code: "ALREADY_MARKED" }] }]);
});

/** A server that refuses to say of one text that nothing follows: it was marked elsewhere. */
const marked = (id: string) =>
  server((act) =>
    act.kind === "read" && act.input.contributionIds.includes(id)
      ? { problems: [{ code: "ALREADY_MARKED", field: "contributionIds" }] }
      : fine,
  );

test("of texts that are read in one act, the one that was marked meanwhile is told, and holds up none of the others", async () => {
  const there = marked("b");
  const session = new EveningSession("ada", there.send);
  session.read(["a", "b", "c"], { notRetained: "NOTHING_TO_ADD" });
  await soon(() => expect(session.outbox.state().waiting).toEqual([]));
  expect(session.outbox.state().refused).toMatchObject([{ contributionId: "b" }]);
  expect([...session.state().ended.keys()]).toEqual(["a", "c"]);
  // One « Défaire » takes back those that were said.
  expect(session.undo()).toBe("a");
  await soon(() => expect(there.came.at(-1)).toEqual({ kind: "unread", input: { contributionIds: ["a", "c"] } }));
  expect(session.state().ended.size).toBe(0);
});

test("a refused act is told in each window of the person, and at a later visit, until they have read it", async () => {
  const here = new EveningSession("ada", marked("a").send);
  const other = new EveningSession("ada", server().send);
  here.read(["a"], { notRetained: "ALREADY_SAID" });
  await soon(() => expect(here.outbox.state().refused).toHaveLength(1));
  const names = Object.keys(localStorage);
  for (const key of names) other.outbox.meet({ key });
  expect(other.outbox.state().refused).toMatchObject([{ contributionId: "a" }]);
  expect(new Outbox("ada", server().send).state().refused).toHaveLength(1);
  other.outbox.forgetRefused();
  for (const key of names) here.outbox.meet({ key });
  expect(here.outbox.state().refused).toEqual([]);
});

const status = (of: number) => new ServerError("No.", { response: new Response("{}", { status: of }), bodyText: "{}" });

test("an act that the site fails on holds up what comes after on its text alone; set aside after three tries, it leaves or is taken away as its author says", async () => {
  const failures = new Map<string, Error>([
    ["a", status(500)],
    ["d", new CombinedGraphQLErrors({ data: null, errors: [{ message: "No.", extensions: { code: "INTERNAL" } }] })],
  ]);
  const there = server();
  const tries: string[] = [];
  const send = async (act: Sent, id: string) => {
    tries.push(id);
    const failure = failures.get(id);
    if (failure && act.kind === "read") throw failure;
    return there.send(act);
  };
  const session = new EveningSession("ada", send);
  const { outbox } = session;
  for (const id of ["a", "b", "d"] as const) session.read([id], { notRetained: null });
  outbox.add("a", { kind: "keep", input: { contributionId: "a", kept: true } });
  outbox.add("c", reading("c"));
  await soon(() => expect(there.came).toEqual([reading("b"), reading("c")]));
  await soon(async () => {
    await outbox.go();
    expect(outbox.state().aside).toMatchObject([{ contributionId: "a" }, { contributionId: "d" }]);
  });
  expect(tries.filter((id) => id === "a" || id === "d")).toHaveLength(6);
  expect(outbox.state()).toMatchObject({ cut: false, refused: [], waiting: [{ act: { kind: "keep" } }] });
  expect(asideSentence(outbox.state().aside[0]!.act)).toContain(m.evening_aside_read({ count: 1 }));

  // It is set aside still at a later visit. Tried again in vain, it is there again at once.
  expect(new Outbox("ada", there.send).state().aside).toHaveLength(2);
  await outbox.tryAgain(outbox.state().aside[0]!);
  await soon(() => expect([outbox.state().aside.length, tries.length]).toEqual([2, 9]));
  outbox.giveUp(outbox.state().aside[1]!);
  expect([...session.state().ended.keys()]).toEqual(["a", "b"]);
  failures.clear();
  await outbox.tryAgain(outbox.state().aside[0]!);
  await soon(() => expect(outbox.state()).toMatchObject({ aside: [], waiting: [] }));
  expect(there.came.slice(2).map(({ kind }) => kind)).toEqual(["read", "keep"]);
});

test("a site that takes nothing for now is no fault of an act: all wait, and none is set aside", async () => {
  const outbox = new Outbox("ada", () => Promise.reject(status(503)));
  for (const id of ["a", "b"]) outbox.add(id, reading(id));
  await soon(() => expect(outbox.state().cut).toBe(true));
  for (let pass = 0; pass < 4; pass++) await outbox.go();
  expect(outbox.state()).toMatchObject({ aside: [], waiting: [{ contributionId: "a" }, { contributionId: "b" }] });
});

const first = { start: 0, end: 4 };
const keyPoint = { id: "k1", sentence: "Partager les tournées." };
const mark = { ...first, keyPoint };

test("« Défaire » takes back the last act, of any kind and on any text; an act that was not sent yet never is", async () => {
  const there = server((act) => (act.kind === "mark" ? { problems: [], passageId: "p1", keyPointId: "k1" } : fine));
  there.cut = true;
  const session = new EveningSession("ada", there.send);
  session.give("a", first, "Oui.", keyPoint);
  session.read(["b"], { notRetained: "NOTHING_TO_ADD" });
  await soon(() => expect(session.outbox.state().cut).toBe(true));
  expect(marksOf([], session.state().changes, "a")).toMatchObject([mark]);
  expect(session.undo()).toBe("b");
  expect(session.state().ended.size).toBe(0);
  there.cut = false;
  // The try that failed may not be over yet.
  await soon(async () => {
    await session.outbox.go();
    expect(there.came.map(({ kind }) => kind)).toEqual(["mark"]);
  });

  expect(session.undo()).toBe("a");
  expect(marksOf([], session.state().changes, "a")).toEqual([]);
  expect(session.undo()).toBeNull();
  await soon(() => expect(there.came.at(-1)).toEqual({ kind: "unmark", input: { passageId: "p1", keyPointId: "k1" } }));
});

test("marking a text that was not retained in another window says so; restoring the reason takes the mark back", async () => {
  const there = server((act) =>
    act.kind === "mark" ? { problems: [], passageId: "p1", keyPointId: "k1", cleared: "ALREADY_SAID" } : fine,
  );
  const session = new EveningSession("ada", there.send);
  session.give("a", first, "Oui.", keyPoint);
  await soon(() => expect(session.state().cleared).toMatchObject({ contributionId: "a", reason: "ALREADY_SAID" }));
  await session.restore();
  expect(session.state().cleared).toBeNull();
  expect(marksOf([], session.state().changes, "a")).toEqual([]);
  await soon(() => expect(there.came).toHaveLength(3));
  expect(there.came.slice(1)).toEqual([
    { kind: "unmark", input: { passageId: "p1", keyPointId: "k1" } },
    { kind: "read", input: { contributionIds: ["a"], notRetained: "ALREADY_SAID" } },
  ]);
});

test("a mark that was refused is not shown, and one that the server knows is shown once", async () => {
  const there = server(() => ({ problems: [{ code: "NOT_IN_TEXT", field: "startsAt" }] }));
  const session = new EveningSession("ada", there.send);
  session.give("a", first, "Oui.", keyPoint);
  expect(marksOf([mark], session.state().changes, "a")).toEqual([expect.objectContaining(mark)]);
  await soon(() => expect(session.state().changes).toEqual([]));
});

test("a text that is kept for two is read by it, and one « Défaire » lets it go and opens it again", async () => {
  const there = server();
  const session = new EveningSession("ada", there.send);
  session.keep("a", true, false);
  await soon(() => expect(there.came).toHaveLength(1));
  expect([session.state().kept.get("a"), session.state().ended.get("a")]).toEqual([true, null]);
  session.undo();
  await soon(() => expect(there.came).toHaveLength(2));
  expect(there.came[1]).toEqual({ kind: "keep", input: { contributionId: "a", kept: false } });
  expect([session.state().kept.get("a"), session.state().ended.has("a")]).toEqual([false, false]);
  // One that was refused is as if it had not been.
  const refusing = new EveningSession("zoe", server(() => ({ problems: [{ code: "READ_BY_TWO", field: null }] })).send);
  refusing.keep("b", true, false);
  await soon(() => expect(refusing.outbox.state().refused).toHaveLength(1));
  expect([refusing.state().kept.has("b"), refusing.state().ended.has("b")]).toEqual([false, false]);
});

test("acts that the version before left on the device leave first, in their order, and refusals are told still", async () => {
  const acts = ["a", "b"].map((id) => ({ key: id, contributionId: id, act: reading(id) }));
  localStorage.setItem("evening:ada", JSON.stringify(acts));
  localStorage.setItem(
    "refused:ada",
    JSON.stringify([{ ...acts[0], key: "c", problems: [{ code: "GONE", field: null }] }]),
  );
  const there = server();
  const outbox = new Outbox("ada", there.send);
  expect(outbox.state().refused).toMatchObject([{ key: "c" }]);
  outbox.add("d", reading("d"));
  await soon(() => expect(there.came).toEqual(["a", "b", "d"].map(reading)));
  await soon(() => expect(outbox.state().waiting).toEqual([]));
  expect([localStorage.getItem("evening:ada"), localStorage.getItem("refused:ada")]).toEqual([null, null]);
});
