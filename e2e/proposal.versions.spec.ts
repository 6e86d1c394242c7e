import type { Page } from "@playwright/test";
import { expect, overflows, test as base, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { seated } from "./seat.ts";

const { site } = onOwnSite({ shared: true });

const proposal = "/proposals/proposition-1";

base(
  "each change of a proposal is a page that anybody reads, word for word beside the one before",
  async ({ browser }) => {
    base.setTimeout(120_000);
    await seated(browser, site.baseURL, "RAPPORTEUR", async (page) => {
      await page.goto(`${proposal}/edit`);
      const words = page.getByRole("article").first().getByRole("textbox").first();
      await words.fill(`${await words.inputValue()} Et cela se voit.`);
      await page.getByRole("article").first().getByRole("button", { name: "Enregistrer" }).first().click();
      await expect(page.getByText(/^Enregistré à/)).toBeVisible();
    });
    const story = async (page: Page) => {
      await page.goto(proposal);
      await page.getByRole("heading", { name: /^Son histoire/ }).click();
      await page.getByRole("link", { name: "2 versions" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Les versions");
      const steps = page.getByRole("list", { name: "Les versions" }).locator("> li");
      await expect(steps).toHaveCount(2);
      await expect(steps.nth(1)).toContainText("par Rapporteur");
      await expect(steps.nth(1)).toContainText(/SHA-256\s\(JSON\scanonique,\sRFC\s8785\)\s:\s[0-9a-f]{8}\s/);
      await steps.nth(1).getByRole("link", { name: "Comparer les versions 1 et 2" }).click();
      await expect(page.locator("ins")).toContainText("Et cela se voit.");
      await expect(page.getByText(/1 modifiée$/)).toBeVisible();
      await page.getByRole("link", { name: "Les versions", exact: true }).click();
      await page.getByRole("link", { name: "Lire la version 1" }).click();
      await expect(page.getByText("Vous lisez la version 1.")).toBeVisible();
      await expect(page.getByText("Et cela se voit.")).toHaveCount(0);
    };
    await seated(browser, site.baseURL, null, story);
    await seated(browser, site.baseURL, null, async (page) => {
      for (const path of ["", "/1", "/1/2"])
        for (const language of ["", "/en"]) {
          await page.goto(`${language}${proposal}/versions${path}`);
          expect(await violations(page), path).toEqual([]);
          for (const width of [320, 390, 1280]) {
            await page.setViewportSize({ width, height: 800 });
            expect(await overflows(page), `${language}${path} ${width}`).toBe(false);
          }
        }
      expect((await page.request.get(`${proposal}/versions/9`)).status()).toBe(404);
      expect((await page.request.get(`${proposal}/versions/1/9`)).status()).toBe(404);
    });
  },
);
