import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { linkedHead } from "./linkedHead.ts";

const url = new URL("https://cahier.example/proposals/proposition-1?draw=3");
const written = (of: object) =>
  renderToStaticMarkup(createElement("meta", { name: "linked-data", content: JSON.stringify(of) }));
const block = (head: string) => /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)![1]!;

test("what a page is of is told whole, whatever its words, and nothing in it closes its block", () => {
  const name = `« L'eau & le pain » </script><script>alert("1")</script> <!-- \u2028`;
  const head = linkedHead(url, `<title>T</title>${written({ "@type": "CreativeWork", name })}`, { name: "Le Labo" });
  expect(head.match(/<\/script>/g)).toHaveLength(1);
  expect(head).not.toContain("linked-data");
  expect(JSON.parse(block(head))).toEqual({
    "@context": "https://schema.org",
    "@type": "CreativeWork",
    name,
    url: "https://cahier.example/proposals/proposition-1",
    inLanguage: "fr",
    publisher: { "@type": "Organization", name: "Le Labo", url: "https://cahier.example" },
  });
});

test("a page that says nothing of the kind keeps its head", () => {
  expect(linkedHead(url, "<title>T</title>", { name: "" })).toBe("<title>T</title>");
});
