import { expect, test } from "./fixtures.ts";

test("a regional group sees who was heard, who was not, and Île-de-France's share beside its population's", async ({
  page,
}) => {
  await page.goto("/territories");
  const table = page.getByRole("table").first();
  await expect(table.getByRole("row", { name: /Bretagne/ })).toBeVisible();
  await expect(page.getByText(/Île-de-France/).first()).toBeVisible();
  await expect(page.getByText(/de la population/).first()).toBeVisible();
  await expect(page.getByText("24 réponses sur 30 citent un domaine hors alimentation")).toBeVisible();
});

test("from the map one reaches a region: its words, its meetings, and what it changed", async ({ page }) => {
  await page.goto("/territories");
  await page.locator('main svg a[href="/territories/bretagne"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Bretagne/);
  await expect(page.locator('main a[href^="/contributions/"]').first()).toBeVisible();
  await expect(page.locator('main a[href^="/key-points/"]').first()).toBeVisible();
  await expect(page.locator('main a[href^="/proposals/"]').first()).toBeVisible();
});

test("a region nobody spoke from says so, and how to begin", async ({ page }) => {
  await page.goto("/territories/mayotte");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Mayotte/);
  await expect(page.getByRole("link", { name: /Répondre/ }).first()).toBeVisible();
});

test("a department leads to its region, and its words are found by filter", async ({ page }) => {
  await page.goto("/territories/finistere");
  await page.getByRole("main").getByRole("link", { name: "Bretagne" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Bretagne/);
  await page.goto("/contributions?territory=bretagne");
  const found = page.locator('main a[href^="/contributions/"]');
  await expect(found.first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Guyane ·");
});
