import type { Page } from "@playwright/test";
import { heading, proposal, questionnaire, send, write } from "./answering.ts";
import { expect, test } from "./fixtures.ts";

/** Takes away what browsers have had since 2024 alone, as on a telephone of 2017 that is no longer brought up to date. */
const asOf2023 = (page: Page) =>
  page.addInitScript(() => {
    const later: [object, string[]][] = [
      [Map, ["groupBy"]],
      [Object, ["groupBy"]],
      [Promise, ["withResolvers", "try"]],
      [AbortSignal, ["any"]],
      [URL, ["parse", "canParse"]],
      [Set.prototype, ["union", "difference", "intersection", "isSubsetOf"]],
      [globalThis, ["Iterator"]],
    ];
    for (const [owner, names] of later) for (const name of names) Reflect.deleteProperty(owner, name);
  });

test("on a telephone of 2017 one answers, sends, and reads results, a glossary and a synthesis", async ({ page }) => {
  await asOf2023(page);
  await write(page);
  await page.getByRole("radio", { name: /Sans nom, avec ma région/ }).check();
  await send(page);
  await expect(heading(page)).toHaveText(/^Merci\. (?:Avec la vôtre|Encore une)/);
  for (const path of ["/questionnaires/questionnaire-1/results", "/glossary", "/syntheses/point-d-etape-1"]) {
    await page.goto(path);
    await page.getByRole("button").first().hover();
    await expect(page.locator("html")).not.toHaveClass(/unscripted/);
    await expect(heading(page)).toBeVisible();
  }
});

test("a browser too old for our scripts has the form that needs none, and sends it", async ({ page }) => {
  await page.addInitScript(() => delete (Array.prototype as { toSorted?: unknown }).toSorted);
  await page.goto(questionnaire);
  const form = page.locator("form[method=post]");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await form.getByLabel("Que proposez-vous de faire").fill(proposal);
  await page.getByRole("button", { name: "Aller plus loin" }).click();
  await expect(page).toHaveURL(/\/drafts\/[\w-]{22,}\?part=2/);
  await expect(form.getByLabel("Quel exemple montre que c’est possible")).toBeVisible();
});
