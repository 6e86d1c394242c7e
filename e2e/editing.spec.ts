import { randomUUID } from "node:crypto";
import { expect, test } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

test("what the team types is on the device until it is saved, though its tab dies, and a saved form begins anew", async ({
  page,
  context,
  as,
}) => {
  const name = `Un service du quai ${randomUUID().slice(0, 6)}`;
  await as("RAPPORTEUR");
  const dying = await context.newPage();
  await dying.goto("/interlocutors/new");
  await dying.getByLabel("Nom de la fonction").fill(name);
  await dying.getByLabel("Ce qu’il peut décider").fill("Ouvrir le quai le matin.");
  await expect(dying.getByText("Enregistré sur cet appareil")).toBeVisible();
  await dying.close({ runBeforeUnload: false });

  await turnTo(page, "/interlocutors/new");
  await expect(page.getByText("Voici ce que vous aviez commencé")).toBeVisible();
  await expect(page.getByLabel("Nom de la fonction")).toHaveValue(name);
  await expect(page.getByLabel("Ce qu’il peut décider")).toHaveValue("Ouvrir le quai le matin.");
  const form = page.getByRole("form", { name: "Fiche d’interlocuteur" });
  await form.getByLabel("Niveau").selectOption({ index: 1 });
  await form.getByLabel("Catégorie").selectOption({ index: 1 });
  await form.getByRole("button", { name: "Ajouter au registre" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await turnTo(page, "/interlocutors/new");
  await expect(page.getByLabel("Nom de la fonction")).toHaveValue("");

  // Given up, it is gone from the device too.
  await page.getByLabel("Nom de la fonction").fill(name);
  await page.getByRole("button", { name: "Effacer ce que j’ai écrit" }).click();
  await expect(page.getByLabel("Nom de la fonction")).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("Nom de la fonction")).toHaveValue("");
});

test("an act that is pressed again while it is sent is sent once", async ({ page }) => {
  await page.goto("/contributions");
  await page.locator("main a[href^='/contributions/']").first().click();
  await page.locator("summary", { hasText: "Signaler ce texte" }).click();
  let sent = 0;
  await page.route("**/graphql", async (route) => {
    sent++;
    await new Promise((later) => {
      setTimeout(later, 300);
    });
    await route.continue();
  });
  await page.getByRole("button", { name: "Publicité" }).dblclick();
  await expect(page.getByText("Merci. Un modérateur lira ce texte.")).toBeVisible();
  expect(sent).toBe(1);
});
