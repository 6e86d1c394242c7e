import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, it } from "vitest";
import { NothingSaid } from "./TerritoryParts.tsx";

const empty = (open: boolean) => {
  const territory = { kind: "REGION", responseCount: 0, slug: "bretagne" } as const;
  return renderToStaticMarkup(createElement(MemoryRouter, {}, createElement(NothingSaid, { territory, open })));
};

it("a territory where nobody wrote asks to answer while a questionnaire is open, and says else what one can do there", () => {
  expect(empty(true)).toContain("Répondez en quelques minutes");
  expect(empty(false)).not.toContain("Répondez");
  expect(empty(false)).toContain("suivez ce territoire");
});
