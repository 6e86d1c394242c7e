import type { Problem } from "../../ui/problems.ts";
import { type Dropped, droppedBy, prefix, prefixDropped, unsentOf, type Waiting } from "./unsent.ts";

/** Why nothing leaves. */
export type QueueBlocker = "offline" | "signed-out" | "somebody-else";

/** Answer to something sent: problems and the code to hand over, or why nothing can leave now. */
export type Answer = { problems: readonly Problem[]; code: string | null } | { held: QueueBlocker };

/** A code to hand over to the person who filled the sheet in. */
export interface HandedOver {
  key: string;
  name: string;
  code: string;
}

interface Surroundings {
  personId: string;
  /** Hands one over. Throws when nobody answers. */
  send: (waiting: Waiting) => Promise<Answer>;
  device?: () => Storage;
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

/**
 * Queue of typed sheets that have not left this device. One storage name a sheet, so that two tabs lose nothing of each
 * other's; under the id of the person, so that nobody else sees it. Knows nothing of React.
 */
export class PaperQueue {
  readonly #around: Surroundings;
  readonly #device: () => Storage;
  readonly #now: () => Date;
  readonly #listeners = new Set<() => void>();
  #state: QueueState;
  #again = false;

  constructor(around: Surroundings) {
    this.#around = around;
    this.#device = around.device ?? (() => localStorage);
    this.#now = around.now ?? (() => new Date());
    this.#state = { waiting: [], dropped: [], handedOver: [], held: null, busy: false, sent: 0 };
    this.look();
  }

  readonly state = () => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads the device again: another tab may have written. */
  look() {
    const { personId } = this.#around;
    this.#set({
      waiting: unsentOf(personId, this.#device),
      dropped: droppedBy(personId, this.#device, this.#now()),
      handedOver: this.#handedOver(),
    });
  }

  /** Keeps something on the device before anything else; false when the device keeps nothing. */
  add(waiting: Waiting): boolean {
    try {
      this.#device().setItem(prefix(this.#around.personId) + waiting.key, JSON.stringify(waiting));
    } catch {
      return false;
    }
    this.look();
    return true;
  }

  /** Leaves a refused sheet out: this device keeps it for a while, to be taken up again. */
  drop(waiting: Waiting) {
    const dropped: Dropped = { ...waiting, droppedAt: this.#now().toISOString() };
    this.#drop(waiting.key);
    try {
      this.#device().setItem(prefixDropped(this.#around.personId) + waiting.key, JSON.stringify(dropped));
    } catch {
      // The device keeps nothing more: it is left out for good.
    }
    this.look();
  }

  /** Takes up again what was left out; false when the device keeps nothing. */
  takeUp(dropped: Dropped): boolean {
    if (!this.add(dropped)) return false;
    this.#device().removeItem(prefixDropped(this.#around.personId) + dropped.key);
    this.look();
    return true;
  }

  #drop(key: string) {
    this.#device().removeItem(prefix(this.#around.personId) + key);
    this.look();
  }

  /** The code was given to its person. */
  given(key: string) {
    this.#keepHandedOver(this.#handedOver().filter((one) => one.key !== key));
  }

  /** It was not, after all. */
  notGiven(one: HandedOver) {
    this.#keepHandedOver([one, ...this.#handedOver()]);
  }

  /** Sends what waits, one after the other; what is refused stays, to be mended. */
  async flush() {
    if (this.#state.busy) {
      this.#again = true;
      return;
    }
    this.#set({ busy: true });
    let held: QueueBlocker | null = null;
    do {
      this.#again = false;
      for (const waiting of unsentOf(this.#around.personId, this.#device).filter((one) => one.problems === null)) {
        // oxlint-disable-next-line no-await-in-loop -- in the order they were typed
        held = await this.#hand(waiting);
        if (held) break;
      }
    } while (this.#again && !held);
    this.#set({ busy: false, held });
  }

  async #hand(waiting: Waiting): Promise<QueueBlocker | null> {
    let answer: Answer;
    try {
      answer = await this.#around.send(waiting);
    } catch {
      return "offline";
    }
    if ("held" in answer) return answer.held;
    if (answer.problems.length > 0) {
      this.add({ ...waiting, problems: answer.problems });
      return null;
    }
    if (answer.code)
      this.#keepHandedOver([...this.#handedOver(), { key: waiting.key, name: waiting.name, code: answer.code }]);
    this.#drop(waiting.key);
    this.#set({ sent: this.#state.sent + 1 });
    return null;
  }

  get #overName() {
    return `entry-codes:${this.#around.personId}`;
  }

  #handedOver(): HandedOver[] {
    try {
      return JSON.parse(this.#device().getItem(this.#overName) ?? "[]") as HandedOver[];
    } catch {
      return [];
    }
  }

  #keepHandedOver(list: readonly HandedOver[]) {
    const once = [...new Map(list.map((one) => [one.key, one])).values()];
    this.#device().setItem(this.#overName, JSON.stringify(once));
    this.look();
  }

  #set(change: Partial<QueueState>) {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
