import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SourceWords } from "./SourceWords.tsx";

it("a theme that somebody named here is not quoted as a source of itself", () => {
  const shown = (text: string) =>
    renderToStaticMarkup(createElement(SourceWords, { title: "Trouver un terrain", text }));
  expect(shown("Trouver un terrain")).toBe("");
  expect(shown("Trouver un terrain; le garder")).toContain("le garder");
});
