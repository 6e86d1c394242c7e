/**
 * Documents of pages are read here, operations and fragments alone, instead of by a parser of all of GraphQL: with
 * one language a browser, 13 KB of home, which stood between it and its budget. A test holds that it reads them as
 * the `graphql` package does.
 */

/**
 * Reads the documents of pages, in place of the parser of the `graphql` package: operations and fragments alone, written
 * by us and checked by codegen, without the language of schemas nor its errors. The browser has nothing else to read.
 */
interface Node {
  kind: string;
  [part: string]: unknown;
}

interface Document {
  kind: "Document";
  definitions: Node[];
}

const token =
  /[\s,]*(?:#.*[\s,]*)*(\.\.\.|[!$&()=@[\]{|}:]|[_a-zA-Z]\w*|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|"(?:[^"\\]|\\.)*")/y;

function definitionsIn(source: string): Node[] {
  token.lastIndex = 0;
  let next: string | undefined;
  const advance = () => {
    const read = next;
    next = token.exec(source)?.[1];
    return read!;
  };
  advance();
  const skip = (wanted: string) => next === wanted && Boolean(advance());
  const expect = (wanted: string) => {
    if (!skip(wanted)) throw new SyntaxError(`${wanted} expected, ${next} found in ${source}`);
  };
  const name = (): Node => ({ kind: "Name", value: advance() });
  const until = (end: string, read: () => Node) => {
    const nodes: Node[] = [];
    while (!skip(end)) {
      if (next === undefined) throw new SyntaxError(`${end} not found in ${source}`);
      nodes.push(read());
    }
    return nodes;
  };
  const list = (start: string, end: string, read: () => Node) => (skip(start) ? until(end, read) : []);
  const named = (): Node => ({ kind: "NamedType", name: name() });
  const variable = (): Node => {
    expect("$");
    return { kind: "Variable", name: name() };
  };

  function value(): Node {
    if (next === "$") return variable();
    if (skip("[")) return { kind: "ListValue", values: until("]", value) };
    if (skip("{")) return { kind: "ObjectValue", fields: until("}", () => pair("ObjectField")) };
    const text = advance();
    if (text.startsWith('"')) return { kind: "StringValue", value: JSON.parse(text) as string, block: false };
    if (/^[-\d]/.test(text)) return { kind: /[.eE]/.test(text) ? "FloatValue" : "IntValue", value: text };
    if (text === "true" || text === "false") return { kind: "BooleanValue", value: text === "true" };
    return text === "null" ? { kind: "NullValue" } : { kind: "EnumValue", value: text };
  }

  function pair(kind: string): Node {
    const of = name();
    expect(":");
    return { kind, name: of, value: value() };
  }

  function type(): Node {
    let of: Node;
    if (skip("[")) {
      of = { kind: "ListType", type: type() };
      expect("]");
    } else of = named();
    return skip("!") ? { kind: "NonNullType", type: of } : of;
  }

  const withArguments = () => list("(", ")", () => pair("Argument"));

  function directives() {
    const nodes: Node[] = [];
    while (skip("@")) nodes.push({ kind: "Directive", name: name(), arguments: withArguments() });
    return nodes;
  }

  function selectionSet(): Node {
    expect("{");
    return { kind: "SelectionSet", selections: until("}", selection) };
  }

  function selection(): Node {
    if (skip("...")) {
      if (next !== "on" && next !== "{" && next !== "@")
        return { kind: "FragmentSpread", name: name(), directives: directives() };
      const typeCondition = skip("on") ? named() : undefined;
      return { kind: "InlineFragment", typeCondition, directives: directives(), selectionSet: selectionSet() };
    }
    const first = name();
    const own = skip(":") ? name() : undefined;
    return {
      kind: "Field",
      alias: own && first,
      name: own ?? first,
      arguments: withArguments(),
      directives: directives(),
      selectionSet: next === "{" ? selectionSet() : undefined,
    };
  }

  function variableDefinition(): Node {
    const of = variable();
    expect(":");
    const ofType = type();
    const defaultValue = skip("=") ? value() : undefined;
    return { kind: "VariableDefinition", variable: of, type: ofType, defaultValue, directives: directives() };
  }

  function definition(): Node {
    if (skip("fragment")) {
      const of = name();
      expect("on");
      const typeCondition = named();
      return {
        kind: "FragmentDefinition",
        name: of,
        typeCondition,
        directives: directives(),
        selectionSet: selectionSet(),
      };
    }
    const operation = next === "{" ? "query" : advance();
    return {
      kind: "OperationDefinition",
      operation,
      name: next === "{" || next === "(" || next === "@" ? undefined : name(),
      variableDefinitions: list("(", ")", variableDefinition),
      directives: directives(),
      selectionSet: selectionSet(),
    };
  }

  const definitions: Node[] = [];
  for (const hasMore = () => next !== undefined; hasMore();) definitions.push(definition());
  return definitions;
}

const nameOf = ({ kind, name }: Node) => `${kind} ${(name as Node | undefined)?.value as string}`;

/** A document, with the fragments it embeds: each of them once. */
export function gql(parts: readonly string[] | string, ...embedded: Document[]): Document {
  const own = definitionsIn(typeof parts === "string" ? parts : parts.join(" "));
  const all = [...own, ...embedded.flatMap(({ definitions }) => definitions)];
  return { kind: "Document", definitions: [...new Map(all.map((one) => [nameOf(one), one])).values()] };
}

// Unused exports of `graphql-tag` that Apollo Client hands on.
const nothing = () => undefined;
export { nothing as disableExperimentalFragmentVariables, nothing as disableFragmentWarnings };
export { nothing as enableExperimentalFragmentVariables, nothing as resetCaches };
