import type { Browser } from "@playwright/test";
import { test as base } from "./fixtures.ts";
import type { ownSite } from "./ownSite.ts";
import { forget, signIn } from "./signIn.ts";

/** Stories told on the second site of this worker since it had the demonstration alone. */
let told: "nothing" | "shared" | "own" = "nothing";

/**
 * A site for the stories of one file, whose acts cannot be undone: its `test`, whose page is on it, and seats at it. The
 * file says in which mode it is told, serial or default. It is the second site of the worker, which begins again with the
 * demonstration alone; not for files that are `shared`, as none of their acts is in the way of another one of these.
 */
export function onOwnSite({ shared = false } = {}) {
  const site = {} as Awaited<ReturnType<typeof ownSite>>;
  base.beforeAll(async ({ besideSite }) => {
    base.setTimeout(240_000);
    if (told === "own" || (told === "shared" && !shared)) {
      await besideSite.renew();
      forget(besideSite.baseURL);
    }
    told = shared ? "shared" : "own";
    Object.assign(site, besideSite);
  });

  const test = base.extend({
    // Playwright reads what a fixture needs from its first parameter: this one needs nothing.
    // oxlint-disable-next-line no-empty-pattern
    baseURL: async ({}, use) => use(site.baseURL),
  });

  /** A page of its own, signed in as the first holder of a role or as a named person. */
  const seat = async (browser: Browser, who?: string, locale = "fr-FR") => {
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ baseURL: site.baseURL, locale, viewport });
    const page = await context.newPage();
    if (who) await signIn(page, site.baseURL, who);
    return page;
  };

  return { site, test, seat };
}
