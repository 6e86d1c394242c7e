import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { ObjectiveFigures } from "./ObjectiveFigures.tsx";

type Objective = Parameters<typeof ObjectiveFigures>[0]["objective"];

const drawn = (questionnaire: object | null, responseCount = 0) => {
  const fate = { texts: 0 };
  const counts = { responseCount, contributionCount: 0, unpublishedCount: 0 };
  const objective = { ...counts, fate, group: { fate }, withdrawnOn: null, questionnaire } as unknown as Objective;
  return renderToStaticMarkup(createElement(MemoryRouter, null, createElement(ObjectiveFigures, { objective })));
};

test("an objective that nobody answered yet is told in a sentence, with when to answer, and without noughts", () => {
  const asked = { slug: "q", opensAt: "2026-12-09T17:00:00Z", unpublishedCount: 0 };
  const soon = drawn({ ...asked, state: "SCHEDULED" });
  expect(soon).toContain("Rien n’est encore arrivé.");
  expect(soon).toMatch(/9\sdécembre/);
  expect(soon).toContain('href="/schedule"');
  expect(drawn({ ...asked, state: "OPEN" })).toContain('href="/questionnaires/q"');
  for (const page of [soon, drawn({ ...asked, state: "OPEN" }), drawn(null)]) expect(page).not.toContain(">0<");
  expect(drawn(asked, 3)).toContain(">3<");
});
