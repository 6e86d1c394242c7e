import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { DeskHead } from "./DeskHead.tsx";

type Group = NonNullable<Parameters<typeof DeskHead>[0]["group"]>;
const line = (...mine: boolean[]) => ({ links: mine.map((its) => ({ waits: [{ mine: its }] })) });

test.each([
  ["what waits in the list is counted", 2, [line(true)], "2 choses vous attendent"],
  [
    "links of the chain that wait for the reader are said, where the list is empty",
    0,
    [line(true, false), line(true)],
    "2 maillons de la chaîne vous attendent",
  ],
  ["what waits for others is not", 0, [line(false)], "Rien de pressé ne vous attend"],
])("at the head of a desk %s", (_, count, chain, title) => {
  const head = createElement(DeskHead, { matters: { count }, group: { chain } as unknown as Group });
  expect(renderToStaticMarkup(createElement(MemoryRouter, {}, head))).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
});
