import { m } from "@cahier/schema/messages";
import { isValidElement, type ReactNode } from "react";

/**
 * Description of a page for search results: its own sentence, or else the one of the site. Written by the API only:
 * nobody reads it in a browser.
 */
export const Description = ({ of }: { of?: ReactNode }) =>
  import.meta.env.SSR ? <meta name="description" content={beginningOf(wordsOf(of)) || m.ui_description()} /> : null;

/** The words of something shown, where they are there to be read: those inside it, or the text that it is given to show. */
function wordsOf(shown: ReactNode): string {
  if (Array.isArray(shown)) return shown.map(wordsOf).join("");
  if (isValidElement<{ children?: ReactNode; text?: string }>(shown))
    return `${wordsOf(shown.props.children ?? shown.props.text)} `;
  return typeof shown === "string" ? shown : "";
}

function beginningOf(words: string) {
  // Words of a link end with a space: none stands before what follows it.
  const text = words
    .replaceAll(/[ \n]+/g, " ")
    .replaceAll(/ (?=[,.])/g, "")
    .trim();
  return text.length > 160 ? `${text.slice(0, 160).replace(/\s\S*$/, "")}…` : text;
}
