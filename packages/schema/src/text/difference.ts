/** A stretch of two texts that are compared: in both, taken out of the older one, or put into the newer one. */
export interface Stretch {
  kind: "same" | "out" | "in";
  /** As it stands in the newer text; for "out", in the older one. */
  text: string;
  /** As it stands in the older text: the same words, though spaces may differ. */
  before: string;
}

/** A word, a number or a sign, with the spaces after it. An elided word is one of its own: « l’ » + « accès ». */
interface Word {
  said: string;
  spaced: string;
}

/** Most pairs of words to compare: above it, all between the common beginning and the common end is one change. */
const mostPairs = 4_000_000;

/** Most letters of a word that, alone between two changes, joins them: « de » kept in a rewritten sentence says nothing. */
const short = 3;

/**
 * Compares two texts word by word, by a longest common subsequence between their common beginning and end (Wagner and
 * Fischer, 1974). `text` of "same" and "in" joins to the newer text; `before` of "same" and "out" to the older one.
 */
export function differenceOf(before: string, after: string): Stretch[] {
  const older = wordsOf(before);
  const newer = wordsOf(after);
  let start = 0;
  while (start < Math.min(older.length, newer.length) && older[start]!.said === newer[start]!.said) start += 1;
  let end = 0;
  while (end < Math.min(older.length, newer.length) - start && older.at(-1 - end)!.said === newer.at(-1 - end)!.said)
    end += 1;
  const both = (from: number, to: number, later: number): Step[] =>
    newer.slice(from + later, to + later).map((word, at) => ({ kind: "same", word, before: older[from + at]! }));
  const kept = both(0, start, 0);
  const rest = both(older.length - end, older.length, newer.length - older.length);
  const changed = compared(older.slice(start, older.length - end), newer.slice(start, newer.length - end));
  return joined(withoutCrumbs([...kept, ...changed, ...rest]));
}

/** Share of the text kept, 0 to 1: below a half, the two texts read better one after the other. */
export function shareKept(stretches: readonly Stretch[]): number {
  const size = (kind: Stretch["kind"]) =>
    stretches.reduce((sum, stretch) => sum + (stretch.kind === kind ? stretch.text.length : 0), 0);
  const same = size("same");
  const longest = same + Math.max(size("out"), size("in"));
  return longest === 0 ? 1 : same / longest;
}

interface Step {
  kind: Stretch["kind"];
  word: Word;
  before: Word;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/([\p{L}\p{M}\p{N}]+['’]?|[^\s\p{L}\p{M}\p{N}])\s*/gu)].map(([spaced, said]) => ({
    said: said!,
    spaced,
  }));

/** Steps from one list of words to another, removals before additions. */
function compared(older: Word[], newer: Word[]): Step[] {
  const width = newer.length + 1;
  const common = older.length * newer.length <= mostPairs;
  // Length of the longest common subsequence of the words after each pair of places.
  const lengths = common ? new Uint16Array((older.length + 1) * width) : null;
  if (lengths)
    for (let row = older.length - 1; row >= 0; row -= 1)
      for (let column = newer.length - 1; column >= 0; column -= 1) {
        const at = row * width + column;
        lengths[at] =
          older[row]!.said === newer[column]!.said
            ? lengths[at + width + 1]! + 1
            : Math.max(lengths[at + width]!, lengths[at + 1]!);
      }
  const steps: Step[] = [];
  let row = 0;
  let column = 0;
  while (row < older.length || column < newer.length) {
    const at = row * width + column;
    const out = older[row];
    const put = newer[column];
    if (lengths && out && put && out.said === put.said) {
      steps.push({ kind: "same", word: put, before: out });
      row += 1;
      column += 1;
    } else if (out && (!put || !lengths || lengths[at + width]! >= lengths[at + 1]!)) {
      steps.push({ kind: "out", word: out, before: out });
      row += 1;
    } else {
      steps.push({ kind: "in", word: put!, before: put! });
      column += 1;
    }
  }
  return steps;
}

/** A short word between two changes becomes a part of them. */
const withoutCrumbs = (steps: Step[]): Step[] =>
  steps.flatMap((step, at): Step[] => {
    const alone = at > 0 && at < steps.length - 1 && steps[at - 1]!.kind !== "same" && steps[at + 1]!.kind !== "same";
    if (step.kind !== "same" || !alone || step.word.said.length > short) return [step];
    return [
      { ...step, kind: "out", word: step.before },
      { ...step, kind: "in", before: step.word },
    ];
  });

/** Joins steps of a kind into one stretch; between two kept stretches, all removals before all additions. */
function joined(steps: Step[]): Stretch[] {
  const stretches: Stretch[] = [];
  let waiting = { out: "", in: "" };
  const flush = () => {
    for (const kind of ["out", "in"] as const)
      if (waiting[kind]) stretches.push({ kind, text: waiting[kind], before: waiting[kind] });
    waiting = { out: "", in: "" };
  };
  for (const { kind, word, before } of steps) {
    if (kind !== "same") {
      waiting[kind] += word.spaced;
      continue;
    }
    flush();
    const last = stretches.at(-1);
    if (last?.kind === "same") {
      last.text += word.spaced;
      last.before += before.spaced;
    } else stretches.push({ kind, text: word.spaced, before: before.spaced });
  }
  flush();
  return stretches;
}
