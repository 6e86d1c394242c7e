import { type Mark, Marks, type LikelyKeyPoint } from "./marks.ts";
import { type AlmostSame, Shingles } from "./shingles.ts";
import { type Nearest, Texts } from "./texts.ts";

/** A text as it is given to a shelf. */
export interface ShelvedText {
  id: string;
  revision: number;
  body: string;
}

/** Words of a text that were given to a key point, as they are given to a shelf. */
export interface ShelvedMark extends Mark {
  passageId: string;
}

/** State that a shelf should hold: « id:revision » of texts, « passage:keyPoint » of marks, with blanks between. */
export interface Holdings {
  texts: string;
  marks: string;
}

/** Texts and marks that the shelf lacks, in the same notation. */
export interface Missing {
  texts: string[];
  marks: string[];
}

/** The texts that say the same as one, and those that almost do. */
export interface Likes {
  identical: string[];
  almost: AlmostSame[];
}

/** The texts that are read together, and what is marked in them: ids, stems and hashes, not the words. */
export class Shelf {
  readonly #texts = new Texts();
  readonly #shingles = new Shingles();
  readonly #marks = new Marks(this.#texts);
  readonly #held = { texts: new Map<string, string>(), marks: new Set<string>() };
  #holdings: Holdings = { texts: "", marks: "" };

  /** Takes off what is no longer there, and says what is to be put. */
  hold(holdings: Holdings): Missing {
    const { texts: heldTexts, marks: heldMarks } = this.#held;
    if (holdings.texts !== this.#holdings.texts) {
      const there = new Map(listed(holdings.texts).map((text) => [idOf(text), text]));
      for (const [id, text] of heldTexts) if (there.get(id) !== text) this.#takeOff(id);
    }
    if (holdings.marks !== this.#holdings.marks) {
      const there = new Set(listed(holdings.marks));
      for (const mark of heldMarks)
        if (!there.has(mark)) {
          this.#marks.remove(mark);
          heldMarks.delete(mark);
        }
    }
    this.#holdings = holdings;
    return {
      texts: listed(holdings.texts).filter((text) => heldTexts.get(idOf(text)) !== text),
      marks: listed(holdings.marks).filter((mark) => !heldMarks.has(mark)),
    };
  }

  putTexts(texts: ShelvedText[]) {
    for (const { id, revision, body } of texts) {
      this.#texts.add(id, body);
      this.#shingles.add(id, body);
      this.#held.texts.set(id, `${id}:${revision}`);
    }
  }

  putMarks(marks: ShelvedMark[]) {
    for (const { passageId, ...mark } of marks) {
      const key = `${passageId}:${mark.keyPointId}`;
      this.#marks.add(key, mark);
      this.#held.marks.add(key);
    }
  }

  suggest(stretch: string, textId: string, among: string[], count: number): LikelyKeyPoint[] {
    return this.#marks.suggest(stretch, textId, count, new Set(among));
  }

  nearest(id: string, count: number): Nearest[] {
    return this.#texts.nearest(id, count);
  }

  likes(id: string): Likes {
    return { identical: this.#shingles.identical(id), almost: this.#shingles.almost(id) };
  }

  #takeOff(id: string) {
    this.#texts.remove(id);
    this.#shingles.remove(id);
    this.#held.texts.delete(id);
  }
}

const listed = (words: string) => (words ? words.split(" ") : []);
const idOf = (text: string) => text.slice(0, text.indexOf(":"));
