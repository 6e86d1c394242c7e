import { randomUUID } from "node:crypto";
import { expect, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

const { test, seat } = onOwnSite();

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
}) => {
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
  const heavy = Buffer.alloc(20 * 1024 * 1024 + 1);
  await form.getByLabel("Le fichier").setInputFiles({ name: "lourd.pdf", mimeType: "application/pdf", buffer: heavy });
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
  await page.goto("/proposals/proposition-1");
  await expect(page.getByRole("link", { name: "Plan des halles" })).toBeVisible();

  await team.goto("/documents/fiche-initiative");
  await team.getByRole("link", { name: "Remplir ici" }).click();
  await team.getByLabel("Titre de la fiche").fill("Le four commun");
  await team.getByLabel("Ce qu’elle sert").fill("/proposals/proposition-1");
  await team.getByRole("button", { name: "Garder la fiche dans le groupe" }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Le four commun");
  const first = team.getByRole("form", { name: "La fiche" }).getByRole("textbox").nth(1);
  await first.fill("Un four où chacun cuit son pain.");
  await expect(team.getByText("C’est enregistré.")).toBeVisible({ timeout: 15_000 });
  await team.reload();
  await expect(first).toHaveValue("Un four où chacun cuit son pain.");
  expect(await violations(team)).toEqual([]);
  const taken = team.waitForEvent("download");
  await team.getByRole("link", { name: "Emporter en ODT" }).click();
  expect((await taken).suggestedFilename()).toBe("le-four-commun.odt");
});
