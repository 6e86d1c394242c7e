import { pathToFileURL } from "node:url";
import { areMade, cataloguesHash, keepStamp } from "./catalogues.mjs";

/** The catalogues as functions, if one changed since they were made: mails are written with them, and pages. */
export async function makeMessages() {
  const hash = cataloguesHash();
  if (areMade(hash)) return;
  const [{ compile }, { paraglide }] = await Promise.all([
    import("@inlang/paraglide-js"),
    import("../apps/web/i18n.config.ts"),
  ]);
  await compile(paraglide);
  keepStamp(hash);
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) await makeMessages();
