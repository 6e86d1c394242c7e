import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { FranceMap } from "./FranceMap.tsx";
import { onTheMap } from "./largest.tsx";

const region = (code: string, name: string, responses: number, contributions: number) =>
  ({ responses, contributions, territory: { id: code, slug: code, code, name } }) as Parameters<typeof onTheMap>[0][0];

test("a region whose words show before its responses are counted is not said to be silent", () => {
  const values = onTheMap([
    region("53", "Bretagne", 0, 4),
    region("28", "Normandie", 0, 0),
    region("02", "Martinique", 0, 1),
  ]);
  const map = createElement(FranceMap, {
    values,
    hrefFor: (code) => `/${code}`,
    caption: "",
    say: ({ label }) => label,
  });
  const html = renderToStaticMarkup(createElement(MemoryRouter, {}, map));
  expect(html).toMatch(/aria-label="Bretagne\s: des paroles, pas encore comptées"/);
  expect(html).toMatch(/aria-label="Martinique\s: des paroles, pas encore comptées"/);
  expect([...html.matchAll(/<(?:text|b)\b[^>]*>([^<]*)</g)].map(([, shown]) => shown)).toEqual(["0", "…", "…"]);
});
