import type { Locator, Page } from "@playwright/test";
import { addresses, firstIn, firstOf } from "./addresses.ts";
import { expect, looksLike, overflows, settled, test, tooLow, violations } from "./fixtures.ts";
import { readBy } from "./reader.ts";
import { sameNames } from "./sameNames.ts";
import { turnTo } from "./turnTo.ts";

const looks = [
  { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

/** Wide and light, narrow and dark, and the narrowest width a page must fit. */
async function stands(page: Page, address: string) {
  for (const [turn, look] of looks.entries()) {
    await looksLike(page, { ...look, reducedMotion: "reduce" });
    if (turn === 0) {
      const [answer] = await Promise.all([page.request.get(address), turnTo(page, address)]);
      expect(answer.status()).toBe(200);
      await settled(page);
      expect(await sameNames(page)).toEqual([]);
    }
    expect(await violations(page, true), look.colorScheme).toEqual([]);
    expect(await overflows(page), `${look.viewport.width} px`).toBe(false);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflows(page), "320 px").toBe(false);
}

const reading = readBy(test);

for (const address of addresses)
  reading(`nothing stands in the way of anybody on ${address}, and it fits in 320 pixels`, ({ page, baseURL }) =>
    stands(page, baseURL! + address),
  );

for (const [list, link] of firstOf)
  reading(`nothing stands in the way on the first page that ${list} leads to`, async ({ page, baseURL }) => {
    await stands(page, baseURL! + (await firstIn(page, baseURL! + list, link)));
  });

test("the reading desk and its pages stand in nobody's way", async ({ page, as }) => {
  await as("RAPPORTEUR");
  for (const address of [
    "/reading",
    "/reading?objective=objectif-4",
    "/desk",
    "/productions",
    "/meetings/reunion-1/edit",
    "/reading/key-points?objective=objectif-4",
    "/proposals/proposition-4/edit",
    "/groups/circuits-courts/curation",
    "/documents/new",
    "/imports",
    "/groups/circuits-courts/grid",
  ]) {
    await turnTo(page, address);
    // The workshop says its title to whoever listens: whoever looks reads it in its field.
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await settled(page);
    expect(await sameNames(page), address).toEqual([]);
    expect(await violations(page, true), address).toEqual([]);
  }
  await turnTo(page, "/reading?objective=objectif-1");
  await page.getByRole("link", { name: "Reprendre la lecture" }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  expect(await violations(page, true)).toEqual([]);
});

test("a calendar moves by keys, says first what it moves, is undone, and stands in nobody's way", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await stands(page, "/holidays");
  await stands(page, "/groups/circuits-courts/schedule");
  await page.setViewportSize({ width: 1280, height: 900 });
  const step = page.getByRole("slider", { name: "Présentation des propositions concrètes" });
  const before = await step.getAttribute("aria-valuetext");
  await step.press("PageUp");
  const moves = page.getByRole("region", { name: "Ce que cela déplace" });
  await expect(moves.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Enregistrer ces dates" }).click();
  await expect(moves.getByRole("alert")).toBeVisible();
  await moves.getByLabel("Pourquoi").fill("La salle est prise.");
  await page.getByRole("button", { name: "Enregistrer ces dates" }).click();
  await expect(page.getByText("Le calendrier est enregistré.")).toBeVisible();
  await expect(step).not.toHaveAttribute("aria-valuetext", before!);
  await page.getByRole("button", { name: "Défaire" }).click();
  await expect(step).toHaveAttribute("aria-valuetext", before!);
});

test("the settings of the instance stand in nobody's way", async ({ page, as }) => {
  await as("ADMINISTRATOR");
  for (const address of [
    "/instance",
    "/instance/lists?list=SECTOR",
    "/instance/lists?list=THEME",
    "/instance/territories",
    "/people",
    "/my-data",
    "/organisations/new",
    "/profile",
  ]) {
    await turnTo(page, address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await settled(page);
    // Two people may have one name.
    if (address !== "/people") expect(await sameNames(page), address).toEqual([]);
    expect(await violations(page, true), address).toEqual([]);
  }
  // The secret of a second factor, drawn and in letters; nothing is changed until a code of it is given.
  await page.getByRole("button", { name: "Préparer un secret" }).click();
  await expect(page.getByLabel("Le code que donne l’application")).toBeVisible();
  expect(await violations(page, true)).toEqual([]);
  await page.getByRole("button", { name: "Ne rien changer" }).click();
  await expect(page.getByRole("button", { name: "Préparer un secret" })).toBeVisible();
});

test("on the pages of those who work a finger finds each box and link, and words twice as big are not cut", async ({
  page,
  as,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [role, pages] of [
    ["MODERATOR", ["/moderation"]],
    [
      "RAPPORTEUR",
      ["/desk", "/reading", "/reading/key-points?objective=objectif-4", "/groups/circuits-courts/curation"],
    ],
    ["FACILITATOR", ["/groups/circuits-courts/run", "/questionnaires/write/questionnaire-4"]],
  ] as const) {
    await as(role);
    for (const address of pages) {
      await turnTo(page, address);
      await settled(page);
      expect(await tooLow(page), address).toEqual([]);
      await page.evaluate(() => void (document.documentElement.style.fontSize = "200%"));
      expect(await overflows(page), address).toBe(false);
      const matters = page.locator("#main p:has([data-matter]) small");
      const cut = await matters.evaluateAll(
        (lines) => lines.filter((line) => line.scrollWidth > line.clientWidth).length,
      );
      expect(cut, address).toBe(0);
      // Eight columns would break the words of each: the chain is a list.
      await expect(page.locator("main thead").getByText("Point d’étape")).toBeHidden();
    }
  }
});

test("one reaches the text without going through the header, and knows where one is", async ({ page }) => {
  await page.goto("/contributions");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  // A step back leads to where one was: the link that was followed, not the first one.
  const meeting = page.locator("#main a[href^='/meetings/']").nth(2);
  await meeting.press("Enter");
  await expect(page).toHaveURL(/\/meetings\//);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(meeting).toBeFocused();
});

test("a theme of high contrast, which takes backgrounds away, says what is open and what is chosen", async ({
  page,
  as,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/contributions");
  const ground = (link: Locator) => link.evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const bar of ["Principale", "Lire"]) {
    const links = page.getByRole("navigation", { name: bar }).locator("a");
    const open = await ground(links.and(page.locator("[aria-current]")));
    expect(await Promise.all((await links.and(page.locator(":not([aria-current])")).all()).map(ground))).not.toContain(
      open,
    );
  }
  // Dark, the words retained and the words looked for are still there to be read.
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  const ink = (mark: Locator) =>
    mark.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return [backgroundColor, color];
    });
  for (const address of ["/contributions", "/search?q=pain"]) {
    await page.goto(address);
    const [under, words] = await ink(page.locator("main mark").first());
    expect(under).not.toMatch(/^rgba.* 0\)$/);
    expect(words).not.toBe(under);
  }
  // Where colours stay and more contrast is asked for, what is said more quietly has the ink of the rest.
  await page.emulateMedia({ forcedColors: "none", contrast: "more" });
  const [quiet, whole] = await Promise.all(
    ["main .quiet", "body"].map(async (words) => (await ink(page.locator(words).first()))[1]),
  );
  expect(quiet).toBe(whole);
  await page.emulateMedia({ forcedColors: "active", contrast: null });
  // An outcome whose circle is not drawn has its own mark.
  await as("MODERATOR");
  await page.goto("/moderation");
  const outcomes = page.locator("main label:has(input[type=radio])");
  await outcomes.first().click();
  const border = (label: Locator) => label.evaluate((element) => getComputedStyle(element).borderTopWidth);
  expect(await border(outcomes.first())).not.toBe(await border(outcomes.last()));
});
