import type { Page } from "@playwright/test";
import { expect, fits, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { secondPerson } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

const { site, test, seat } = onOwnSite();

test.describe.configure({ mode: "serial", timeout: 120_000 });

let address = "";
const office = "Commune fictive de Quimper, service de la restauration";

/** Opens a folded section. */
async function unfold(page: Page, summary: string) {
  const fold = page.locator("details", { has: page.locator("summary", { hasText: summary }) }).last();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").first().click();
  return fold;
}
test("an office is registered by whoever facilitates: one like it is suggested, one person's address is refused at its field", async ({
  browser,
}) => {
  const page = await seat(browser, "FACILITATOR");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Interlocuteurs", exact: true }).first().click();
  await page.getByRole("link", { name: "Ajouter un interlocuteur" }).click();
  const name = page.getByLabel("Nom de la fonction");
  await name.fill("Commune, service de la commande publique");
  await expect(page.getByText("Est-ce l’un de ceux-ci")).toBeVisible();
  await expect(page.getByRole("link", { name: "Commune, service de la commande publique" })).toBeVisible();
  await name.fill(office);
  await page.getByLabel("Niveau").selectOption("LOCAL");
  await page.getByLabel("Catégorie").selectOption("LOCAL_AUTHORITY");
  await page.getByLabel("Territoire").selectOption("finistere");
  await page.getByLabel("Ce qu’il peut décider").fill("Les menus et les achats des cantines.");
  await page.getByLabel("Le bon moment").fill("Vote du budget en décembre.");
  const month = new Intl.DateTimeFormat("fr-FR", { month: "long", timeZone: "Europe/Paris" }).format(new Date());
  await page.getByRole("checkbox", { name: month }).check();
  const mail = page.getByLabel("Boîte de la fonction");
  await mail.fill("jeanne.exemple@example.org");
  await fits(page);
  await page.getByRole("button", { name: "Ajouter au registre" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(mail).toHaveAttribute("aria-invalid", "true");
  // Letter by letter: what is refused must not take the focus back meanwhile.
  await mail.clear();
  await mail.pressSequentially("restauration@example.org");
  await expect(mail).toBeFocused();
  await page.getByRole("button", { name: "Ajouter au registre" }).click();
  await expect(page.getByRole("heading", { level: 1, name: office })).toBeVisible();
  await expect(page.getByText("C’est le moment", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "restauration@example.org" })).toBeVisible();

  await page.goto("/interlocutors");
  await page.getByRole("link", { name: "Ajouter un interlocuteur" }).click();
  await page.getByLabel("Nom de la fonction").fill("Un service inscrit par erreur");
  await page.getByLabel("Niveau").selectOption("NATIONAL");
  await page.getByLabel("Catégorie").selectOption("LOCAL_AUTHORITY");
  await page.getByLabel("Ce qu’il peut décider").fill("Rien.");
  await page.getByLabel("Boîte de la fonction").fill("accueil@example.org");
  await page.getByRole("button", { name: "Ajouter au registre" }).click();
  await page.getByRole("link", { name: "Modifier cet interlocuteur" }).click();
  await page.getByText("Retirer du registre").click();
  await page.getByRole("button", { name: "Retirer cet interlocuteur" }).click();
  await expect(page).toHaveURL(/\/interlocutors$/);
  await expect(page.getByText("Un service inscrit par erreur")).toHaveCount(0);
});

test("two who change one office lose nothing: what both changed is chosen, field by field", async ({ browser }) => {
  const path = "/interlocutors/commune-fictive-de-quimper-service-de-la-restauration/edit";
  const one = await seat(browser, "FACILITATOR");
  const other = await seat(browser, "RAPPORTEUR");
  await Promise.all([one.goto(path), other.goto(path)]);
  await one.getByLabel("Ce qu’il peut décider").fill("Les menus.");
  await other.getByLabel("Ce qu’il peut décider").fill("Les achats.");
  await other.getByLabel("Par où passer").fill("Par le secrétariat.");
  await one.getByRole("button", { name: "Enregistrer" }).click();
  await expect(one.getByText("C’est enregistré.")).toBeVisible();
  await other.getByRole("button", { name: "Enregistrer" }).click();
  await expect(other.getByRole("heading", { name: "Quelqu’un a enregistré entre-temps" })).toBeVisible();
  await expect(other.getByText("Les menus.")).toBeVisible();
  expect(await violations(other)).toEqual([]);
  await other.getByRole("button", { name: /garder le mien/ }).click();
  await other.getByRole("button", { name: "Enregistrer" }).click();
  await expect(other.getByText("C’est enregistré.")).toBeVisible();
  await expect(other.getByLabel("Par où passer")).toHaveValue("Par le secrétariat.");
  await Promise.all([one.close(), other.close()]);
});

test("two offices that were merged by mistake are parted again, from the one that stays", async ({ browser }) => {
  const page = await seat(browser, "FACILITATOR");
  await page.goto("/interlocutors/commune-fictive-de-quimper-service-de-la-restauration/edit");
  const name = await page.getByRole("heading", { level: 1 }).innerText();
  await page.getByLabel("Celui qui reste").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Réunir les deux" }).click();
  await expect(page).not.toHaveURL(/edit$/);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(name);
  await page.getByRole("link", { name: "Modifier cet interlocuteur" }).click();
  const part = await unfold(page, `Séparer à nouveau : ${name}`);
  await expect(part.getByText("Ce qui est venu depuis reste ici.")).toBeVisible();
  await fits(page);
  await part.getByRole("button", { name: "Séparer les deux" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.close();
});

test("a proposal is carried: the ask, who carries it once they agreed, the first contact by keyboard, what was handed over", async ({
  browser,
}) => {
  const page = await seat(browser, "RAPPORTEUR");
  await page.goto("/proposals/proposition-1");
  await page.getByRole("link", { name: "Porter cette proposition" }).click();
  await page.getByLabel("À qui la porter").selectOption({ label: office });
  await page.getByLabel("La demande, en une phrase").fill("Écrire le lexique dans les menus.");
  // The groups of the demonstration carry the labels of 2012; an organisation comes from a region of today.
  await expect(page.getByLabel("Quel territoire").locator("option", { hasText: "Alsace" })).toHaveCount(1);
  await page.getByRole("radio", { name: /Une structure/ }).check();
  await expect(page.getByLabel("D’où").locator("option", { hasText: /^(Alsace|Grand Est)$/ })).toHaveText([
    "Grand Est",
  ]);
  await page.getByRole("radio", { name: /Une personne de l’équipe/ }).check();
  const who = page.getByLabel("Qui", { exact: true });
  const carrier = await who.locator("option").nth(1).innerText();
  await who.selectOption({ label: carrier });
  await fits(page);
  await page.getByRole("button", { name: "Ouvrir le portage" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Écrire le lexique dans les menus." })).toBeVisible();
  address = new URL(page.url()).pathname;
  await expect(page.getByText("une personne du groupe")).toBeVisible();
  await expect(page.getByText("L’équipe seule voit ce nom")).toBeVisible();

  const asked = await seat(browser, carrier);
  await asked.goto("/desk");
  const request = asked.getByRole("region", { name: "Porter une proposition" });
  await request.getByRole("button", { name: "Oui, sous mon nom" }).click();
  await expect(request.getByText("Vous avez dit oui")).toBeVisible();
  expect(await violations(asked)).toEqual([]);
  await asked.close();

  await page.reload();
  await expect(page.getByText(`Porté par ${carrier}`)).toBeVisible();
  const text = page.getByLabel("Ce qui s’est passé");
  // A handover that is given up leaves the page with the device.
  await text.fill("Une ligne de trop.");
  await page.getByRole("button", { name: "Effacer ce que j’ai écrit" }).click();
  await expect(text).toHaveValue("");
  await expect(page.getByText("0 caractère sur 500")).toBeVisible();
  await text.focus();
  await page.keyboard.type("Appel au service.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: "C’est le premier contact" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const line = (said: string) => page.getByRole("listitem").filter({ hasText: said });
  await expect(line("Appel au service.")).toBeVisible();

  // A line is public at once: it is put right where it stands, taken away, and put back.
  const log = await unfold(page, "Corriger le journal");
  await log.locator("summary", { hasText: "Appel au service." }).click();
  const written = log.getByLabel("Ce qui s’est passé");
  await written.fill("Appel à Jeanne, 06 12 34 56 78.");
  await log.getByRole("button", { name: "Enregistrer" }).click();
  await expect(written).toHaveAttribute("aria-invalid", "true");
  await written.fill("Courriel au service.");
  await log.getByRole("button", { name: "Enregistrer" }).click();
  await expect(line("Courriel au service.")).toBeVisible();
  await log.getByRole("button", { name: "Retirer cette ligne" }).click();
  await expect(page.getByText("À contacter", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "La remettre" }).click();
  await expect(line("Courriel au service.")).toBeVisible();
  await expect(page.getByText(/^Contact pris le/)).toBeVisible();

  const hand = await unfold(page, "Dire ce qui a été remis");
  await hand.getByLabel("Document remis").fill("Lettre à la commune");
  const inTen = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await hand.getByLabel("Réponse attendue pour le").fill(inTen);
  await hand.getByRole("button", { name: "Noter la remise" }).click();
  await expect(page.getByText("Document remis : Lettre à la commune")).toBeVisible();
  await expect(page.getByText("Version de travail")).toBeVisible();
  await expect(page.getByText(/^Réponse attendue le/).first()).toBeVisible();
  await fits(page);

  // Recorded by error, it is taken back, and noted again.
  const back = await unfold(page, "Retirer cette remise");
  await back.getByLabel("Pourquoi la remise est retirée").fill("La lettre n’était pas partie.");
  await back.getByRole("button", { name: "Retirer la remise" }).press("Enter");
  await expect(page.locator(":focus")).toContainText("La remise est retirée");
  await expect(page.getByText(/Une remise enregistrée par erreur a été retirée le/)).toBeVisible();
  await expect(page.getByText("Document remis : Lettre à la commune")).toHaveCount(0);
  await expect(page.getByText(/^Contact pris le/)).toBeVisible();
  await fits(page);
  const anew = await unfold(page, "Dire ce qui a été remis");
  await anew.getByLabel("Document remis").fill("Lettre à la commune");
  await anew.getByLabel("Réponse attendue pour le").fill(inTen);
  await anew.getByRole("button", { name: "Noter la remise" }).click();
  await expect(page.getByText("Document remis : Lettre à la commune")).toBeVisible();
  await expect(page.getByText(/Une remise enregistrée par erreur/)).toHaveCount(0);
});

test("once the day is past everybody sees for how long nothing came; a reply is noted, its commitments kept, the follow-up ended", async ({
  browser,
}) => {
  const id = address.split("/").at(-1)!;
  await site.sql(`update handover set contacted_on = current_date - 90, handed_over_on = current_date - 80,
    reply_by = (now() at time zone 'Europe/Paris')::date - 47 where id = '${id}'`);
  const page = await seat(browser, "RAPPORTEUR");
  await page.goto("/handovers?state=OVERDUE");
  const card = page.getByRole("listitem").filter({ hasText: "Écrire le lexique dans les menus." });
  await expect(card.getByText("Sans réponse depuis 47 jours")).toBeVisible();

  await turnTo(page, address);
  const reply = await unfold(page, "Noter la réponse");
  // Pressed before one said what it is, it says what lacks, and where.
  await reply.getByRole("button", { name: "Garder la réponse" }).press("Enter");
  await expect(reply.getByRole("link", { name: /^La réponse/ })).toBeVisible();
  await reply.getByRole("radio", { name: "Accord en partie" }).check();
  await reply.getByLabel("Ses mots").fill("Oui pour les menus de printemps.");
  // Somebody else notes it at the same time.
  const other = await seat(browser, secondPerson);
  await other.goto(address);
  const theirs = await unfold(other, "Noter la réponse");
  await theirs.getByRole("radio", { name: "Accord", exact: true }).check();
  await theirs.getByLabel("Ses mots").fill("Oui, pour tous les menus.");
  await reply.getByRole("button", { name: "Garder la réponse" }).press("Enter");
  await expect(page.locator("blockquote").filter({ hasText: "Oui pour les menus de printemps." })).toBeVisible();
  // The act is told as done where it was done, and the keyboard goes on from there.
  const again = page.locator("details", { has: page.locator("summary", { hasText: "Corriger la réponse" }) }).last();
  await expect(again.getByText("C’est noté.")).toBeVisible();
  await expect(again.getByRole("button", { name: /^Corriger/ })).toBeFocused();
  await theirs.getByRole("button", { name: "Garder la réponse" }).click();
  const refused = other
    .locator("details", { has: other.locator("summary", { hasText: "Corriger la réponse" }) })
    .last();
  await expect(refused.getByRole("alert")).toBeVisible();
  await expect(refused.getByLabel("Ses mots")).toHaveValue("Oui, pour tous les menus.");

  // Recorded by error, it is taken back, and noted again.
  const back = await unfold(page, "Retirer cette réponse");
  await back.getByLabel("Pourquoi elle est retirée").fill("C’était celle d’un autre service.");
  await back.getByRole("button", { name: "Retirer la réponse" }).press("Enter");
  await expect(page.getByText("La réponse est retirée")).toBeVisible();
  await expect(page.locator(":focus")).toContainText("La réponse est retirée");
  await expect(page.getByText(/Une réponse enregistrée par erreur a été retirée le/)).toBeVisible();
  await fits(page);
  const anew = await unfold(page, "Noter la réponse");
  await anew.getByRole("radio", { name: "Accord en partie" }).check();
  await anew.getByLabel("Ses mots").fill("Oui pour les menus de printemps.");
  await anew.getByRole("button", { name: "Garder la réponse" }).press("Enter");
  await expect(page.locator("blockquote").filter({ hasText: "Oui pour les menus de printemps." })).toBeVisible();

  const follow = await unfold(page, "Suivre les engagements");
  await follow.getByLabel("Ce à quoi il s’engage").fill("Imprimer le lexique.");
  await follow.getByRole("button", { name: "Suivre cet engagement" }).click();
  await follow.locator("summary", { hasText: "Corriger cet engagement" }).click();
  await follow.getByLabel("Ce à quoi il s’engage").first().fill("Imprimer et relier le lexique.");
  await follow.getByRole("button", { name: "Enregistrer" }).click();
  const commitment = page.getByRole("form", { name: "Imprimer et relier le lexique." });
  await commitment.getByRole("button", { name: "C’est abandonné" }).click();
  await expect(commitment.getByLabel("Ce qui a été fait")).toHaveAttribute("aria-invalid", "true");
  await commitment.getByRole("button", { name: "C’est tenu" }).click();
  await expect(page.getByText("Tenu", { exact: true })).toBeVisible();
  const end = await unfold(page, "Terminer le suivi");
  await end.getByLabel("Ce qui en est sorti").fill("Le lexique est au dos des menus.");
  await end.getByRole("button", { name: "Suivi terminé" }).click();
  await expect(page.getByText("Le lexique est au dos des menus.")).toBeVisible();
  await fits(page);
});

test("a visitor reads the board, the handover and the office, in French and in English, and no private thing", async ({
  browser,
}) => {
  const page = await seat(browser);
  await page.goto("/handovers");
  await expect(page.getByRole("heading", { level: 2, name: "Suivi jusqu’au bout" })).toBeVisible();
  await fits(page);
  await page.getByLabel("Niveau").selectOption("LOCAL");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/level=LOCAL/);
  await expect(page.getByRole("link", { name: office }).first()).toBeVisible();
  await page.getByRole("link", { name: office }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: office })).toBeVisible();
  await expect(page.getByText("réponse reçue")).toBeVisible();
  await expect(page.getByRole("link", { name: "Modifier cet interlocuteur" })).toHaveCount(0);
  await fits(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Tenir ce portage" })).toHaveCount(0);
  await fits(page);
  await page.goto(`/en${address}`);
  await expect(page.getByText("Followed to the end").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const answer = await page.request.get(address);
  expect(await answer.text()).not.toContain("@exemple");
});
