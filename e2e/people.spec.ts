import type { Browser, Page } from "@playwright/test";
import { expect, listen, overflows, test, violations } from "./fixtures.ts";
import { ownSite } from "./ownSite.ts";
import { turnTo } from "./turnTo.ts";

/** A page in a browser of its own. */
async function browserOf(browser: Browser, baseURL: string) {
  const page = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
  return { page, complaints: listen(page) };
}

const stands = async (page: Page) => {
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });
};

const join = async (page: Page, name: string, email: string, title = "Mon bureau") => {
  await page.getByLabel("Votre nom, comme il paraîtra").fill(name);
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
};

/** Forgets both fields, fills them in, and presses twice: the second press meets the button that the first one met. */
async function pressesTwice(page: Page, name: string, email: string) {
  const button = page.getByRole("button", { name: "Accepter et ouvrir mon compte" });
  await button.click();
  await expect(page.getByRole("heading", { name: "2 choses à revoir" })).toBeVisible();
  await expect(page.getByText("choisissez de paraître sans nom")).toHaveCount(0);
  await page.getByLabel("Votre nom, comme il paraîtra").fill(name);
  await page.getByLabel("Votre adresse électronique").fill(email);
  await button.dblclick();
  await expect(page).toHaveURL(/\/desk$/);
}

/** One objective more takes time that the last day does not leave: the day moves, and the page says so. */
async function objectiveMore(page: Page) {
  await expect(page.getByText(/^Présentation des propositions le/)).toBeVisible();
  await page.getByText("Un objectif de plus").click();
  for (const label of ["Nom de l’objectif", "La question qu’il pose", "Ce qu’il doit donner"])
    await page.getByLabel(label).fill("Où garer ?");
  await page.getByRole("button", { name: "Ajouter cet objectif" }).click();
  await expect(page.locator("summary", { hasText: "Un objectif de plus" })).toBeFocused();
  await expect(page.getByText(/^La présentation des propositions passe du .+ au /)).toBeVisible();
}

test("from an empty instance, by the printed link, to a rapporteur invited by a link, whose role then ends", async ({
  browser,
}) => {
  test.slow();
  const site = await ownSite({ empty: true });
  try {
    const first = await browserOf(browser, site.baseURL);
    await first.page.goto(await site.printed());
    await expect(first.page.getByRole("heading", { level: 1 })).toHaveText("Ce site attend sa première administration");
    await expect(first.page.getByText("Aucun courriel ne part de ce site")).toBeVisible();
    await stands(first.page);
    await join(first.page, "Ana Brel", "ana@example.org", "Votre instance, en cinq parties");

    await expect(first.page.getByText("ne dit pas encore tout ce que la loi demande")).toBeVisible();
    await stands(first.page);
    for (const [label, words] of [
      ["Nom, en haut de chaque page", "Les Semeurs"],
      ["Responsable du traitement des données", "Les Semeurs, association"],
      ["Adresse postale", "1 rue du Four, 29000 Quimper"],
      ["Adresse de contact, publique", "contact@example.org"],
      ["Responsable de la publication", "La présidente"],
      ["Hébergeur : nom et adresse", "Un hôte, 75000 Paris"],
    ])
      await first.page.getByLabel(label!).fill(words!);
    await first.page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(first.page.getByText("Les pages le disent dès maintenant")).toBeVisible();
    await expect(first.page.getByText("ne dit pas encore tout ce que la loi demande")).toHaveCount(0);
    await expect(first.page.getByRole("banner")).toContainText("Les Semeurs");

    // The common language has its page before anything is written in it.
    await first.page.goto("/language-kit");
    await expect(first.page.getByRole("heading", { level: 1, name: "Le discours commun" })).toBeVisible();
    await expect(first.page.getByText("n’a pas encore écrit son discours commun")).toBeVisible();

    // No mail server was set: nobody is asked for an address that nothing could be sent to.
    const visitor = await browserOf(browser, site.baseURL);
    await visitor.page.goto("/sign-in");
    await expect(visitor.page.getByText("Aucun courriel ne part de ce site.")).toBeVisible();
    await expect(visitor.page.getByRole("textbox")).toHaveCount(0);
    await visitor.page.context().close();

    // English alone: the same pages in it, and no way to the other language; then both again.
    await first.page.goto("/instance");
    await first.page.getByLabel("Langues des pages").selectOption("ENGLISH");
    await first.page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(first.page.getByText("Les pages le disent dès maintenant")).toBeVisible();
    for (const address of ["/glossary", "/", "/profile"]) {
      await first.page.goto(address);
      await expect(first.page).toHaveURL(new RegExp(`/en${address}$`));
      await expect(first.page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(first.page.locator("[hreflang], select[name=language]")).toHaveCount(0);
    }
    await first.page.goto("/en/instance");
    await first.page.getByLabel("Languages of the pages").selectOption("BOTH");
    await first.page.getByRole("button", { name: "Save" }).click();
    await expect(first.page.getByText("The pages say so from now on")).toBeVisible();
    await first.page.goto("/instance");

    await first.page.getByRole("link", { name: "Inviter des personnes" }).click();
    await first.page.getByRole("radio", { name: /^Rapporteur/ }).check();
    // A reload loses no address; without one the link is given by hand.
    const theirs = first.page.getByLabel("Adresse à qui envoyer le lien");
    await theirs.fill("lou@example.org");
    await expect(first.page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
    await first.page.reload();
    await expect(theirs).toHaveValue("lou@example.org");
    await theirs.fill("");
    await first.page.getByRole("button", { name: "Faire le lien" }).click();
    const link = await first.page.locator("code").innerText();
    await stands(first.page);

    const second = await browserOf(browser, site.baseURL);
    await second.page.goto(link);
    await expect(second.page.getByRole("heading", { level: 1 })).toHaveText("Ana Brel vous invite");
    await stands(second.page);
    await pressesTwice(second.page, "Zoé Lam", "zoe@example.org");
    // The first press was refused, which the browser tells too.
    expect(second.complaints.splice(0).filter((told) => !told.includes("422"))).toEqual([]);
    await expect(second.page.getByRole("link", { name: "Aller à la lecture" })).toBeVisible();

    // On a first day nothing is said to be read, sorted or sent that was not.
    for (const [address, words] of [
      ["/reading", "Aucune parole n’est encore arrivée."],
      ["/reading/evening", "Aucune parole n’est encore arrivée."],
      ["/reading?only=all", "Rien à lire avec ces choix."],
      ["/interlocutors", "Aucun interlocuteur n’est encore inscrit."],
      ["/interlocutors?level=LOCAL", "Aucun interlocuteur avec ces choix."],
      ["/profile", "Aucun courriel ne part encore de ce site"],
    ] as const) {
      await turnTo(second.page, address);
      await expect(second.page.getByText(words)).toBeVisible();
    }
    await expect(second.page.getByLabel("Nouvelle adresse")).toHaveCount(0);

    await first.page.reload();
    await first.page.getByRole("button", { name: /Mettre fin à un rôle\s: Zoé Lam/ }).click();
    await first.page.getByLabel("La raison").fill("Elle passe la main.");
    await first.page.keyboard.press("Enter");
    await expect(first.page.getByRole("heading", { name: "Zoé Lam" })).toHaveCount(0);

    await second.page.goto("/desk");
    await expect(second.page.getByRole("heading", { level: 1, name: "Mon bureau" })).toBeVisible();
    await expect(second.page.getByRole("link", { name: "Aller à la lecture" })).toHaveCount(0);

    await second.page.goto(link);
    await expect(second.page.getByRole("heading", { level: 1 })).toHaveText("Cette invitation a déjà servi.");

    // « Lancer un groupe » by the prefilled way, its acts counted: nothing is typed.
    let acts = 0;
    const press = async (
      name: string | RegExp,
      then: RegExp,
      title: string | RegExp,
      role: "button" | "link" = "button",
    ) => {
      acts++;
      await first.page.getByRole(role, { name }).first().click();
      await expect(first.page).toHaveURL(then);
      await expect(first.page.getByRole("heading", { level: 1 })).toHaveText(title);
      await stands(first.page);
    };
    await first.page.goto("/desk");
    await press("Lancer un groupe", /\/groups\/new/, "De quoi ce groupe va-t-il parler ?", "link");
    acts++;
    await first.page.getByLabel("Thème", { exact: true }).selectOption({ index: 1 });
    await press("La date finale", /\/launch\/calendar$/, "Quand présenterez-vous les propositions ?");
    await press("Les objectifs", /\/launch\/objectives$/, "Vos questions, dans l’ordre");
    await objectiveMore(first.page);
    await press("L’équipe", /\/launch\/team$/, "Qui fait quoi");
    await press(/^Faire le lien : Rapporteur/, /\/launch\/team$/, "Qui fait quoi");
    await expect(first.page.locator("code")).toBeVisible();
    // A long link does not squeeze the words beside it.
    const words = first.page.getByRole("heading", { name: "Lit et résume" });
    expect((await words.boundingBox())!.width).toBeGreaterThan(100);
    await press("Relire", /\/launch\/open$/, "Relire, répéter, ouvrir");
    await press("Ouvrir le groupe", /\/groups\/[^/]+$/, /./);
    // Nor does paper ask for one.
    await first.page.goto("/questionnaires/questionnaire-1/print");
    await expect(first.page.getByText("Pour qui répondez-vous ?")).toBeVisible();
    await expect(first.page.getByText("Pour être prévenu de la suite")).toHaveCount(0);
    // The group of a territory, of any kind, is opened on its page, and then listed.
    await first.page.goto("/territories");
    await expect(first.page.getByText("Aucun n’est encore ouvert.")).toBeVisible();
    await first.page.goto("/territories/finistere");
    await first.page.getByRole("button", { name: "Ouvrir un groupe ici" }).click();
    await expect(first.page.getByLabel("Nom du groupe")).toHaveValue("Groupe du territoire Finistère");
    await first.page.getByRole("button", { name: "Ouvrir un groupe ici" }).click();
    await expect(first.page.getByText("Groupe du territoire Finistère").first()).toBeVisible();
    await turnTo(first.page, "/territories");
    const groups = first.page.getByRole("region", { name: "Les groupes des territoires" });
    await expect(groups.getByRole("link", { name: "Finistère" })).toBeVisible();
    await expect(groups.getByText("aux noms de 2012")).toHaveCount(0);
    console.log(`A group launched by the prefilled way: ${acts} acts, nothing typed.`);
    expect(acts).toBeLessThanOrEqual(8);
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  } finally {
    await site.stop();
  }
});
