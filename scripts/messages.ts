import { compile } from "@inlang/paraglide-js";
import { paraglide } from "../apps/web/i18n.config.ts";

/** The messages as functions: what the API needs to be there before it starts. */
await compile(paraglide);
