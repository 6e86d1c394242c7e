// Tables and states that SQL names, read in the strings of a file: see arrows.mjs.

/** Names in the place of a table, within strings and templates alone: comments are left out. */
export function sqlOf(text) {
  const found = [];
  for (const { body, index } of stringsOf(text))
    for (const match of body.matchAll(/\b(from|join|update|into|using)\s+(?:only\s+)?"?([a-z_]+)"?/g)) {
      const before = body.slice(Math.max(0, match.index - 8), match.index);
      const writes =
        match[1] === "update"
          ? !/\bfor\s+(no\s+key\s+)?$/.test(before)
          : match[1] === "into" || /delete\s+$/.test(before);
      found.push({ table: match[2], line: lineAt(text, index + match.index), writes });
    }
  return found;
}

/** Quoted states, each with the table that its alias stands for in the same string, or else in the same file. */
export function statesOf(text) {
  const found = [];
  const words = /^(where|on|join|left|right|cross|inner|full|set|order|group|using|limit|union|for|lateral|and|as)$/;
  const named = (body) =>
    [...body.matchAll(/\b(?:from|join|update)\s+(?:only\s+)?"?([a-z_]+)"?(?:\s+(?:as\s+)?([a-z]\w*))?/g)].map(
      ([, table, alias]) => [alias && !words.test(alias) ? alias : table, table],
    );
  const strings = stringsOf(text);
  const inFile = new Map(strings.flatMap(({ body }) => named(body)));
  for (const { body, index } of strings) {
    const here = new Map(named(body));
    for (const match of body.matchAll(/(?:\b([a-z]\w*)\.)?\b(?:status|state)\s*(?:=|<>|(?:not )?in)\s*\(?\s*'[A-Z]/g)) {
      const upTo = body.slice(0, match.index);
      if (/\bset\b(?![\s\S]*\bwhere\b)/.test(upTo)) continue; // it is written: counted as such
      const before = named(upTo).at(-1)?.[1];
      // `it` is whatever the reader of a list is given: its own room's rows unless the string says otherwise.
      const table = match[1] ? (here.get(match[1]) ?? (match[1] === "it" ? undefined : inFile.get(match[1]))) : before;
      if (table) found.push({ table, line: lineAt(text, index + match.index) });
    }
  }
  return found;
}

function stringsOf(text) {
  const found = [];
  for (const match of text.matchAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"/g))
    if (!match[0].startsWith("/")) found.push({ body: match[0], index: match.index });
  return found;
}

export function lineAt(text, index) {
  return text.slice(0, index).split("\n").length;
}
