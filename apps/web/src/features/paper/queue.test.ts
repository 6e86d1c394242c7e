import { describe, expect, test } from "vitest";
import { type Answer, PaperQueue } from "./queue.ts";
import { unsentOf, type Waiting } from "./unsent.ts";

/** A device as plain as can be. */
function device(): Storage {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem(name: string, value: string) {
      kept.set(name, value);
      Object.defineProperty(storage, name, { configurable: true, enumerable: true, value });
    },
    removeItem(name: string) {
      kept.delete(name);
      Reflect.deleteProperty(storage, name);
    },
  };
  for (const name of Object.keys(storage)) Object.defineProperty(storage, name, { enumerable: false });
  return storage as unknown as Storage;
}

const sheet = (key: string, savedAt = `2012-06-20T10:00:0${key}Z`): Waiting => ({
  key,
  questionnaireId: "q",
  slug: "q",
  name: `Feuille ${key}`,
  written: { kind: "SHEET", typed: { a: "1" }, head: {}, revision: 1 },
  input: { key },
  savedAt,
  problems: null,
});

const taken: Answer = { problems: [], code: null };

describe("the queue of what was typed in", () => {
  test("leaves in the order it was typed, once, and is then no longer on the device", async () => {
    const storage = device();
    const left: string[] = [];
    const queue = new PaperQueue({
      personId: "one",
      device: () => storage,
      send: async ({ key }) => {
        left.push(key);
        return taken;
      },
    });
    for (const key of ["2", "1", "3"]) queue.add(sheet(key));
    await Promise.all([queue.flush(), queue.flush()]);
    expect(left).toEqual(["1", "2", "3"]);
    expect(queue.state()).toMatchObject({ waiting: [], sent: 3, held: null, busy: false });
  });

  test("stays whole while nobody answers, through a closed tab, and goes on after", async () => {
    const storage = device();
    const cut = new PaperQueue({
      personId: "one",
      device: () => storage,
      send: () => Promise.reject(new Error("cut")),
    });
    for (const key of ["1", "2", "3"]) cut.add(sheet(key));
    await cut.flush();
    expect(cut.state()).toMatchObject({ held: "offline" });
    expect(cut.state().waiting).toHaveLength(3);
    const back = new PaperQueue({ personId: "one", device: () => storage, send: () => Promise.resolve(taken) });
    await back.flush();
    expect(back.state()).toMatchObject({ waiting: [], sent: 3 });
  });

  test("keeps what is left out of it for a while, to be taken up again, apart from what waits", async () => {
    const storage = device();
    let now = new Date("2012-06-20T12:00:00Z");
    const made = (personId = "one") =>
      new PaperQueue({ personId, device: () => storage, now: () => now, send: () => Promise.resolve(taken) });
    const queue = made();
    const refused = { ...sheet("1"), problems: [{ code: "CODE_USED" as const, field: "code" }] };
    for (const one of [refused, { ...refused, key: "2" }]) {
      queue.add(one);
      queue.drop(one);
    }
    // Neither sent, nor counted among what waits; another page, a week later, has it still.
    await queue.flush();
    expect(unsentOf("one", () => storage)).toEqual([]);
    now = new Date("2012-06-27T12:00:00Z");
    const later = made();
    expect(later.state()).toMatchObject({ waiting: [], sent: 0, dropped: [{ key: "1" }, { key: "2" }] });
    expect(later.takeUp(later.state().dropped[0]!)).toBe(true);
    expect(later.state()).toMatchObject({ waiting: [refused], dropped: [{ key: "2" }] });
    expect(made("two").state().dropped).toEqual([]);
    now = new Date("2012-07-05T12:00:00Z");
    expect(made().state().dropped).toEqual([]);
    expect(Object.keys(storage).filter((name) => name.startsWith("entry-dropped"))).toEqual([]);
  });

  test("is the person's own: another one neither sees it nor sends it", async () => {
    const storage = device();
    const make = (personId: string) =>
      new PaperQueue({ personId, device: () => storage, send: () => Promise.resolve(taken) });
    make("one").add(sheet("1"));
    const other = make("two");
    await other.flush();
    expect(other.state()).toMatchObject({ waiting: [], sent: 0 });
    expect(unsentOf("one", () => storage)).toHaveLength(1);
  });

  test("stops when somebody else is signed in, and keeps everything", async () => {
    const storage = device();
    const queue = new PaperQueue({
      personId: "one",
      device: () => storage,
      send: () => Promise.resolve({ held: "somebody-else" }),
    });
    queue.add(sheet("1"));
    await queue.flush();
    expect(queue.state()).toMatchObject({ held: "somebody-else" });
    expect(queue.state().waiting).toHaveLength(1);
  });

  test("what is refused waits to be mended, and the others leave", async () => {
    const storage = device();
    const problem = { code: "CODE_USED", field: "code", value: null } as const;
    const queue = new PaperQueue({
      personId: "one",
      device: () => storage,
      send: async ({ key, input }) =>
        key === "1" && !input.anotherSheet ? { problems: [problem], code: null } : taken,
    });
    queue.add(sheet("1"));
    queue.add(sheet("2"));
    await queue.flush();
    expect(queue.state().waiting).toMatchObject([{ key: "1", problems: [problem] }]);
    await queue.flush();
    expect(queue.state().waiting).toHaveLength(1);
    queue.add({ ...sheet("1"), input: { key: "1", anotherSheet: true } });
    await queue.flush();
    expect(queue.state().waiting).toEqual([]);
  });

  test("a code to hand over is kept until it was given", async () => {
    const storage = device();
    const queue = new PaperQueue({
      personId: "one",
      device: () => storage,
      send: () => Promise.resolve({ problems: [], code: "AAAA-BBBB-CCCC-DDDD" }),
    });
    queue.add(sheet("1"));
    await queue.flush();
    const back = new PaperQueue({ personId: "one", device: () => storage, send: () => Promise.resolve(taken) });
    const kept = { key: "1", name: "Feuille 1", code: "AAAA-BBBB-CCCC-DDDD" };
    expect(back.state().handedOver).toEqual([kept]);
    back.given("1");
    expect(back.state().handedOver).toEqual([]);
    back.notGiven(kept);
    expect(back.state().handedOver).toEqual([kept]);
    back.given("1");
    expect(back.state().handedOver).toEqual([]);
  });
});
