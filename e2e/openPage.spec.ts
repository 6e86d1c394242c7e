import type { Page } from "@playwright/test";
import { expect, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { secondPerson } from "./seat.ts";
import { signIn } from "./signIn.ts";

/** Not on the site of all: nobody else is on its pages, and seconds pass there. */
const { test, site, seat } = onOwnSite({ shared: true });

/** The pages where a proposal and a synthesis are written, and the query that each repeats. */
const pages = [
  ["proposal", "/proposals/proposition-4/edit", "WorkshopLook"],
  ["synthesis", "/syntheses/point-d-etape-3/write", "RefreshWriting"],
] as const;

test.beforeEach(async ({ page }) => {
  await signIn(page, site.baseURL, "RAPPORTEUR");
});

for (const [what, address, refresh] of pages)
  test(`two people who write one ${what} read each other’s name; whoever left, or looks away, is named no more`, async ({
    page,
    browser,
  }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(/"operationName":"(\w+)"/.exec(request.postData() ?? "")?.[1] ?? ""));
    const said = (tab: Page) =>
      tab
        .waitForResponse((one) => !!one.request().postData()?.includes('"KeepPageOpen"'))
        .then((one) => one.finished());
    const arrive = async (tab: Page) => Promise.all([said(tab), tab.goto(address)]);
    const turn = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    const look = () => Promise.all([said(page), turn()]);
    const line = (tab: Page) => tab.getByRole("status").filter({ hasText: "aussi cette page ouverte" });
    await site.sql("delete from open_page");
    await arrive(page);
    await expect(line(page)).toHaveCount(0);
    const other = await seat(browser, secondPerson);
    await arrive(other);
    await expect(line(other)).toHaveText("Rapporteur (démo) a aussi cette page ouverte.");
    // From then on the page watches what is typed, and asks for nothing meanwhile.
    await page.waitForLoadState("networkidle");
    asked.length = 0;
    const top = () =>
      page
        .locator("main h2")
        .first()
        .evaluate((it) => it.getBoundingClientRect().top);
    const stood = await top();
    await look();
    await expect(line(page)).toHaveText("Seconde rapporteuse (démo) a aussi cette page ouverte.");
    // The button about to be pressed stays where it was.
    expect(await top()).toBe(stood);
    expect(await violations(page)).toEqual([]);
    // Longer than the team’s bar waits after an act: this is none.
    await page.waitForTimeout(1000);
    expect([...new Set(asked)].filter((name) => name).toSorted()).toEqual(["KeepPageOpen", refresh]);

    await other.context().close();
    await site.sql("update open_page set seen_at = seen_at - interval '1 minute'");
    await look();
    await expect(line(page)).toHaveCount(0);

    // Looked away from, the page says nothing.
    asked.length = 0;
    await page.evaluate(() => Object.defineProperty(document, "hidden", { configurable: true, value: true }));
    await turn();
    await page.waitForTimeout(300);
    expect(asked.filter((name) => name)).toEqual([]);
  });
