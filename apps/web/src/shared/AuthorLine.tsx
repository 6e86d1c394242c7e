import { contentLang } from "../i18n/content.ts";
import { bylineOf } from "../i18n/voices.ts";

/** Author of some words, and their territory: a name is in their language, and « sans nom » in that of the page. */
export const AuthorLine = ({ of }: { of: Parameters<typeof bylineOf>[0] }) => (
  <span lang={of.authorName ? contentLang() : undefined}>{bylineOf(of)}</span>
);
