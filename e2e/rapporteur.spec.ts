import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, sent } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** A site of its own: the queue gets shorter, and others would read from it. */
const { site, test } = onOwnSite();

test.describe.configure({ mode: "serial" });

const readingDesk = async (page: Page, search = "") => {
  await page.goto(`/reading${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "La lecture" })).toBeVisible();
};

/** Opens the first text that can be marked, past those that are only counted. */
const readFirst = async (page: Page) => {
  await readingDesk(page, "?objective=objectif-4");
  const item = page.getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  await item.filter({ hasNotText: "Non publiée" }).first().getByRole("link").press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
};

/** Its own words at each try: tries leave their rows behind. */
const mark = randomUUID().slice(0, 6);
const sentence = `Un levier que deux voisins peuvent demander ensemble (${mark}).`;

test("the reading desk is for rapporteurs: a visitor is told so, and sees nothing of it", async ({
  page,
  complaints,
}) => {
  await page.goto("/reading");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "La lecture" })).toHaveCount(0);
  complaints.length = 0;
});

test("a rapporteur marks a sentence by keyboard alone, opens a key point, and the queue goes down", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await readFirst(page);
  const text = page.getByRole("listbox");
  await text.focus();
  await text.press("Space");
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveCount(1);
  await text.press("n");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Donné à :")).toBeVisible();
  await expect(text).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { name: "Déjà marqué ici" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(text).toBeFocused();
  const address = page.url();
  await text.press("Enter");
  await expect(page).not.toHaveURL(address);
  await sent(page);
});

test("a second passage goes to the same key point by its digit; then it can be stated, and not before", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/reading/key-points");
  await page.getByRole("link", { name: sentence }).click();
  const panel = page.getByRole("region", { name: sentence });
  await panel.getByRole("button", { name: "Énoncer ce point clef" }).click();
  await expect(panel.getByText("deux personnes")).toBeVisible();

  await readFirst(page);
  const text = page.getByRole("listbox");
  await text.focus();
  await text.press("Space");
  await text.press("/");
  await page.keyboard.type(mark);
  await expect(page.getByRole("option", { name: sentence })).toBeVisible();
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listitem").first()).toContainText(mark);
  await text.press("1");
  await expect(page.getByText("Donné à :")).toBeVisible();
  await sent(page);

  await page.goto("/reading/key-points");
  await page.getByRole("link", { name: sentence }).click();
  const stateIt = async () => {
    await panel.getByRole("button", { name: "Énoncer ce point clef" }).click();
    await expect(panel.getByText("Énoncé", { exact: true })).toBeVisible();
    await expect(page.locator("#key-point")).toBeFocused();
  };
  await stateIt();
  // Stated too soon: it is a working label again, and stated when one likes.
  await panel.locator("summary", { hasText: "Reprendre l’énoncé" }).click();
  await panel.getByRole("button", { name: "Reprendre l’énoncé" }).click();
  await expect(page.locator("#key-point")).toBeFocused();
  await expect(panel.getByRole("link", { name: "Sa page publique" })).toHaveCount(0);
  await stateIt();
});

test("from a key point a proposal is opened, written, sourced and made public; anybody then reads its words", async ({
  page,
  as,
  visitor,
  complaints,
}) => {
  test.slow();
  await as("RAPPORTEUR");
  await page.goto("/reading/key-points?objective=objectif-3&only=stated");
  await page.getByRole("article").getByRole("link").first().click();
  await page.getByText("Ouvrir une proposition à partir de ce point clef").click();
  await page.getByLabel("Titre", { exact: true }).fill("Une tournée");
  await page.getByLabel("En une phrase").fill("Les départements ouvriraient une tournée commune de livraison.");
  // The first answer is lost, and a word is changed before it is sent again: the later one holds.
  await page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes("OpenProposal")) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.getByRole("button", { name: "Ouvrir le brouillon" }).click();
  await expect(page.getByText("rien ne sera fait deux fois")).toBeVisible();
  await page.unroute("**/graphql");
  complaints.length = 0;
  await page.getByLabel("Titre", { exact: true }).fill("Une tournée commune");
  await page.getByRole("button", { name: "Ouvrir le brouillon" }).click();
  await expect(page.getByLabel("Titre", { exact: true })).toHaveValue("Une tournée commune");

  const measure = page.getByRole("region", { name: "Ce qui est proposé" });
  await measure.getByRole("button", { name: /^(Écrire|Une autre phrase) :/ }).click();
  const statement = measure.getByRole("article").last();
  await statement.getByRole("textbox").fill("Un département, une tournée, deux fois par semaine.");

  // Saved by itself: its sources can be attached.
  await statement.getByRole("button", { name: "Lier une source" }).first().click({ timeout: 30_000 });
  const choice = page.getByRole("dialog", { name: "Lier une source" });
  await choice.locator("summary", { hasText: "Rassembler les problèmes" }).click();
  await choice.locator('input[name="keyPointIds"]:visible').first().check();
  await choice.getByRole("button", { name: "Attacher ces sources" }).click();
  await expect(choice.getByText("Enregistré.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(statement.getByRole("list", { name: /Sur quoi il s’appuie.*[2-9] personnes/ })).toBeVisible();

  await page.getByRole("button", { name: "Demander la publication" }).click();
  await expect(page.getByText(/Une autre personne de l’équipe doit confirmer/)).toBeVisible();

  const slug = /proposals\/([^/]+)/.exec(page.url())![1];
  await as("FACILITATOR");
  await page.clock.install();
  await page.goto("/desk");
  await page
    .getByRole("list", { name: "Ce qui vous attend" })
    .getByRole("link", { name: /Une tournée commune/ })
    .click();
  const publishing = page.getByRole("region", { name: "Rendre la proposition publique" });
  await expect(publishing).toContainText("appels publics, sur la page");
  await publishing.getByRole("button", { name: "Rendre publique" }).click();
  // Thirty seconds in which it can be undone pass.
  await expect(publishing.getByRole("button", { name: "Défaire" })).toBeFocused();
  await site.sql("update proposal set publishes_at = now() where publishes_at is not null");
  await page.clock.fastForward(30_000);
  await expect(page.getByText("La proposition est publique.")).toBeVisible();
  await expect(page.getByText("Ouverte à la discussion").first()).toBeVisible();

  await visitor.goto(`/proposals/${slug}`);
  await expect(visitor.getByText("Un département, une tournée, deux fois par semaine.").first()).toBeVisible();
  // Nobody is asked anything yet: no title stands over nothing. Documents are one line among what most people pass over.
  await expect(visitor.getByRole("heading", { name: "À qui, pour demander quoi" })).toHaveCount(0);
  await page.goto(`/proposals/${slug}`);
  const documents = page.locator("details", { hasText: "Les documents" });
  await expect(documents).not.toHaveAttribute("open");
  await documents.locator("summary").click();
  await expect(documents.getByRole("link", { name: "Déposer un document" })).toBeVisible();
});

test("two rapporteurs on one proposal: the second save is refused, and loses nothing that was typed", async ({
  page,
  as,
  context,
}) => {
  await as("RAPPORTEUR");
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto("/proposals/proposition-4/edit");
  const title = (tab: Page) => tab.getByLabel("Titre", { exact: true }).first();
  await title(page).fill("Le titre de la première");
  await title(page).press("Control+s");
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();

  await title(other).fill("Le titre de la seconde");
  await title(other).press("Control+s");
  const both = other.getByRole("status").filter({ hasText: "En vigueur" });
  await expect(both).toContainText("première");
  await expect(title(other)).toHaveValue("Le titre de la seconde");
  await other.getByRole("button", { name: "Enregistrer ma version" }).click();
  await expect(other.getByText(/^Enregistré à/)).toBeVisible();
});

test("several are read at once, with nothing to add or for one reason; « paroles sans retour » finds those that led nowhere", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await readingDesk(page);
  const picks = page.getByRole("checkbox", { name: "Choisir cette réponse" });
  // The last ones: another story beside this one reads the first.
  const last = [picks.nth(-1), picks.nth(-2)];
  const chosen = [await last[0]!.inputValue(), await last[1]!.inputValue()];
  for (const pick of last) await pick.check();
  await page.getByRole("button", { name: "Les choisies : lu, rien à ajouter" }).click();
  for (const id of chosen) await expect(page.locator(`input[value="${id}"]`)).toHaveCount(0);

  // With another reason, that one is told; what is ticked is ticked no more, and all can be again.
  await page.getByRole("button", { name: "Tout choisir" }).click();
  for (const pick of (await picks.all()).slice(0, -1)) await pick.uncheck();
  const reason = page.getByRole("combobox", { name: "Les choisies" });
  await page.getByRole("button", { name: "Le dire" }).click();
  await expect(reason).toHaveAttribute("aria-invalid", "true");
  await reason.selectOption("déjà dit par d’autres");
  await page.getByRole("button", { name: "Le dire" }).click();
  const saidBy = page.getByRole("combobox", { name: "Quel point clef le dit déjà" });
  await expect(saidBy).toHaveAttribute("aria-invalid", "true");
  await saidBy.selectOption({ index: 1 });
  await page.getByRole("button", { name: "Le dire" }).click();
  await expect(page.getByText("1 réponse : déjà dit par d’autres.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tout choisir" })).toBeVisible();

  await page.goto("/reading?only=without-follow-up");
  await expect(picks.first()).toBeVisible();
});

test("signing in takes a link and one press more, and the link serves once", async ({ page, complaints }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Votre adresse électronique").fill("rapporteur@exemple.invalid");
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await page.getByRole("link", { name: "Lire les courriels de la démonstration" }).click();
  const link = await page.locator('main a[href*="/sign-in/confirm"]').first().getAttribute("href");
  const { pathname, search } = new URL(link!);
  await page.goto(pathname + search);
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByRole("button", { name: "Se déconnecter" })).toBeVisible();
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(pathname + search);
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page.getByText("Ce lien a déjà servi")).toBeVisible();
  // The browser reports the refusal itself.
  expect(complaints.splice(0).filter((text) => !text.includes("410 (Gone)"))).toEqual([]);
});

test("whoever is signed in finds all they may do one press away, the reading desk among it", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await page.goto("/contributions");
  await page.getByRole("banner").getByRole("link", { name: "Mon bureau" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /choses? vous attend/ })).toBeVisible();
  await page.getByRole("link", { name: "Aller à la lecture" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "La lecture" })).toBeVisible();
});

test("the address of one's own page is kept by nobody: not cached, not passed on, not indexed", async ({ request }) => {
  const headers = (await request.get("/follow/ABCD-EFGH-JKMN-PQRS")).headers();
  expect(headers["cache-control"]).toBe("private, no-store");
  // It has a form to post, which says where it comes from; no other site is told.
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect((await request.get("/reading")).headers()["referrer-policy"]).toBe("no-referrer");
  expect(headers["x-robots-tag"]).toBe("noindex");
});
