import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

const taken = async (page: Page, act: () => Promise<unknown>): Promise<{ name: string; content: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
};

test("a facilitator has the report made, watches it, takes it, makes it public, and a visitor takes it from the presentation", async ({
  page,
  as,
}) => {
  test.slow();
  await as("FACILITATOR");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Faire ou reprendre un fichier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Productions" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  // By keyboard.
  const made = page.getByRole("region", { name: "Fichiers demandés" });
  const before = await made.getByRole("listitem").count();
  await page.getByRole("button", { name: "Rapport final, Word (.docx)" }).focus();
  await page.keyboard.press("Enter");
  await expect(made.getByRole("listitem")).toHaveCount(before + 1);
  // The newest comes first.
  const item = made.getByRole("listitem").filter({ hasText: "Rapport final, Word (.docx)" }).first();
  const link = item.getByRole("link", { name: "Télécharger : Rapport final, Word (.docx)" });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const file = await taken(page, () => link.click());
  expect(file.name).toBe("circuits-courts-rapport-final.docx");
  expect(file.content.subarray(0, 2).toString()).toBe("PK");
  const trace = await taken(page, () =>
    item.getByRole("link", { name: "Trace : Rapport final, Word (.docx)" }).click(),
  );
  expect(JSON.parse(trace.content.toString()).kind).toBe("REPORT");

  await item.getByRole("button", { name: "Rendre public" }).click();
  await expect(item.getByRole("button", { name: "Réserver à l’équipe" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.context().clearCookies();
  await page.goto("/presentation");
  const again = await taken(page, () => page.getByRole("link", { name: /^Rapport final, Word/ }).click());
  expect(again.content.equals(file.content)).toBe(true);
  expect((await page.request.get("/productions")).status()).not.toBe(500);
});

test("anybody takes the dossier, the page and the letters of a proposal", async ({ page }) => {
  await page.goto("/proposals/proposition-1");
  await page.locator("summary", { hasText: "Télécharger" }).click();
  const dossier = await taken(page, () => page.getByRole("link", { name: "Dossier de la proposition, PDF" }).click());
  expect(dossier.content.subarray(0, 5).toString()).toBe("%PDF-");
  const one = await taken(page, () => page.getByRole("link", { name: "Une page à imprimer, PDF" }).click());
  expect(one.name).toBe("proposition-1-page.pdf");
  expect(await violations(page)).toEqual([]);

  await turnTo(page, "/handovers");
  await page.locator('main a[href^="/handovers/"]').first().click();
  await page.getByText("Télécharger la lettre").click();
  const letter = await taken(page, () => page.getByRole("link", { name: "Word (.docx)" }).click());
  expect(letter.content.subarray(0, 2).toString()).toBe("PK");
});

test("the proposals are presented one by one, in a room and on a telephone", async ({ page }) => {
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(viewport);
    await turnTo(page, "/proposals");
    await page.getByRole("link", { name: "Les propositions, une à une" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Les propositions, une à une" })).toBeVisible();
    const proposals = page.getByRole("article");
    expect(await proposals.count()).toBeGreaterThan(3);
    await expect(proposals.first().getByRole("heading", { level: 2 })).toBeVisible();
    await expect(proposals.first()).toContainText("À qui c’est demandé");
    await expect(proposals.first()).toContainText("Ce qui est répondu");
    // Concrete, argued and with examples: what is proposed, words it stands on, where it is done, what is asked of whom.
    await expect(proposals.first()).toContainText("cinq engagements que des membres contrôlent chez d’autres membres");
    await expect(proposals.first().locator("mark").first()).toBeVisible();
    await expect(proposals.first().getByRole("link", { name: "La cantine de Grandpré-les-Bois" })).toBeVisible();
    await expect(proposals.first()).toContainText(
      "Presse régionale et radios associatives : Employer le lexique et visiter trois initiatives.",
    );
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }
});

test("the whole chain is taken as open data, or one table of it", async ({ page }) => {
  await page.goto("/donnees");
  await expect(page).toHaveURL("/open-data");
  const zip = await taken(page, () => page.getByRole("link", { name: "Télécharger toute la chaîne (.zip)" }).click());
  for (const name of ["csv/passages.csv", "json/replies.json", "dictionary.csv", "not-published.csv", "LICENCE.txt"])
    expect(zip.content.includes(name)).toBe(true);
  const table = await taken(page, () => page.getByRole("link", { name: /^Points clefs énoncés, CSV/ }).click());
  expect(table.name).toBe("keyPoints.csv");
  expect(table.content.toString()).toContain("sentence");
  expect(await violations(page)).toEqual([]);
});
