import { expect, overflows, test, violations } from "./fixtures.ts";

test("proposals are filtered by what is theirs and found by a word, without scripts too", async ({ browser, page }) => {
  await page.goto("/proposals");
  const filters = page.getByRole("search", { name: "Filtrer les propositions" });
  await filters.getByLabel("Numéro ou mots").fill("2");
  await filters.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/q=2/);
  await expect(page.locator("main").getByRole("heading", { level: 3 })).toHaveCount(1);
  await filters.getByLabel("Numéro ou mots").fill("aucun de ces mots");
  await filters.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByText("Aucune proposition avec ces filtres.")).toBeVisible();
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("/proposals?q=2");
  await expect(plain.locator("main").getByRole("heading", { level: 3 })).toHaveCount(1);
  await context.close();
});
