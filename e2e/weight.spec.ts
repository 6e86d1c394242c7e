import type { Page } from "@playwright/test";
import { walk } from "../scripts/perf/walk.ts";
import { expect, test } from "./fixtures.ts";

/**
 * Most weight of a document as sent, in thousands of bytes, with the style and the data of the API inside.
 * A synthesis or a proposal carries every passage that it stands on, and a synthesis ten drawn responses, so that all of
 * it is read and printed at once; a territory the words that stand beside each proposal it feeds.
 */
function budget(path: string) {
  if (/^\/(syntheses|proposals)\//.test(path)) return path.includes("?draw=") ? 35 : 30;
  return path.startsWith("/territories/") ? 26 : 24;
}

test("every link leads somewhere, and no document is too heavy", async ({ baseURL }) => {
  test.setTimeout(240_000);
  const elsewhere = /^\/(en|demo|sign-in)/;
  const pages = await walk(baseURL!, 4, ["/", "/en", "/en/proposals"], (path) => !elsewhere.test(path));
  expect(pages.length).toBeGreaterThan(80);
  expect(pages.filter(({ status }) => status !== 200).map(({ path, status }) => `${status} ${path}`)).toEqual([]);
  const documents = pages.filter(({ path, type }) => type.startsWith("text/html") && !path.endsWith(".html"));
  expect(documents.filter(({ html }) => !html.includes("<h1")).map(({ path }) => path)).toEqual([]);
  const heavy = documents.filter(({ path, bytes }) => bytes / 1000 > budget(path));
  expect(heavy.map(({ path, bytes }) => `${path}: ${(bytes / 1000).toFixed(1)} KB`)).toEqual([]);
});

/** Share of a page, of 1, that moved since it was first drawn though nobody touched it. */
const movedOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );

for (const [path, role] of [
  ["/"],
  ["/questionnaires/questionnaire-4"],
  ["/contributions"],
  ["/proposals/proposition-1"],
  ["/territories"],
  ["/desk", "RAPPORTEUR"],
  ["/reading", "RAPPORTEUR"],
  ["/en/reading", "RAPPORTEUR"],
] as const)
  test(`nothing of ${path} moves once it is shown`, async ({ page, as }) => {
    if (role) await as(role);
    await page.setViewportSize({ width: 390, height: 844 });
    // Twice: the letters are there the second time, however busy the machine, and what moves then is the page.
    await page.goto(path, { waitUntil: "networkidle" });
    await page.reload({ waitUntil: "networkidle" });
    expect(await movedOf(page)).toBeLessThan(0.001);
  });
