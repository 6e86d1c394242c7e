import { paths } from "../../paths.ts";

/** Object of reactions: a synthesis as a whole, or one of its paragraphs. */
type Kind = "whole" | "paragraph";

/** Address of the reactions to the whole or to a paragraph that came before one of them. */
export const reactionsBefore = (slug: string, kind: Kind, of: string, before: string) =>
  `${paths.synthesisReactions(slug)}?${new URLSearchParams({ [kind]: of, before })}`;

/** Address of one reaction to the whole or to a paragraph, after those that came before it. */
export const reactionAt = (slug: string, kind: Kind, of: string, id: string) =>
  `${paths.synthesisReactions(slug)}?${new URLSearchParams({ [kind]: of, through: id })}#${id}`;

/** Page of reactions that such an address asks for; nothing for that of the newest ones. */
export function olderOf(search: URLSearchParams) {
  const paragraph = search.get("paragraph");
  const of = paragraph ?? search.get("whole");
  const through = search.get("through");
  const before = through ?? search.get("before");
  if (!of || !before) return {};
  const subject = paragraph ? ("SYNTHESIS_PARAGRAPH" as const) : ("SYNTHESIS" as const);
  return { subject, of, before, through: through !== null, older: true };
}
