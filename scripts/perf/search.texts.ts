/** A sequence that seems random and is the same each time. */
export function sequence(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const syllables = "ba che don fra gui lou mar nel pra quin rou sal ter vau bour cha gny lan mon ville".split(" ");

/**
 * Texts of the words of those given, two sentences longer: sentences drawn from all of them, and in each text a name or two
 * such as villages have, the nth about n times rarer than the first.
 */
export function* textsLike(given: string[], count: number, names = 60_000) {
  const random = sequence(7);
  const sentences = given.map((text) => text.split(/(?<=[.!?])\s+/).filter(Boolean));
  const all = sentences.flat();
  const draw = <Item>(items: Item[]) => items[Math.floor(random() * items.length)]!;
  for (let at = 0; at < count; at++) {
    const length = 2 + draw(sentences).length;
    const text = Array.from({ length }, () => draw(all));
    for (let left = 1 + Math.floor(random() * 2); left > 0; left--)
      text.push(`À ${nameOf(Math.floor(names ** random()))} aussi.`);
    yield text.join(" ");
  }
}

/** The nth of the names. */
function nameOf(n: number) {
  const of = sequence(n * 7919);
  for (let skipped = 0; skipped < 5; skipped++) of();
  const name = Array.from({ length: 4 }, () => syllables[Math.floor(of() * syllables.length)]).join("");
  return name[0]!.toUpperCase() + name.slice(1);
}
