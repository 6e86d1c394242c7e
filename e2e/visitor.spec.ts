import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { alive, expect, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

/** Heading of the list, with its count. */
const counts = (page: Page) => page.getByRole("heading", { level: 2 }).first();

const cards = (page: Page) =>
  page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.locator("blockquote") });

test("from a sentence of a proposal to the verbatim words, and from these words forward to the reply", async ({
  page,
}) => {
  await page.goto("/proposals/proposition-1");
  const sentence = page.getByRole("listitem").filter({ hasText: "Le terme évoque le légume" }).first();
  const beside = sentence.getByRole("link", { name: /lire la parole$/ });
  await expect(beside).toHaveCount(2);
  await sentence.getByText(/^\d+ réponses, \d+ territoires/).click();
  await expect(sentence.locator("blockquote").nth(4)).toBeVisible();
  const quote = (await beside.first().locator("mark").textContent())!.replace(/^«\s|\s»$/g, "");
  // The text slides in beside the page, and leads to its own.
  await beside.first().click();
  const slid = page.getByRole("dialog");
  await expect(slid.locator("blockquote")).toContainText(quote);
  await expect(page).toHaveURL(/proposition-1$/);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(slid).toBeHidden();
  await expect(beside.first()).toBeFocused();
  await beside.first().press("Enter");
  await expect(slid).toBeVisible();
  await page.mouse.click(20, 400);
  await expect(slid).toBeHidden();
  await beside.first().press("Enter");
  await slid.getByRole("link", { name: "Lire et réagir" }).click();

  await expect(page).toHaveURL(/\/contributions\/[0-9a-f-]{36}$/);
  await expect(page.locator("figure blockquote").first()).toContainText(quote);
  const trail = page.getByRole("list", { name: "Son chemin" });
  await expect(trail.getByText("Nourrit une proposition")).toBeVisible();
  await expect(trail.getByRole("link", { name: /^Proposition 1/ })).toHaveAttribute("href", "/proposals/proposition-1");
  // The group still has to decide: that stands last, though an office replied.
  const decision = trail.getByRole("listitem").last();
  await expect(decision).toContainText(/Adoptée par le groupe, ou non.*Le groupe se réunit le \d/);
  await expect(decision.getByRole("link")).toHaveAttribute("href", /^\/meetings\//);
  await trail.getByRole("link", { name: /accord en partie/ }).click();

  await expect(page).toHaveURL(/\/handovers\//);
  await expect(page.getByText("Nous relaierons le lexique")).toBeVisible();
  await page.getByRole("link", { name: /^Portage de la proposition 1/ }).click();
  await expect(heading(page)).toHaveText("Des mots communs pour un repère partagé");
});

test("a retained passage leads to its key point, which shows all the words it rests on", async ({ page }) => {
  await page.goto("/contributions?objective=objectif-1&q=guichet");
  // The whole card leads to the text, whose passages lead to what they say.
  const passage = page.locator("mark").filter({ hasText: "si personne ne se parle, ça reste un guichet" });
  await expect(passage).toBeVisible();
  await page
    .getByRole("link", { name: /^Lire et réagir/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/contributions\/[\w-]{36}/);
  await passage.click();
  await expect(page).toHaveURL(/\/key-points\//);
  await expect(page.getByText("celui qui porte le vêtement sait qui l’a cousu")).toBeVisible();
  await page.getByRole("link", { name: "Premier point d’étape : vers une définition" }).click();
  await expect(page.getByRole("heading", { name: "Ce qui fait débat" })).toBeVisible();
  // An objective is its question, and what became of its texts is drawn under their count.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Qu’appelle-t-on circuit court/);
  await expect(page.getByRole("listitem").filter({ hasText: /^\d+\sreprises$/ })).toBeVisible();
});

test("a search is in French: accents, plurals, small words and either apostrophe make no difference", async ({
  page,
}) => {
  const found = async (words: string) => {
    await turnTo(page, `/contributions?q=${encodeURIComponent(words)}`);
    return Number(/^\d+/.exec((await counts(page).textContent())!)?.[0] ?? 0);
  };
  const épargne = await found("épargne");
  expect(épargne).toBeGreaterThan(0);
  for (const words of ["epargne", "épargnes", "l'épargne", "l’épargne", "les épargnes"])
    expect(await found(words), words).toBe(épargne);
  await turnTo(page, "/contributions");
  const all = await counts(page).textContent();
  // All that may be read: how many are not published is told of the whole alone.
  const readable = /(\d+) publiées/.exec(all!)![1]!;
  await turnTo(page, "/contributions?q=les");
  await expect(counts(page)).toHaveText(`${readable} paroles`);
  await turnTo(page, "/contributions?q=zzyzx");
  await expect(counts(page)).toHaveText(
    "Aucune parole ne contient « zzyzx »".replaceAll(/« | »/g, (mark) => mark.replace(" ", "\u00a0")),
  );
  await page.getByRole("main").getByRole("link", { name: "Tout afficher" }).last().click();
  await expect(counts(page)).toHaveText(all!);
});

test("filters keep in the address, and the next page keeps them", async ({ page }) => {
  await page.goto("/contributions");
  await expect(counts(page)).toHaveText(/^\d+ paroles\s: \d+ publiées, \d+ non publiées?$/);
  await page.getByLabel("Objectif").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/objective=objectif-1/);
  await page.getByLabel("Arrivée").selectOption("ONLINE");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/objective=objectif-1&channel=ONLINE/);
  // The address changes before the list does; a page that is loaded again has both.
  await page.reload();
  const filtered = await counts(page).textContent();
  await expect(page.getByLabel("Arrivée")).toHaveValue("ONLINE");

  const first = await cards(page).first().textContent();
  await page.getByRole("link", { name: "Suivants" }).click();
  await expect(page).toHaveURL(/channel=ONLINE&after=/);
  await expect(counts(page)).toHaveText(filtered!);
  await expect(cards(page).first()).not.toHaveText(first!);
  // One goes on from the top of what came, by keys too.
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toBeFocused();
  await page.getByRole("link", { name: "Revenir au début" }).press("Enter");
  await expect(cards(page).first()).toHaveText(first!);
  await expect(title).toBeFocused();
});

test("without scripts the filters work and the contributions read", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/contributions");
  const all = await counts(page).textContent();
  await page.getByLabel("Arrivée").selectOption("PAPER");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/channel=PAPER/);
  await expect(counts(page)).not.toHaveText(all!);
  await page
    .getByRole("link", { name: /^Lire et réagir/ })
    .first()
    .click();
  await expect(page.getByRole("list", { name: "Son chemin" })).toBeVisible();
  await context.close();
});

test("whoever reacts is told what is missing, field by field; then the text appears", async ({ page }) => {
  await page.goto("/contributions?q=guichet");
  await page
    .getByRole("link", { name: /^Lire et réagir/ })
    .first()
    .click();
  const before = await page.getByRole("button", { name: /^Je complète/ }).textContent();
  await page.getByRole("button", { name: /^Je complète/ }).click();
  const text = page.getByLabel("Ce que vous ajoutez");
  await expect(text).toBeFocused();
  await page.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(page.getByRole("link", { name: /Écrivez quelque chose ici/ })).toBeVisible();
  await expect(text).toHaveAttribute("aria-invalid", "true");
  // Its own words at each try: one that failed leaves its reaction behind.
  const mark = randomUUID().slice(0, 6);
  const words = `Chez nous, le marché tient parce qu’on s’y parle (${mark}).`;
  await text.fill(words);
  await page.getByLabel(/^Le nom sous lequel paraître/).fill(`Une voisine ${mark}`);
  await page.getByLabel(/^Votre territoire/).selectOption({ label: "Bretagne" });
  await page.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(page.getByText("Votre réaction paraît ci-dessous")).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Je complète/ })).not.toHaveText(before!);
  await page.reload();
  await expect(page.getByText(`Une voisine ${mark}`, { exact: true })).toBeVisible();
  const there = page.url();

  // By the link that the device keeps, its author takes it back: nothing of it is left, nor the link.
  await page.getByRole("link", { name: "La suivre, ou la retirer" }).click();
  await expect(page.getByText("Elle paraît.")).toBeVisible();
  await page.getByRole("button", { name: "Retirer ma réaction" }).click();
  await page.getByRole("button", { name: "La retirer pour toujours" }).click();
  await expect(page.getByText("Vous l’avez retirée : ses mots sont effacés.")).toBeVisible();
  await page.goto(there);
  await expect(page.getByRole("button", { name: /^Je complète/ })).toHaveText(before!);
  await expect(page.getByText(`Une voisine ${mark}`, { exact: true })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "La suivre, ou la retirer" })).toHaveCount(0);
});

test("a reaction with a link waits for somebody to read it, and says so", async ({ page }) => {
  await page.goto("/key-points/" + (await keyPointOf(page)));
  await page.getByRole("button", { name: /^J’appuie/ }).click();
  await page.getByLabel("Ce que vous appuyez, et pourquoi").fill("Tout est sur https://exemple.invalid/paniers");
  await page.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(page.getByText("Quelqu’un relit votre réaction avant qu’elle paraisse")).toBeVisible();
  await page.reload();
  await expect(page.getByText("exemple.invalid/paniers")).toHaveCount(0);
});

test("ten answers drawn at random have an address that shows the same ten to everybody", async ({ page, browser }) => {
  await page.goto("/syntheses/point-d-etape-1");
  await page.getByRole("link", { name: "Tirer dix réponses au hasard" }).click();
  await expect(page).toHaveURL(/\?draw=\d+/);
  const sheets = page.getByRole("list", { name: "Les réponses tirées, une page chacune" }).getByRole("listitem");
  await expect(sheets).toHaveCount(10);
  const drawn = await sheets.allTextContents();
  for (const text of drawn)
    expect(text).toMatch(/Reçue|Lue|Retenue|Citée|Nourrit|Portée|A reçu une réponse|Pas retenue/);

  const somebody = await browser.newContext({ javaScriptEnabled: false });
  const other = await somebody.newPage();
  await other.goto(page.url());
  await expect(
    other.getByRole("list", { name: "Les réponses tirées, une page chacune" }).getByRole("listitem"),
  ).toHaveText(drawn.map((text) => text.replaceAll(/\s+/g, " ").trim()));
  await somebody.close();

  await page.getByRole("link", { name: "Tirer dix autres réponses" }).click();
  // One sheet of ten may be drawn again, also at the same place.
  await expect.poll(() => sheets.allTextContents()).not.toEqual(drawn);

  // The link that leaves them is gone with them: what is near has the focus.
  await page.getByRole("main").locator('a[href="/syntheses/point-d-etape-1"]').first().press("Enter");
  await expect(sheets).toHaveCount(0);
  await expect(page.locator("body")).not.toBeFocused();
});

test("nothing unpublished is readable, by any way in", async ({ page }) => {
  // « Un mode de vente avec un intermédiaire au plus »: its author chose that the team alone would read it.
  const words = "Je vois bien qu’elle laisse de côté beaucoup de choses";
  await page.goto(`/contributions?q=${encodeURIComponent(words)}`);
  await expect(
    page.getByText("laisse de côté beaucoup de choses", { exact: false }).filter({ visible: true }),
  ).toHaveCount(1);
  await expect(cards(page).filter({ hasText: "laisse de côté" })).toHaveCount(0);
  for (const path of [
    "/contributions?objective=objectif-1",
    "/objectives/objectif-1",
    "/territories/normandie",
    "/syntheses/point-d-etape-1?draw=1",
  ])
    expect(await (await page.request.get(path)).text()).not.toContain("Agent d’une communauté de communes du Calvados");
});

test("an address that nobody serves says so, and a page for another role does not ask to sign in again", async ({
  page,
  as,
  complaints,
}) => {
  for (const path of ["/questionnaires/write/a/b/c/d", "/nowhere"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(heading(page)).toHaveText("Cette page n’est pas dans le cahier");
  }
  const signIn = page.getByRole("main").getByRole("link", { name: "Se connecter" });
  await page.goto("/reading/key-points");
  await expect(heading(page)).toHaveText("Cette page demande d’être connecté");
  await expect(signIn).toBeVisible();
  await as("REFERENT");
  for (const address of ["/reading/key-points", "/initiatives/judge", "/initiatives/judge/import"]) {
    await page.goto(address);
    await expect(heading(page), address).toHaveText("Cette page demande un autre rôle");
  }
  // Nothing failed: there is no number to give to anybody.
  await expect(page.getByText("donnez ce numéro")).toHaveCount(0);
  await expect(signIn).toHaveCount(0);
  // The browser tells of each page that is not there.
  expect(complaints.splice(0).filter((said) => !/status of 40[134]/.test(said))).toEqual([]);
});

test("whoever goes back twice in a hurry is shown the page they come to, not the one that they passed", async ({
  page,
  complaints,
}) => {
  await page.goto("/");
  for (const address of ["/questionnaires", "/meetings"]) await turnTo(page, address);
  await page.goto("/sign-in");
  // The scripts of the page that is passed are on their way as it is left.
  await page.route("**/assets/client*.js", (route) => setTimeout(() => void route.continue(), 500));
  const back = () => void page.evaluate(() => history.back()).catch(() => undefined);
  back();
  await page.waitForURL("/meetings", { waitUntil: "commit" });
  back();
  await page.waitForURL("/questionnaires", { waitUntil: "commit" });
  await expect(heading(page)).toHaveText("Répondre");
  await alive(page);
  await expect(heading(page)).toHaveText("Répondre");
  expect(complaints).toEqual([]);
});

/** Address of a key point to react to. */
async function keyPointOf(page: Page) {
  await page.goto("/objectives/objectif-1");
  const href = await page.locator('a[href^="/key-points/"]').first().getAttribute("href");
  return href!.split("/").at(-1)!;
}
