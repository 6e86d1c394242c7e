import { createHash } from "node:crypto";
import { plain } from "@cahier/schema/text/plain";

/** A text that is almost another. */
export interface AlmostSame {
  id: string;
  /** The part of their shingles that two texts have in common: shared / all (Jaccard). */
  likeness: number;
}

/** Words in a shingle. */
const long = 3;

/**
 * Threshold to show two texts side by side: a third of their shingles less a little, which is one word changed in a
 * sentence of four (« Baisse de la TVA », « Suppression de la TVA »), or one in six of a long one.
 */
const nearEnough = 0.3;
/** Or where one is found almost whole in the other, which says more: this part of it, and so many shingles at least. */
const inside = { part: 0.8, least: 6 };

/** « T.V.A. » is « TVA ». */
const withoutDots = (text: string) =>
  text.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (sign) => sign.replaceAll(".", ""));

/** Case, accents, punctuation and blanks do not tell two texts apart; « % » and « € » do. */
export const folded = (text: string) =>
  plain(withoutDots(text))
    .replace(/[^\p{L}\p{N}\p{S}%‰]+/gu, " ")
    .trim() || text.trim();

/** A text as it is compared here: what says that two are the same, and the hashes of its shingles, each once. */
interface Shingled {
  key: string;
  shingles: Uint32Array;
}

/** For each shingle that two texts or more have, those texts one after the other; and the same by text. */
interface Index {
  /** One text of each wording. */
  ids: string[];
  places: Map<string, number>;
  /** Number of shingles of each, including those that it has alone. */
  sizes: Uint32Array;
  byShingle: Lists;
  byText: Lists;
  /** Number of shingles shared with each text; zero between two questions. */
  shared: Uint16Array;
}

/** Lists one after the other: list n goes from its start to that of the next. */
interface Lists {
  starts: Uint32Array;
  values: Uint32Array;
}

/**
 * Texts by their shingles of three words: which say the same words, which almost. They are never merged: this says what
 * to show side by side. Words are kept as hashes of 32 bits: of two million, some hundred meet by chance, which moves a
 * likeness by one shingle.
 */
export class Shingles {
  readonly #texts = new Map<string, Shingled>();
  readonly #same = new Map<string, Set<string>>();
  #index: Index | null = null;

  add(id: string, text: string) {
    this.remove(id);
    const words = folded(text);
    const key = createHash("sha256").update(words).digest("base64");
    this.#texts.set(id, { key, shingles: shinglesOf(words) });
    const there = this.#same.get(key);
    if (there) there.add(id);
    else this.#same.set(key, new Set([id]));
    this.#index = null;
  }

  remove(id: string) {
    const text = this.#texts.get(id);
    if (!text) return;
    const there = this.#same.get(text.key)!;
    there.delete(id);
    if (!there.size) this.#same.delete(text.key);
    this.#texts.delete(id);
    this.#index = null;
  }

  /** The texts that say the same words as one of them, itself left out. */
  identical(id: string): string[] {
    const text = this.#texts.get(id);
    return text ? [...this.#same.get(text.key)!].filter((other) => other !== id) : [];
  }

  /** The texts that are almost one of them, the nearest first; of those in the same words one stands for all. */
  almost(id: string): AlmostSame[] {
    const text = this.#texts.get(id);
    if (!text) return [];
    const index = this.#settled();
    const at = index.places.get(standsFor(this.#same.get(text.key)!))!;
    return near(index, at).toSorted((a, b) => b.likeness - a.likeness);
  }

  /** All pairs of texts that are almost the same, each once. */
  *pairs(): Generator<[id: string, other: AlmostSame]> {
    const index = this.#settled();
    for (const [at, id] of index.ids.entries()) for (const other of near(index, at, at + 1)) yield [id, other];
  }

  /** Counts of texts and of distinct wordings. */
  get size() {
    return { texts: this.#texts.size, wordings: this.#same.size };
  }

  #settled(): Index {
    if (this.#index) return this.#index;
    const ids = Array.from(this.#same.values(), standsFor);
    const shingles = ids.map((id) => this.#texts.get(id)!.shingles);
    const [byShingle, byText] = inverted(shingles);
    this.#index = {
      ids,
      places: new Map(ids.map((id, at) => [id, at])),
      sizes: Uint32Array.from(shingles, ({ length }) => length),
      byShingle,
      byText,
      shared: new Uint16Array(ids.length),
    };
    return this.#index;
  }
}

/** Of texts in the same words the one that came first. */
const standsFor = (same: Set<string>) => same.values().next().value!;

/** The hashes of the shingles of a folded text (FNV-1a), each once; a text of fewer words is one shingle. */
function shinglesOf(words: string): Uint32Array {
  const list = words.split(" ");
  const hashes = new Set<number>();
  for (let at = 0; at === 0 || at + long <= list.length; at++) {
    let hash = 0x811c9dc5;
    const shingle = list.slice(at, at + long).join(" ");
    for (let letter = 0; letter < shingle.length; letter++)
      hash = Math.imul(hash ^ shingle.charCodeAt(letter), 0x01000193);
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes);
}

/** The shingles that two texts or more have, numbered: the texts of each, and those of each text. */
function inverted(shingles: Uint32Array[]): [byShingle: Lists, byText: Lists] {
  // A hash and the number of its text in one number: sorted, the texts of a shingle follow each other.
  const most = 2 ** 20;
  const pairs = new Float64Array(shingles.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  shingles.forEach((some, text) => some.forEach((hash) => (pairs[filled++] = hash * most + text)));
  pairs.sort();
  const starts: number[] = [0];
  const texts: number[] = [];
  const sizes = new Uint32Array(shingles.length + 1);
  for (let from = 0, to = 0; from < pairs.length; from = to) {
    const hash = Math.floor(pairs[from]! / most);
    while (to < pairs.length && Math.floor(pairs[to]! / most) === hash) to += 1;
    if (to - from < 2) continue;
    for (let at = from; at < to; at++) {
      const text = pairs[at]! % most;
      texts.push(text);
      sizes[text + 1]! += 1;
    }
    starts.push(texts.length);
  }
  for (let text = 0; text < shingles.length; text++) sizes[text + 1]! += sizes[text]!;
  const next = sizes.slice();
  const numbers = new Uint32Array(texts.length);
  for (let shingle = 0; shingle + 1 < starts.length; shingle++)
    for (let at = starts[shingle]!; at < starts[shingle + 1]!; at++) numbers[next[texts[at]!]!++] = shingle;
  return [
    { starts: Uint32Array.from(starts), values: Uint32Array.from(texts) },
    { starts: sizes, values: numbers },
  ];
}

/** The texts from a place on that are almost the one at another. */
function near({ ids, sizes, byShingle, byText, shared }: Index, at: number, from = 0): AlmostSame[] {
  const touched: number[] = [];
  for (let which = byText.starts[at]!; which < byText.starts[at + 1]!; which++) {
    const shingle = byText.values[which]!;
    for (let place = byShingle.starts[shingle]!; place < byShingle.starts[shingle + 1]!; place++) {
      const text = byShingle.values[place]!;
      if (text < from || text === at) continue;
      if (!shared[text]) touched.push(text);
      shared[text]! += 1;
    }
  }
  const found: AlmostSame[] = [];
  for (const text of touched) {
    const common = shared[text]!;
    shared[text] = 0;
    const likeness = common / (sizes[at]! + sizes[text]! - common);
    const least = Math.min(sizes[at]!, sizes[text]!);
    if (likeness >= nearEnough || (least >= inside.least && common / least >= inside.part))
      found.push({ id: ids[text]!, likeness });
  }
  return found;
}
