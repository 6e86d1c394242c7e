import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** The one script that runs before the first paint: a file of its own, since the policy allows none inside the page. */
export function themeBeforePaint(): Plugin {
  const source = "src/ui/theme.js";
  const content = readFileSync(join(import.meta.dirname, "..", source), "utf8");
  const name = `assets/theme-${createHash("sha256").update(content).digest("hex").slice(0, 8)}.js`;
  let built = false;
  return {
    name: "theme-before-paint",
    applyToEnvironment: (environment) => environment.name !== "ssr",
    configResolved: ({ command }) => {
      built = command === "build";
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: name, source: content.replace(/^\s*\/\/.*$/gm, "") });
    },
    transformIndexHtml: () => [
      { tag: "script", attrs: { src: `/${built ? name : source}` }, injectTo: "head-prepend" },
    ],
  };
}
