import type { Browser, Page } from "@playwright/test";
import { expect, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { path, seated } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

const { site } = onOwnSite();
test.beforeAll(async () => {
  // Nobody opposed it yet: it is not complete.
  await site.sql("delete from objection where proposal_id = (select id from proposal where slug = 'proposition-2')");
});
test.describe.configure({ mode: "serial", timeout: 120_000 });

const proposal = "/proposals/proposition-2";
const held = "Une avance qui se perd, qui la rend ?";
const asked = "Accueillir un sociétaire au comité de crédit.";

/** Private link of the person who supplied the missing part. */
let followed = "";
let handover = "";

const as = (browser: Browser, role: string | null, story: (page: Page) => Promise<void>) =>
  seated(browser, site.baseURL, role, story);
const section = (page: Page, name: string) => page.getByRole("region", { name });
async function unfold(page: Page, summary: string) {
  const fold = page.locator("details", { has: page.locator("summary", { hasText: summary }) }).last();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
}

test("an incomplete proposal is refused with what it lacks, in words", async ({ browser }) => {
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(`${proposal}/adopt`);
    await expect(section(page, "Ce qui manque")).toContainText("objection");
    await page.getByRole("button", { name: "Stabiliser la proposition" }).click();
    await expect(page.getByRole("alert")).toContainText("Il manque encore des éléments");
  });
});

test("the proposal calls for its missing part in one field; what a visitor answers is taken up and answered", async ({
  browser,
}) => {
  await as(browser, null, async (page) => {
    await page.goto(proposal);
    const calls = section(page, "Il manque une chose");
    await calls.getByText(/rien opposé/).click();
    const form = calls.getByRole("form").filter({ hasText: "rien opposé" });
    await form.getByRole("textbox").first().fill(held);
    await form.getByLabel("D’où parlez-vous").selectOption({ label: "Bretagne" });
    await form.getByRole("radio").nth(1).check();
    await form.getByRole("button", { name: "Envoyer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ce que vous avez apporté" })).toBeVisible();
    followed = new URL(page.url()).pathname;
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(`${proposal}/edit`);
    const supplied = section(page, "Apporté par des lecteurs");
    await supplied.getByText("Reprendre", { exact: true }).click();
    await supplied.getByRole("button", { name: "Enregistrer" }).click();
    await expect(supplied).toContainText("Repris comme objection.");
    const objections = section(page, "Ce qu’on peut lui opposer");
    await objections.locator("summary", { hasText: held }).click();
    await objections.getByLabel("Ce qu’on y répond").first().fill("Le fonds la prend sur sa part, plafonnée.");
    await objections.getByRole("button", { name: "Enregistrer" }).first().click();
    await expect(objections.getByText("Enregistré.").first()).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(proposal);
    const objection = section(page, "Ce qu’on peut lui opposer").getByRole("listitem").filter({ hasText: held });
    await expect(objection).toContainText("plafonnée");
    await objection.getByRole("link", { name: /^D’après les mots/ }).click();
    await expect(page.locator("main")).toContainText(held);
    await turnTo(page, followed);
    await expect(section(page, "Ce qu’il devient")).toContainText("Un fonds d’amorçage");
  });
});

test("a reader amends a sentence; it is settled, stabilised, and adopted at a meeting by two people", async ({
  browser,
}) => {
  let amendment = "";
  await as(browser, null, async (page) => {
    await page.goto(proposal);
    await page
      .getByRole("link", { name: /^Proposer un autre mot/ })
      .first()
      .click();
    const text = page.getByLabel("Avec vos mots");
    await expect(text).not.toHaveValue("");
    await text.fill(`${(await text.inputValue()).replace(/\.$/, "")}, et l’on renonce.`);
    await page.getByLabel("Pourquoi").fill("C’est ce que nous voyons ici.");
    await page.getByLabel("Le nom sous lequel paraître").fill("Ano");
    await page.getByRole("button", { name: "Proposer ces mots" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre amendement");
    amendment = (await page.getByRole("link", { name: "Sa page, que tout le monde lit" }).getAttribute("href"))!;
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(`${proposal}/adopt`);
    await section(page, "Ce qui manque").getByRole("link", { name: "Des amendements attendent une réponse." }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les amendements");
    await turnTo(page, amendment);
    await page.getByRole("button", { name: "Accepter ces mots" }).click();
    await expect(page.getByText("C’est fait.")).toBeVisible();

    await page.goto(`${proposal}/adopt`);
    await expect(page.getByText("Rien ne manque.")).toBeVisible();
    await page.getByRole("button", { name: "Stabiliser la proposition" }).click();
    await expect(section(page, "Enregistrer l’adoption")).toBeVisible();
  });
  await as(browser, "FACILITATOR", async (page) => {
    await page.goto(`${proposal}/adopt`);
    const adopt = section(page, "Enregistrer l’adoption");
    await expect(adopt).toContainText("Personne n’est noté présent à cette réunion.");
    await adopt.getByRole("link", { name: "Dire qui était là, sur la réunion" }).click();
    await page.getByLabel("Territoire 1", { exact: true }).selectOption({ label: "Bretagne" });
    await page.getByLabel("Personnes, territoire 1").fill("12");
    await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
    await expect(page.getByText("Enregistré.")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${proposal}/adopt`);
    await expect(adopt).toContainText("12 personnes étaient là");
    await adopt.getByRole("radio", { name: /consentement/ }).check();
    await adopt.getByRole("button", { name: "Enregistrer l’adoption" }).click();
    const recap = section(page, "Relire avant de figer");
    await expect(recap).toContainText("Une autre personne de l’équipe doit confirmer");
    await expect(recap.getByRole("button", { name: "Confirmer l’adoption" })).toHaveCount(0);
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto("/desk");
    const awaiting = page.getByRole("list", { name: "Ce qui vous attend" });
    await awaiting
      .getByRole("link", { name: /fonds d’amorçage/ })
      .first()
      .click();
    const recap = section(page, "Relire avant de figer");
    await expect(recap).toContainText("Bretagne 12");
    await expect(recap).toContainText("On ne revient pas");
    expect(await violations(page)).toEqual([]);
    await recap.getByRole("button", { name: "Confirmer l’adoption" }).click();
    await expect(section(page, "Ce qui a été décidé")).toContainText("consentement");
  });
  await as(browser, null, async (page) => {
    await page.goto(proposal);
    await expect(section(page, "Ce qui a été décidé")).toContainText("empreinte SHA-256");
    await expect(page.locator("main")).toContainText("et l’on renonce");
    await expect(page.getByRole("link", { name: /^Proposer un autre mot/ })).toHaveCount(0);
  });
});

test("the proposal is carried and answered; the author of the missing part reads it on their own page", async ({
  browser,
}) => {
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(proposal);
    await page.getByRole("listitem").getByRole("link", { name: asked }).click();
    await expect(page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
    handover = new URL(page.url()).pathname;
    await unfold(page, "Dire ce qui a été remis");
    await page.getByLabel("Document remis").fill("La proposition adoptée");
    await page
      .getByLabel("Réponse attendue pour le")
      .fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole("button", { name: "Noter la remise" }).click();
    await expect(page.getByText("Document remis : La proposition adoptée")).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(followed);
    await expect(path(page)).toContainText(/Adoptée.*\(fait\)/);
    await expect(path(page)).toContainText(/Portée? \(fait\)|Porté.*\(fait\)/);
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(handover);
    await unfold(page, "Noter la réponse");
    await page.getByRole("radio", { name: "Accord en partie" }).check();
    await page.getByLabel("Ses mots").fill("Un siège d’invité, pour un an.");
    await page.getByRole("button", { name: "Garder la réponse" }).click();
    await expect(page.locator("blockquote").filter({ hasText: "Un siège d’invité" })).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(followed);
    await expect(path(page)).toContainText(/Réponse reçue \(fait\)/);
    await expect(path(page)).toContainText("accord en partie");
    await path(page)
      .getByRole("link", { name: /Banque coopérative/ })
      .last()
      .click();
    await expect(page.locator("blockquote").filter({ hasText: "Un siège d’invité, pour un an." })).toBeVisible();
  });
});
