import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Problem } from "../../../ui/problems.ts";
import type { DraftKeeper } from "./keeper.ts";
import { eraseSent, handOver } from "./handOver.ts";
import { withResolvers } from "../../../ui/es2024.ts";

let events: EventTarget;
const page = Object.assign(new EventTarget(), { visibilityState: "visible" });
const line = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  events = new EventTarget();
  line.onLine = true;
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", line);
  vi.stubGlobal("addEventListener", events.addEventListener.bind(events));
  vi.stubGlobal("removeEventListener", events.removeEventListener.bind(events));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A response that is handed over: each sending is answered, or fails, when the test says so. */
function handed(soon = true) {
  const sent: PromiseWithResolvers<readonly Problem[]>[] = [];
  const heard: (readonly Problem[])[] = [];
  const send = () => {
    sent.push(withResolvers<readonly Problem[]>());
    return sent.at(-1)!.promise;
  };
  const stop = handOver(send, (problems) => heard.push(problems), soon);
  return { sent, heard, stop };
}
const refused: readonly Problem[] = [{ code: "REQUIRED", field: "x" }];
const turn = () => vi.advanceTimersByTimeAsync(0);

test("that a response arrived is heard, though the page that thanks for it took the place of the one that sent it", async () => {
  const it = handed();
  it.stop();
  it.sent[0]!.resolve([]);
  await turn();
  expect(it.heard).toEqual([[]]);
});

test("that it was refused is not told to a page that has left", async () => {
  const it = handed();
  it.stop();
  it.sent[0]!.resolve(refused);
  await turn();
  expect(it.heard).toEqual([]);
});

test("one is sent at a time, whatever happens meanwhile; a failure is tried again later and later, until the page leaves", async () => {
  const it = handed();
  events.dispatchEvent(new Event("online"));
  page.dispatchEvent(new Event("visibilitychange"));
  expect(it.sent).toHaveLength(1);
  for (const [tries, pause] of [3000, 6000, 12_000].entries()) {
    it.sent.at(-1)!.reject(new Error("No network."));
    await turn();
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(it.sent).toHaveLength(tries + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(it.sent).toHaveLength(tries + 2);
  }
  it.stop();
  it.sent.at(-1)!.reject(new Error("No network."));
  await vi.advanceTimersByTimeAsync(600_000);
  events.dispatchEvent(new Event("online"));
  expect([it.sent.length, it.heard]).toEqual([4, []]);
});

test("nothing is sent without a network; it leaves as soon as it is back", async () => {
  line.onLine = false;
  const it = handed();
  await turn();
  expect(it.sent).toEqual([]);
  line.onLine = true;
  events.dispatchEvent(new Event("online"));
  expect(it.sent).toHaveLength(1);
});

test("a response that arrived is erased from the device, unless something was written meanwhile", () => {
  const kept = (waiting: object) => ({ draft: { waiting } }) as unknown as ReturnType<DraftKeeper["kept"]>;
  const [sent, other] = [{}, {}] as NonNullable<Parameters<typeof eraseSent>[1]>[];
  const erase = vi.fn<() => void>();
  eraseSent({ kept: () => kept(other!), erase }, sent);
  expect(erase).not.toHaveBeenCalled();
  eraseSent({ kept: () => kept(sent!), erase }, sent);
  expect(erase).toHaveBeenCalledOnce();
});
