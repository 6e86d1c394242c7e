import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Waiting } from "./Waiting.tsx";

const about = "La halle ouvre le samedi.";

test("an amendment is told in the sentence that it changes, with what is struck", () => {
  const html = renderToStaticMarkup(
    createElement(Waiting, { kind: "AMENDMENT", text: "La halle ouvre le dimanche.", about }),
  );
  expect(html).toMatch(/<del[^>]*>.*samedi/);
});

test("a question strikes nothing of what it asks about: both are read whole", () => {
  const html = renderToStaticMarkup(createElement(Waiting, { kind: "REACTION", text: "Et le dimanche ?", about }));
  expect(html).not.toContain("<del");
  expect(html).toContain(about);
  expect(html).toContain("Et le dimanche ?");
});
