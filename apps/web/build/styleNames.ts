import { globSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";

const web = join(import.meta.dirname, "..");

/** Every name of a style, in the order of the files: each of the builds numbers them alike. */
const styleNames = globSync("src/**/*.module.css", { cwd: web })
  .toSorted()
  .flatMap((path) => {
    const css = readFileSync(join(web, path), "utf8");
    return [...new Set([...css.matchAll(/(?:\.|@keyframes )([a-z][\w-]*)/gi)].map(([, name]) => `${path} ${name}`))];
  });

/** In development the component and the name it gives; in browsers, a number. */
export function styleName(name: string, file: string) {
  const path = relative(web, file.replace(/\?.*/, ""));
  return process.env.NODE_ENV === "production"
    ? `c${styleNames.indexOf(`${path} ${name}`).toString(36)}`
    : `${basename(path, ".module.css")}-${name}`;
}
