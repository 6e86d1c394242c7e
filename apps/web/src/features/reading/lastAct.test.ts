import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { LastAct } from "./LastAct.tsx";

vi.mock("./acts.ts", () => ({
  undoLast: () => Promise.resolve(true),
  useActs: (id: string) => (id === "marked" ? [{ said: "Marqué sous 3." }, { said: "Réuni avec 5." }] : []),
}));

test("the last act on a text stands beside it with « Défaire » in sight, and its key", () => {
  const drawn = (contributionId: string) =>
    renderToString(createElement(LastAct, { contributionId, onUndone: () => undefined }));
  expect(drawn("marked")).toMatch(/Réuni avec 5\..*Défaire.*<kbd>U<\/kbd>/);
  expect(drawn("marked")).not.toContain("Marqué sous 3.");
  expect(drawn("new")).toBe("");
});
