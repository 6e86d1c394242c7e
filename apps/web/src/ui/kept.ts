import { hasDisk } from "./device.ts";
import { savedAt, shelf as ownShelf, type Shelf } from "./shelf.ts";
import { ownName } from "./whose.ts";

/** Typed fields, as stored on the device. */
export interface Typed<Value> {
  value: Value;
  savedAt: string;
  /** Version of the thing that it was typed upon, where others may save it too. */
  version: number | null;
  /** Words that left, with the key that they left under: their answer may have been lost with the page. */
  sent?: { words: string; key: string };
}

/** As a page shows it. */
export interface KeptState<Value> {
  /**
   * `saved` only once the disk of the device has it; `other` where another tab wrote under the same name since, and `gone`
   * where another tab sent or erased what this one shows.
   */
  state: "none" | "pending" | "saved" | "failed" | "other" | "gone";
  savedAt: string;
  /** Stored fields before anything was typed here. */
  found: Typed<Value> | null;
}

const nothing = { state: "none", savedAt: "", found: null } as const;

const pause = 400;

/** First letters of every name: what a person leaves on a device is found, and erased, by them. */
const keptPrefix = "typed";

/** Key under which the fields of a form are kept on the device: « reaction:ID:SUPPORT ». */
export const placeOf = (name: string) => ownName(keptPrefix, name);

/** Text kept under a name, as the device has it at once; null without anything. */
export function keptUnder(name: string): unknown {
  try {
    return (JSON.parse(ownShelf.read(placeOf(name)) ?? "null") as Typed<unknown> | null)?.value ?? null;
  } catch {
    return null;
  }
}

/** Keeps a value under a name at once, without a form; null takes it off the device. */
export async function keepUnder(name: string, value: unknown, version: number | null = null) {
  const place = placeOf(name);
  const text = JSON.stringify({ value, version, savedAt: new Date().toISOString() });
  await (value === null ? ownShelf.erase(place) : ownShelf.keep(place, text));
}

let mended: Promise<unknown> | undefined;

/** The disk knows better after a crash, where it knows anything: who never typed here loads nothing for it. */
async function mendOnce() {
  if (await hasDisk()) await ownShelf.mend(ownName(keptPrefix, ""));
}

/** Names that begin so, under which this device has something, the newest first. */
export async function keptNames(prefix: string): Promise<string[]> {
  await (mended ??= mendOnce().catch(() => undefined));
  try {
    const from = placeOf("").length;
    const found = Object.keys(ownShelf.storage()).filter((place) => place.startsWith(placeOf(prefix)));
    const at = (place: string) => savedAt(ownShelf.read(place) ?? "");
    return found.toSorted((a, b) => at(b).localeCompare(at(a))).map((place) => place.slice(from));
  } catch {
    return [];
  }
}

/** Forms on the page now: what waits in one that is sent must not be written after. */
const open = new Set<Kept<unknown>>();

/** Those of a place. */
export const openAt = (place: string) => [...open].filter((kept) => kept.place === place);

/**
 * Keeps what is typed in a form on this device, at each pause and when the page is left, until it is sent. Knows nothing
 * of React.
 */
export class Kept<Value> {
  readonly place: string;
  readonly #shelf: Shelf;
  readonly #listeners = new Set<() => void>();
  #kept: KeptState<Value> = nothing;
  /** As last written here. */
  #written: Typed<Value> | null = null;
  #waiting: Typed<Value> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** True once something was typed here, or erased. */
  #isOwn = false;

  constructor(name: string, shelf: Shelf = ownShelf) {
    this.place = placeOf(name);
    this.#shelf = shelf;
  }

  readonly state = () => this.#kept;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads the device; then its disk, which may know better after a crash. */
  async open() {
    this.#look();
    // A browser without a disk: what is typed here will say so.
    await this.#shelf.mend(this.place).catch(() => 0);
    // Be it mended here, or by another part of the page meanwhile.
    if (this.#read()?.savedAt !== this.#kept.savedAt) this.#look();
  }

  /** At each key; it is written at the next pause. */
  keep(value: Value, version: number | null = null) {
    this.#isOwn = true;
    this.#waiting = { value, version, savedAt: "" };
    if (this.#kept.state !== "failed") this.#say({ state: "pending" });
    this.#timer ??= setTimeout(() => void this.flush(), pause);
  }

  /** Writes what waits. */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#waiting) return;
    const { value, version } = this.#waiting;
    const there = this.#read();
    // What left of them before is known still, unless another tab wrote since.
    const sent = there?.savedAt === (this.#written ?? this.#kept).savedAt ? there.sent : undefined;
    const written = { value, version, savedAt: new Date().toISOString(), sent };
    this.#waiting = null;
    this.#written = written;
    try {
      await this.#shelf.keep(this.place, JSON.stringify(written));
      if (this.#written === written)
        this.#say({ state: this.#waiting ? "pending" : "saved", savedAt: written.savedAt });
    } catch {
      if (this.#written === written) this.#say({ state: "failed" });
    }
  }

  /** Once it is sent, or no longer wanted. */
  async forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isOwn = true;
    this.#waiting = null;
    this.#written = null;
    this.#say(nothing);
    await this.#shelf.erase(this.place).catch(() => undefined);
  }

  /**
   * Writes when the page is left, and asks before leaving what is nowhere else; until told to stop. Where nothing was
   * typed here, what another tab types is shown, if it `follows`.
   */
  listen(follows = true) {
    const leave = () => void this.flush();
    const hide = () => document.visibilityState === "hidden" && leave();
    const warn = (event: BeforeUnloadEvent) => {
      leave();
      if (this.#kept.state === "failed" || this.#kept.state === "other") event.preventDefault();
    };
    const hear = ({ key, newValue }: StorageEvent) => key === this.place && this.#hear(newValue, follows);
    const over = new AbortController();
    addEventListener("storage", hear, over);
    addEventListener("pagehide", leave, over);
    addEventListener("beforeunload", warn, over);
    document.addEventListener("visibilitychange", hide, over);
    open.add(this);
    return () => {
      open.delete(this);
      leave();
      over.abort();
    };
  }

  /**
   * Hears what another tab wrote under this name, or took off. Words typed here stay: they are written again if the
   * other's are gone, and said to be nowhere else if the other's took their place.
   */
  #hear(text: string | null, follows: boolean) {
    const mine = this.#written;
    if (this.#waiting || (!mine && (this.#isOwn || !follows))) return;
    if (text === null && mine) {
      this.#waiting = mine;
      void this.flush();
    } else if (text === null) {
      if (this.#kept.found) this.#say({ state: "gone" });
    } else if (!mine) this.#look();
    else if (JSON.stringify(this.#read()?.value) !== JSON.stringify(mine.value)) this.#say({ state: "other" });
  }

  #look() {
    if (this.#waiting || this.#written) return;
    const found = this.#read();
    this.#say(found ? { state: "saved", savedAt: found.savedAt, found } : nothing);
  }

  #read() {
    try {
      return JSON.parse(this.#shelf.read(this.place) ?? "null") as Typed<Value> | null;
    } catch {
      // Written by something else: as good as nothing.
      return null;
    }
  }

  #say(change: Partial<KeptState<Value>>) {
    this.#kept = { ...this.#kept, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/**
 * Takes off the device what was typed in a form that was sent: gone at once from where a form that opens reads. The disk
 * follows, and nobody waits for it.
 */
export function forgetKept(name: string) {
  const place = placeOf(name);
  const here = openAt(place);
  for (const kept of here) void kept.forget();
  if (here.length === 0) void ownShelf.erase(place).catch(() => undefined);
}
