/** The longest beginning that a list shows. */
const longest = 700;

/** A text as lists show it: its beginning, cut between two words when it is long, so that offsets hold in it. */
export function excerptOf(body: string): string {
  if (body.length <= longest) return body;
  const beginning = body.slice(0, longest + 1);
  const cut = beginning.search(/\s\S*$/);
  // A text without a blank is cut where it comes, though never through a character.
  return cut > longest / 2
    ? beginning.slice(0, cut)
    : body
        .slice(0, longest)
        .toWellFormed()
        .replace(/\uFFFD$/, "");
}
