import type { Browser } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";

/** Every address a visitor can open, one of each kind. */
const addresses = [
  "/",
  "/questionnaires",
  "/questionnaires/questionnaire-4",
  "/questionnaires/questionnaire-1",
  "/questionnaires/questionnaire-4/print",
  "/questionnaires/questionnaire-1/results",
  "/questionnaires/questionnaire-2/results?within=INDIVIDUAL",
  "/questionnaires/questionnaire-4/results",
  "/follow",
  "/contributions",
  "/contributions?q=caisse%20introuvable",
  "/themes",
  "/themes/circuits-courts",
  "/groups/circuits-courts",
  "/objectives/objectif-1",
  "/objectives/objectif-4",
  "/syntheses/point-d-etape-1",
  "/syntheses/point-d-etape-3?draw=7",
  "/syntheses/point-d-etape-1/versions",
  "/syntheses/point-d-etape-1/versions/1",
  "/syntheses/point-d-etape-1/versions/1/2",
  "/syntheses/point-d-etape-1/annex",
  "/syntheses/point-d-etape-1/reactions",
  "/proposals",
  "/proposals/proposition-1",
  "/proposals/proposition-1/versions",
  "/proposals/proposition-1/versions/1",
  "/proposals/proposition-1/versions/1/1",
  "/proposals/proposition-1/amendments",
  "/proposals/proposition-1/amendments?part=MEASURE",
  "/presentation",
  "/open-data",
  "/proposals/coherence",
  "/glossary",
  "/glossary/circuit-court",
  "/language-kit",
  "/exchanges",
  "/interlocutors",
  "/handovers",
  "/office",
  "/meetings",
  "/meetings/reunion-1",
  "/documents",
  "/schedule",
  "/territories",
  "/territories/bretagne",
  "/territories/finistere",
  "/initiatives",
  "/initiatives/propose",
  "/sign-in",
  "/demo/mail",
  "/accessibility",
  "/privacy",
];

/** What is reached by a link of a list: the first of its kind. */
const firstOf = [
  ["/contributions", 'main a[href^="/contributions/"]'],
  ["/objectives/objectif-1", 'main a[href^="/key-points/"]'],
  ["/interlocutors", 'main a[href^="/interlocutors/"]'],
  ["/handovers", 'main a[href^="/handovers/"]'],
  ["/proposals/proposition-1/amendments", 'main h3 a[href*="/amendments/"]'],
  ["/documents", 'main a[href^="/documents/"]'],
  ["/initiatives", 'main h3 a[href^="/initiatives/"]'],
] as const;

const looks = [
  { name: "1280, light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "390, dark", viewport: { width: 390, height: 844 }, colorScheme: "dark" },
] as const;

const pageOf = async (browser: Browser, look: (typeof looks)[number], baseURL: string) => {
  const context = await browser.newContext({ ...look, baseURL, locale: "fr-FR", reducedMotion: "reduce" });
  return context.newPage();
};

for (const look of looks) {
  for (const address of addresses)
    test(`nothing stands in the way of anybody on ${address} (${look.name})`, async ({ browser, baseURL }) => {
      const page = await pageOf(browser, look, baseURL!);
      expect((await page.goto(address))!.status()).toBe(200);
      await page.waitForLoadState("networkidle");
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.context().close();
    });

  for (const [list, link] of firstOf)
    test(`nothing stands in the way on what ${list} leads to (${look.name})`, async ({ browser, baseURL }) => {
      const page = await pageOf(browser, look, baseURL!);
      await page.goto(list);
      const href = await page.locator(link).first().getAttribute("href");
      expect((await page.goto(href!))!.status()).toBe(200);
      await page.waitForLoadState("networkidle");
      expect(await violations(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.context().close();
    });
}

test("the bench and its pages stand in nobody's way", async ({ page, as }) => {
  await as("RAPPORTEUR");
  for (const address of ["/bench", "/bench/key-points?objective=objectif-4", "/proposals/proposition-4/edit"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await violations(page), address).toEqual([]);
  }
  await page.goto("/bench?objective=objectif-1");
  await page.getByRole("link", { name: "Reprendre la lecture" }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("every page fits in 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    if (await overflows(page)) wide.push(address);
  }
  expect(wide).toEqual([]);
});

test("one reaches the text without going through the header, and knows where one is", async ({ page }) => {
  await page.goto("/contributions");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Propositions" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
