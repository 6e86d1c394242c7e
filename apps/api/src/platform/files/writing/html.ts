import { escaped } from "../xml.ts";
import { type Block, firstCalls, type Numbered, numbered, type Run, tagOf, type Writing } from "./writing.ts";

const style = `
:root { color-scheme: light dark; --paper: #fffdf7; --ink: #1b2440; --quiet: #474e6b; --rule: #8c8471; --link: #0e5a43; }
@media (prefers-color-scheme: dark) { :root { --paper: #141a2c; --ink: #f4efe2; --quiet: #c5c3cf; --rule: #8c8471; --link: #86d3ae; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.2; margin: 2em 0 .5em; }
h1 { font-size: 2rem; margin-top: 0; } h2 { font-size: 1.5rem; border-top: 1px solid var(--rule); padding-top: .8em; } h3 { font-size: 1.2rem; } h4 { font-size: 1.05rem; }
.lead { font-size: 1.2rem; } .quiet { color: var(--quiet); } .aside { margin-left: 50%; } .object { font-size: 1.2rem; margin: 2em 0 1em; }
blockquote { margin: 1em 0; padding-left: 1em; border-left: 4px solid var(--rule); }
a { color: var(--link); } a:focus-visible { outline: 3px solid; outline-offset: 2px; }
sup { line-height: 0; } sup a { padding: 0 .15em; }
.wide { overflow-x: auto; } table { border-collapse: collapse; } caption { text-align: left; font-weight: 600; padding: .3em 0; }
th, td { text-align: left; padding: .3em .9em .3em 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
li { margin: .3em 0; } :target { outline: 2px solid var(--rule); outline-offset: 4px; }
@media print { body { font-size: 11pt; } nav { display: none; } a { color: inherit; } }`;

/** A document as one page that needs nothing else: read with a browser, with or without seeing it, and printed. */
export function html(writing: Writing): string {
  const { title, language, address, day, letter, cover, labels } = writing;
  const notes = numbered(writing);
  const body = bodyOf(writing, notes);
  const contents = body.headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join("");
  const items = [...notes.values()].map(
    ({ number, runs }) =>
      `<li id="note-${number}">${inline(runs)} <a href="#call-${number}" role="doc-backlink" aria-label="${escaped(labels.back(number))}">↩</a></li>`,
  );
  return `<!doctype html>
<html lang="${tagOf[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="dcterms.date" content="${day}">
<title>${escaped(title)}</title>
<link rel="canonical" href="${escaped(address)}">
<style>${style}
</style>
</head>
<body>
<main>
${body.above}<h1${letter ? ' class="object"' : ""}>${escaped(letter?.object ?? title)}</h1>
${(cover ?? []).map((line) => `<p class="quiet">${escaped(line)}</p>`).join("\n")}
${letter ? "" : `<nav aria-label="${escaped(labels.contents)}"><ul>${contents}</ul></nav>`}
${body.html}
${items.length ? `<section role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${escaped(labels.notes)}</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</section>` : ""}
</main>
</body>
</html>
`;
}

const inline = (runs: readonly Run[], call: (key: string) => string = () => "") =>
  runs
    .map((run) => {
      if ("note" in run) return call(run.note);
      let text = escaped(run.text).replaceAll("\n", "<br>");
      if (run.emphasis) text = `<em>${text}</em>`;
      if (run.strong) text = `<strong>${text}</strong>`;
      return run.href ? `<a href="${escaped(run.href)}">${text}</a>` : text;
    })
    .join("");

function bodyOf({ letter, blocks }: Writing, notes: Map<string, Numbered>) {
  const headings: { id: string; text: string }[] = [];
  const first = firstCalls();
  const call = (key: string) => {
    const { number } = notes.get(key)!;
    const id = first(key) ? ` id="call-${number}"` : "";
    return `<sup><a href="#note-${number}" role="doc-noteref"${id}>${number}</a></sup>`;
  };
  const of = (runs: readonly Run[]) => inline(runs, call);
  const write = (block: Block): string => {
    switch (block.kind) {
      case "heading": {
        const text = of(block.runs);
        if (block.level > 2) return `<h${block.level}>${text}</h${block.level}>`;
        const id = `part-${headings.length + 1}`;
        headings.push({ id, text: inline(block.runs) });
        return `<h2 id="${id}">${text}</h2>`;
      }
      case "paragraph":
        return `<p${block.look ? ` class="${block.look}"` : ""}>${of(block.runs)}</p>`;
      case "quote":
        return `<blockquote><p>${of(block.runs)}</p></blockquote>`;
      case "list": {
        const tag = block.ordered ? "ol" : "ul";
        return `<${tag}>\n${block.items.map((item) => `<li>${itemOf(item)}</li>`).join("\n")}\n</${tag}>`;
      }
      default: {
        const head = block.head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join("");
        const rows = block.rows.map(
          ([name = "", ...cells]) =>
            `<tr><th scope="row">${escaped(name)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`,
        );
        return `<div class="wide" role="region" aria-label="${escaped(block.caption)}" tabindex="0"><table><caption>${escaped(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table></div>`;
      }
    }
  };
  /** An item of one paragraph is that paragraph. */
  const itemOf = (item: readonly Block[]) =>
    item.map((block, at) => (at === 0 && block.kind === "paragraph" ? of(block.runs) : write(block))).join("\n");
  const above = (letter?.above ?? []).map((block) => `${write(block)}\n`).join("");
  return { above, html: blocks.map(write).join("\n"), headings };
}
