import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { expect, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { turnTo } from "./turnTo.ts";

const { test, seat } = onOwnSite({ shared: true });

/** A text that the team puts on line: plain enough for a PDF written by hand. */
const pdf = (words: string) =>
  Buffer.from(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 500]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${words.length + 33}>> stream
BT /F 18 Tf 40 440 Td (${words}) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF`);

test("a document from its file to a reaction, through a new version and the search; and a template to ODT", async ({
  page,
  browser,
}, testInfo) => {
  test.slow();
  const word = `halles${randomUUID().replace(/[^a-f]/g, "")}`;
  const team = await seat(browser, "FACILITATOR");
  await team.goto("/documents");
  await team.getByRole("link", { name: "Déposer un document" }).click();
  const form = team.getByRole("form", { name: "Déposer un document" });
  await form.getByLabel("Titre", { exact: true }).fill("Plan des halles");
  await form.getByLabel("Ce que c’est, à quoi il sert").fill("Choisir les places du marché.");
  await form.getByLabel("Ce qu’il sert").fill("/proposals/proposition-1");
  await form
    .getByLabel("Le fichier")
    .setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("<svg/>") });
  await form.getByRole("button", { name: "Déposer", exact: true }).click();
  await expect(team.getByText("Ce fichier n’est ni un PDF").first()).toBeVisible();
  // From the disk: the browser reads it there, where its bytes would reach it as letters.
  const heavy = testInfo.outputPath("lourd.pdf");
  writeFileSync(heavy, Buffer.alloc(20 * 1024 * 1024 + 1));
  await form.getByLabel("Le fichier").setInputFiles(heavy);
  await form.getByRole("button", { name: "Déposer", exact: true }).click();
  await expect(team.getByText("20 Mo").first()).toBeVisible();
  // Nothing of what was refused is anywhere, and what was typed is still there.
  await expect(form.getByLabel("Titre", { exact: true })).toHaveValue("Plan des halles");
  const library = await team.request.get("/documents");
  expect(await library.text()).not.toContain("Plan des halles");
  await form
    .getByLabel("Le fichier")
    .setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: pdf("Un premier plan") });
  await form.getByRole("button", { name: "Déposer", exact: true }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Plan des halles");
  await expect(team.getByRole("img", { name: "La première page de" })).toBeVisible();

  await team.getByRole("link", { name: "Mettre le document à jour" }).click();
  const version = team.getByRole("form", { name: "Déposer une nouvelle version" });
  await version
    .getByLabel("Le fichier")
    .setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: pdf(`Un plan pour ${word}`) });
  await version.getByLabel("Ce qui change").fill("Le four a sa place.");
  await version.getByRole("button", { name: "Déposer une nouvelle version" }).click();
  await expect(team.getByText("La version est en ligne.")).toBeVisible();

  // On a telephone, without an account: found by its words, and reacted to.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/search?q=${word}`);
  await page.getByRole("link", { name: "Plan des halles" }).click();
  await expect(page.getByText("Le four a sa place.")).toBeVisible();
  expect([await overflows(page), await violations(page)]).toEqual([false, []]);
  expect(await violations(team)).toEqual([]);
  await page.getByRole("button", { name: "Je complète" }).click();
  await page.getByLabel("Ce que vous ajoutez").fill("Il manque l’entrée des charrettes.");
  await page.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(page.getByText("Il manque l’entrée des charrettes.").first()).toBeVisible();
  await turnTo(page, "/proposals/proposition-1");
  await page.locator("summary", { hasText: "Les documents" }).click();
  await expect(page.getByRole("link", { name: "Plan des halles" })).toBeVisible();

  await team.goto("/documents/fiche-initiative");
  await team.getByRole("link", { name: "Remplir ici" }).click();
  await team.getByLabel("Titre de la fiche").fill("Le four commun");
  await team.getByLabel("Ce qu’elle sert").fill("/proposals/proposition-1");
  await team.getByRole("button", { name: "Garder la fiche dans le groupe" }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Le four commun");
  const first = team.getByRole("form", { name: "La fiche" }).getByRole("textbox").nth(1);
  await first.fill("Un four où chacun cuit son pain.");
  await expect(team.getByText("C’est enregistré.")).toBeVisible({ timeout: 30_000 });
  await team.reload();
  await expect(first).toHaveValue("Un four où chacun cuit son pain.");
  expect(await violations(team)).toEqual([]);
  const taken = team.waitForEvent("download");
  await team.getByRole("link", { name: "Emporter en ODT" }).click();
  expect((await taken).suggestedFilename()).toBe("le-four-commun.odt");

  // Printed whole, without what one acts by; copied as plain text.
  const long = Array.from({ length: 60 }, (_, at) => `Ligne ${at + 1}.`).join("\n");
  await first.fill(long);
  await team.emulateMedia({ media: "print" });
  expect(await first.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThan(2);
  await expect(team.getByRole("button", { name: "Enregistrer", exact: true })).toHaveCount(0);
  await team.emulateMedia({ media: "screen" });
  await team.evaluate(() =>
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: (text: string) => Promise.resolve((document.body.dataset.copied = text)) },
    }),
  );
  await expect(team.getByText("C’est enregistré.")).toBeVisible({ timeout: 30_000 });
  await team.getByRole("button", { name: "Copier" }).click();
  await expect(team.locator("body")).toHaveAttribute("data-copied", /^Le four commun\n\n[^]*Ligne 60\.\n\n/);

  // Published at once after typing: what it lacks is said at each field, and the first of them has the focus.
  const sheet = team.getByRole("form", { name: "La fiche" });
  const publish = team.getByRole("button", { name: "Publier la fiche" });
  await publish.click();
  const lacking = sheet.locator("textarea[aria-invalid=true]");
  await expect(lacking.first()).toBeFocused();
  await expect(lacking.first()).toHaveAccessibleDescription(/Écrivez quelque chose ici/);
  expect([await overflows(team), await violations(team)]).toEqual([false, []]);
  const left = await lacking.count();
  for (let at = 0; at < left; at++) await lacking.nth(at).fill(`Ce que dit la réponse ${at + 1}.`);
  await publish.click();
  await expect(team.getByText("La fiche est publiée.")).toBeVisible({ timeout: 30_000 });
  // A version more, typed and published in one breath, says what it changes.
  await first.fill(`Un four ${word} où chacun cuit son pain.`);
  await sheet.getByLabel("Ce qui change").fill("Le nom du four.");
  await team.getByRole("button", { name: "Publier cette version" }).click();
  await expect(sheet.getByLabel("Ce qui change")).toHaveValue("", { timeout: 30_000 });
  await expect(team.getByText("La fiche est publiée.")).toBeVisible();

  // Listed by what it serves, read with its link to it, and taken back with a reason.
  await page.goto("/proposals/proposition-1");
  await page.locator("summary", { hasText: "Les documents" }).click();
  await page.getByRole("link", { name: "Le four commun" }).click();
  await expect(page.getByText(`Un four ${word} où chacun cuit son pain.`)).toBeVisible();
  await expect(page.getByText("Le nom du four.")).toBeVisible();
  await expect(page.locator('a[href="/proposals/proposition-1"]').first()).toBeVisible();
  expect([await overflows(page), await violations(page)]).toEqual([false, []]);
  await team.getByText("Retirer le document", { exact: true }).first().click();
  await team.getByLabel("Pourquoi").fill("Le four est fermé.");
  await team.getByRole("button", { name: "Retirer le document" }).click();
  await expect(team.getByRole("button", { name: "Remettre le document" })).toBeVisible();
  await page.goto("/proposals/proposition-1");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main a", { hasText: "Le four commun" })).toHaveCount(0);
});
