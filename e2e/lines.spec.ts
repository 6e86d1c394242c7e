import type { Locator } from "@playwright/test";
import { expect, overflows, test } from "./fixtures.ts";

/** Where things stand from the top of the page, each once. */
const linesOf = async (things: Locator) =>
  things.evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().top)))]);

test("no way to speak of what somebody wrote stands alone beside an empty line", async ({ page }) => {
  await page.goto("/contributions");
  await page.locator('main a[href^="/contributions/"]').first().click();
  const ways = page.getByRole("group", { name: "Votre réaction" });
  const all = ways.getByRole("button");
  await expect(all).toHaveCount(5);
  for (const width of [1280, 1000, 700, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const [last, before] = [(await all.nth(4).boundingBox())!, (await all.nth(3).boundingBox())!];
    const isAlone = last.y > before.y;
    if (isAlone) expect(last.width).toBeCloseTo((await ways.boundingBox())!.width, 0);
    expect(await overflows(page)).toBe(false);
  }
});

test("the objectives of a group stand in one line above its key points", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await page.goto("/reading/key-points");
  const objectives = page.getByRole("navigation", { name: "Objectif" }).getByRole("link");
  await expect(objectives.nth(3)).toBeVisible();
  expect(await linesOf(objectives)).toHaveLength(1);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflows(page)).toBe(false);
});

test("beside a role three people are named, and the others are one press away", async ({ page, as }) => {
  await as("FACILITATOR");
  await page.goto("/groups/circuits-courts/launch/team");
  const role = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Parle d’un territoire" }) });
  const named = role.getByRole("listitem").filter({ visible: true });
  await expect(named).toHaveCount(3);
  await expect(named.first()).toContainText("Bretagne");
  await role.getByText(/^et \d+ autres$/).click();
  expect(await named.count()).toBeGreaterThan(6);
});
