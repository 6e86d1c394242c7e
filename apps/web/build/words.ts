import { paraglide } from "../i18n.config.ts";
import { makeMessages } from "../../../scripts/messages.ts";

/** The catalogues as functions: made once, behind their stamp, before a build; a server that watches makes them again. */
export async function words(command: "build" | "serve") {
  if (command === "build") {
    await makeMessages();
    return [];
  }
  const { paraglideVitePlugin } = await import("@inlang/paraglide-js");
  return paraglideVitePlugin(paraglide);
}
