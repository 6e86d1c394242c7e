import { mergeAttributes, Node } from "@tiptap/core";

/** Live citation of a text: a passage, or the sentence of a key point. */
export interface Cited {
  kind: "passage" | "keyPoint";
  id: string;
}

/** The words of a citation as they can be read today; null once their author took them back. */
export type WordsOf = (cited: Cited) => { label: string; words: string } | null;

const uuid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
const address = new RegExp(`^<(passage|keyPoint):(${uuid})>`);

/** Reads the citations of a Markdown text, each once, in its order. */
export function citedIn(markdown: string): Cited[] {
  const found = markdown.matchAll(new RegExp(`(?<!\\\\)<(passage|keyPoint):(${uuid})>`, "g"));
  const seen = new Map<string, Cited>();
  for (const [, kind, id] of found) {
    const cited = { kind: kind as Cited["kind"], id: id!.toLowerCase() };
    seen.set(`${cited.kind}:${cited.id}`, cited);
  }
  return [...seen.values()];
}

/**
 * A citation is one thing in the text: it is put in, moved and taken out whole, shows the words as they are today, and is
 * written as an address between angle brackets.
 */
export const Citation = Node.create<{ wordsOf: WordsOf }>({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,

  addOptions: () => ({ wordsOf: () => null }),

  addAttributes: () => ({ kind: { default: "passage" }, id: { default: "" } }),

  parseHTML: () => [
    {
      tag: "span[data-citation]",
      getAttrs: (element) => {
        const [kind, id] = (element.getAttribute("data-citation") ?? "").split(":");
        return (kind === "passage" || kind === "keyPoint") && id ? { kind, id } : false;
      },
    },
  ],

  renderHTML({ node, HTMLAttributes }) {
    const { kind, id } = node.attrs as Cited;
    const found = this.options.wordsOf({ kind, id });
    return [
      "span",
      mergeAttributes(HTMLAttributes, { "data-citation": `${kind}:${id}`, kind: null, id: null }),
      found?.words ?? "",
    ];
  },

  addNodeView() {
    return ({ node }) => {
      const { kind, id } = node.attrs as Cited;
      const found = this.options.wordsOf({ kind, id });
      const dom = document.createElement("span");
      dom.className = `writing-citation writing-citation-${found ? kind : "gone"}`;
      dom.contentEditable = "false";
      dom.dataset["citation"] = `${kind}:${id}`;
      const label = document.createElement("b");
      label.textContent = found?.label ?? "";
      const words = document.createElement("span");
      words.textContent = found?.words ?? gone();
      dom.append(label, words);
      return { dom };
    };
  },

  markdownTokenName: "citation",
  markdownTokenizer: {
    name: "citation",
    level: "inline",
    start: (text) => text.search(/<(?:passage|keyPoint):/),
    tokenize: (text) => {
      const [raw, kind, id] = address.exec(text) ?? [];
      return raw ? { type: "citation", raw, kind, id: id!.toLowerCase() } : undefined;
    },
  },
  parseMarkdown: (token, { createNode }) =>
    createNode("citation", { kind: token["kind"] as string, id: token["id"] as string }),
  renderMarkdown: ({ attrs }) => `<${attrs!["kind"]}:${attrs!["id"]}>`,
});

/** Said where words were taken back; given by the component that shows them, in the language of the page. */
let gone = () => "";
export const sayGone = (sentence: () => string) => void (gone = sentence);
