import MarkdownIt from "markdown-it";
import type { Block, Run, Words } from "./writing.ts";

const markdown = new MarkdownIt({ html: false, linkify: false });
/** An autolink may be a citation: what it leads to is not for this file to know. */
markdown.validateLink = () => true;

type Token = ReturnType<typeof markdown.parse>[number];

interface Options {
  /** The level of the highest heading in the text. */
  from: 2 | 3 | 4;
  /** The site: an address without one is a page of it. */
  origin: string;
  /** Runs for an autolink that is no web address: « passage:… ». */
  cite: (address: string) => Run[];
}

/** Markdown as blocks: headings, paragraphs, lists, quotations, emphasis, links. Anything else comes as its words. */
export function blocksOf(text: string, { from, ...options }: Options): Block[] {
  const tokens = markdown.parse(text, {});
  const levels = tokens.filter(({ type }) => type === "heading_open").map(({ tag }) => Number(tag.slice(1)));
  const down = from - Math.min(...levels);
  const level = (tag: string) => Math.min(4, Math.max(2, Number(tag.slice(1)) + down)) as 2 | 3 | 4;
  const root: Block[] = [];
  /** Open containers, innermost last: the document, or the item of a list. */
  const places: Block[][] = [root];
  const lists: Extract<Block, { kind: "list" }>[] = [];
  let quoted = 0;
  let heading: 2 | 3 | 4 | null = null;
  const put = (block: Block) => places.at(-1)!.push(block);
  for (const token of tokens) {
    switch (token.type) {
      case "heading_open":
        heading = level(token.tag);
        break;
      case "inline": {
        const runs = inlineOf(token, options);
        if (heading) put({ kind: "heading", level: heading, runs });
        else put(quoted ? { kind: "quote", runs } : { kind: "paragraph", runs });
        heading = null;
        break;
      }
      case "fence":
      case "code_block":
        put({ kind: "paragraph", runs: [{ text: token.content.trimEnd() }] });
        break;
      case "bullet_list_open":
      case "ordered_list_open": {
        const list: Block = { kind: "list", ordered: token.type === "ordered_list_open", items: [] };
        put(list);
        lists.push(list);
        break;
      }
      case "list_item_open": {
        const item: Block[] = [];
        lists.at(-1)!.items.push(item);
        places.push(item);
        break;
      }
      case "list_item_close":
        places.pop();
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        lists.pop();
        break;
      case "blockquote_open":
        quoted++;
        break;
      case "blockquote_close":
        quoted--;
        break;
    }
  }
  return root;
}

const ofTheWeb = /^(https?:|mailto:)/i;

function inlineOf({ children }: Token, { origin, cite }: Omit<Options, "from">): Run[] {
  const runs: Run[] = [];
  let [strong, emphasis] = [0, 0];
  let href: string | null = null;
  /** The words of an autolink that was a citation are not said. */
  let cited = false;
  for (const token of children ?? []) {
    if (token.type === "strong_open") strong++;
    else if (token.type === "strong_close") strong--;
    else if (token.type === "em_open") emphasis++;
    else if (token.type === "em_close") emphasis--;
    else if (token.type === "link_open") {
      const address = String(token.attrGet("href") ?? "");
      if (token.markup === "autolink" && !ofTheWeb.test(address)) {
        runs.push(...cite(address));
        cited = true;
      } else href = ofTheWeb.test(address) ? address : /^\/(?!\/)/.test(address) ? origin + address : null;
    } else if (token.type === "link_close") [cited, href] = [false, null];
    else if (!cited) {
      const text = token.type === "softbreak" ? " " : token.type === "hardbreak" ? "\n" : token.content;
      const run: Words = { text };
      if (strong) run.strong = true;
      if (emphasis) run.emphasis = true;
      if (href) run.href = href;
      if (text) runs.push(run);
    }
  }
  return runs;
}
