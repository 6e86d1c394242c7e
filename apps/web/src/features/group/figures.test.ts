import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { Figures } from "./Figures.tsx";

test("each figure of a group leads to what it counts, and to nothing of the other groups", () => {
  const counts = { responses: 4, contributions: 3, keyPoints: 1, synthesesPublished: 1, proposals: 1 };
  const figures = { __typename: "GroupFigures" as const, ...counts, handovers: 2, replies: 1 };
  const drawn = renderToString(
    createElement(MemoryRouter, null, createElement(Figures, { figures, group: "circuits-courts", theme: "echanger" })),
  );
  expect([...drawn.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)).toEqual([
    "/#objectives",
    "/contributions?theme=echanger",
    "/#objectives",
    "/#objectives",
    "/proposals?group=circuits-courts",
    "/handovers?group=circuits-courts",
    "/handovers?group=circuits-courts",
  ]);
});

test("a group that nobody answered yet is told in a sentence, without a line of noughts", () => {
  const none = { responses: 0, contributions: 0, keyPoints: 0, synthesesPublished: 0, proposals: 0 };
  const figures = { __typename: "GroupFigures" as const, ...none, handovers: 0, replies: 0 };
  const drawn = renderToString(
    createElement(MemoryRouter, null, createElement(Figures, { figures, group: "habiter", theme: "terrain" })),
  );
  expect(drawn).not.toMatch(/\b0\b/);
  expect(drawn).toContain("les premières réponses");
});
