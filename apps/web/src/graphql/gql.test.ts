import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DocumentNode, parse, print } from "graphql";
import { expect, test } from "vitest";
import { gql } from "./gql.ts";

const source = join(import.meta.dirname, "..");
const documents = globSync("**/*.tsx", { cwd: source }).flatMap((path) =>
  [...readFileSync(join(source, path), "utf8").matchAll(/gql`([^`]*)`/g)].map(
    ([, text]) => [path, text!.replace(/\$\{[^}]*\}/g, "")] as const,
  ),
);

test("the documents of all pages are read as the `graphql` package reads them", () => {
  expect(documents.length).toBeGreaterThan(40);
  for (const [path, text] of documents) {
    const ours = gql(text) as unknown as DocumentNode;
    expect({ path, text: print(ours) }).toEqual({ path, text: print(parse(text)) });
    // Trees too, where nothing is written as nothing: Apollo Client walks them.
    expect(JSON.parse(JSON.stringify(ours))).toMatchObject(JSON.parse(JSON.stringify(withoutPlaces(parse(text)))));
  }
});

test("what pages do not use yet is read all the same", () => {
  const text = `
    # a remark
    subscription Live($ids: [ID!]! = ["a\\"b"], $far: Float = -1.5e3, $on: Boolean = true) @live(of: null) {
      it: thing(where: { kind: REGION, near: [1, 2], say: $ids }) @include(if: $on) { ... on Place @x { id } ... @skip(if: false) { id } }
    }
    { b(c: "é, #") }`;
  expect(print(gql(text) as unknown as DocumentNode)).toBe(print(parse(text)));
});

test("a fragment embedded twice is there once", () => {
  const name = gql("fragment Name on Thing { id name }");
  const card = gql`
    fragment Card on Thing {
      id
      ...Name
    }
    ${name}
  `;
  const page = gql`
    query Page {
      thing {
        ...Name
        ...Card
      }
    }
    ${name}
    ${card}
  `;
  expect(page.definitions.map((one) => (one["name"] as { value: string }).value)).toEqual(["Page", "Name", "Card"]);
});

test("what is not a document says where", () => {
  expect(() => gql("query Page { thing ")).toThrow("found in query Page");
  expect(() => gql("query Page thing }")).toThrow("{ expected, thing found");
});

/** `parse` leaves where each node stands, and empty lists where there is nothing. */
const withoutPlaces = (document: DocumentNode) =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === "loc" ? undefined : value))) as object;
