import type { ModeratedKind } from "../../../graphql/resolvers.generated.ts";

/** Fewest letters of words that are compared: « oui » said by a hundred people is no flood. */
const fewest = 30;

/** Words as they are compared: without case, accents, digits and signs. Pure. */
export const plainWords = (text: string): string[] =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim()
    .split(" ");

/** Pairs of words that follow each other. Pure. */
function pairsOf(text: string): string[] {
  const words = plainWords(text.slice(0, 4000));
  return words.slice(0, -1).map((word, at) => `${word} ${words[at + 1]}`);
}

/** Hash of letters in 32 bits (FNV-1a). Pure. */
function hashOf(letters: string): number {
  let it = 0x811c_9dc5;
  for (let at = 0; at < letters.length; at++) it = Math.imul(it ^ letters.charCodeAt(at), 0x0100_0193);
  return it;
}

/** One of the hashes that are made of one, each as if it were drawn (the end of MurmurHash3). Pure. */
function hashFrom(one: number, which: number): number {
  let it = one ^ Math.imul(which + 1, 0x9e37_79b9);
  it = Math.imul(it ^ (it >>> 16), 0x85eb_ca6b);
  it = Math.imul(it ^ (it >>> 13), 0xc2b2_ae35);
  return (it ^ (it >>> 16)) >>> 0;
}

/**
 * Marks of a text: two texts that share one say nearly the same. Each is the least of the hashes of its pairs of words,
 * taken two by two, by eight hashes that are made of one: some words more or less leave most of them as they are.
 * They need not be secret, nor hard to meet: who wants to share a mark with a text writes the same words.
 * Words that it takes up from what it is `about` say nothing: all who amend one sentence write most of it again. Pure.
 */
export function marksOf(text: string, about: string | null = null): string[] {
  const known = new Set(pairsOf(about ?? ""));
  const pairs = pairsOf(text).filter((pair) => !known.has(pair));
  // Each word stands in two pairs.
  if (pairs.join("").replaceAll(" ", "").length < 2 * fewest) return [];
  const least = new Uint32Array(8).fill(0xffff_ffff);
  for (const pair of new Set(pairs)) {
    const one = hashOf(pair);
    for (let at = 0; at < 8; at++) least[at] = Math.min(least[at]!, hashFrom(one, at));
  }
  return [0, 2, 4, 6].map((at) => `${at} ${least[at]} ${least[at + 1]}`);
}

/** The site that a word leads to; null for one that is no address. Pure. */
function siteOf(word: string): string | null {
  if (!word.includes(".")) return null;
  const host = word
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .split(/[/?#:]/, 1)[0]!
    .replace(/^\.|\.$/g, "");
  const labels = host.split(".");
  const isSite = labels.length > 1 && labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label));
  return isSite && /^[a-z]{2,24}$/.test(labels.at(-1)!) ? host : null;
}

/** Sites that a text leads to, each once: ten at most. Pure. */
export const sitesOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s<>()[\]{}"'«»,;!|]/)
        .flatMap((word) => (word.length <= 300 ? (siteOf(word) ?? []) : [])),
    ),
  ].slice(0, 10);

/** Most texts of one kind in an hour that are alike, or come from one place, before the next ones wait. */
const most = { alike: 5, site: 5, device: 8, address: 20 };

/** The same for responses, of some ten texts each: a whole meeting answers behind one address, on a tablet that goes round. */
const mostResponses = { alike: 20, site: 5, device: 600, address: 3000 };

/**
 * Most texts in an hour, of all kinds and in all groups together, of a device or an account made less than a day ago.
 * Responses are not among them: a new tablet goes round a meeting, and each of its responses is somebody else.
 */
export const mostOfNewcomer = 5;

/** Most of a kind. Pure. */
export const mostOf = (kind: ModeratedKind) => (kind === "CONTRIBUTION" ? mostResponses : most);
