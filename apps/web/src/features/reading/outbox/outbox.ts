import { newKey } from "../../../ui/key.ts";
import type { ReadContributionsInput } from "../../../graphql/operations.generated.ts";
import { troubleOf } from "../../../shared/troubles.ts";
import { withResolvers } from "../../../ui/es2024.ts";
import { type Shelf, shelf as ownShelf } from "../../../ui/shelf.ts";
import {
  type Done,
  isSetAside,
  mayLeave,
  mostTries,
  type Refused,
  type Sent,
  textsOf,
  type Waiting,
} from "./waiting.ts";

/** Acts of an evening that are not saved yet: those that wait, those that the site failed on, and those refused. */
export interface OutboxState {
  waiting: readonly Waiting[];
  /** Set aside until they are tried again or taken away; what comes after on the same texts waits with them. */
  aside: readonly Waiting[];
  /** True after a try that came to nothing: the act waits for the network, or for a session. */
  cut: boolean;
  /** Error of that try. */
  failure: unknown;
  refused: readonly Refused[];
}

/**
 * So many milliseconds after a try that failed, another, each time a little later up to the last; a network that says it is
 * back is tried at once.
 */
const again = [500, 1000, 2000, 5000, 10_000];

/** Milliseconds after which an act that the site failed on is tried again. */
const afterFault = 5000;

/**
 * Acts of reading leave one after the other, in the order they were done, and wait on the device while there is no
 * network, each under a name of its own: neither a closed tab nor a killed browser loses any, and the next visit to the
 * reading desk sends them. Knows nothing of React.
 */
export class Outbox {
  readonly #name: string;
  /** Key of the stored refusals: each window of the person shows them, and so does a later visit. */
  readonly #told: string;
  readonly #shelf: Shelf;
  /** What the device did not take, by its name: it leaves from this page. */
  readonly #here = new Map<string, Waiting>();
  readonly #send: (act: Sent, contributionId: string) => Promise<Done>;
  readonly #listeners = new Set<() => void>();
  readonly #results = new Map<string, PromiseWithResolvers<Done | null>>();
  #state: OutboxState = { waiting: [], aside: [], cut: false, failure: null, refused: [] };
  #going = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Tries that failed since somebody answered. */
  #failed = 0;
  /** Key of the act on its way: it is too late to hold it back. */
  #sending: string | null = null;
  /** Acts that the site failed on during this pass: the next one tries them again. */
  readonly #passedOver = new Set<string>();
  /** Told of each act that was refused, or taken away. */
  onRefused: ((waiting: Waiting) => void) | undefined;

  /** `send` rejects as long as the act may still be done later; a refusal is an answer. */
  constructor(personId: string, send: (act: Sent, contributionId: string) => Promise<Done>, shelf: Shelf = ownShelf) {
    this.#name = `evening:${personId}:`;
    this.#told = `refused:${personId}:`;
    this.#send = send;
    this.#shelf = shelf;
    this.#adopt(this.#name);
    this.#adopt(this.#told);
    this.#look();
    this.#state = { ...this.#state, refused: this.#kept<Refused>(this.#told) };
  }

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes what the disk of the device knows better, after its browser was killed; then sends what waits. */
  readonly open = async () => {
    const mended = [this.#name, this.#told].map((names) => this.#shelf.mend(names));
    if ((await Promise.allSettled(mended)).some((one) => one.status === "fulfilled" && one.value.length > 0)) {
      this.#look();
      this.#hear();
    }
    await this.go();
  };

  /** Keeps an act and sends it; answers its key. */
  add(contributionId: string, act: Sent): string {
    const key = newKey();
    this.#results.set(key, withResolvers());
    // Of two that are done within a millisecond, the second comes after.
    const at = Math.max(Date.now(), (this.#kept().at(-1)?.at ?? 0) + 1);
    this.#keep(this.#name, { key, contributionId, act, at, savedAt: new Date().toISOString() });
    void this.go();
    return key;
  }

  /** Holds back an act that has not left; false once it is on its way, or done. */
  takeBack(key: string): boolean {
    const one = this.#kept().find((it) => it.key === key);
    if (this.#sending === key || !one) return false;
    this.#erase(this.#name, [one]);
    this.#results.get(key)?.resolve(null);
    // What waited behind it may leave.
    if (one.faults) void this.go();
    return true;
  }

  /** Gives an act that was set aside another try. */
  tryAgain(aside: Waiting) {
    this.#passedOver.delete(aside.key);
    this.#keep(this.#name, { ...aside, faults: mostTries - 1, savedAt: new Date().toISOString() });
    return this.go();
  }

  /** Takes away an act that was set aside: it is as if it had not been, and what waited behind it leaves. */
  giveUp(aside: Waiting) {
    if (this.takeBack(aside.key)) this.onRefused?.(aside);
  }

  /** Result of an act of this page; null if it was refused or held back. */
  done = (key: string): Promise<Done | null> => this.#results.get(key)?.promise ?? Promise.resolve(null);

  /** Sends what waits, as long as somebody answers. */
  readonly go = async () => {
    if (this.#going) return;
    this.#going = true;
    clearTimeout(this.#timer);
    try {
      // One tab at a time: each act leaves once.
      await (globalThis.navigator?.locks?.request(this.#name, () => this.#sendAll()) ?? this.#sendAll());
    } finally {
      this.#going = false;
    }
    // Acts made while the last answer was on its way.
    if (!this.#state.cut && this.#next()) void this.go();
  };

  /** Puts away what was told of acts that were refused. */
  readonly forgetRefused = () => this.#erase(this.#told, this.#kept(this.#told));

  async #sendAll() {
    this.#passedOver.clear();
    for (let first = this.#next(); first; first = this.#next()) {
      this.#sending = first.key;
      // oxlint-disable-next-line no-await-in-loop -- in their order: the second may rest on the first
      const done = await this.#send(first.act, first.contributionId).catch((failure: unknown) => ({ failure }));
      this.#sending = null;
      if ("failure" in done && troubleOf(done.failure) === "fault") {
        this.#passedOver.add(first.key);
        this.#keep(this.#name, { ...first, faults: (first.faults ?? 0) + 1, savedAt: new Date().toISOString() });
        continue;
      }
      if ("failure" in done) {
        this.#set({ cut: true, failure: done.failure });
        this.#timer = setTimeout(() => void this.go(), again[this.#failed++] ?? again.at(-1));
        return;
      }
      this.#failed = 0;
      this.#settle(first, done);
    }
    this.#set({ cut: false });
    if (this.#state.waiting.some(({ key }) => this.#passedOver.has(key)))
      this.#timer = setTimeout(() => void this.go(), afterFault);
  }

  #next = () => mayLeave(this.#kept(), (one) => isSetAside(one) || this.#passedOver.has(one.key))[0];

  #settle(one: Waiting, done: Done) {
    const wrong = done.problems.length > 0;
    if (wrong && one.act.kind === "read" && textsOf(one).length > 1) {
      this.#part(one, one.act.input);
      return;
    }
    const savedAt = new Date().toISOString();
    if (wrong) this.#keep(this.#told, { ...one, savedAt, problems: done.problems });
    this.#erase(this.#name, [one]);
    this.#set({ cut: false });
    if (wrong) this.#hear();
    else this.#results.get(one.key)?.resolve(done);
  }

  /** One text of several is refused: it holds up none of the others, which are sent again one by one. */
  #part({ key, at, savedAt }: Waiting, input: ReadContributionsInput) {
    const ids = input.contributionIds;
    const parts = ids.map((id, place): Waiting => {
      const act: Sent = { kind: "read", input: { ...input, contributionIds: [id] } };
      return { key: newKey(), contributionId: id, act, at: at + place / ids.length, savedAt };
    });
    for (const part of parts) {
      this.#results.set(part.key, withResolvers());
      this.#keep(this.#name, part);
    }
    this.#erase(this.#name, [{ key }]);
    const all = parts.map(async (part) => ((await this.done(part.key)) ? [part.contributionId] : []));
    const read = Promise.all(all).then((done): Done => ({ problems: [], read: done.flat() }));
    this.#results.get(key)?.resolve(read);
  }

  /** Tells that another window sent, kept or heard something. */
  readonly meet = ({ key }: { key: string | null }) => {
    if (key?.startsWith(this.#name)) this.#look();
    if (key?.startsWith(this.#told)) this.#hear();
  };

  #hear() {
    const before = this.#state.refused;
    const refused = this.#kept<Refused>(this.#told);
    this.#set({ refused });
    for (const one of refused.filter(({ key }) => !before.some((it) => it.key === key))) {
      this.#results.get(one.key)?.resolve(null);
      this.onRefused?.(one);
    }
  }

  #look() {
    const kept = this.#kept();
    this.#set({ waiting: kept.filter((one) => !isSetAside(one)), aside: kept.filter(isSetAside) });
  }

  /** Acts under the names that begin so, in their order. */
  #kept<One extends Waiting = Waiting>(names = this.#name): One[] {
    const here = [...this.#here].flatMap(([name, one]) => (name.startsWith(names) ? (one as One) : []));
    try {
      const found = Object.keys(this.#shelf.storage()).filter((name) => name.startsWith(names));
      const kept = found.flatMap((name) => (JSON.parse(this.#shelf.read(name) ?? "[]") ?? []) as One);
      return [...kept, ...here].toSorted((a, b) => a.at - b.at);
    } catch {
      return here;
    }
  }

  /** Takes over the one list of all acts that the version before kept: they come first, in their order. */
  #adopt(names: string) {
    const former = names.slice(0, -1);
    try {
      const acts = JSON.parse(this.#shelf.read(former) ?? "[]") as (Waiting | Refused)[];
      const savedAt = new Date().toISOString();
      for (const [at, one] of acts.entries()) this.#keep(names, { ...one, at, savedAt });
      if (this.#here.size === 0) this.#shelf.storage().removeItem(former);
    } catch {
      // Nothing that can be read, or no device.
    }
  }

  #keep(names: string, one: Waiting | Refused) {
    try {
      void this.#shelf.keep(names + one.key, JSON.stringify(one)).catch(() => undefined);
      this.#here.delete(names + one.key);
    } catch {
      this.#here.set(names + one.key, one);
    }
    this.#look();
  }

  #erase(names: string, gone: readonly Pick<Waiting, "key">[]) {
    for (const { key } of gone) {
      this.#here.delete(names + key);
      void this.#shelf.erase(names + key).catch(() => undefined);
    }
    if (names === this.#told) this.#hear();
    else this.#look();
  }

  #set(change: Partial<OutboxState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
