import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const built = join(dirname(createRequire(import.meta.url).resolve("react-router/package.json")), "dist/production");
const files: Record<string, string> = { "react-router": "index.mjs", "react-router/dom": "dom-export.mjs" };

/** The router's package gives everybody its build for development, with its warnings: browsers take the other one. */
export const routerInProduction = (): Plugin => ({
  name: "router-in-production",
  apply: "build",
  applyToEnvironment: ({ config }) => config.consumer === "client",
  enforce: "pre",
  resolveId: {
    filter: { id: /^react-router(\/dom)?$/ },
    handler: (id) => join(built, files[id] ?? id),
  },
});
