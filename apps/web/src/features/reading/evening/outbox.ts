import { newKey } from "../../../ui/key.ts";
import type {
  KeepForTwoInput,
  MarkPassageInput,
  NotRetainedReason,
  ReadContributionsInput,
  UnmarkPassageInput,
  UnreadContributionsInput,
} from "../../../graphql/operations.generated.ts";
import type { Problem } from "../../../ui/problems.ts";
import { withResolvers } from "../../../ui/es2024.ts";
import { type Shelf, shelf as ownShelf } from "../../../ui/shelf.ts";

/** Act of reading, as it is sent: each may be sent twice and is done once. */
export type Sent =
  | { kind: "mark"; input: MarkPassageInput }
  | { kind: "unmark"; input: UnmarkPassageInput }
  | { kind: "read"; input: ReadContributionsInput }
  | { kind: "unread"; input: UnreadContributionsInput }
  | { kind: "keep"; input: KeepForTwoInput };

/** Act that waits on this device to be sent. */
export interface Waiting {
  key: string;
  /** The text it is about. */
  contributionId: string;
  act: Sent;
  /** Its place among those that wait. */
  at: number;
  savedAt: string;
}

/** The texts that an act is about. */
export const textsOf = ({ contributionId, act }: Pick<Waiting, "contributionId" | "act">): readonly string[] =>
  act.kind === "read" || act.kind === "unread" ? act.input.contributionIds : [contributionId];

/** Result of an act: its problems, or the ids of what it made. */
export interface Done {
  problems: readonly Problem[];
  passageId?: string;
  keyPointId?: string;
  /** Why nothing was to follow from the text, which the words that were given cleared. */
  cleared?: NotRetainedReason | null;
  /** Of several texts read at once, those of which it was not refused. */
  read?: string[];
}

/** An act that was refused once it came there. */
export interface Refused extends Waiting {
  problems: readonly Problem[];
}

/** Acts of an evening that are not saved yet: those that wait, and those refused. */
export interface OutboxState {
  waiting: readonly Waiting[];
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
  #state: OutboxState = { waiting: [], cut: false, failure: null, refused: [] };
  #going = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Tries that failed since somebody answered. */
  #failed = 0;
  /** Key of the act on its way: it is too late to hold it back. */
  #sending: string | null = null;
  /** Told of each act that was refused. */
  onRefused: ((waiting: Waiting) => void) | undefined;

  /** `send` rejects as long as the act may still be done later; a refusal is an answer. */
  constructor(personId: string, send: (act: Sent, contributionId: string) => Promise<Done>, shelf: Shelf = ownShelf) {
    this.#name = `evening:${personId}:`;
    this.#told = `refused:${personId}:`;
    this.#send = send;
    this.#shelf = shelf;
    this.#adopt(this.#name);
    this.#adopt(this.#told);
    this.#state = { ...this.#state, waiting: this.#kept(), refused: this.#kept<Refused>(this.#told) };
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
    if (this.#sending === key || !this.#kept().some((one) => one.key === key)) return false;
    this.#erase(this.#name, [{ key }]);
    this.#results.get(key)?.resolve(null);
    return true;
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
    if (!this.#state.cut && this.#kept().length) void this.go();
  };

  /** Puts away what was told of acts that were refused. */
  readonly forgetRefused = () => this.#erase(this.#told, this.#kept(this.#told));

  async #sendAll() {
    for (let [first] = this.#kept(); first; [first] = this.#kept()) {
      this.#sending = first.key;
      // oxlint-disable-next-line no-await-in-loop -- in their order: the second may rest on the first
      const done = await this.#send(first.act, first.contributionId).catch((failure: unknown) => ({ failure }));
      this.#sending = null;
      if ("failure" in done) {
        this.#set({ cut: true, failure: done.failure });
        this.#timer = setTimeout(() => void this.go(), again[this.#failed++] ?? again.at(-1));
        return;
      }
      this.#failed = 0;
      this.#settle(first, done);
    }
    this.#set({ cut: false });
  }

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
    this.#set({ waiting: this.#kept() });
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
