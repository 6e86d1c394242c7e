/** A passage, as far as it is chosen by: its words, and the text that they come from. */
export interface Candidate {
  quote: string;
  contribution: { id: string; authorName: string | null; region: { id: string } | null };
}

/** Shorter than this a passage says little by itself. */
const shortest = 24;

/** True of a sentence from its capital to its stop: « on n'y arrive pas » is a piece of one. */
const isWhole = (quote: string) =>
  quote.length >= shortest && /^\P{L}*\p{Lu}/u.test(quote) && /[.!?…]["”’»)]*$/u.test(quote);

/**
 * The two passages that stand beside a sentence (design/mock2, « Which quotes »): the shortest whole sentences first,
 * the second from another region than the first, or else of another text by somebody else; never by popularity. Words
 * that stand beside a sentence above are taken again only where the sentence would have none; one is enough.
 */
export function proofOf<Of extends Candidate>(passages: readonly Of[], shown: ReadonlySet<string> = new Set()): Of[] {
  const rank = ({ quote }: Of) => Number(shown.has(quote)) * 2 + Number(!isWhole(quote));
  const sorted = passages.toSorted((a, b) => rank(a) - rank(b) || a.quote.length - b.quote.length || compare(a, b));
  const [first] = sorted;
  if (!first) return [];
  const isOther = (it: Of) => it.contribution.id !== first.contribution.id && it.quote !== first.quote;
  const isElsewhere = (it: Of) =>
    Boolean(it.contribution.region) && it.contribution.region?.id !== first.contribution.region?.id;
  const isSomebodyElse = ({ contribution: { authorName } }: Of) =>
    !authorName || authorName !== first.contribution.authorName;
  const others = sorted.filter((it) => isOther(it) && isSomebodyElse(it) && !shown.has(it.quote));
  const second = others.find(isElsewhere) ?? others[0];
  return second ? [first, second] : [first];
}

/** Passages of one rank and one length stand in the same order for everybody. */
const compare = (a: Candidate, b: Candidate) => (a.contribution.id + a.quote < b.contribution.id + b.quote ? -1 : 1);

/** The proof of each sentence of a page, from its first to its last: the same words twice only where there are no others. */
export function proofsOf<Of extends Candidate>(sentences: readonly (readonly Of[])[]): Of[][] {
  const shown = new Set<string>();
  return sentences.map((passages) => {
    const proof = proofOf(passages, shown);
    for (const { quote } of proof) shown.add(quote);
    return proof;
  });
}
