import type { BrowserContext } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.describe.configure({ mode: "serial" });
// Also when it is told again.
test.use({ keeps: true });

const seen: BrowserContext[] = [];

/** All that a page finds on the device, by the name of the place. */
const found = () =>
  Promise.all([indexedDB.databases(), caches.keys()]).then(([databases, stores]) => ({
    cookies: document.cookie.split("; ").filter((cookie) => cookie.startsWith("left")),
    local: localStorage.getItem("left"),
    session: sessionStorage.getItem("left"),
    databases: databases.filter(({ name }) => name === "left").length,
    stores: stores.filter((name) => name === "left").length,
  }));

const nothing = { cookies: [], local: null, session: null, databases: 0, stores: 0 };

test("a story leaves something in every place where a page may keep it", async ({ page, context, as }) => {
  await page.goto("/", { waitUntil: "networkidle" });
  await as("RAPPORTEUR");
  await page.reload();
  await page.evaluate(async () => {
    document.cookie = "left=1";
    localStorage.setItem("left", "1");
    sessionStorage.setItem("left", "1");
    await caches.open("left");
    await new Promise((done) => (indexedDB.open("left").onsuccess = done));
  });
  expect(await page.evaluate(found)).toEqual({
    cookies: ["left=1"],
    local: "1",
    session: "1",
    databases: 1,
    stores: 1,
  });
  seen.push(context);
});

test("the next one finds nothing of it but the scripts that were downloaded, and changes the clock", async ({
  page,
  context,
}) => {
  expect(context).toBe(seen[0]);
  expect(await context.cookies()).toEqual([]);
  await page.goto("/");
  expect(await page.evaluate(found)).toEqual(nothing);
  await expect(page.getByRole("banner").getByRole("link", { name: "Mon bureau" })).toHaveCount(0);
  const sent = () =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map((entry) => (entry as PerformanceResourceTiming).transferSize);
  expect((await page.evaluate(sent)).filter((bytes) => bytes > 0)).toEqual([]);
  await page.clock.setFixedTime(0);
});

test("what was changed otherwise than by its pages is nobody's after", async ({ page, context }) => {
  expect(context).not.toBe(seen[0]);
  await page.goto("/");
  expect(await page.evaluate(() => Date.now())).toBeGreaterThan(0);
});
