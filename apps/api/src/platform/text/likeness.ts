/** Letters of other alphabets, digits and pairs that are read as a Latin letter; « I », « l » and « 1 » are one. */
const alike: Record<string, string> = {
  ...pairs("аɑα4", "a"),
  ...pairs("вβ8ʙ", "b"),
  ...pairs("сϲ", "c"),
  ...pairs("ԁ", "d"),
  ...pairs("еєε3", "e"),
  ...pairs("ɡ9", "g"),
  ...pairs("нһ", "h"),
  ...pairs("іıιӏl1", "i"),
  ...pairs("ј", "j"),
  ...pairs("кκ", "k"),
  ...pairs("мμ", "m"),
  ...pairs("пηո", "n"),
  ...pairs("оοσօ0", "o"),
  ...pairs("рρ", "p"),
  ...pairs("ѕ5", "s"),
  ...pairs("тτ7", "t"),
  ...pairs("υս", "u"),
  ...pairs("ѵν", "v"),
  ...pairs("хχ", "x"),
  ...pairs("уγү", "y"),
  ß: "ss",
  œ: "oe",
  æ: "ae",
  ø: "o",
};

function pairs(letters: string, latin: string) {
  return Object.fromEntries(Array.from(letters, (letter) => [letter, latin]));
}

/** A name as an eye takes it: without case, accents, spaces and signs, each letter as the Latin one it looks like. */
export const likeness = (name: string) =>
  Array.from(
    name
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ""),
    (letter) => alike[letter] ?? letter,
  ).join("");
