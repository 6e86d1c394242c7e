import { join } from "node:path";
import type { CompilerOptions } from "@inlang/paraglide-js";

/** Shared by Vite and by `npm run check`: the messages are for the web, the mails and the exports alike. */
export const paraglide = {
  project: join(import.meta.dirname, "project.inlang"),
  outdir: join(import.meta.dirname, "../../packages/schema/src/i18n/generated"),
  strategy: ["globalVariable", "baseLocale"],
  emitGitIgnore: false,
  emitReadme: false,
} satisfies CompilerOptions;
