import { promises as fs } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { InlangPlugin, InlangProject, ProjectSettings } from "@inlang/sdk";
import { withFileLock } from "../apps/api/src/platform/fileLock.ts";
import { withGroupedCounts, withGroupedFigures } from "./groupedCounts.ts";
import { areMade, cataloguesHash, keepStamp } from "./catalogues.mjs";

/**
 * The catalogues as functions, if one changed since they were made: mails are written with them, and pages. One file a
 * language, read a hundred times faster than four thousand; a build of the web takes of them what each page shows.
 */
export async function makeMessages() {
  if (!areMade(cataloguesHash())) await withFileLock(turn, makeThem);
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
  output["registry.js"] = withGroupedFigures(withKeptRules(output));
  await writeOutput({ directory: paraglide.outdir, output, cleanDirectory: true, fs });
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

/** A project as the compiler reads it: settings, and messages by bundle. The library's own, in SQLite, took most of the time. */
async function loaded(folder: string, settings: ProjectSettings): Promise<InlangProject> {
  const { default: catalogues } = (await import(join(folder, "..", settings.modules![0]!))) as {
    default: InlangPlugin;
  };
  const named = await catalogues.toBeImportedFiles!({ settings });
  const files = await Promise.all(
    named.map(async (file) => ({ ...file, content: await fs.readFile(join(folder, "..", file.path)) })),
  );
  const { bundles, messages, variants } = await catalogues.importFiles!({ files, settings });

  const nameOf = (locale?: string, bundle?: string) => `${locale} ${bundle}`;
  const variantsOf = Map.groupBy(variants, (variant) => nameOf(variant.messageLocale, variant.messageBundleId));
  const messagesOf = Map.groupBy(messages, ({ bundleId }) => bundleId);
  const nested = [...new Map(bundles.map((bundle) => [bundle.id, bundle])).values()].map((bundle) => {
    const own = messagesOf.get(bundle.id!) ?? [];
    const { declarations, variants: said } = withGroupedCounts(
      bundle.declarations ?? [],
      own.flatMap(({ locale }) => variantsOf.get(nameOf(locale, bundle.id)) ?? []),
    );
    const messagesSaid = own.map((message) => ({
      ...message,
      variants: said.filter(({ messageLocale }) => messageLocale === message.locale),
    }));
    return { ...bundle, declarations, messages: messagesSaid };
  });
  // One question is asked of it: all bundles, with what they hold.
  const db = { selectFrom: () => ({ select: () => ({ execute: async () => nested }) }) };
  return { settings: { get: async () => settings }, db } as unknown as InlangProject;
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await makeMessages();
