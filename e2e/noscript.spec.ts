import type { Browser, Page } from "@playwright/test";
import { ask, objective, heading, proposal, questionnaire, step } from "./answering.ts";
import { expect, test } from "./fixtures.ts";
import { uniqueWord } from "../apps/api/test/site/uniqueWord.ts";

/** A browser that runs no script, as an organisation's, an old telephone's, or that of somebody who is careful. */
const unscripted = async (browser: Browser, baseURL: string | undefined) =>
  (await browser.newContext({ javaScriptEnabled: false, baseURL, locale: "fr-FR" })).newPage();

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
/** The form for browsers without scripts; the one for scripts is beside it, hidden. */
const form = (page: Page) => page.locator("form[method=post]");
/** The part on the screen: that of the form for scripts is hidden beside it. */
const part = (page: Page) => step(page).filter({ visible: true });
const place = (page: Page) => form(page).getByLabel("Depuis quel territoire parlez-vous");
const text = (page: Page) => form(page).getByLabel("Que proposez-vous de faire");
const code = async (page: Page) => (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent())!;

test("without scripts one answers part by part, reads it all again, sends it and is given a code", async ({
  browser,
  baseURL,
}) => {
  const page = await unscripted(browser, baseURL);
  await page.goto("/");
  await page.getByRole("link", { name: "Répondre, 12 min" }).click();
  await expect(heading(page)).toHaveText(objective);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await page.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await text(page).fill(proposal);
  await place(page).selectOption({ label: "Finistère" });
  await press(page, "Aller plus loin");

  await expect(part(page)).toHaveText(/^Ce que vous proposez · Question 4 sur 9/);
  await expect(page).toHaveURL(/\/drafts\/[\w-]{22,}\?part=2/);
  const example = form(page).getByLabel("Quel exemple montre que c’est possible");
  await example.fill("Un camion partagé, ailleurs.");
  await press(page, /^Continuer/);

  await expect(part(page)).toHaveText(/^À qui le demander/);
  await page.getByRole("checkbox", { name: "Région", exact: true }).check();
  await press(page, /^Précédent/);
  await expect(example).toHaveValue("Un camion partagé, ailleurs.");
  await press(page, /^Précédent/);
  await expect(text(page)).toHaveValue(proposal);
  await expect(page.getByRole("radio", { name: "Trouver foncier et locaux" })).toBeChecked();
  await press(page, "Aller plus loin");
  await press(page, /^Continuer/);
  await expect(page.getByRole("checkbox", { name: "Région", exact: true })).toBeChecked();
  await press(page, /^Continuer/);

  await expect(part(page)).toHaveText(/^La suite/);
  await page.getByRole("radiogroup", { name: "Peu coûteuse" }).getByRole("radio").first().check();
  await press(page, /^Continuer/);
  await press(page, /^Relire et envoyer/);

  await expect(heading(page)).toHaveText("Relisez, puis envoyez");
  for (const words of ["Finistère, Bretagne", "Trouver foncier et locaux", proposal, "Région", "Peu coûteuse : Oui"])
    await expect(page.getByRole("definition").filter({ hasText: words }).first()).toBeVisible();
  const appearance = page.getByRole("group", { name: "Comment paraît votre réponse" }).getByRole("radio");
  for (const radio of await appearance.all()) await expect(radio).not.toBeChecked();
  await page.getByRole("radio", { name: /Sous le nom que j’écris/ }).check();
  await page.getByLabel("Nom à afficher").fill("Maëlle");
  await press(page, /^Envoyer ma réponse/);

  await expect(page).toHaveURL(/\/follow\/[0-9A-Z-]{19}\?sent/);
  await expect(page.getByText(/^Merci, votre réponse est reçue\./)).toBeVisible();
  await expect(page.getByText(/^Elle paraît sous le nom «\sMaëlle\s»/)).toBeVisible();
  await expect(page.getByText(proposal, { exact: true })).toBeVisible();
  const given = await code(page);

  await page.goto("/follow");
  await page.getByLabel("Numéro de votre réponse").fill(given.toLowerCase().replaceAll("-", " "));
  await press(page, "Retrouver ma réponse");
  await expect(page.getByText(proposal, { exact: true })).toBeVisible();
  await expect(page.getByText(/^Merci, votre réponse est reçue/)).toHaveCount(0);
  await page.context().close();
});

test("without scripts what is wrong is said at its field, and nothing typed is lost", async ({ browser, baseURL }) => {
  const page = await unscripted(browser, baseURL);
  await page.goto(questionnaire);
  const long = "Trop long. ".repeat(150).trim();
  await text(page).fill(long);
  await press(page, /^Relire et envoyer/);
  const summary = page.getByRole("alert");
  await expect(summary).toContainText(/Ce texte est trop long\s: 1\s500 caractères au plus\./);
  await expect(text(page)).toHaveValue(long);
  await expect(text(page)).toHaveAttribute("aria-invalid", "true");
  await expect(text(page)).toHaveAccessibleDescription(/Ce texte est trop long/);
  const target = await summary.getByRole("link").getAttribute("href");
  await expect(page.locator(target!)).toHaveValue(long);
  await text(page).fill(proposal);
  await press(page, /^Relire et envoyer/);

  await expect(heading(page)).toHaveText("Relisez, puis envoyez");
  await page.getByRole("checkbox", { name: /Je veux être informé/ }).check();
  await page.getByLabel("Adresse électronique").fill("quelqu’un@");
  await press(page, /^Envoyer ma réponse/);
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveText([
    /^Depuis quel territoire parlez-vous\s\? Choisissez un territoire\.$/,
    /^À quel problème répondez-vous\s\? Choisissez/,
    /^Comment paraît votre réponse\s\? Choisissez comment paraît votre réponse\.$/,
    /adresse électronique est incomplète/,
  ]);
  await expect(page.getByLabel("Adresse électronique")).toHaveValue("quelqu’un@");
  await expect(page.getByRole("checkbox", { name: /Je veux être informé/ })).toBeChecked();

  await page
    .getByRole("alert")
    .getByRole("link", { name: /Depuis quel territoire/ })
    .click();
  await place(page).selectOption({ label: "Guyane" });
  await expect(text(page)).toHaveValue(proposal);
  await page.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await press(page, /^Relire et envoyer/);
  await page.getByRole("radio", { name: /Sous le nom que j’écris/ }).check();
  await press(page, /^Envoyer ma réponse/);
  await expect(page.getByRole("alert")).toContainText("Écrivez le nom");
  await expect(page.getByRole("radio", { name: /Sous le nom que j’écris/ })).toBeChecked();
  await page.getByRole("radio", { name: /Non publiée/ }).check();
  await press(page, /^Envoyer ma réponse/);
  await expect(page.getByText(/^Elle ne paraît pas\./)).toBeVisible();
  await page.context().close();
});

test("a draft is taken up by its link alone, in another browser, with scripts or without", async ({
  browser,
  baseURL,
  page: scripted,
}) => {
  const page = await unscripted(browser, baseURL);
  await page.goto(questionnaire);
  await place(page).selectOption({ label: "Finistère" });
  await text(page).fill("Une phrase que personne ne doit");
  await press(page, "Enregistrer et reprendre plus tard");
  await expect(page.getByText("Votre brouillon est enregistré.", { exact: true })).toBeVisible();
  const link = (await form(page).locator("a[href*='/drafts/']").first().textContent())!;
  expect(link).toMatch(new RegExp(`^${baseURL}/drafts/[\\w-]{22,}$`));
  await page.context().close();

  const other = await unscripted(browser, baseURL);
  const answer = await other.goto(`${link}?part=1`);
  await expect(text(other)).toHaveValue("Une phrase que personne ne doit");
  expect(answer!.headers()["cache-control"]).toBe("private, no-store");
  expect(answer!.headers()["x-robots-tag"]).toBe("noindex");
  await other.context().close();

  await scripted.goto(link);
  await expect(scripted).toHaveURL(/questionnaire-4\?part=1$/);
  await expect(scripted.getByLabel("Que proposez-vous de faire")).toHaveValue("Une phrase que personne ne doit");
});

test("a form posted twice, by a double click or from a page gone back to, is one response", async ({
  browser,
  baseURL,
  request,
}) => {
  const page = await unscripted(browser, baseURL);
  const own = `Un texte qui n’est qu’à moi ${uniqueWord()}`;
  await page.goto(questionnaire);
  await place(page).selectOption({ label: "Morbihan" });
  await page.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await text(page).fill(own);
  await press(page, /^Relire et envoyer/);
  await page.getByRole("radio", { name: /Sans nom, avec ma région/ }).check();
  const sent = await form(page).evaluate((element) => {
    const { action } = element as HTMLFormElement;
    return { action, fields: [...new FormData(element as HTMLFormElement)].map(String) };
  });
  const posts = [1, 2, 3].map(() =>
    request.post(sent.action, {
      headers: { "content-type": "application/x-www-form-urlencoded", origin: baseURL! },
      data: new URLSearchParams([
        ...sent.fields.map((field) => field.split(/,(.*)/s).slice(0, 2)),
        ["go", "send"],
      ]).toString(),
    }),
  );
  const addresses = (await Promise.all(posts)).map((answer) => answer.url());
  expect(new Set(addresses).size).toBe(1);
  await page.getByRole("button", { name: /^Envoyer ma réponse/ }).dblclick();
  await expect(page).toHaveURL(addresses[0]!);
  const given = await code(page);
  await page.goBack();
  await page.goto(page.url());
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  const { contributions } = await ask<any>(
    request,
    baseURL!,
    "query ($search: String!) { contributions(filter: { search: $search }, first: 10) { nodes { body } } }",
    { search: own.split(" ").at(-1)! },
  );
  expect(contributions.nodes).toHaveLength(1);
  expect(addresses[0]).toContain(given);
  await page.context().close();
});

test("without scripts a code that leads nowhere is said, and can be typed again", async ({ browser, baseURL }) => {
  const page = await unscripted(browser, baseURL);
  await page.goto("/follow");
  await page.getByLabel("Numéro de votre réponse").fill("0000 0000");
  await press(page, "Retrouver ma réponse");
  await expect(heading(page)).toHaveText("Nous ne trouvons pas ce numéro");
  await expect(page.getByLabel("Numéro de votre réponse")).toHaveValue("0000 0000");
  await page.context().close();
});

test("without scripts the simple version is one act away, goes from part to part, and loses nothing typed", async ({
  browser,
  baseURL,
}) => {
  const page = await unscripted(browser, baseURL);
  await page.goto(questionnaire);
  await page.getByRole("link", { name: "Version simple" }).click();
  await page.getByRole("radio", { name: "Un terrain ou un local" }).check();
  await form(page).getByLabel("Que faut-il faire").fill(proposal);
  const intro = page.locator(".questionnaire-aside > p").filter({ visible: true }).first();
  await expect(intro).toContainText("Dites quoi faire, et qui peut le faire.");
  await form(page).getByLabel("Où se passe ce dont vous parlez").selectOption({ label: "Finistère" });
  await press(page, "Aller plus loin");
  const example = form(page).getByLabel("Avez-vous un exemple qui marche");
  await example.fill("Un camion partagé, ailleurs.");
  await press(page, "Version ordinaire");
  await expect(form(page).getByLabel("Quel exemple montre que c’est possible")).toHaveValue(
    "Un camion partagé, ailleurs.",
  );
  await press(page, "Version simple");
  await expect(example).toHaveValue("Un camion partagé, ailleurs.");
  await press(page, /^Précédent/);
  await expect(page.getByRole("radio", { name: "Un terrain ou un local" })).toBeChecked();
  await page.context().close();
});
