import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { compose, inDays, open, save, somebody, workshop } from "./composing.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { secondPerson } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

/** Its own name at each try: tries leave their rows behind. */
const title = `Une navette le samedi ${randomUUID().slice(0, 6)}`;
let slug = "";

test("each missing part is a link to its field; publication is asked for, and a second person publishes", async ({
  page,
  as,
  browser,
  baseURL,
}) => {
  await as("FACILITATOR");
  slug = await compose(page, baseURL!, title);
  await workshop(page, slug);
  await open(page, "Depuis quel jour");
  await page.getByLabel("Pourquoi cette question ?").fill("");
  await save(page);
  await page.getByRole("link", { name: "Présentation" }).press("Enter");
  await page.getByLabel("Ouvre le").fill(inDays(-1));
  await save(page);
  await page.getByRole("link", { name: /^Publication/ }).press("Enter");
  await page.getByRole("link", { name: /Depuis quel jour.*dites pourquoi/ }).press("Enter");
  const rationale = page.getByLabel("Pourquoi cette question ?");
  await expect(rationale).toBeFocused();
  await rationale.fill("Pour savoir si l’habitude est ancienne.");
  await save(page);
  await page.getByRole("link", { name: /^Publication/ }).press("Enter");
  await expect(page.getByText("Rien ne manque.")).toBeVisible();
  await page.getByRole("link", { name: "Changer ces dates" }).press("Enter");
  await expect(page.getByLabel("Ouvre le")).toBeVisible();
  await page.getByRole("link", { name: /^Publication/ }).press("Enter");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Demander la publication" }).press("Enter");
  await expect(page.getByText("demande la publication de ce questionnaire")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publier" })).toHaveCount(0);

  const second = await somebody(browser, baseURL!, secondPerson);
  await second.goto("/questionnaires/write");
  await second
    .getByRole("listitem")
    .filter({ hasText: "demande votre relecture" })
    .filter({ hasText: title })
    .getByRole("link")
    .click();
  await second.getByRole("link", { name: /^Publication/ }).click();
  await second.getByRole("button", { name: "Publier" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Publier" }).click();
  await expect(second.getByRole("button", { name: "Mettre en pause" })).toBeVisible();
  await second.context().close();
});

test("a published questionnaire is answered; then it changes under its answers: reworded, replaced, retired, and the participant's page follows", async ({
  page,
  as,
  visitor,
}) => {
  const address = `/questionnaires/${slug}`;
  await visitor.goto(address);
  const review = visitor.getByRole("button", { name: "Relire et envoyer" });
  await expect(review).toBeEnabled();
  await visitor.getByLabel("D’où parlez-vous ?").selectOption({ label: "Finistère" });
  await visitor.getByRole("group", { name: "Y allez-vous souvent ?" }).getByText("Oui").click();
  await visitor.getByLabel("Racontez un trajet.").fill("À pied, le samedi, avec un chariot.");
  await review.click();
  await visitor.getByRole("radio", { name: /^Sans nom/ }).check();
  await visitor.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: /^Merci/ })).toBeVisible();

  await as("FACILITATOR");
  await workshop(page, slug);
  await open(page, "Racontez un trajet");
  await page.getByLabel("La question, telle qu’elle est posée").fill("Racontez votre dernier trajet.");
  await expect(page.getByText("1 réponse garde l’ancien énoncé.")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("La question, telle qu’elle est posée")).toHaveValue("Racontez votre dernier trajet.");
  await page.getByLabel("Pourquoi ce changement ?").fill("« Un trajet » faisait inventer.");
  await save(page);
  await page.locator("summary", { hasText: "1 énoncé précédent" }).press("Enter");
  await expect(page.getByText("Racontez un trajet.", { exact: true })).toBeVisible();

  await open(page, "Y allez-vous souvent");
  await expect(page.getByLabel("Comment y répond-on ?")).toBeDisabled();
  await page.getByRole("button", { name: "La remplacer par une nouvelle question" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Comment y répond-on ?").selectOption("NUMBER");
  await dialog.getByRole("textbox").fill("Combien de fois par mois y allez-vous ?");
  await dialog.getByRole("button", { name: "Remplacer" }).press("Enter");
  await expect(page.getByText(/^Remplace la question/)).toBeVisible();

  await open(page, "Est-ce commode");
  await page.getByRole("button", { name: "Ne plus poser cette question" }).press("Enter");
  await dialog.getByLabel("Pourquoi ce changement ?").fill("Elle faisait double emploi.");
  await dialog.getByRole("button", { name: "Ne plus poser cette question" }).press("Enter");
  await expect(page.getByRole("button", { name: "La poser de nouveau" })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await visitor.goto(address);
  await expect(visitor.getByLabel("Racontez votre dernier trajet.")).toBeVisible();
  await expect(visitor.getByText("Y allez-vous souvent ?")).toHaveCount(0);
  await visitor.getByRole("link", { name: "Aller plus loin" }).click();
  await expect(visitor.getByLabel("Combien de fois par mois y allez-vous ?")).toBeVisible();
  await expect(visitor.getByText("Y allez-vous souvent ?")).toHaveCount(0);
  await expect(visitor.getByText("Est-ce commode ?")).toHaveCount(0);

  await page.getByRole("link", { name: "Historique" }).press("Enter");
  const reworded = page.getByRole("listitem").filter({ hasText: /reformulée/ });
  await expect(reworded).toContainText("Racontez un trajet.");
  await expect(reworded).toContainText("Racontez votre dernier trajet.");
  await expect(reworded).toContainText("faisait inventer");
  await expect(page.getByRole("listitem").filter({ hasText: /retirée/ })).toContainText("Elle faisait double emploi.");
  expect(await violations(page)).toEqual([]);
});

test("a questionnaire pauses with a reason that participants read, resumes, closes, and opens again until a new date", async ({
  page,
  as,
  visitor,
}) => {
  await as("FACILITATOR");
  await workshop(page, slug, "?view=publication");
  const dialog = page.getByRole("dialog");
  const act = async (name: string, reason?: string) => {
    await page.getByRole("button", { name, exact: true }).press("Enter");
    if (reason) await dialog.getByLabel("Pourquoi ce changement ?").fill(reason);
  };
  const confirm = async (name: string) => {
    await dialog.getByRole("button", { name, exact: true }).click();
    await expect(dialog).toBeHidden();
  };
  await act("Mettre en pause");
  await dialog.getByRole("button", { name: "Mettre en pause" }).click();
  await expect(dialog.getByRole("alert")).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel("Pourquoi ce changement ?").fill("Une question à relire avec les référents.");
  await confirm("Mettre en pause");
  await expect(page.getByRole("button", { name: "Reprendre" })).toBeVisible();
  await visitor.goto(`/questionnaires/${slug}`);
  await expect(visitor.getByText("Une question à relire avec les référents.")).toBeVisible();
  await act("Reprendre");
  await confirm("Reprendre");
  await act("Fermer maintenant", "La réunion est avancée.");
  await confirm("Fermer maintenant");
  await act("Rouvrir", "Deux groupes l’ont reçu trop tard.");
  await dialog.getByLabel("Ferme le").fill(inDays(20));
  await confirm("Rouvrir");
  await expect(page.getByRole("button", { name: "Mettre en pause" })).toBeVisible();
  await visitor.goto(`/questionnaires/${slug}`);
  await expect(visitor.getByLabel("D’où parlez-vous ?")).toBeVisible();
});

test("nothing scrolls sideways on a narrow screen, and nothing stands in the way in the dark", async ({ page, as }) => {
  await as("FACILITATOR");
  await page.emulateMedia({ colorScheme: "dark" });
  const views = ["", "?view=head", "?view=translation", "?view=publication", "?view=results", "?view=history"];
  for (const address of [
    "/questionnaires/write",
    ...views.map((view) => `/questionnaires/write/${slug}${view}`),
    ...["", "?inside=screen", "?inside=paper"].map((search) => `/questionnaires/write/${slug}/preview${search}`),
  ]) {
    await turnTo(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflows(page), `${address} at ${width}`).toBe(false);
    }
    expect(await violations(page), address).toEqual([]);
  }
  await workshop(page, slug);
  await open(page, "Que vaut chaque chose");
  await page.setViewportSize({ width: 320, height: 844 });
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test("a closed questionnaire is archived, and another one begins with all that it asks", async ({ page, as }) => {
  await as("FACILITATOR");
  await workshop(page, slug, "?view=publication");
  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Fermer maintenant" }).click();
  await dialog.getByLabel("Pourquoi ce changement ?").fill("Fin de l’essai.");
  await dialog.getByRole("button", { name: "Fermer maintenant" }).click();
  await page.getByRole("button", { name: "Archiver", exact: true }).click();
  await dialog.getByRole("button", { name: "Archiver", exact: true }).click();
  await expect(page.getByText("Archivé", { exact: true }).first()).toBeVisible();
  // Archived too soon, it is taken out, closed as it was, and archived again.
  await page.getByRole("button", { name: "Désarchiver" }).click();
  await expect(dialog.getByText("Il redevient ce qu’il était")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Désarchiver" }).click();
  await page.getByRole("button", { name: "Archiver", exact: true }).click();
  await dialog.getByRole("button", { name: "Archiver", exact: true }).click();
  await expect(page.getByRole("button", { name: "Désarchiver" })).toBeVisible();
  await page.goto("/questionnaires/write");
  await page.getByLabel("Titre", { exact: true }).fill("La même, ailleurs");
  await page.getByLabel("Commencer avec").selectOption({ label: (await source(page))! });
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "La même, ailleurs" })).toBeVisible();
  await expect(page.locator(".questionnaireWriting-rows")).toContainText(["Racontez votre dernier trajet."]);
  await page.getByRole("link", { name: /^Publication/ }).click();
  await page.getByRole("button", { name: "Mettre de côté ce brouillon" }).click();
  await dialog.getByRole("button", { name: "Mettre de côté ce brouillon" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Composer les questionnaires" })).toBeVisible();
});

const source = (page: Page) =>
  page.getByLabel("Commencer avec").locator("option", { hasText: title }).first().textContent();
