import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { paraglide } from "../i18n.config.ts";
import { makeMessages } from "../../../scripts/messages.ts";
import { languages } from "./oneLanguage.ts";

/** The catalogues as functions: made behind their stamp, before a build, and by a server that watches when one changes. */
export async function messages(command: "build" | "serve") {
  await makeMessages();
  return command === "build" ? withWhoSaysThem() : madeAgain();
}

const root = join(import.meta.dirname, "../../..");

/** Pages that are open show the words of a catalogue as soon as it is saved. */
const madeAgain = (): Plugin => ({
  name: "messages-made-again",
  configureServer({ watcher, config: { logger } }) {
    watcher.add(globSync("packages/schema/src/*/*.{fr,en}.json", { cwd: root }).map((file) => join(root, file)));
    watcher.on("change", (file) => {
      // Half a file is no catalogue: the next save makes them.
      if (/\.(fr|en)\.json$/.test(file)) makeMessages().catch((error: unknown) => logger.error(String(error)));
    });
  },
});

/**
 * A message stands with the file that says it, hence loads where that file does; one that several say stands alone.
 * One module for each of seven thousand messages took half of a build.
 */
function withWhoSaysThem(): Plugin {
  const functions = { fr: functionsIn("fr"), en: functionsIn("en") };
  const shared = saidBySeveral();

  function functionOf(name: string, environment: string) {
    const fr = functions.fr.get(name);
    const en = functions.en.get(name);
    if (!fr || !en) throw new Error(`No catalogue has the message ${name}.`);
    const language = languages[environment];
    const code = language
      ? functions[language].get(name)
      : `(inputs) => (getLocale() === "en" ? ${en} : ${fr})(inputs)`;
    return `export const ${name} = ${code};`;
  }

  return {
    name: "messages-with-who-says-them",
    enforce: "pre",
    resolveId: {
      filter: { id: /^@cahier\/schema\/messages$|^\0messages?:/ },
      handler: (id, importer) => (id.startsWith("\0") ? id : `\0messages:${relative(root, importer!)}`),
    },
    load: {
      filter: { id: /^\0messages?:/ },
      handler(id) {
        const of = id.slice(id.indexOf(":") + 1);
        const parts = id.startsWith("\0message:")
          ? [functionOf(of, this.environment.name)]
          : [
              `import * as m from ${JSON.stringify(id)}; export { m };`,
              ...saidBy(of).map((name) =>
                shared.has(name)
                  ? `export { ${name} } from "\\0message:${name}";`
                  : functionOf(name, this.environment.name),
              ),
            ];
        return [
          'import * as registry from "@cahier/schema/registry"; import { getLocale } from "@cahier/schema/runtime";',
          ...parts,
        ].join("\n");
      },
    },
  };
}

/** The messages that a file says, each by its name: `m[name]` would be all of them. */
function saidBy(file: string) {
  const code = readFileSync(join(root, file), "utf8");
  if (/(?<![\w.$`])m\[/.test(code)) throw new Error(`${file} says a message by no name.`);
  return [...new Set(Array.from(code.matchAll(/(?<![\w.$])m\.(\w+)/g), ([, name = ""]) => name))];
}

function saidBySeveral() {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const file of globSync("{apps/web,packages/schema}/src/**/*.{ts,tsx}", { cwd: root }))
    if (!file.includes(".test.")) for (const name of saidBy(file)) (once.has(name) ? again : once).add(name);
  return again;
}

/** The code of the functions made of the catalogues of a language, by the names of messages; comments type it. */
function functionsIn(language: "fr" | "en") {
  const read = (file: string) => readFileSync(join(paraglide.outdir, `messages/${file}.js`), "utf8");
  const named = new Map(
    Array.from(read("_index").matchAll(/^export \{ (\w+) as "(\w+)" \}/gm), ([, made, name]) => [made, name]),
  );
  const [, ...functions] = read(language)
    .replaceAll(/\/\*\* @type[^]*?\*\/ ?/g, "")
    .split(/^export const (?=\w+ = )/m);
  return new Map(
    functions.map((text) => {
      const at = text.indexOf(" = ");
      const made = text.slice(0, at);
      return [
        named.get(made) ?? made,
        text
          .slice(at + 3)
          .trimEnd()
          .replace(/;$/, ""),
      ];
    }),
  );
}
