import { wordsOf } from "../../../platform/text/stems.ts";

/** A text as it is compared: its stems, each once, and how much it says of them. */
export interface Bag {
  stems: Uint32Array;
  weights: Float32Array;
}

/** A text that is near another. */
export interface Nearest {
  id: string;
  /** From 0 for nothing in common to 1 for the same words. */
  score: number;
  /** The stems that bring them together, the strongest first. */
  stems: string[];
}

/** Number of stems given as reasons. */
const reasons = 3;

/** All of them, as they are looked up: for each stem the texts that have it, one after the other. */
interface Index {
  ids: string[];
  idf: Float32Array;
  /** Start of the texts of each stem; those of the next one follow. */
  starts: Uint32Array;
  places: Uint32Array;
  weights: Float32Array;
}

/**
 * Texts that are read together, each as a vector of TF-IDF weights on its stems. Their words are not kept: what comes and
 * goes is counted again at the next question, in a few milliseconds for ten thousand texts.
 */
export class Texts {
  readonly #numbers = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #bags = new Map<string, Bag>();
  #index: Index | null = null;
  #edition = 0;

  /** Grows when a text comes, changes or goes, and with it what every stem weighs. */
  get edition() {
    return this.#edition;
  }

  add(id: string, text: string) {
    this.#bags.set(id, this.bagOf(text));
    this.#changed();
  }

  remove(id: string) {
    if (this.#bags.delete(id)) this.#changed();
  }

  #changed() {
    this.#index = null;
    this.#edition += 1;
  }

  /** The stems of a text with the weight of how often it has them: 1 + ln(times), so that repeating says little more. */
  bagOf(text: string): Bag {
    const times = new Map<number, number>();
    for (const { stem } of wordsOf(text)) {
      const number = this.#numberOf(stem);
      times.set(number, (times.get(number) ?? 0) + 1);
    }
    return {
      stems: Uint32Array.from(times.keys()),
      weights: Float32Array.from(times.values(), (count) => 1 + Math.log(count)),
    };
  }

  /** The same weighed by how rare each stem is among these texts, ln((1 + n) / (1 + df)) + 1, and of length one. */
  vectorOf({ stems, weights }: Bag): Bag {
    const { idf } = this.#settled();
    const weighed = weights.map((weight, at) => weight * (idf[stems[at]!] ?? rarest(this.#bags.size)));
    const length = Math.hypot(...weighed) || 1;
    return { stems, weights: weighed.map((weight) => weight / length) };
  }

  /** The vector of one of these texts; null when it is not among them. */
  vector(id: string): Bag | null {
    const bag = this.#bags.get(id);
    return bag ? this.vectorOf(bag) : null;
  }

  stem(number: number): string {
    return this.#stems[number]!;
  }

  /** The texts that are nearest to one of them by the cosine of their vectors, itself left out. */
  nearest(id: string, count: number, among: (id: string) => boolean = () => true): Nearest[] {
    const asked = this.vector(id);
    if (!asked) return [];
    const { ids, starts, places, weights } = this.#settled();
    const scores = new Float32Array(ids.length);
    asked.stems.forEach((stem, at) => {
      for (let place = starts[stem]!; place < starts[stem + 1]!; place++)
        scores[places[place]!]! += asked.weights[at]! * weights[place]!;
    });
    const found: { id: string; score: number }[] = [];
    scores.forEach((score, at) => {
      if (score <= 0 || ids[at] === id || (found.length === count && score <= found.at(-1)!.score)) return;
      if (!among(ids[at]!)) return;
      found.splice(found.findLastIndex((one) => one.score >= score) + 1, 0, { id: ids[at]!, score });
      if (found.length > count) found.pop();
    });
    return found.map((one) => ({ ...one, stems: strongest(this, asked, sumOf([this.vector(one.id)!])) }));
  }

  #numberOf(stem: string): number {
    let number = this.#numbers.get(stem);
    if (number === undefined) {
      number = this.#stems.push(stem) - 1;
      this.#numbers.set(stem, number);
    }
    return number;
  }

  #settled(): Index {
    if (this.#index) return this.#index;
    const [bags, ids] = [[...this.#bags.values()], [...this.#bags.keys()]];
    const starts = new Uint32Array(this.#stems.length + 1);
    for (const { stems } of bags) for (const stem of stems) starts[stem + 1]! += 1;
    const idf = Float32Array.from(this.#stems, (_, stem) => Math.log((1 + ids.length) / (1 + starts[stem + 1]!)) + 1);
    for (let stem = 0; stem < this.#stems.length; stem++) starts[stem + 1]! += starts[stem]!;
    const next = starts.slice();
    const places = new Uint32Array(starts.at(-1)!);
    const weights = new Float32Array(places.length);
    this.#index = { ids, idf, starts, places, weights };
    bags.forEach((bag, at) => {
      const vector = this.vectorOf(bag);
      vector.stems.forEach((stem, which) => {
        const place = next[stem]!++;
        places[place] = at;
        weights[place] = vector.weights[which]!;
      });
    });
    return this.#index;
  }
}

/** Inverse document frequency of a stem that none of the texts has. */
const rarest = (texts: number) => Math.log(1 + texts) + 1;

/** Answers the sum of vectors, by stem. */
export function sumOf(vectors: Bag[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const { stems, weights } of vectors)
    stems.forEach((stem, at) => sum.set(stem, (sum.get(stem) ?? 0) + weights[at]!));
  return sum;
}

/** The stems of a text that bring it nearest to a sum. */
export function strongest(texts: Texts, { stems, weights }: Bag, sum: Map<number, number>): string[] {
  const common = Array.from(stems, (stem, at) => ({ stem, worth: weights[at]! * (sum.get(stem) ?? 0) }));
  return common
    .filter(({ worth }) => worth > 1e-6)
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, reasons)
    .map(({ stem }) => texts.stem(stem));
}
