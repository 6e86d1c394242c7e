import type { JSONContent } from "@tiptap/core";
import { MarkdownManager } from "@tiptap/markdown";
import { StarterKit } from "@tiptap/starter-kit";
import { Citation, type WordsOf } from "../publication/citation.ts";

/** Extensions of the editor: the Markdown that the API renders, and citations. */
export const extensions = (wordsOf: WordsOf) => [
  StarterKit.configure({
    underline: false,
    link: { openOnClick: false, autolink: false, defaultProtocol: "https" },
    trailingNode: false,
  }),
  Citation.configure({ wordsOf }),
];

// One for all: its tokenizers are kept by the parser of the library, which would hold one more at each opening.
const manager = new MarkdownManager({ extensions: extensions(() => null) });

/** Markdown as the editor holds it. */
export const documentOf = (markdown: string): JSONContent => manager.parse(markdown);

/** Content of the editor as Markdown; empty without words. */
export const markdownOf = (held: JSONContent): string => manager.serialize(held).trim();
