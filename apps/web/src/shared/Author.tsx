import { contentLang } from "../i18n/content.ts";
import { authorOf } from "../i18n/voices.ts";

/** Author of some words: a name is in their language, and « sans nom » in that of the page. */
export const Author = ({ of }: { of: Parameters<typeof authorOf>[0] }) => (
  <span lang={of.authorName ? contentLang() : undefined}>{authorOf(of)}</span>
);
