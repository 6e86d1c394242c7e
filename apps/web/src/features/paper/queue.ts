import { type Trouble, troubleOf } from "../../shared/troubles.ts";
import type { Problem } from "../../ui/problems.ts";
import { type Shelf, shelf as ownShelf } from "../../ui/shelf.ts";
import {
  allUnder,
  type Dropped,
  droppedBy,
  failedOn,
  isHeldBack,
  ofPaper,
  prefix,
  prefixCodes,
  prefixDropped,
  triedAgain,
  unsentOf,
  type Waiting,
} from "./unsent.ts";

/** Why nothing leaves. */
export type QueueBlocker = Exclude<Trouble, "fault"> | "somebody-else";

/** Answer to something sent: problems and the code to hand over, why nothing can leave now, or a fault of the site on it. */
export type Answer =
  | { problems: readonly Problem[]; code: string | null }
  | { held: QueueBlocker }
  | { fault: string | null };

/** A code to hand over to the person who filled the sheet in. */
export interface HandedOver {
  key: string;
  name: string;
  code: string;
}

interface Surroundings {
  personId: string;
  /** Hands one over. Throws when nothing can leave. */
  send: (waiting: Waiting) => Promise<Answer>;
  shelf?: Shelf;
  now?: () => Date;
}

export interface QueueState {
  waiting: readonly Waiting[];
  dropped: readonly Dropped[];
  handedOver: readonly HandedOver[];
  held: QueueBlocker | null;
  /** True while something is leaving. */
  busy: boolean;
  /** Number of sheets sent since the page was opened. */
  sent: number;
}

/** A code as the device keeps it; the one that was taken back last comes last. */
type KeptCode = HandedOver & { savedAt: string };

/**
 * Queue of typed sheets that have not left this device, where a killed browser loses none of them. One name a sheet, so
 * that two tabs lose nothing of each other's; under the id of the person, so that nobody else sees it. Knows nothing of
 * React.
 */
export class PaperQueue {
  readonly #around: Surroundings;
  readonly #shelf: Shelf;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  #state: QueueState;
  #again = false;
  /** Sheets that the site failed on during this pass: the next one tries them again. */
  readonly #passedOver = new Set<string>();

  constructor(around: Surroundings) {
    this.#around = around;
    this.#shelf = around.shelf ?? ownShelf;
    this.#now = around.now ?? (() => new Date());
    this.#state = { waiting: [], dropped: [], handedOver: [], held: null, busy: false, sent: 0 };
    this.#adopt(`entry-codes:${around.personId}`);
    this.look();
  }

  /** Takes over the one list of all codes that the version before kept. */
  #adopt(former: string) {
    try {
      const codes = JSON.parse(this.#shelf.read(former) ?? "[]") as HandedOver[];
      for (const one of codes) this.notGiven(one);
      const held = new Set(this.#handedOver().map(({ key }) => key));
      if (codes.every(({ key }) => held.has(key))) this.#shelf.storage().removeItem(former);
    } catch {
      // Nothing that can be read, or no device.
    }
  }

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Takes what the disk of the device knows better, after its browser was killed. */
  async mend() {
    await this.#shelf.mend(ofPaper).catch(() => []);
    this.look();
  }

  /** Reads the device again: another tab may have written. */
  look() {
    const { personId } = this.#around;
    this.#set({
      waiting: unsentOf(personId, this.#shelf),
      dropped: droppedBy(personId, this.#shelf, this.#now()),
      handedOver: this.#handedOver(),
    });
  }

  /** Keeps something on the device before anything else; false when the device keeps nothing. */
  add(waiting: Waiting): boolean {
    return this.#keep(prefix(this.#around.personId) + waiting.key, waiting);
  }

  /** Gives sheets that were set aside another try. */
  tryAgain(aside: readonly Waiting[]) {
    for (const one of aside) {
      this.#passedOver.delete(one.key);
      this.add(triedAgain(one));
    }
    return this.flush();
  }

  /** Leaves a refused sheet out: this device keeps it for a while, to be taken up again. */
  drop(waiting: Waiting) {
    const now = this.#now().toISOString();
    const dropped: Dropped = { ...waiting, savedAt: now, droppedAt: now };
    const keep = () => this.#keep(prefixDropped(this.#around.personId) + waiting.key, dropped);
    const kept = keep();
    this.#erase(prefix(this.#around.personId) + waiting.key);
    // A full device has room for it now, or it is left out for good.
    if (!kept) keep();
  }

  /** Takes up again what was left out; false when the device keeps nothing. */
  takeUp(dropped: Dropped): boolean {
    if (!this.add({ ...dropped, savedAt: this.#now().toISOString() })) return false;
    this.#erase(prefixDropped(this.#around.personId) + dropped.key);
    return true;
  }

  /** The code was given to its person. */
  given(key: string) {
    this.#erase(prefixCodes(this.#around.personId) + key);
  }

  /** It was not, after all. */
  notGiven(one: HandedOver) {
    const kept: KeptCode = { ...one, savedAt: this.#now().toISOString() };
    this.#keep(prefixCodes(this.#around.personId) + one.key, kept);
  }

  /**
   * Sends what waits, one after the other; what is refused stays, to be mended, and what the site fails on is tried again
   * later: neither holds the others up.
   */
  async flush() {
    if (this.#state.busy) {
      this.#again = true;
      return;
    }
    this.#set({ busy: true });
    // One tab at a time: both begin as soon as the network is back.
    const name = prefix(this.#around.personId);
    try {
      const held = await (globalThis.navigator?.locks?.request(name, () => this.#sendAll()) ?? this.#sendAll());
      this.#set({ held });
    } finally {
      this.#set({ busy: false });
    }
  }

  async #sendAll() {
    let held: QueueBlocker | null = null;
    this.#passedOver.clear();
    do {
      this.#again = false;
      const waits = unsentOf(this.#around.personId, this.#shelf);
      for (const waiting of waits.filter((one) => !isHeldBack(one) && !this.#passedOver.has(one.key))) {
        // oxlint-disable-next-line no-await-in-loop -- in the order they were typed
        held = await this.#hand(waiting);
        if (held) break;
      }
    } while (this.#again && !held);
    return held;
  }

  async #hand(waiting: Waiting): Promise<QueueBlocker | null> {
    let answer: Answer;
    try {
      answer = await this.#around.send(waiting);
    } catch (failure) {
      // It was not said of this sheet: who asks could not be told, say.
      const trouble = troubleOf(failure);
      return trouble === "fault" ? "busy" : trouble;
    }
    if ("held" in answer) return answer.held;
    if ("fault" in answer) {
      this.#passedOver.add(waiting.key);
      this.add(failedOn(waiting, answer.fault));
      return null;
    }
    if (answer.problems.length > 0) {
      this.add({ ...waiting, problems: answer.problems });
      return null;
    }
    if (answer.code) this.notGiven({ key: waiting.key, name: waiting.name, code: answer.code });
    this.#erase(prefix(this.#around.personId) + waiting.key);
    this.#set({ sent: this.#state.sent + 1 });
    return null;
  }

  #handedOver(): HandedOver[] {
    return (allUnder(prefixCodes(this.#around.personId), this.#shelf) as KeptCode[])
      .toSorted((a, b) => a.savedAt.localeCompare(b.savedAt))
      .map(({ key, name, code }) => ({ key, name, code }));
  }

  #keep(name: string, one: Waiting | KeptCode) {
    try {
      void this.#shelf.keep(name, JSON.stringify(one)).catch(() => undefined);
    } catch {
      return false;
    }
    this.look();
    return true;
  }

  #erase(name: string) {
    void this.#shelf.erase(name).catch(() => undefined);
    this.look();
  }

  #set(change: Partial<QueueState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
