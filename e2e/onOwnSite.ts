import type { Browser } from "@playwright/test";
import { test as base } from "./fixtures.ts";
import { ownSite } from "./ownSite.ts";
import { signIn } from "./signIn.ts";

/**
 * A site for the stories of one file, whose acts cannot be undone: its `test`, whose page is on it, and seats at it. The
 * file says in which mode it is told, serial or default: told by two workers, it would start two sites. Where none of
 * its acts is in the way of another file, it is `shared` with those that say so, one after another.
 */
export function onOwnSite({ shared = false } = {}) {
  const site = {} as Awaited<ReturnType<typeof ownSite>>;
  if (shared) base.beforeAll(({ besideSite }) => void Object.assign(site, besideSite));
  else {
    base.beforeAll(async () => {
      base.setTimeout(240_000);
      Object.assign(site, await ownSite());
    });
    base.afterAll(() => site.stop());
  }

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
