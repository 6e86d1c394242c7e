import type { Plugin } from "vite";

/** Documents of GraphQL without their comments and the blanks that set them out. */
export const queriesOnALine = (): Plugin => ({
  name: "queries-on-a-line",
  apply: "build",
  applyToEnvironment: ({ name }) => name !== "ssr",
  enforce: "pre",
  transform: {
    filter: { id: /\/src\/.*\.tsx$/, code: /gql`/ },
    handler: (code) => code.replace(/gql`[^`]*`/g, (query) => query.replaceAll(/#[^\n]*/g, "").replaceAll(/\s+/g, " ")),
  },
});
