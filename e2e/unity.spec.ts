import type { Page } from "@playwright/test";
import { expect, mailed, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { seated } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

/** Not on the site of all: a suggestion is taken once, and versions are counted; told again, they begin again. */
const { test } = onOwnSite({ shared: true });

test("a note is suggested by the data, taken by a person, and resolved with what was done", async ({ page, as }) => {
  await page.goto("/proposals");
  await page.getByRole("link", { name: "Cohérence entre propositions" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cohérence des propositions" })).toBeVisible();
  await expect(page.getByText("Suggéré par les données")).toHaveCount(0);

  await as("RAPPORTEUR");
  await page.goto("/proposals/coherence");
  const suggestion = page.getByRole("listitem").filter({ hasText: "Elles citent toutes « Les Watts de Vertmare »" });
  await suggestion.getByRole("button", { name: "Reprendre en note" }).click();
  const text = suggestion.getByRole("textbox");
  await text.fill("Les Watts servent d’exemple aux deux : citer la même année.");
  await suggestion.getByRole("button", { name: "Noter", exact: true }).click();
  await expect(suggestion).toHaveCount(0);
  const note = page.getByRole("listitem").filter({ hasText: "citer la même année" });
  await expect(note).toContainText("À régler");

  await note.getByRole("button", { name: "Régler" }).click();
  await note.getByRole("button", { name: "Enregistrer" }).click();
  await expect(note.getByText("Écrivez quelque chose ici.").first()).toBeVisible();
  await note.getByRole("textbox").fill("L’année 2009 est dite dans les deux.");
  await note.getByRole("button", { name: "Enregistrer" }).click();
  await expect(note).toContainText("L’année 2009 est dite dans les deux.");
  expect(await violations(page)).toEqual([]);

  // Another one is refused, with a reason; it stays below, with who refused it, and comes back from there.
  const refused = page.getByRole("listitem").filter({ hasText: "Elles s’adressent toutes à" }).first();
  const words = (await refused.getByText("Elles s’adressent toutes à").textContent())!;
  await refused.getByRole("button", { name: "Laisser de côté" }).click();
  await refused.getByLabel("Pourquoi").fill("Une lettre à part pour chacune.");
  await refused.getByRole("button", { name: "Laisser de côté" }).click();
  await expect(page.getByText("Suggestion laissée de côté")).toBeVisible();
  await page.getByText("Laissées de côté (").click();
  const below = page.locator("details").getByRole("listitem").filter({ hasText: words });
  await expect(below).toContainText("Une lettre à part pour chacune.");
  await expect(below).toContainText("Laissée de côté par");
  expect(await violations(page)).toEqual([]);
  await below.getByRole("button", { name: "Remettre parmi les suggestions" }).click();
  await expect(page.getByText("Elle est de nouveau parmi les suggestions.")).toBeVisible();
  await expect(page.getByText("Laissées de côté (")).toHaveCount(0);

  await page.goto("/proposals/proposition-1");
  await page.getByRole("heading", { name: "Avec les autres propositions" }).click();
  await expect(page.getByText("citer la même année")).toBeVisible();
});

test("what was typed on former words is not saved over those that somebody else saved since", async ({
  page,
  as,
  browser,
  baseURL,
}) => {
  const define = async (tab: Page, definition: string) => {
    await tab.goto("/glossary/objectif-intermediaire");
    await tab.getByRole("button", { name: "Définir autrement" }).click();
    await tab.getByLabel("Définition", { exact: true }).fill(definition);
    await tab.getByLabel("Pourquoi", { exact: true }).fill("Plus clair.");
  };
  const save = (tab: Page) => tab.getByRole("button", { name: "Enregistrer la définition" }).click();
  await as("RAPPORTEUR");
  await define(page, "Tapé, et laissé là.");
  await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  await seated(browser, baseURL!, "RAPPORTEUR", async (other) => {
    await define(other, "Un échange où l’on se connaît.");
    await save(other);
    await expect(other.getByText("Définition enregistrée.")).toBeVisible();
  });
  await page.reload();
  await page.getByRole("button", { name: "Définir autrement" }).click();
  const definition = page.getByLabel("Définition", { exact: true });
  await expect(definition).toHaveValue("Tapé, et laissé là.");
  await expect(page.getByText("Quelqu’un a enregistré depuis")).toBeVisible();
  await save(page);
  await expect(page.getByRole("form").getByRole("blockquote")).toContainText("Un échange où l’on se connaît.");
  await expect(definition).toHaveValue("Tapé, et laissé là.");
});

test("a word is defined anew with its cause, and a proposal opens the new definition by keyboard", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/glossary/circuit-court");
  await page.getByRole("button", { name: "Définir autrement" }).click();
  await page
    .getByLabel("Définition", { exact: true })
    .fill("Un échange où l’on se connaît, et où l’on peut venir voir.");
  await page.getByRole("button", { name: "Enregistrer la définition" }).click();
  await expect(page.getByText("Écrivez quelque chose ici.").first()).toBeVisible();
  await page.getByLabel("Pourquoi", { exact: true }).fill("Plus court, après la réunion.");
  await page.getByLabel("La réunion qui l’a fait changer").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Enregistrer la définition" }).click();
  await expect(page.getByText("Définition enregistrée.")).toBeVisible();
  const last = page.getByRole("listitem").filter({ hasText: "Version 3" });
  await expect(last).toContainText("Plus court, après la réunion.");
  await expect(page.getByRole("listitem").filter({ hasText: "Version 2" })).toContainText("La proximité l’aide");
  expect(await violations(page)).toEqual([]);

  // A word that was defined by mistake is retired: its page says so, and it is found again, and restored.
  await page.goto("/glossary");
  await page.getByRole("button", { name: "Définir un mot" }).click();
  await page.getByLabel("Le mot", { exact: true }).fill("un mot de trop");
  await page.getByLabel("Définition", { exact: true }).fill("Rien.");
  await page.getByRole("button", { name: "Enregistrer la définition" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "un mot de trop" })).toBeVisible();
  await page.getByText("Retirer ce mot du glossaire").click();
  await page.getByRole("button", { name: "Retirer ce mot", exact: true }).click();
  await expect(page.getByText("Écrivez quelque chose ici.").first()).toBeVisible();
  await page.getByLabel("Pourquoi il est retiré").fill("Défini par erreur.");
  await page.getByRole("button", { name: "Retirer ce mot", exact: true }).click();
  await expect(page.getByText(/^Retiré du glossaire le .*Défini par erreur\.$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Rétablir ce mot" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Définir autrement" })).toHaveCount(0);
  await page.getByRole("link", { name: "Tout le glossaire" }).click();
  await expect(page.getByRole("term").filter({ hasText: "un mot de trop" })).toHaveCount(0);
  const retired = page.getByRole("region", { name: "Mots retirés" });
  expect(await violations(page)).toEqual([]);
  await retired.getByRole("link", { name: "un mot de trop" }).click();
  await page.getByRole("button", { name: "Rétablir ce mot" }).press("Enter");
  await expect(page.locator(":focus")).toContainText("Le mot est rétabli dans le glossaire.");
  await page.goto("/glossary");
  await expect(page.getByRole("term").filter({ hasText: "un mot de trop" })).toBeVisible();
  await expect(retired).toHaveCount(0);

  // A public text that uses the word: opened and closed by keyboard, over the text.
  let word = page.locator("main button[popovertarget='word-circuit-court']");
  for (const address of ["/proposals/proposition-1", "/proposals/proposition-2", "/syntheses/point-d-etape-1"]) {
    await page.goto(address);
    word = page.locator("main button[popovertarget='word-circuit-court']");
    if ((await word.count()) > 0) break;
  }
  await expect(word).toHaveCount(1);
  const definition = page.locator("#word-circuit-court");
  await expect(definition).toBeHidden();
  await word.focus();
  await page.keyboard.press("Enter");
  await expect(definition).toBeVisible();
  await expect(definition).toContainText("l’on peut venir voir");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(definition).toBeHidden();
  await word.click();
  await definition.getByRole("link").click();
  await expect(page).toHaveURL(/\/glossary\/circuit-court$/);
});

test("the common message is written with a reason, its words to leave advise whoever writes, and its figure says of what", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/groups/circuits-courts");
  await page.getByRole("link", { name: "Le discours commun" }).click();
  await expect(page.getByText(/% des paroles parlent d’autre chose que d’alimentation/)).toBeVisible();
  await expect(page.getByText(/paroles publiées qui disent leur domaine/)).toBeVisible();
  await page.getByRole("button", { name: "Écrire le discours commun" }).click();
  await page
    .getByRole("textbox", { name: "En une phrase" })
    .fill("Un circuit court est un échange où l’on se connaît.");
  await page.getByRole("button", { name: "Retirer la ligne 1" }).first().click();
  await page.getByRole("button", { name: /Ajouter une ligne.*Ce à quoi nous nous tenons/ }).click();
  await page.getByLabel("Engagement 6").fill("On se répond.");
  await page.getByLabel("Pourquoi ce changement").fill("Plus simple à dire.");
  // One leaves the page, and comes back: as many lines as were typed, and what stands in them.
  await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Écrire le discours commun" }).click();
  await expect(page.getByLabel("Engagement 6")).toHaveValue("On se répond.");
  await expect(page.getByLabel("Pourquoi ce changement")).toHaveValue("Plus simple à dire.");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Discours commun enregistré.")).toBeVisible();
  await expect(page.getByText("On se répond.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Version 2" })).toContainText("Plus simple à dire.");
  expect(await violations(page)).toEqual([]);

  await page.goto("/proposals/proposition-1/edit");
  const statement = page.getByRole("article").first();
  await statement.getByRole("textbox").first().fill("Le consommateur choisit.");
  await expect(statement.getByText("Vous avez écrit « consommateur » : plutôt « usager, habitant »")).toBeVisible();
});

test("two people are introduced once both agree, and no page shows an address", async ({ page, as }) => {
  await as("REFERENT");
  await page.goto("/exchanges");
  await expect(page.getByRole("status").filter({ hasText: /annonces?$/ })).toBeVisible();
  await page.getByRole("link", { name: "Publier une annonce" }).click();
  await page.getByRole("radio", { name: "Je propose" }).check();
  await page.getByLabel("Quel genre de chose ?").selectOption("PLACE");
  await page.getByLabel("En quelques mots").fill("Une grange sèche");
  await page.getByLabel("Dites-en plus").fill("Écrivez-moi à moi@exemple.fr");
  await page.getByLabel("Domaine").selectOption("FOOD");
  await page.getByLabel("Territoire").selectOption("finistere");
  await page.getByLabel("Pour une initiative").selectOption({ label: "La Grange de Sundwiller" });
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(page.getByText(/Pas de lien, d’adresse ni de téléphone ici/).first()).toBeVisible();
  await page.getByLabel("Dites-en plus").fill("Deux cents mètres carrés, libres dès septembre.");
  await page.getByRole("button", { name: "Publier", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Une grange sèche" })).toBeVisible();
  await expect(page.getByRole("link", { name: "La Grange de Sundwiller" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Qui fait la même chose" })).toBeVisible();
  const address = new URL(page.url()).pathname;
  // Its author is not told to ask for it.
  const ask = page.getByText(/^Demandez à être mis en relation/);
  await expect(page.getByText(/^C’est votre annonce/)).toBeVisible();
  await expect(ask).toHaveCount(0);

  await as("RAPPORTEUR");
  await page.goto(address);
  await expect(ask).toBeVisible();
  // Far more than can be sent: the sentence tells the bound of the field; blanks alone are no words.
  await page.getByLabel("Votre mot").fill(" ".repeat(100_000));
  await page.getByRole("button", { name: "Demander à être mis en relation" }).click();
  await expect(page.getByLabel("Votre mot")).toHaveAccessibleDescription(/Écrivez/);
  await page.getByLabel("Votre mot").fill("mot ".repeat(25_000));
  await page.getByRole("button", { name: "Demander à être mis en relation" }).click();
  await expect(page.getByLabel("Votre mot")).toHaveAccessibleDescription(/trop long\s: 600 caractères au plus/);
  await page.getByLabel("Votre mot").fill("Nous cherchons où sécher du bois.");
  await page.getByRole("button", { name: "Demander à être mis en relation" }).click();
  await expect(page.getByText("Votre demande est envoyée.")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await as("REFERENT");
  await page.goto("/desk");
  const request = page.getByRole("listitem").filter({ hasText: "Nous cherchons où sécher du bois." });
  await request.getByRole("button", { name: /Accepter/ }).click();
  // One press gives no address: it is said first to whom it goes.
  const sure = page.getByRole("dialog", { name: /^Donner votre adresse à / });
  await expect(sure).toContainText("elle ne se reprend pas");
  expect(await violations(page)).toEqual([]);
  await sure.getByRole("button", { name: "Ne pas la donner" }).press("Enter");
  await expect(request).not.toContainText("l’adresse est partie par courriel");
  await request.getByRole("button", { name: /Accepter/ }).click();
  await sure.getByRole("button", { name: "Donner mon adresse" }).click();
  await expect(request).toContainText("l’adresse est partie par courriel");
  await expect(page.locator("body")).not.toContainText("@exemple.invalid");
  expect(await violations(page)).toEqual([]);
  await page.goto(address);
  await expect(page.locator("body")).not.toContainText("@exemple.invalid");

  // The demonstration keeps what it would have sent.
  await mailed(page, "Votre mise en relation");
  await mailed(page, "rapporteur@exemple.invalid");
  for (const words of ["Votre mise en relation", "rapporteur@exemple.invalid"])
    await expect(page.locator("main")).toContainText(words);

  // A notice hidden from its page is a ruling, among those of the desk.
  await as("MODERATOR");
  await page.goto(address);
  await page.getByRole("button", { name: "Masquer l’annonce" }).click();
  await page.getByRole("button", { name: "Masquer l’annonce" }).click();
  const why = page.getByLabel("Pourquoi");
  await expect(why).toHaveAttribute("aria-invalid", "true");
  await why.selectOption("OFF_TOPIC");
  await page.getByRole("button", { name: "Masquer l’annonce" }).click();
  await page.getByRole("link", { name: "Annonce masquée. Cela se défait parmi les décisions" }).click();
  await expect(page.getByRole("button", { name: /^Défaire : Deux cents mètres/ })).toBeVisible();
});

test("nothing overflows at 320 or 390 px, in either language", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 844 });
  for (const language of ["", "/en"])
    for (const path of [
      "/proposals/coherence",
      "/glossary",
      "/glossary/circuit-court",
      "/language-kit",
      "/exchanges",
    ]) {
      await turnTo(page, language + path);
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        expect([language + path, width, await overflows(page)]).toEqual([language + path, width, false]);
      }
      expect(await violations(page)).toEqual([]);
    }
  await page.getByRole("listitem").getByRole("heading").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "To meet" })).toBeVisible();
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await overflows(page)).toBe(false);
  }
});
