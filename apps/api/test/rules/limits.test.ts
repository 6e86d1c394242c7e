import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ApolloServer } from "@apollo/server";
import { typeDefs } from "@cahier/schema/typeDefs";
import {
  type ASTVisitor,
  buildSchema,
  type FragmentDefinitionNode,
  Kind,
  Lexer,
  parse,
  print,
  Source,
  TokenKind,
  validate,
  visit,
} from "graphql";
import { expect, test } from "vitest";
import type { Context } from "../../src/platform/context.ts";
import { graphqlLimits, limits } from "../../src/platform/server/graphqlLimits.ts";
import { countLists } from "../../src/platform/server/graphqlSizes.ts";

const folder = join(import.meta.dirname, "../../../web/src");
const documents = globSync("**/*.{ts,tsx}", { cwd: folder, exclude: (path) => /generated|\.test\.ts$/.test(path) })
  .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/gql`([^`]*)`/g)])
  .map(([, text]) => parse(text!.replace(/\$\{[^}]*\}/g, "")));
const definitions = documents.flatMap(({ definitions: all }) => all);
const fragments = new Map(
  definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
);
const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
const schema = buildSchema(typeDefs);

/** The operation as the browser sends it: with the fragments it needs, and `__typename` in every selection. */
function sent(operation: (typeof operations)[number]): string {
  const needed = new Map<string, FragmentDefinitionNode>();
  const follow = (node: FragmentDefinitionNode | typeof operation) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || needed.has(value)) return;
        needed.set(value, fragment);
        follow(fragment);
      },
    });
  follow(operation);
  return [operation, ...needed.values()].map((node) => print(visit(node, asSent))).join("\n");
}

/** Each selection asks for `__typename` too, and `@unmask` stays in the browser. */
const asSent: ASTVisitor = {
  SelectionSet: {
    leave: (node) => ({
      ...node,
      selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }],
    }),
  },
  Directive: ({ name: { value } }) => (value === "unmask" ? null : undefined),
};

function tokens(text: string) {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}

test.for(operations.map((operation) => [operation.name?.value ?? "", operation] as const))(
  "what %s asks for is within the limits, with room to grow",
  ([, operation]) => {
    const text = sent(operation);
    expect(tokens(text)).toBeLessThan(limits.tokens);
    const errors = validate(schema, parse(text, { maxTokens: 10_000 }), [graphqlLimits()]);
    expect(errors.map(({ message }) => message)).toEqual([]);
  },
);

test("the operations of the web pages are among those measured", () => expect(operations.length).toBeGreaterThan(5));

test("what a list holds is counted once, however many servers of a process answer by one schema", async () => {
  const listed = buildSchema("type Query { all: [Int!]! }");
  const server = () =>
    new ApolloServer<Context>({ schema: listed, rootValue: { all: [1, 2, 3] }, plugins: [countLists(4)] });
  const [first, second] = [server(), server()];
  for (const one of [first, second]) await one.start();
  const contextValue = { items: 0 } as Context;
  const { body } = await first.executeOperation({ query: "{ all }" }, { contextValue });
  expect(body).toMatchObject({ singleResult: { data: { all: [1, 2, 3] } } });
});
