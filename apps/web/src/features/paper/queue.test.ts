import { type ApolloClient, CombinedGraphQLErrors } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { describe, expect, test } from "vitest";
import type { Written } from "../../ui/disk.ts";
import type { Shelf } from "../../ui/shelf.ts";
import { type Problem, problemSentence } from "../../ui/problems.ts";
import { type Answer, PaperQueue } from "./queue.ts";
import { sendEntry } from "./send.tsx";
import { device, shelfOn } from "../../ui/trialDevice.ts";
import { sheet } from "./trialSheet.ts";
import { unsentOf } from "./unsent.ts";

const taken: Answer = { problems: [], code: null };

describe("the queue of what was typed in", () => {
  test("leaves in the order it was typed, once, and is then no longer on the device", async () => {
    const shelf = shelfOn(device());
    const left: string[] = [];
    const queue = new PaperQueue({
      personId: "one",
      shelf,
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

  test("codes that the version before kept are still to be handed over", () => {
    const storage = device();
    const codes = ["1", "2"].map((key) => ({ key, name: `Feuille ${key}`, code: `ABC${key}` }));
    storage.setItem("entry-codes:one", JSON.stringify(codes));
    const shelf = shelfOn(storage);
    const queue = new PaperQueue({ personId: "one", shelf, send: async () => taken });
    expect(queue.state().handedOver).toEqual(codes);
    queue.given("1");
    const later = new PaperQueue({ personId: "one", shelf, send: async () => taken });
    expect(later.state().handedOver).toEqual([codes[1]]);
  });

  test("stays whole while nobody answers, through a closed tab, and goes on after", async () => {
    const shelf = shelfOn(device());
    const cut = new PaperQueue({
      personId: "one",
      shelf,
      send: () => Promise.reject(new Error("cut")),
    });
    for (const key of ["1", "2", "3"]) cut.add(sheet(key));
    await cut.flush();
    expect(cut.state()).toMatchObject({ held: "offline" });
    expect(cut.state().waiting).toHaveLength(3);
    const back = new PaperQueue({ personId: "one", shelf, send: () => Promise.resolve(taken) });
    await back.flush();
    expect(back.state()).toMatchObject({ waiting: [], sent: 3 });
  });

  test("outlives a killed browser, whose localStorage did not reach the disk, with what was left out and the codes", async () => {
    const disk = new Map<string, Written>();
    const answers: Record<string, Answer> = {
      "1": { problems: [{ code: "CODE_USED", field: "code" }], code: null },
      "2": { problems: [], code: "AAAA-BBBB-CCCC-DDDD" },
    };
    const made = (shelf: Shelf) =>
      new PaperQueue({
        personId: "one",
        shelf,
        send: ({ key }) => (answers[key] ? Promise.resolve(answers[key]) : Promise.reject(new Error("cut"))),
      });
    const queue = made(shelfOn(device(), disk));
    for (const key of ["1", "2", "3"]) queue.add(sheet(key));
    await queue.flush();
    queue.drop(queue.state().waiting[0]!);
    const whole = queue.state();
    expect(whole).toMatchObject({ waiting: [{ key: "3" }], dropped: [{ key: "1" }], handedOver: [{ key: "2" }] });

    const again = made(shelfOn(device(), disk));
    expect(again.state().waiting).toEqual([]);
    await again.mend();
    const { waiting, dropped, handedOver } = whole;
    expect(again.state()).toMatchObject({ waiting, dropped, handedOver });
    // A sheet taken up, or given, stays so.
    again.takeUp(dropped[0]!);
    again.given("2");
    const last = made(shelfOn(device(), disk));
    await last.mend();
    expect(last.state()).toMatchObject({ waiting: [{ key: "3" }, { key: "1" }], dropped: [], handedOver: [] });
  });

  test("leaves one tab at a time when the network is back for two", async () => {
    const shelf = shelfOn(device());
    const left: string[] = [];
    const tab = () =>
      new PaperQueue({
        personId: "one",
        shelf,
        send: async ({ key }) => {
          left.push(key);
          await Promise.resolve();
          return taken;
        },
      });
    const [one, other] = [tab(), tab()];
    for (const key of ["1", "2"]) one.add(sheet(key));
    await Promise.all([one.flush(), other.flush()]);
    expect(left).toEqual(["1", "2"]);
  });

  test("keeps what is left out of it for a while, to be taken up again, apart from what waits", async () => {
    const shelf = shelfOn(device());
    let now = new Date("2012-06-20T12:00:00Z");
    const made = (personId = "one") =>
      new PaperQueue({ personId, shelf, now: () => now, send: () => Promise.resolve(taken) });
    const queue = made();
    const refused = { ...sheet("1"), problems: [{ code: "CODE_USED" as const, field: "code" }] };
    for (const one of [refused, { ...refused, key: "2" }]) {
      queue.add(one);
      queue.drop(one);
    }
    // Neither sent, nor counted among what waits; another page, a week later, has it still.
    await queue.flush();
    expect(unsentOf("one", shelf)).toEqual([]);
    now = new Date("2012-06-27T12:00:00Z");
    const later = made();
    expect(later.state()).toMatchObject({ waiting: [], sent: 0, dropped: [{ key: "1" }, { key: "2" }] });
    expect(later.takeUp(later.state().dropped[0]!)).toBe(true);
    expect(later.state()).toMatchObject({
      waiting: [{ ...refused, savedAt: now.toISOString() }],
      dropped: [{ key: "2" }],
    });
    expect(made("two").state().dropped).toEqual([]);
    now = new Date("2012-07-05T12:00:00Z");
    expect(made().state().dropped).toEqual([]);
    expect(Object.keys(shelf.storage()).filter((name) => name.startsWith("entry-dropped"))).toEqual([]);
  });

  test("is the person's own: another one neither sees it nor sends it", async () => {
    const shelf = shelfOn(device());
    const make = (personId: string) => new PaperQueue({ personId, shelf, send: () => Promise.resolve(taken) });
    make("one").add(sheet("1"));
    const other = make("two");
    await other.flush();
    expect(other.state()).toMatchObject({ waiting: [], sent: 0 });
    expect(unsentOf("one", shelf)).toHaveLength(1);
  });

  test("stops when somebody else is signed in, and keeps everything", async () => {
    const shelf = shelfOn(device());
    const queue = new PaperQueue({
      personId: "one",
      shelf,
      send: () => Promise.resolve({ held: "somebody-else" }),
    });
    queue.add(sheet("1"));
    await queue.flush();
    expect(queue.state()).toMatchObject({ held: "somebody-else" });
    expect(queue.state().waiting).toHaveLength(1);
  });

  test("what is refused waits to be mended, and the others leave", async () => {
    const shelf = shelfOn(device());
    const problem = { code: "CODE_USED", field: "code", value: null } as const;
    const queue = new PaperQueue({
      personId: "one",
      shelf,
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
    const shelf = shelfOn(device());
    const queue = new PaperQueue({
      personId: "one",
      shelf,
      send: () => Promise.resolve({ problems: [], code: "AAAA-BBBB-CCCC-DDDD" }),
    });
    queue.add(sheet("1"));
    await queue.flush();
    const back = new PaperQueue({ personId: "one", shelf, send: () => Promise.resolve(taken) });
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

describe("a sheet that is handed in", () => {
  const answered = (code: string) =>
    new CombinedGraphQLErrors({ data: null, errors: [{ message: "No.", extensions: { code } }] });
  const sent = (failure: Error) => {
    const client = {
      query: () => Promise.resolve({ data: { viewer: { id: "one" } } }),
      mutate: () => Promise.reject(failure),
    };
    return sendEntry(client as unknown as ApolloClient, "one", sheet("1"));
  };

  test("is refused in true words where a role no longer allows it, and waits for the network and for a session", async () => {
    const said = async (code: string) =>
      ((await sent(answered(code))) as { problems: readonly Problem[] }).problems.map(problemSentence);
    expect(await said("FORBIDDEN")).toEqual([m.paper_no_right()]);
    expect(await said("NOT_FOUND")).toEqual([m.problem_GONE()]);
    expect(await said("BAD_USER_INPUT")).toEqual([m.problem_error_outdated()]);
    for (const failure of [new TypeError("Failed to fetch"), answered("UNAUTHENTICATED"), answered("UNAVAILABLE")])
      await expect(sent(failure)).rejects.toBe(failure);
  });
});
