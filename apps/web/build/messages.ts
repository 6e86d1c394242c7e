import { paraglide } from "../i18n.config.ts";
import { forgetStamp } from "../../../scripts/catalogues.mjs";
import { makeMessages } from "../../../scripts/messages.ts";

/** The name in package.json of the messages with a file for each: a build takes those that a page shows. */
export const messageApart = "message-apart";

/** The catalogues as functions: made once, behind their stamp, before a build; a server that watches makes them again. */
export async function messages(command: "build" | "serve") {
  if (command === "build") {
    await makeMessages();
    return [];
  }
  // It writes one file a language and removes those a build wants, one a message: whoever comes next makes them again.
  forgetStamp();
  const { paraglideVitePlugin } = await import("@inlang/paraglide-js");
  return paraglideVitePlugin(paraglide);
}
