import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { turnTo } from "./turnTo.ts";

const { test, seat } = onOwnSite();

const office = "/interlocutors/conseil-regional-direction-de-l-economie";
const question = (page: Page) => page.getByRole("dialog", { name: "Des modifications ne sont pas enregistrées" });
const press = (page: Page, name: string) => question(page).getByRole("button", { name }).click();

test("whoever leaves words that are not saved is asked once: they stay, save and go on, or leave them on the device", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await seat(browser, "RAPPORTEUR");
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  const remit = page.getByLabel("Ce qu’il peut décider");
  await page.goto("/desk");
  await turnTo(page, `${office}/edit`);
  const before = await remit.inputValue();
  const desk = page.getByRole("link", { name: "Mon bureau" }).first();

  await remit.fill("Ouvrir le quai le matin.");
  await desk.click();
  await expect(question(page)).toContainText("que faire de ce que vous avez écrit");
  await press(page, "Rester ici");
  await expect(question(page)).toHaveCount(0);
  await expect(remit).toHaveValue("Ouvrir le quai le matin.");
  await page.goBack();
  await expect(question(page)).toBeVisible();
  // Somebody who stays and presses a link at once is asked again: kept there unasked, they could never leave.
  await question(page).evaluate((dialog) => {
    const stay = [...dialog.querySelectorAll("button")].find((it) => it.textContent === "Rester ici")!;
    stay.click();
    document.querySelector<HTMLAnchorElement>('a[href="/desk"]')!.click();
  });
  await press(page, "Rester ici");
  await expect(question(page)).toHaveCount(0);
  await expect(remit).toHaveValue("Ouvrir le quai le matin.");

  await desk.click();
  await press(page, "Enregistrer et continuer");
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto(`${office}/edit`);
  await expect(remit).toHaveValue("Ouvrir le quai le matin.");

  // Another document takes the place of this one: the question was asked, and is not asked again.
  await remit.fill(before);
  await page.getByRole("main").getByRole("link").first().click();
  await press(page, "Partir sans enregistrer");
  await expect(page).toHaveURL(new RegExp(`${office}$`));
  await expect(page.getByText("Ouvrir le quai le matin.").first()).toBeVisible();
  expect(asked).toEqual([]);
  await page.goto(`${office}/edit`);
  await expect(remit).toHaveValue(before);
  await page
    .getByRole("button", { name: /^Enregistrer/ })
    .first()
    .click();
  await expect(question(page)).toHaveCount(0);
});

test("a paragraph that cannot be saved as one leaves is asked about; it is there on coming back, and saved by going on once it can be", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await seat(browser, "RAPPORTEUR");
  await page.goto("/reading");
  await page.getByRole("button", { name: /Ouvrir le point d’étape : Imaginer les leviers/ }).click();
  const paragraph = page
    .getByRole("article")
    .filter({ has: page.getByRole("heading", { level: 4, name: "Accord 1 sur 4" }) });
  await paragraph.getByRole("button", { name: "Écrire : Accord 1 sur 4" }).click();
  const sentence = page.getByLabel("La phrase", { exact: false }).first();
  const words = "Un quai partagé suffit à plusieurs fermes.";
  await page.route("**/graphql", (route) => route.abort());
  await sentence.fill(words);
  const desk = page.getByRole("link", { name: "Mon bureau" }).first();
  await desk.click();
  await expect(question(page)).toContainText("Tout n’a pas pu être enregistré");
  await press(page, "Rester ici");
  await expect(sentence).toHaveValue(words);
  await page.unroute("**/graphql");
  await desk.click();
  await expect(page).toHaveURL(/\/desk$/);
  await page.goto("/syntheses/point-d-etape-4/write");
  await expect(paragraph).toContainText(words);
});

test("why the words of an objective change is kept on the device with them, and gone once both are saved", async ({
  browser,
}) => {
  const page = await seat(browser, "FACILITATOR");
  await turnTo(page, "/groups/circuits-courts/run");
  const change = page.getByRole("button", { name: /^Changer : / }).first();
  const why = page.getByLabel("Pourquoi ce changement");
  const output = page.getByLabel("Ce qu’il doit donner").first();
  await change.click();
  await output.fill("Une définition que chacun comprend.");
  await why.fill("Plus simple à dire.");
  await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  await page.reload();
  await change.click();
  await expect(output).toHaveValue("Une définition que chacun comprend.");
  await expect(why).toHaveValue("Plus simple à dire.");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).last().click();
  await expect(why).toHaveCount(0);
  await change.click();
  await expect(output).toHaveValue("Une définition que chacun comprend.");
  await expect(why).toHaveValue("");
});

/** What is sent arrives, and its answer does not. */
const loseAnswers = (page: Page, mutation: string) =>
  page.route("**/graphql", async (route) => {
    if (!route.request().postData()?.includes(`mutation ${mutation}(`)) return route.continue();
    await route.fetch();
    return route.abort();
  });

test("words whose answer was lost are there after a reload, and pressed again are asked once", async ({ browser }) => {
  const page = await seat(browser);
  const words = "Le prix du lavoir.";
  await loseAnswers(page, "AskForAgenda");
  await page.goto("/meetings/reunion-5");
  const open = page.getByRole("button", { name: "Proposer un point à discuter" });
  const form = page.getByRole("form", { name: "Proposer un point à discuter" });
  await open.click();
  await form.getByLabel("De quoi voulez-vous que l’on parle ?").fill(words);
  const send = form.getByRole("button", { name: "Envoyer", exact: true });
  await send.click();
  await expect(form.getByText("rien ne sera fait deux fois")).toBeVisible();
  await page.unroute("**/graphql");
  await page.reload();
  await open.click();
  await expect(form.getByLabel("De quoi voulez-vous que l’on parle ?")).toHaveValue(words);
  await send.click();
  await expect(page.getByText("votre demande paraît sous l’ordre du jour")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("main").getByText(words, { exact: true })).toHaveCount(1);
});

test("a sentence whose answer was lost is in its place after a reload, once, with what was typed since; so is a work", async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const page = await seat(browser, "RAPPORTEUR");
  await turnTo(page, "/proposals/proposition-4/edit");
  const cost = page.getByRole("region", { name: "Ce que cela coûte", exact: true });
  const sentences = cost.getByRole("textbox");
  const onDevice = page.getByText(/^Enregistré sur cet appareil à/);
  await loseAnswers(page, "WriteStatement");
  await cost.getByRole("button", { name: "Écrire : Ce que cela coûte" }).click();
  await sentences.fill("Huit mille euros.");
  await sentences.press("Control+s");
  await expect(page.getByText("Pas de réseau : gardé sur cet appareil").first()).toBeVisible();
  await sentences.fill("Huit mille euros par an.");
  await expect(onDevice).toBeVisible();
  await page.unroute("**/graphql");
  await page.reload();
  await expect(sentences).toHaveCount(1);
  await expect(sentences).toHaveValue("Huit mille euros par an.");
  await expect(page.getByText(/^Enregistré à/)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(sentences).toHaveCount(1);
  await expect(sentences).toHaveValue("Huit mille euros par an.");

  const works = page.getByRole("region", { name: "À lire, à vérifier", exact: true });
  const add = works.getByText("Ajouter une source écrite");
  const form = page.getByRole("form", { name: "Ajouter une source écrite" });
  await loseAnswers(page, "WriteWork");
  await add.click();
  await form.getByLabel("Titre").fill("Un rapport");
  await form.getByLabel("Adresse ou référence").fill("Paris, 2020");
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form.getByText("rien ne sera fait deux fois")).toBeVisible();
  await page.unroute("**/graphql");
  await page.reload();
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(onDevice).toHaveCount(0);
  await page.reload();
  await expect(works.getByRole("article").filter({ hasText: "Un rapport" })).toHaveCount(1);
});
