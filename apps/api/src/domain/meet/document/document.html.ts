import MarkdownIt from "markdown-it";
import type { Document } from "./document.entity.ts";

// Tags that somebody typed come out as text; addresses other than of the web and of mail are not made links.
const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.validateLink = (url) => /^(https?:|mailto:|\/(?!\/)|#)/i.test(url.trim());

const rendered = new Map<string, string>();
const most = 200;

/** The text of a document as safe HTML, made once a version. Its headings come after the page's own. */
export function htmlOf({ id, version, title, markdown: text }: Document): string | null {
  if (text === null) return null;
  const key = `${id} ${version}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = render(text, title);
  if (rendered.size >= most) rendered.clear();
  rendered.set(key, html);
  return html;
}

/** Markdown as HTML: its title is left to the page where it is the same, and its headings begin at the third level. */
export function render(text: string, title = ""): string {
  const tokens = markdown.parse(text, {});
  const first = tokens[1]?.content.trim().toLocaleLowerCase();
  const shown = tokens[0]?.type === "heading_open" && first === title.toLocaleLowerCase() ? tokens.slice(3) : tokens;
  const levels = shown.filter((token) => token.type === "heading_open").map(levelOf);
  const down = 3 - Math.min(...levels);
  for (const token of shown)
    if (token.type === "heading_open" || token.type === "heading_close")
      token.tag = `h${Math.min(6, Math.max(3, levelOf(token) + down))}`;
  return markdown.renderer.render(shown, markdown.options, {});
}

const levelOf = (token: { tag: string }) => Number(token.tag.slice(1));
