import type { Page } from "@playwright/test";
import { expect, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { secondPerson } from "./seat.ts";
import { signIn } from "./signIn.ts";

/** A site of its own: nobody else is in its workshops, and seconds pass there. */
const { test, site, seat } = onOwnSite();

const workshop = "/proposals/proposition-4/edit";

test.beforeEach(async ({ page }) => {
  await signIn(page, site.baseURL, "RAPPORTEUR");
});

test("two people in one workshop read each other’s name; whoever left, or looks away, is named no more", async ({
  page,
  browser,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(/"operationName":"(\w+)"/.exec(request.postData() ?? "")?.[1] ?? ""));
  const said = (tab: Page) =>
    tab
      .waitForResponse((one) => !!one.request().postData()?.includes('"KeepWorkshopOpen"'))
      .then((one) => one.finished());
  const arrive = async (tab: Page) => Promise.all([said(tab), tab.goto(workshop)]);
  const turn = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const look = () => Promise.all([said(page), turn()]);
  const line = (tab: Page) => tab.getByRole("status").filter({ hasText: "aussi cette page ouverte" });
  await site.sql("delete from open_workshop");
  await arrive(page);
  await expect(line(page)).toHaveCount(0);
  const other = await seat(browser, secondPerson);
  await arrive(other);
  await expect(line(other)).toHaveText("Rapporteur (démo) a aussi cette page ouverte.");
  await expect(page.getByText("Enregistré", { exact: true })).toBeVisible();
  asked.length = 0;
  await look();
  await expect(line(page)).toHaveText("Seconde rapporteuse (démo) a aussi cette page ouverte.");
  expect(await violations(page)).toEqual([]);
  // Longer than the team’s bar waits after an act: this is none.
  await page.waitForTimeout(1000);
  expect([...new Set(asked)].filter((name) => name).toSorted()).toEqual(["KeepWorkshopOpen", "WorkshopLook"]);

  await other.context().close();
  await site.sql("update open_workshop set seen_at = seen_at - interval '1 minute'");
  await look();
  await expect(line(page)).toHaveCount(0);

  // Looked away from, the page says nothing.
  asked.length = 0;
  await page.evaluate(() => Object.defineProperty(document, "hidden", { configurable: true, value: true }));
  await turn();
  await page.waitForTimeout(300);
  expect(asked).toEqual([]);
});
