import type { Browser, Page } from "@playwright/test";
import { goOn } from "./answering.ts";
import { asksAtOnce, choosesTheme, join, leadsOn, openedAt, tellsNoNoughts, unfold } from "./beginning.ts";
import { compose, inDays, save, workshop } from "./composing.ts";
import { expect, listen, overflows, sent, test, violations } from "./fixtures.ts";
import { ownSite } from "./ownSite.ts";
import { path } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

// From an instance with nothing in it to a reply read by whoever answered: no seed, no statement. Its questions alone are
// sent through the API, as their own story types them.
test.describe.configure({ mode: "serial", timeout: 240_000 });

const sentence = "Un camion se prête entre voisins.";
const words = [
  "Prêter un camion entre voisins. Chacun paie son carburant.",
  "Un camion prêté entre voisins suffit. On le lave avant de le rendre.",
];
const office = "Commune, service des marchés";
const asked = "Garer le camion commun sous la halle.";
const reply = "Oui, la halle est libre du lundi au vendredi.";

let site: Awaited<ReturnType<typeof ownSite>>;
let ana: Page, zoe: Page;
let [slug, handover, letter] = ["", "", ""];
const codes: string[] = [];

test.beforeAll(async () => {
  test.setTimeout(240_000);
  site = await ownSite({ empty: true });
});
test.afterAll(() => site.stop());

const opened = (browser: Browser, width?: number) => openedAt(browser, site.baseURL, width);

test("whoever opens the printed link launches a group in five screens, and invites who reads", async ({ browser }) => {
  ana = await opened(browser);
  await ana.goto(await site.printed());
  await join(ana, "Ana Brel", "ana@example.org");
  await expect(ana).toHaveURL(/\/instance$/);
  await ana.goto("/");
  await expect(ana.getByText("Aucun groupe n’a encore commencé ici")).toBeVisible();
  await leadsOn(ana);
  await turnTo(ana, "/desk");
  await ana.getByRole("link", { name: "Lancer un groupe" }).first().click();
  await ana.getByRole("radio", { name: /^Une page blanche/ }).check();
  await choosesTheme(ana);
  await ana.getByLabel("Nom du groupe").fill("Camions partagés");
  await ana.getByLabel("Le but final, en une phrase").fill("Un camion commun dans chaque canton");
  expect(await violations(ana)).toEqual([]);
  await asksAtOnce(ana);
  await ana.getByRole("button", { name: "La date finale" }).click();
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText("Quand présenterez-vous les propositions ?");
  await asksAtOnce(ana);
  // On a telephone its calendar is short, and the way on stays in view.
  await ana.setViewportSize({ width: 390, height: 844 });
  await expect(ana.getByRole("button", { name: "Les objectifs" })).toBeInViewport({ ratio: 1 });
  expect(await ana.getByRole("main").evaluate((it) => it.scrollHeight)).toBeLessThan(1400);
  expect(await violations(ana)).toEqual([]);
  await ana.setViewportSize({ width: 1280, height: 900 });
  await ana.getByRole("button", { name: "Les objectifs" }).click();
  await expect(ana.getByLabel("Nom de l’objectif")).toBeVisible();
  await asksAtOnce(ana);
  await ana.getByLabel("Nom de l’objectif").fill("Transporter ensemble");
  await ana.getByLabel("La question qu’il pose").fill("Comment partager un camion ?");
  await ana.getByLabel("Ce qu’il doit donner").fill("Une règle que chacun tient.");
  await ana.getByRole("button", { name: "Ajouter cet objectif" }).click();
  await expect(ana.getByRole("heading", { level: 2, name: "Transporter ensemble" })).toBeVisible();
  await ana.getByRole("button", { name: "L’équipe" }).click();
  await ana.getByRole("button", { name: /^Faire le lien : Rapporteur/ }).click();
  const link = await ana.locator("code").first().innerText();
  await asksAtOnce(ana);
  await ana.getByRole("button", { name: "Relire" }).click();
  await expect(ana.getByRole("button", { name: "Ouvrir le groupe" })).toBeVisible();
  await asksAtOnce(ana);
  expect(await violations(ana)).toEqual([]);

  // A part that nobody has written yet has no title above an empty space.
  await ana.goto("/groups/camions-partages");
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText("Camions partagés");
  await expect(ana.getByRole("heading", { name: /^(Comment y parvenir|Ce que fait le groupe)$/ })).toHaveCount(0);
  await expect(ana.getByText("Aucune réponse n’est encore comptée.")).toBeVisible();
  await turnTo(ana, "/");
  await expect(ana.getByRole("link", { name: "Voir quand répondre" })).toHaveAttribute("href", "/questionnaires");
  await expect(ana.getByRole("heading", { name: "Ce que disent les territoires" })).toHaveCount(0);
  await expect(ana.getByRole("heading", { name: "D’une phrase à une décision" })).toHaveCount(0);
  await tellsNoNoughts(ana);

  // Nothing tells of the regions of 2012, whose names no group bears here.
  await turnTo(ana, "/territories/finistere");
  await expect(ana.getByRole("heading", { level: 1 })).toHaveText("Finistère");
  await expect(ana.getByText(/2012/)).toHaveCount(0);

  zoe = await opened(browser);
  await zoe.goto(link);
  await join(zoe, "Zoé Lam", "zoe@example.org");
});

test("a questionnaire is composed; the team rehearses it for real, and opening erases what was counted", async ({
  browser,
}) => {
  await ana.goto("/questionnaires/write");
  const objective = await ana.getByLabel("Objectif").locator("option").last().getAttribute("value");
  slug = await compose(ana, site.baseURL, "Une navette", objective!);
  await workshop(ana, slug);
  await ana.getByRole("link", { name: "Présentation" }).press("Enter");
  await ana.getByLabel("Ouvre le").fill(inDays(-1));
  await save(ana);

  await turnTo(ana, "/groups/camions-partages/launch/open");
  await ana.getByRole("button", { name: "Préparer la répétition" }).click();
  await ana.getByRole("button", { name: "Entrer dans la répétition" }).click();
  const banner = (page: Page) => page.getByRole("complementary", { name: "Répétition" });
  await expect(banner(ana)).toContainText("sera effacé à l’ouverture");
  await expect(ana.getByRole("heading", { level: 1, name: /Camions partagés/ })).toBeVisible();
  expect(await violations(ana)).toEqual([]);
  await ana.setViewportSize({ width: 390, height: 900 });
  await ana.goto(`/questionnaires/${slug}`);
  await goOn(ana);
  await ana.getByLabel("Racontez un trajet.").fill("Un essai, entre nous.");
  await goOn(ana);
  await ana.getByLabel("D’où parlez-vous ?").selectOption({ label: "Rhône" });
  expect(await overflows(ana)).toBe(false);
  await goOn(ana);
  await ana.getByRole("radio", { name: /^Sans nom/ }).check();
  await ana.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(ana.getByRole("heading", { level: 1, name: /^Merci/ })).toBeVisible();
  await expect(banner(ana)).toBeVisible();

  // A reader enters by the page of the group; a visitor finds no questionnaire.
  await zoe.goto("/groups/camions-partages");
  await zoe.getByRole("button", { name: "Entrer dans la répétition" }).click();
  await expect(banner(zoe)).toBeVisible();
  await zoe.goto("/reading");
  await expect(zoe.getByRole("link", { name: "Un essai, entre nous." })).toBeVisible();
  await expect(banner(zoe)).toBeVisible();
  const visitor = await opened(browser);
  expect((await visitor.goto(`/questionnaires/${slug}`))!.status()).toBe(404);
  await visitor.context().close();

  await ana.setViewportSize({ width: 1280, height: 900 });
  await banner(ana).getByRole("button", { name: "Quitter la répétition" }).click();
  await expect(banner(ana)).toBeHidden();
  await ana.getByRole("button", { name: "Ouvrir le groupe" }).click();
  const recap = ana.getByRole("dialog", { name: "Effacer la répétition et ouvrir" });
  await expect(recap).toContainText("1 réponse et 1 texte");
  expect(await violations(ana)).toEqual([]);
  await recap.getByRole("button", { name: "Effacer et ouvrir le groupe" }).click();
  await expect(ana).toHaveURL(/\/groups\/camions-partages$/);
  expect((await zoe.goto("/reading"))!.status()).toBe(410);
  await expect(zoe.getByRole("heading", { level: 1, name: "La répétition est finie" })).toBeVisible();
  expect(await violations(zoe)).toEqual([]);
});

test("once it is open two people answer on a telephone, without an account", async ({ browser }) => {
  for (const [index, text] of words.entries()) {
    const page = await opened(browser, 390);
    const complaints = listen(page);
    await page.goto(`/questionnaires/${slug}`);
    await goOn(page);
    await page.getByLabel("Racontez un trajet.").fill(text);
    await goOn(page);
    await page.getByLabel("D’où parlez-vous ?").selectOption({ label: index ? "Finistère" : "Rhône" });
    expect(await overflows(page)).toBe(false);
    await goOn(page);
    await expect(page.getByText("Je veux être informé")).toHaveCount(0);
    await page.getByRole("radio", { name: /^Sans nom/ }).check();
    await page.getByRole("button", { name: "Envoyer ma réponse" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Merci/ })).toBeVisible();
    codes.push(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await page.locator("main").innerText())![0]);
    await page.goto("/");
    await expect(page.locator("figure", { hasText: text })).toHaveCount(1);
    await expect(page.getByText("Surligné : le passage retenu")).toHaveCount(0);
    // Of what is told five at a time, none is said to be there is none.
    await page.goto("/objectives/objectif-1");
    await expect(page.getByText(/^réponses?$/).first()).toBeVisible();
    await expect(page.getByText("texte non publié, lu et compté")).toHaveCount(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

test("both are read and marked; what they say is stated, and a proposal stands on it", async () => {
  for (const [index, text] of words.entries()) {
    await (index === 0 ? zoe.goto("/reading") : turnTo(zoe, "/reading"));
    await zoe.getByRole("link", { name: text }).press("Enter");
    const sheet = zoe.getByRole("listbox");
    await expect(sheet).toBeFocused();
    await sheet.press("Space");
    await expect(sheet.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
    if (index === 0) {
      await sheet.press("n");
      await zoe.keyboard.type(sentence);
      await zoe.keyboard.press("Enter");
    } else {
      await expect(zoe.getByRole("button", { name: sentence })).toBeVisible();
      await sheet.press("1");
    }
    await expect(zoe.getByText(`Donné à : ${sentence}`)).toBeVisible();
    await sent(zoe);
  }
  await turnTo(zoe, "/reading/evening");
  await zoe.getByRole("link", { name: "Énoncer les points clefs" }).click();
  await zoe.locator('a[href*="key-point="]', { hasText: sentence }).click();
  const panel = zoe.getByRole("region", { name: sentence });
  await panel.getByRole("button", { name: "Énoncer ce point clef" }).click();
  await expect(panel.getByText("Énoncé", { exact: true })).toBeVisible();
  await zoe.getByText("Ouvrir une proposition à partir de ce point clef").click();
  await zoe.getByLabel("Titre", { exact: true }).fill("Un camion par canton");
  await zoe.getByLabel("En une phrase").fill("Chaque canton prêterait un camion, rendu lavé.");
  await zoe.getByRole("button", { name: "Ouvrir le brouillon" }).click();
  await expect(zoe.getByLabel("Titre", { exact: true })).toHaveValue("Un camion par canton");
  const measure = zoe.getByRole("region", { name: "Ce qui est proposé" });
  await measure.getByRole("button", { name: /^(Écrire|Une autre phrase) :/ }).click();
  const sentenceOfIt = measure.getByRole("article").last();
  await sentenceOfIt.getByRole("textbox").fill("Un camion par canton, deux jours par semaine.");
  // Saved by itself: it can be taken away.
  await expect(sentenceOfIt.getByRole("button", { name: "Retirer cet énoncé" })).toBeVisible({ timeout: 30_000 });
  // A small team: whoever wrote it publishes, and the page says that nobody read it again.
  await zoe.getByRole("button", { name: "Rendre publique" }).click();
  await expect(zoe.getByRole("button", { name: "Défaire" })).toBeFocused();
  // Thirty seconds pass.
  await site.sql("update proposal set publishes_at = now() where publishes_at is not null");
  await expect
    .poll(
      async () => {
        await zoe.reload();
        return zoe.getByText(/est une version que chacun lit/).count();
      },
      { timeout: 45_000 },
    )
    .toBe(1);
  const proposal = /proposals\/([^/]+)/.exec(zoe.url())![1]!;

  await turnTo(zoe, "/interlocutors/new");
  await zoe.getByLabel("Nom de la fonction").fill(office);
  await zoe.getByLabel("Niveau").selectOption("LOCAL");
  await zoe.getByLabel("Catégorie").selectOption("LOCAL_AUTHORITY");
  await zoe.getByLabel("Territoire").selectOption("finistere");
  await zoe.getByLabel("Ce qu’il peut décider").fill("Les places de la halle.");
  await zoe.getByRole("button", { name: "Ajouter au registre" }).click();
  await expect(zoe.getByRole("heading", { level: 1, name: office })).toBeVisible();
  await zoe.goto(`/proposals/${proposal}`);
  await zoe.getByRole("link", { name: "Porter cette proposition" }).click();
  await zoe.getByLabel("À qui la porter").selectOption({ label: office });
  await zoe.getByLabel("La demande, en une phrase").fill(asked);
  await zoe.getByRole("radio", { name: /Une personne de l’équipe/ }).check();
  await zoe.getByLabel("Qui", { exact: true }).selectOption({ label: "Zoé Lam" });
  await zoe.getByRole("button", { name: "Ouvrir le portage" }).click();
  await expect(zoe.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  handover = new URL(zoe.url()).pathname;
});

test("it is carried by a letter; the office answers by its link, and whoever spoke reads the reply", async ({
  browser,
}) => {
  await zoe.goto(handover);
  await unfold(zoe, "La lettre avec son lien privé");
  const form = zoe.getByRole("form", { name: "La lettre avec son lien privé" });
  await form.getByLabel("Qui le service peut joindre").fill("Le groupe, 02 98 00 00 00");
  await form.getByRole("button", { name: "Préparer le lien" }).click();
  const address = zoe.locator("code").filter({ hasText: "/office/" });
  await expect(address).toBeVisible();
  letter = new URL(await address.innerText()).pathname;

  const service = await opened(browser);
  await service.goto(letter);
  await service.getByRole("radio", { name: /^Oui/ }).first().check();
  await service.getByLabel("Votre réponse, dans vos mots").fill(reply);
  await service.locator("summary", { hasText: "Qui répond" }).click();
  await service.getByLabel("Qui répond").fill("Le secrétariat");
  await service.getByRole("button", { name: "Relire avant d’envoyer" }).click();
  await service.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(service.getByText("Elle n’est pas encore publiée")).toBeVisible();

  // The reply came by the letter: what was handed over is noted first, and its form is open.
  await zoe.goto(handover);
  await zoe.getByLabel("Document remis").fill("La proposition");
  await zoe.getByLabel("Réponse attendue pour le").fill(inDays(10).slice(0, 10));
  await zoe.getByRole("button", { name: "Noter la remise" }).click();
  await expect(zoe.getByText("Document remis : La proposition")).toBeVisible();
  await zoe.getByRole("radio", { name: "En appelant son numéro public" }).check();
  await zoe.getByRole("button", { name: "Confirmer et publier" }).click();
  await expect(zoe.getByText("Écrite par le service lui-même")).toBeVisible();

  for (const code of codes) {
    const page = await opened(browser, 390);
    await page.goto("/follow");
    await page.getByLabel("Numéro de votre réponse").fill(code);
    await page.getByRole("button", { name: "Retrouver ma réponse" }).click();
    await expect(path(page)).toContainText(/Réponse reçue \(fait\)/);
    const carried = path(page).getByRole("link", { name: new RegExp(office) });
    await carried.last().click();
    await expect(page.locator("blockquote").filter({ hasText: reply })).toBeVisible();
    expect(await overflows(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  }
});
