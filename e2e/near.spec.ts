import { randomUUID } from "node:crypto";
import { ask, respond } from "./answering.ts";
import { expect, overflows, sent, test, violations } from "./fixtures.ts";
import { signIn } from "./signIn.ts";

test.describe.configure({ mode: "serial" });

/** Its own words at each try, in the midst of others: tries leave their rows behind, which are not to be near these. */
let mark: string;
test.beforeEach(() => (mark = randomUUID().slice(0, 6)));
/** A territory from which no other test answers. */
const territory = "DEPARTMENT:2A";
const readingDesk = "/reading?objective=objectif-4&territory=corse";

test("the chosen words are suggested three key points, which say why; a digit gives to one, and nothing else does", async ({
  page,
  request,
  as,
  baseURL,
}) => {
  const text = `Une tournée de livraison commune entre fermes voisines (${mark}). Réserver un terrain en friche.`;
  await respond(request, baseURL!, "ANONYMOUS", { text, territory });
  await as("RAPPORTEUR");
  await page.goto(readingDesk);
  await page.getByRole("link", { name: mark }).first().click();
  const sentences = page.getByRole("listbox");
  await expect(sentences).toBeFocused();
  const give = page.getByRole("region", { name: "Donner la phrase à" });
  const near = give.getByRole("button", { name: /proche|mots en commun/ });
  await expect(near.filter({ hasText: "tournées" }).first()).toContainText("mots en commun");
  const places = async () => (await give.locator("ol").getByRole("button").allTextContents()).map((words) => words[0]);
  const digits = await places();

  await sentences.press("ArrowDown");
  await expect(near.filter({ hasText: "terrains" }).first()).toContainText("terrain");
  expect(await places()).toEqual(digits);
  await expect(page.getByText("Donné à :")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  await near.filter({ hasText: "terrains" }).first().click();
  await expect(page.getByText("Donné à : Réserver des terrains")).toBeVisible();
  await expect(sentences).toBeFocused();
  await sent(page);
});

test("identical answers are folded, listed, and read in one act; an almost identical one stays apart, with its difference", async ({
  page,
  request,
  as,
  baseURL,
}) => {
  const words = (act: string) => `${act} ${mark} de la TVA`;
  for (const text of [words("Baisse"), `${words("baisse")} !`, words("BAISSE"), words("Suppression")])
    await respond(request, baseURL!, "ANONYMOUS", { text, territory });
  await as("RAPPORTEUR");
  await page.goto(readingDesk);
  const item = (act: string) =>
    page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: new RegExp(`^${act} ${mark} de la TVA`, "i") }) })
      .filter({ has: page.getByText("presque identique") });
  const less = item("Baisse");
  await expect(less).toHaveCount(1);
  await less.getByText("identiques : 3").click();
  await less.getByText("1 réponse presque identique, à comparer").click();
  // The one of the three that stands for the others is drawn at random: it may be the one that ends with a mark.
  await expect(less.locator("del").first()).toHaveText(/^baisse$/i);
  await expect(less.locator("ins")).toHaveText("Suppression");
  // What says something else is left aside from here too, and put back at once.
  await less.getByRole("button", { name: /^Laisser de côté/ }).click();
  await expect(less).toHaveCount(0);
  await page.getByRole("button", { name: /^Remettre parmi les proches/ }).click();
  await less.getByText("1 réponse presque identique, à comparer").click();
  await expect(less.locator("ins")).toHaveText("Suppression");
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(page)).toBe(false);
  await page.setViewportSize({ width: 1280, height: 900 });

  const boxes = less.getByRole("checkbox", { name: "Choisir cette réponse" });
  await expect(boxes).toHaveCount(3);
  for (const box of await boxes.all()) await expect(box).not.toBeChecked();
  await less.getByRole("button", { name: "Choisir les 3" }).click();
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  // One is left for later: those that were read stay beside it, with nothing more to choose.
  await boxes.first().uncheck();
  await page.getByRole("button", { name: "Les choisies : lu, rien à ajouter" }).click();
  await expect(boxes).toHaveCount(1);
  await expect(less.getByText("identiques : 3")).toBeVisible();
  await boxes.check();
  await page.getByRole("button", { name: "Les choisies : lu, rien à ajouter" }).click();
  await expect(less).toHaveCount(0);

  await item("Suppression")
    .getByRole("link", { name: words("Suppression") })
    .click();
  await expect(page.getByRole("listbox")).toBeFocused();
  await page.keyboard.press("c");
  const beside = page.getByRole("region", { name: "Paroles proches" });
  await expect(beside.getByText("1 réponse presque identique, à comparer")).toBeVisible();
  await expect(beside.locator("del")).toHaveText("Suppression");
  expect(await violations(page)).toEqual([]);

  // One that says something else is left aside: it is found again below, and put back.
  const suggested = beside.getByRole("button", { name: new RegExp(`^Laisser de côté.*Baisse ${mark}`, "i") });
  await suggested.first().click();
  await expect(beside.getByText("Parole laissée de côté")).toBeVisible();
  await expect(beside.locator("del")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("listbox")).toBeFocused();
  await page.keyboard.press("c");
  await beside.getByText("Laissées de côté (1)").click();
  await expect(beside.getByText(/^Laissée de côté par/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await beside.getByRole("button", { name: /^Remettre parmi les proches/ }).click();
  await expect(beside.getByText("Elle est de nouveau parmi les proches.")).toBeVisible();
  await expect(beside.locator("del")).toHaveText("Suppression");
});

test("identical answers are all read from one of them, in one act that counts them", async ({
  page,
  request,
  as,
  baseURL,
}) => {
  const text = `Des halles ouvertes le soir ${mark}`;
  for (const _ of [1, 2]) await respond(request, baseURL!, "ANONYMOUS", { text, territory });
  await as("RAPPORTEUR");
  await page.goto(readingDesk);
  await page.getByRole("link", { name: text }).first().click();
  await expect(page.getByRole("listbox")).toBeFocused();
  await page.keyboard.press("c");
  const beside = page.getByRole("region", { name: "Paroles proches" });
  await expect(beside.getByText("1 autre réponse dit la même chose, mot pour mot")).toBeVisible();
  await beside.getByRole("button", { name: "Toutes les 2, celle-ci comprise : lu, rien à ajouter" }).click();
  await expect(beside.getByText("C’est noté pour les 2.")).toBeVisible();
  await page.goto(readingDesk);
  await expect(page.getByRole("link", { name: text })).toHaveCount(0);
});

test("near answers stand on one sheet: each is kept or taken out by keyboard, and the kept ones are given in one act that is undone by one", async ({
  page,
  request,
  as,
  baseURL,
}) => {
  const text = `Des bennes ${mark} partagées au marché.`;
  for (const _ of [1, 2, 3]) await respond(request, baseURL!, "ANONYMOUS", { text, territory });
  await as("RAPPORTEUR");
  await page.goto(readingDesk);
  await page.getByRole("link", { name: text }).first().click();
  await expect(page.getByRole("listbox")).toBeFocused();
  await page.keyboard.press("c");
  await page.getByRole("link", { name: "Voir sur une feuille" }).click();
  const same = page.getByRole("listitem").filter({ hasText: text });
  await expect(same).toHaveCount(3);
  for (const box of await same.getByRole("checkbox").all()) await expect(box).toBeChecked();
  const give = page.getByRole("button", { name: /^Donner le/ });
  await expect(give).toBeDisabled();
  expect(await violations(page)).toEqual([]);

  await same.nth(2).getByRole("checkbox").focus();
  await page.keyboard.press("x");
  await expect(same.nth(2).getByRole("checkbox")).not.toBeChecked();
  await expect(same.locator("mark")).toHaveCount(2);
  await page.keyboard.press("k");
  await expect(same.nth(1).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("2");
  await expect(give).toHaveText(/Donner les 2 passages/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 passages donnés.")).toBeVisible();
  await sent(page);
  const marked = async () => {
    const query = `query ($search: String!) { contributions(filter: { search: $search }, first: 10) { nodes { passages { id } } } }`;
    const { contributions } = await ask<any>(page.request, baseURL!, query, { search: `"${text}"` });
    expect(contributions.nodes).toHaveLength(3);
    return contributions.nodes.filter(({ passages }: any) => passages.length > 0).length as number;
  };
  expect(await marked()).toBe(2);
  await page.keyboard.press("u");
  await sent(page);
  await expect.poll(marked).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test("by touch near answers are kept, taken out and given with a thumb, and no key is spoken of", async ({
  browser,
  request,
  baseURL,
}) => {
  const text = `Des cageots ${mark} consignés entre voisins.`;
  for (const _ of [1, 2, 3]) await respond(request, baseURL!, "ANONYMOUS", { text, territory });
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ baseURL, locale: "fr-FR", viewport, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await signIn(page, baseURL!, "RAPPORTEUR");
  await page.goto(readingDesk);
  await page.getByRole("link", { name: text }).first().tap();
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.goto(`${page.url().split("?")[0]}/near?objective=objectif-4`);
  await expect(page.getByText(/^\d+ textes$/)).toBeVisible();
  await expect(page.getByText("1 territoire, rapprochés par leurs mots")).toBeVisible();
  const same = page.getByRole("listitem").filter({ hasText: text });
  await expect(same).toHaveCount(3);
  await same.nth(1).getByRole("checkbox").tap();
  await expect(same.nth(1).getByRole("checkbox")).not.toBeChecked();
  for (const key of await page.locator("kbd").all()) await expect(key).toBeHidden();
  await expect(page.getByText("J K suivre la liste")).toBeHidden();
  const give = page.getByRole("button", { name: /^Donner le/ });
  await expect(give).toBeDisabled();
  await page.getByRole("region", { name: "Donner à" }).getByRole("listitem").nth(1).getByRole("button").tap();
  for (const control of await page.getByRole("main").getByRole("button").all()) {
    const box = await control.boundingBox();
    if (box) expect(box.height).toBeGreaterThanOrEqual(43.5);
  }
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await give.tap();
  await expect(page.getByText("2 passages donnés.")).toBeVisible();
  await sent(page);
  await page.getByRole("button", { name: "Défaire" }).tap();
  await sent(page);
  await expect(give).toBeEnabled();
  await context.close();
});
