import { randomUUID } from "node:crypto";
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

test("a reaction to a proposal says the part that it is about, or speaks of the whole", async ({ page }) => {
  await page.goto("/proposals/proposition-1#say");
  await page.getByRole("button", { name: /^Je nuance/ }).click();
  const words = `Le mot existe déjà ailleurs (${randomUUID().slice(0, 6)}).`;
  await page.getByLabel("Ce qu’il faut nuancer").fill(words);
  // Words that were kept are in sight when one comes back, and the page begins where it did.
  await expect(page.getByText("Enregistré sur cet appareil")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Ce qu’il faut nuancer")).toHaveValue(words);
  await expect(page.getByLabel("Ce qu’il faut nuancer")).not.toBeFocused();
  await expect(page.getByRole("button", { name: /^Je nuance/ })).toHaveAttribute("aria-pressed", "true");
  const about = page.getByLabel("De quoi parlez-vous");
  await expect(about.locator("option").first()).toHaveText("De toute la proposition");
  await about.selectOption({ label: "Le problème" });
  await page.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(page.getByText("Votre réaction paraît ci-dessous")).toBeVisible();
  const card = page.getByRole("region", { name: "Réactions" }).getByRole("listitem").filter({ hasText: words });
  await expect(card.getByText("Le problème", { exact: true })).toBeVisible();
  // Its author reads it too, by the link that they keep.
  await page.getByRole("link", { name: "La suivre, ou la retirer" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Votre réaction" })).toBeVisible();
  await expect(page.getByText("Le problème")).toBeVisible();
});
