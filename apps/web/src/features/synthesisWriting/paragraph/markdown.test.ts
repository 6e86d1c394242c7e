import { expect, test } from "vitest";
import { citedIn } from "../publication/citation.ts";
import { documentOf, markdownOf } from "./markdown.ts";

const passage = "0192f6a0-0000-4000-8000-0000000000a1";
const keyPoint = "0192f6a0-0000-7000-8000-0000000000b2";

test.for([
  ["words alone", "Des sols vivants."],
  ["two paragraphs", "Un.\n\nDeux."],
  ["bold and italic", "Un **mot** et un *autre*."],
  ["a citation among words", `Une voix : <passage:${passage}>, reprise ailleurs.`],
  ["a citation alone", `<keyPoint:${keyPoint}>`],
  ["two citations that touch", `<passage:${passage}><keyPoint:${keyPoint}>`],
  ["a citation in a list", `- d’abord <passage:${passage}>\n- puis rien`],
  ["a citation between words in bold", `**voir** <passage:${passage}> **ici**`],
  ["a numbered list", "1. un\n2. deux"],
  ["a quotation", "> dit ainsi"],
  ["a link", "Voir [la page](https://example.org/a)."],
])("%s come back as they were", ([, markdown]) => {
  expect(markdownOf(documentOf(markdown!))).toBe(markdown);
});

test.for(["3 * 4 * 5 < 100", "a_b_c", "<script>", "[a](b)", `\\<passage:${passage}>`])(
  "what is typed stays what was typed: %s",
  (typed) => {
    const held = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: typed }] }] };
    const markdown = markdownOf(held);
    expect(documentOf(markdown)).toEqual(held);
    expect(citedIn(markdown)).toEqual([]);
  },
);

test("a text says what it cites, each once", () => {
  const text = `Un <passage:${passage}>, deux <keyPoint:${keyPoint}>, encore <passage:${passage.toUpperCase()}>.`;
  expect(citedIn(text)).toEqual([
    { kind: "passage", id: passage },
    { kind: "keyPoint", id: keyPoint },
  ]);
});
