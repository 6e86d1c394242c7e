import type { Browser, Page } from "@playwright/test";
import { expect, overflows } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";
import { lasts } from "./keptContexts.ts";

/** A page of somebody, in a browser of their own. */
export async function openedAt(browser: Browser, baseURL: string, width = 1280) {
  const viewport = { width, height: 900 };
  const context = await browser.newContext({ baseURL, locale: "fr-FR", timezoneId: "Europe/Paris", viewport });
  context.setDefaultTimeout(30_000);
  return lasts(context).newPage();
}

/** Takes up an invitation under a name. */
export const join = async (page: Page, name: string, email: string) => {
  await page.getByLabel("Votre nom, comme il paraîtra").fill(name);
  await page.getByLabel("Votre adresse électronique").fill(email);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(instance|desk|me|space)/);
};

/** Opens the last fold of this name, and answers it. */
export const unfold = async (page: Page, summary: string) => {
  const fold = page.locator("details", { has: page.locator("summary", { hasText: summary }) }).last();
  if ((await fold.getAttribute("open")) === null) await fold.locator("summary").click();
  return fold;
};

/** The title of a step is as close as those of the team, so that what it asks begins soon under it. */
export async function asksAtOnce(page: Page) {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const title = page.getByRole("heading", { level: 1 });
    const { size, under } = await title.evaluate((it) => {
      const { top } = it.getBoundingClientRect();
      const controls = [...document.querySelectorAll("main :is(input, select, textarea, button, summary, a[href])")];
      const below = controls.map((one) => one.getBoundingClientRect()).filter((box) => box.height > 0 && box.top > top);
      const first = Math.min(...below.map((box) => box.top - top));
      return { size: Number.parseFloat(getComputedStyle(it).fontSize), under: first };
    });
    expect(size, `${width} px`).toBeLessThanOrEqual(width === 1280 ? 32 : 28);
    expect(under, `${width} px`).toBeLessThan(300);
    expect(await overflows(page)).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Lists with nothing in them: why, and where one goes on. */
const leads = [
  ["/glossary", "Les rapporteurs d’un groupe y définissent les mots", "Ce qui s’est dit"],
  ["/language-kit", "Ses rapporteurs l’écrivent à partir des points d’étape", "Propositions"],
  ["/initiatives", "Chacun peut en proposer une, sans compte.", "Proposer une initiative"],
  ["/organisations", "Aucune structure n’est encore inscrite.", "Répondre à un questionnaire"],
  ["/questionnaires/write", "Un questionnaire est celui d’un objectif", "Lancer un groupe"],
] as const;

/** An empty page without any group leads those who may fill it to the act; it tells anybody who does. */
export async function leadsOn(page: Page) {
  await turnTo(page, "/schedule");
  await expect(page.getByText("Il se dessine quand un groupe se lance")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Lancer un groupe" })).toBeVisible();
  await turnTo(page, "/notebooks");
  await expect(page.getByText("Les rapporteurs d’un groupe les apportent ici")).toBeVisible();
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveCount(0);
  await page.goto("/watch");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Que voulez-vous suivre/);
  await page.goto("/meetings/new");
  await expect(page.getByText("Une réunion est celle d’un groupe, et il n’y en a pas encore.")).toBeVisible();
  for (const [address, why, on] of leads) {
    await turnTo(page, address);
    await expect(page.getByText(why), address).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: on }).last(), address).toBeVisible();
  }
  await turnTo(page, "/documents/new");
  await expect(page.getByText("Un document est celui d’un groupe, et il n’y en a pas encore.")).toBeVisible();
}

/** No theme is chosen for whoever begins a group: none is named before. */
export async function choosesTheme(page: Page) {
  const theme = page.getByLabel("Thème", { exact: true });
  const named = page.getByRole("complementary").last().getByRole("heading");
  await expect(theme).toHaveValue("");
  await expect(named).toHaveText("Le nom du groupe");
  await theme.selectOption({ index: 1 });
  await expect(named).toHaveText("Coopérer et mutualiser");
}

/** Before anybody spoke, territories show neither a map nor a table of noughts: a sentence, and where one answers. */
export async function tellsNoNoughts(page: Page) {
  const main = page.getByRole("main");
  const noughts = main.getByRole("figure").getByText("0", { exact: true });
  await turnTo(page, "/territories");
  await expect(main.getByText("Aucune réponse n’est encore comptée.")).toBeVisible();
  await expect(main.getByRole("link", { name: "Voir quand répondre" })).toBeVisible();
  await expect(main.locator("table, figure")).toHaveCount(0);
  await turnTo(page, "/follow");
  await expect(main.getByRole("link", { name: "Bretagne : aucune réponse" })).toBeVisible();
  await expect(noughts).toHaveCount(0);
  await turnTo(page, "/territories/bretagne");
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Bretagne");
  await expect(main.getByText("Aucun questionnaire n’est ouvert")).toHaveCount(1);
  await expect(main.getByText(/0 %|Rien n’a encore été tiré/)).toHaveCount(0);
  await expect(noughts).toHaveCount(0);
}
