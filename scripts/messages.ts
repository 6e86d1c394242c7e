import { promises as fs } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { InlangPlugin, ProjectSettings } from "@inlang/sdk";
import { alone } from "../apps/api/src/platform/alone.ts";
import { areMade, cataloguesHash, keepStamp } from "./catalogues.mjs";

/**
 * The catalogues as functions, if one changed since they were made: mails are written with them, and pages. One file a
 * language, read a hundred times faster than four thousand; a build of the web takes of them what each page shows.
 */
export async function makeMessages() {
  if (!areMade(cataloguesHash())) await alone(turn, makeThem);
}

/** Of two starts at once in one checkout, one makes them. */
const turn = fileURLToPath(new URL("../node_modules/.cache/messages-are-made-by", import.meta.url));

async function makeThem() {
  const hash = cataloguesHash();
  if (areMade(hash)) return;
  const { compileProject, writeOutput } = await import("@inlang/paraglide-js");
  const { paraglide, settings } = await import("../apps/web/i18n.config.ts");
  const project = await loaded(paraglide.project, settings);
  const compilerOptions = { ...paraglide, outputStructure: "locale-modules" } as const;
  const output = await compileProject({ project, projectPath: paraglide.project, compilerOptions });
  output["registry.js"] = withKeptRules(output);
  await writeOutput({ directory: paraglide.outdir, output, cleanDirectory: true, fs });
  await project.close();
  keepStamp(hash);
}

const made = "new Intl.PluralRules(locale, options)";

/** The rules of plurals, kept: the library makes them anew for each message that counts, sixty times what reading one takes. */
function withKeptRules(output: Record<string, string>) {
  const registry = output["registry.js"]!;
  if (!registry.includes(made)) throw new Error(`The registry of messages no longer says ${made}.`);
  // By language alone: no catalogue counts in another way, « first, second ».
  if (Object.values(output).some((text) => /\bplural\([^{)]*\{[^}]/.test(text)))
    throw new Error("A plural has options.");
  const kept = registry.replace(made, "(rules[locale] ??= new Intl.PluralRules(locale))");
  return `${kept}\n/** @type {Record<string, Intl.PluralRules>} */\nconst rules = {};\n`;
}

/** The project with its catalogues. Rows by thousands: the library's own loading takes ten seconds, one row at a time. */
async function loaded(folder: string, settings: ProjectSettings) {
  const { loadProjectInMemory, newProject } = await import("@inlang/sdk");
  const { default: catalogues } = (await import(join(folder, "..", settings.modules![0]!))) as {
    default: InlangPlugin;
  };
  const named = await catalogues.toBeImportedFiles!({ settings });
  const files = await Promise.all(
    named.map(async (file) => ({ ...file, content: await fs.readFile(join(folder, "..", file.path)) })),
  );
  const { bundles, messages, variants } = await catalogues.importFiles!({ files, settings });

  const project = await loadProjectInMemory({ blob: await newProject({ settings: { ...settings, modules: [] } }) });
  const nameOf = (bundle: string, locale: string) => `${locale} ${bundle}`;
  const rows = {
    bundle: [...new Map(bundles.map((bundle) => [bundle.id, bundle])).values()],
    message: messages.map((message) => ({ ...message, id: nameOf(message.bundleId, message.locale) })),
    variant: variants.map(({ matches, pattern, ...of }, index) => {
      if (!of.messageBundleId || !of.messageLocale) throw new Error("A variant names no message.");
      return { id: String(index), messageId: nameOf(of.messageBundleId, of.messageLocale), matches, pattern };
    }),
  };
  await project.db.transaction().execute(async (transaction) => {
    for (const table of ["bundle", "message", "variant"] as const)
      for (let at = 0; at < rows[table].length; at += 2000)
        await transaction
          .insertInto(table)
          .values(rows[table].slice(at, at + 2000))
          .execute();
  });
  return project;
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await makeMessages();
