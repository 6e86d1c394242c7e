import { join } from "node:path";
import type { Plugin } from "vite";

const reader = join(import.meta.dirname, "../src/graphql/gql.ts");

/** Browsers read documents of GraphQL with a reader of our own: they need no parser of the language of schemas. */
export const graphqlReader = (): Plugin => ({
  name: "graphql-reader",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client" || name === "english",
  enforce: "pre",
  resolveId: { filter: { id: /^graphql-tag$/ }, handler: () => reader },
});
