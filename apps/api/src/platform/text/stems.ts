import { plain } from "@cahier/schema/text/plain";
import { stemmer } from "@orama/stemmers/french";

/** A word as it is written in a text, and the stem under which it is compared. */
export interface Word {
  written: string;
  stem: string;
}

/**
 * Words of grammar, written as they are once folded. Those of more and less, of all and none stay: « aucun » is an answer,
 * and so is « tous ».
 */
const small = new Set(
  `a afin ai ainsi alors apres au aussi autre autres aux avant avec avoir c ca car ce ceci cela celle celles celui ces cet
  cette ceux chaque chez comme comment d dans de des deja depuis donc dont du elle elles en encore entre est et etait etc
  etre eu eux fait faire faudrait faut il ils j je jusqu l la le les leur leurs lors lorsque lui m ma mais me mes mon n
  nos notre nous on ont ou parce pendant peut peuvent plutot pour pourquoi pourrait qu quand que quel quelle quelles quels
  qui quoi s sa se sera serait ses si soit son sont sous sur t ta tant te tel telle tels tes toi ton tres tu un une vers
  voir vos votre vous y`.split(/\s+/),
);

const known = new Map<string, string>();
/** More words than a language has in use, less than would weigh. */
const most = 200_000;

/**
 * The stem of a word in French, by the Snowball algorithm (snowballstem.org/algorithms/french/stemmer.html), then without
 * accents: people leave them out. Stemmed before, since the algorithm goes by them.
 */
function stemOf(word: string): string {
  let stem = known.get(word);
  if (stem === undefined) {
    if (known.size >= most) known.clear();
    stem = plain(stemmer(word));
    known.set(word, stem);
  }
  return stem;
}

/** The words of a text that say what it is about, in their order. */
export function wordsOf(text: string): Word[] {
  const written = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return written.flatMap((word) => {
    const lower = word.toLowerCase().replaceAll("œ", "oe");
    return small.has(plain(lower)) ? [] : [{ written: word, stem: stemOf(lower) }];
  });
}
