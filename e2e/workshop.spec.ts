import type { Page } from "@playwright/test";
import { coveredNames, expect, holds, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";

/** A site of its own: a proposal is published, and a network is cut. */
const { test, site, seat } = onOwnSite();

test.describe.configure({ mode: "default" });

const workshop = "/proposals/proposition-4/edit";
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const saved = (page: Page) => expect(page.getByText(/^Enregistré à/)).toBeVisible({ timeout: 30_000 });

/** Nothing is said to be under way any more, be it saved before or after one left. */
const allSaved = (page: Page) => expect(page.getByText(/^Enregistré( à|$)/).first()).toBeVisible({ timeout: 30_000 });

test.beforeEach(async ({ page }) => {
  await signIn(page, site.baseURL, "RAPPORTEUR");
});

test("a draft is saved as one types, on leaving nothing is lost, and without a network the device keeps it", async ({
  page,
  complaints,
}) => {
  await page.goto(workshop);
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  const words = part(page, "Les limites").getByRole("textbox").first();
  await words.fill("Rien n’affaiblit la sécurité.");
  await saved(page);
  await page.reload();
  await expect(words).toHaveValue("Rien n’affaiblit la sécurité.");

  // Left before the pause: the device has it, and it is saved when one comes back.
  await words.fill("Rien n’affaiblit la sécurité des gens.");
  await page.getByRole("link", { name: "Telle qu’on la lira" }).click();
  await expect(words).toHaveCount(0);
  await page.goBack();
  await expect(words).toHaveValue("Rien n’affaiblit la sécurité des gens.");
  await allSaved(page);

  await page.context().setOffline(true);
  await words.fill("Rien n’affaiblit la sécurité, et cela se mesure.");
  await words.press("Control+s");
  await expect(page.getByText("Pas de réseau : gardé sur cet appareil").first()).toBeVisible();
  await page.context().setOffline(false);
  await saved(page);
  await page.reload();
  await expect(words).toHaveValue("Rien n’affaiblit la sécurité, et cela se mesure.");
  complaints.length = 0; // The browser complains of the network, as it should.
});

test("what is missing leads to its slot and puts the cursor in it; a part that is empty is one line; keyboard alone", async ({
  page,
}) => {
  await page.goto(workshop);
  const rail = page.getByRole("complementary", { name: "Où en est la proposition" });
  await expect(rail.getByRole("heading").first()).toHaveText("Il manque 2 choses");
  await rail.getByRole("link", { name: "Quelqu’un qui la porte" }).press("Enter");
  await expect(part(page, "Qui la porte").locator("details[open]")).toBeVisible();
  await expect(part(page, "Qui la porte").locator(":focus")).toHaveCount(1);
  await rail.getByRole("link", { name: "Deux exemples, de deux territoires" }).press("Enter");
  await expect(part(page, "Des exemples").getByLabel("Une initiative")).toBeFocused();

  const cost = part(page, "Ce que cela coûte");
  await expect(cost.getByRole("textbox")).toBeHidden();
  await cost.getByRole("button", { name: "Écrire : Ce que cela coûte" }).press("Enter");
  await expect(cost.getByRole("textbox")).toBeFocused();
  await page.keyboard.type("Huit mille euros ");
  await expect(cost.getByRole("button", { name: "Retirer cet énoncé" })).toBeVisible({ timeout: 30_000 });
  // Saved once, one goes on in the same field.
  await page.keyboard.type("par atelier.");
  await page.keyboard.press("Control+s");
  await saved(page);
  await page.reload();
  await expect(cost.getByRole("textbox").first()).toHaveValue("Huit mille euros par atelier.");

  await cost.getByRole("textbox").first().press("Control+l");
  const choice = page.getByRole("dialog", { name: "Lier une source" });
  await expect(choice.getByRole("searchbox")).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await choice.getByRole("searchbox").fill("devis");
  // The list shown before the search disappears once the answer comes.
  const found = choice.locator("label").filter({ hasText: "devis" }).locator('input[name="passageIds"]:visible');
  await found.first().press("Space");
  await choice.getByRole("button", { name: "Attacher ces sources" }).press("Enter");
  await expect(choice.getByText("Enregistré.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cost.getByRole("listitem").first()).toContainText("devis");
});

test("a source that no sentence rests on is linked to the sentence written last, and taken back", async ({ page }) => {
  await page.goto(workshop);
  const toLink = page.getByRole("region", { name: "Sources sans phrase" });
  const limits = part(page, "Les limites");
  await limits.getByRole("textbox").first().focus();
  await expect(toLink.getByRole("combobox", { name: "Lier à" })).toHaveValue(
    (await limits.getByRole("article").first().getAttribute("data-statement"))!,
  );
  const first = toLink.getByRole("listitem").first();
  const words = await first.locator("span").textContent();
  await first.getByRole("button").press("Enter");
  await expect(toLink.getByText("Liée à Les limites, phrase 1.")).toBeVisible();
  await expect(toLink.getByRole("combobox")).toBeFocused();
  await expect(toLink.getByRole("listitem").filter({ hasText: words! })).toHaveCount(0);
  await expect(limits.getByRole("listitem").filter({ hasText: words! })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  await toLink.getByRole("button", { name: "Défaire" }).press("Enter");
  await expect(toLink.getByRole("listitem").filter({ hasText: words! })).toHaveCount(1);
  // On a telephone they come after the sentences.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator("section:has([data-statement]) ~ [aria-labelledby=to-link] ~ #objections")).toBeVisible();
});

test("letters typed before the page has drawn the one before them all stay, the first time and the next", async ({
  page,
}) => {
  await page.goto(workshop);
  for (const name of ["Pourquoi agir", "Les limites"]) {
    await part(page, name).getByRole("button", { name: "Une autre phrase" }).press("Enter");
    const words = part(page, name).getByRole("textbox").last();
    await expect(words).toBeFocused();
    let written = "";
    for (const letters of ["Huit mille euros", " par atelier"]) {
      // None waits for the page: a slow one is behind whoever types.
      await Promise.all(Array.from(letters, (letter) => page.keyboard.press(letter)));
      written += letters;
      await expect(words).toHaveValue(written);
      await page.keyboard.press("Control+s");
      await allSaved(page);
    }
    await part(page, name).getByRole("button", { name: "Retirer cet énoncé" }).last().press("Enter");
    await expect(words).not.toHaveValue(written);
  }
});

test("a sentence is cut in two where the cursor is, each with its sources, and taken back", async ({ page }) => {
  await page.goto(workshop);
  const why = part(page, "Pourquoi agir");
  const boxes = why.getByRole("article");
  const count = await boxes.count();
  const words = boxes.first().getByRole("textbox");
  const whole = await words.inputValue();
  const sources = await boxes.first().getByRole("listitem").allTextContents();
  const at = whole.indexOf(" ", whole.length / 3);
  await words.evaluate((field: HTMLTextAreaElement, place) => {
    field.focus();
    field.setSelectionRange(place, place);
  }, at);
  await boxes.first().getByRole("button", { name: "Couper en deux" }).press("Enter");
  await expect(boxes).toHaveCount(count + 1);
  await expect(words).toHaveValue(whole.slice(0, at));
  await expect(boxes.nth(1).getByRole("textbox")).toHaveValue(whole.slice(at + 1));
  await expect(boxes.nth(1).getByRole("textbox")).toBeFocused();
  expect(await boxes.nth(1).getByRole("listitem").allTextContents()).toEqual(sources);
  expect(await violations(page)).toEqual([]);
  await boxes.first().getByRole("button", { name: "Défaire" }).press("Enter");
  await expect(boxes).toHaveCount(count);
  await expect(words).toHaveValue(whole);
  await expect(words).toBeFocused();
});

test("a proposal that nobody carries says so, and leads to where a carrier is found", async ({ page }) => {
  await page.goto(workshop);
  await expect(part(page, "Qui la porte")).toContainText("Personne ne la porte encore");
  await part(page, "Qui la porte").getByRole("link", { name: "Chercher un porteur" }).click();
  await expect(page).toHaveURL(/\/organisations$/);
});

test("an open workshop asks for versions alone, and reads its page again once somebody saved something", async ({
  page,
  browser,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const name = /"operationName":"(\w+)"/.exec(request.postData() ?? "")?.[1];
    if (name) asked.push(name);
  });
  const look = async () => {
    const answered = page.waitForResponse((one) => !!one.request().postData()?.includes('"WorkshopLook"'));
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await (await answered).finished();
  };
  await page.goto(workshop);
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  const before = asked.filter((name) => name === "ProposalEditPage").length;
  await look();
  await look();
  expect(asked.filter((name) => name === "ProposalEditPage")).toHaveLength(before);
  const other = await seat(browser, "RAPPORTEUR");
  await other.goto(workshop);
  await part(other, "Les limites").getByRole("textbox").first().fill("Écrit par quelqu’un d’autre.");
  await saved(other);
  await other.close();
  await look();
  await expect(part(page, "Les limites").getByRole("textbox").first()).toHaveValue("Écrit par quelqu’un d’autre.");
});

test("one sentence written by two: both are shown and one chooses; words kept on older ones overwrite nothing", async ({
  page,
  browser,
  complaints,
}) => {
  const words = (tab: Page) => part(tab, "Pourquoi agir").getByRole("textbox").first();
  await page.goto(workshop);
  const other = await seat(browser, "RAPPORTEUR");
  await other.goto(workshop);
  await words(other).fill("Des mots venus d’ailleurs.");
  await words(other).press("Control+s");
  await saved(other);
  await words(page).fill("Ce que j’écris.");
  const bothIn = (tab: Page) => part(tab, "Pourquoi agir").getByRole("status").filter({ hasText: "En vigueur" });
  const both = bothIn(page);
  await expect(both).toContainText("Des mots venus d’ailleurs.");
  await expect(both).toContainText("Ce que j’écris.");
  await expect(page.getByText("Quelqu’un a enregistré entre-temps : à choisir").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await both.getByRole("button", { name: "Mettre les deux à la suite" }).click();
  await part(page, "Pourquoi agir").getByRole("button", { name: "Enregistrer ma version" }).click();
  await saved(page);
  await expect(words(page)).toHaveValue("Des mots venus d’ailleurs. Ce que j’écris.");

  // Typed without a network, then saved by the other: coming back shows both, and saves nothing over theirs.
  await page.context().setOffline(true);
  await words(page).fill("Écrit dans le train.");
  await expect(page.getByText(/^Enregistré sur cet appareil/).first()).toBeVisible();
  const device = page.context();
  await page.close();
  await device.setOffline(false);
  await other.reload();
  await words(other).fill("Au bureau, tout autre chose.");
  await saved(other);
  await other.close();
  const back = await device.newPage();
  await back.goto(workshop);
  await expect(bothIn(back)).toContainText("Au bureau, tout autre chose.");
  await expect(words(back)).toHaveValue("Écrit dans le train.");
  complaints.length = 0; // The browser complains of the network, as it should.
});

test("the public act is last: read again, undone within thirty seconds, then done; nobody else saw anything", async ({
  page,
  browser,
}) => {
  test.slow();
  await page.goto(workshop);
  const last = part(page, "Rendre la proposition publique");
  await expect(last).toContainText("Pendant trente secondes, on peut défaire");
  await last.getByRole("button", { name: "Demander la publication" }).press("Enter");
  await expect(last.getByText(/Une autre personne de l’équipe doit confirmer/)).toBeVisible();

  const second = await seat(browser, "FACILITATOR");
  await second.goto("/proposals/proposition-4/adopt");
  const act = part(second, "Rendre la proposition publique");
  await act.getByRole("button", { name: "Rendre publique" }).press("Enter");
  await expect(act.getByRole("button", { name: "Défaire" })).toBeFocused();
  expect(await violations(second)).toEqual([]);
  const visitor = await seat(browser);
  expect((await visitor.request.get(`${site.baseURL}/proposals/proposition-4`)).status()).toBe(404);
  await second.keyboard.press("u");
  await expect(act.getByText(/^Rien n’a paru/)).toBeVisible();

  // Thirty seconds pass.
  await act.getByRole("button", { name: "Rendre publique" }).press("Enter");
  await expect(act.getByRole("button", { name: "Défaire" })).toBeFocused();
  await site.sql("update proposal set publishes_at = now() where slug = 'proposition-4'");
  await second.reload();
  await expect(second.getByText("Ouverte à la discussion").first()).toBeVisible({ timeout: 30_000 });
  await visitor.goto("/proposals/proposition-4");
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Des règles à la taille des gestes");
  await second.close();
  await visitor.close();

  // From now on a save is a version: it is made when one says so.
  await page.reload();
  const words = part(page, "Les limites").getByRole("textbox").first();
  await words.fill("Une version que chacun lit.");
  await expect(page.getByText(/chaque enregistrement est une version publique/).first()).toBeVisible();
  await words.press("Control+s");
  await saved(page);
});

test("the workshop is short, fits every screen, and is accessible by day and by night", async ({ page }) => {
  for (const [width, most] of [
    [1280, 3300],
    [390, 5000],
    [320, 6200],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/proposals/proposition-1/edit");
    await expect(part(page, "Le problème").getByRole("textbox").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight), `${width}`).toBeLessThanOrEqual(most);
    expect(await overflows(page), `${width}`).toBe(false);
    expect(await coveredNames(page), `${width}`).toEqual([]);
    if (width === 1280) await holds(page);
    if (width === 320) expect(await violations(page)).toEqual([]);
  }
});
