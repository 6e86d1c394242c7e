/**
 * Syntax tree that the conditions of XLSForm, LimeSurvey and SurveyJS have in common: names, values, comparisons, and,
 * or, not, calls. It is read, never run.
 */
export type Expression =
  | { is: "name"; name: string }
  | { is: "value"; value: string | number | boolean }
  | { is: "list"; items: Expression[] }
  | { is: "call"; name: string; args: Expression[] }
  | { is: "not"; of: Expression }
  | { is: "and" | "or"; parts: Expression[] }
  | { is: "compare"; sign: string; left: Expression; right: Expression };

/** An expression that says more than what is read here. */
export class Untranslatable extends Error {}

/** Quotes that a word processor bent are quotes; between straight ones they are part of the text. */
const tokens =
  /\s+|\$\{([^{}]+)\}|\{([^{}]+)\}|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|['‘’‚‛]([^'‘’‚‛]*)['‘’‛]|["“”„‟]([^"“”„‟]*)["“”‟]|«([^«»]*)»|(\d+X\d+X\w+(?:\.\w+)*)|(\d+(?:\.\d+)?)|(&&|\|\||[!=<>]=|<>|[=<>!(),[\]])|([A-Za-z_][\w.:]*(?:-[A-Za-z]+)*|\.)/uy;

type Token = { is: "name" | "text" | "number" | "sign" | "word"; text: string };

function tokensOf(source: string): Token[] {
  const found: Token[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < source.length) {
    const match = tokens.exec(source);
    if (!match || found.length > 2000) throw new Untranslatable();
    const [, dollar, braces, single, double, curved, doubled, pointed, sgqa, number, sign, word] = match;
    const name = dollar ?? braces ?? sgqa;
    const text = single ?? double ?? curved ?? doubled ?? pointed?.trim();
    if (name !== undefined) found.push({ is: "name", text: name.trim() });
    else if (text !== undefined) found.push({ is: "text", text: text.replace(/\\(.)/g, "$1") });
    else if (number !== undefined) found.push({ is: "number", text: number });
    else if (sign !== undefined) found.push({ is: "sign", text: signs[sign] ?? sign });
    else if (word !== undefined) {
      const known = signs[word.toLowerCase()];
      found.push(known ? { is: "sign", text: known } : { is: "word", text: word });
    }
  }
  return found;
}

const signs: Record<string, string> = {
  "==": "=",
  eq: "=",
  "<>": "!=",
  ne: "!=",
  "&&": "and",
  "||": "or",
  and: "and",
  or: "or",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  contains: "contains",
  notcontains: "notcontains",
  anyof: "anyof",
  allof: "allof",
  empty: "empty",
  notempty: "notempty",
};

const comparisons = new Set(["=", "!=", "<", "<=", ">", ">=", "contains", "notcontains", "anyof", "allof"]);

/** Reads an expression. Throws `Untranslatable` for what it does not know, sums and regular expressions among them. */
export function parseExpression(source: string): Expression {
  if (source.length > 10_000) throw new Untranslatable();
  const list = tokensOf(source);
  let at = 0;
  let depth = 0;
  const sign = (text: string) => list[at]?.is === "sign" && list[at]!.text === text;
  const take = (text: string) => {
    if (!sign(text)) throw new Untranslatable();
    at++;
  };

  function joined(word: "or" | "and", next: () => Expression): Expression {
    const parts = [next()];
    while (sign(word)) {
      at++;
      parts.push(next());
    }
    return parts.length === 1 ? parts[0]! : { is: word, parts };
  }
  function either(): Expression {
    if (++depth > 50) throw new Untranslatable();
    const found = joined("or", () => joined("and", compared));
    depth--;
    return found;
  }
  function compared(): Expression {
    const left = single();
    const token = list[at];
    if (token?.is !== "sign") return left;
    if (token.text === "empty" || token.text === "notempty") {
      at++;
      const empty: Expression = { is: "call", name: "empty", args: [left] };
      return token.text === "empty" ? empty : { is: "not", of: empty };
    }
    if (!comparisons.has(token.text)) return left;
    at++;
    return { is: "compare", sign: token.text, left, right: single() };
  }
  function listed(end: string): Expression[] {
    const items: Expression[] = [];
    while (!sign(end)) {
      if (items.length) take(",");
      items.push(either());
    }
    at++;
    return items;
  }
  function single(): Expression {
    const token = list[at++];
    if (!token) throw new Untranslatable();
    if (token.is === "name") return { is: "name", name: token.text };
    if (token.is === "text") return { is: "value", value: token.text };
    if (token.is === "number") return { is: "value", value: Number(token.text) };
    if (token.is === "sign") {
      if (token.text === "(") {
        const inner = either();
        take(")");
        return inner;
      }
      if (token.text === "[") return { is: "list", items: listed("]") };
      if (token.text !== "!") throw new Untranslatable();
      if (++depth > 50) throw new Untranslatable();
      const of = single();
      depth--;
      return { is: "not", of };
    }
    if (!sign("(") || token.text === ".") return wordAlone(token.text);
    at++;
    const args = listed(")");
    const name = token.text.toLowerCase();
    if (name === "not" && args.length === 1) return { is: "not", of: args[0]! };
    if ((name === "true" || name === "false") && args.length === 0) return { is: "value", value: name === "true" };
    return { is: "call", name, args };
  }

  const tree = either();
  if (at < list.length) throw new Untranslatable();
  return tree;
}

const wordAlone = (word: string): Expression =>
  /^(?:true|false)$/i.test(word) ? { is: "value", value: word.toLowerCase() === "true" } : { is: "name", name: word };
