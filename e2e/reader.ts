import type { Page } from "@playwright/test";
import type { test as base } from "./fixtures.ts";
import { lasts } from "./keptContexts.ts";

/** Stories whose page is that of one visitor, who reads page after page: what the browser has compiled serves the next. */
export const readBy = (test: typeof base) =>
  test.extend<object, { reader: Page }>({
    reader: [
      async ({ browser }, use) => {
        const context = await browser.newContext({
          locale: "fr-FR",
          timezoneId: "Europe/Paris",
          serviceWorkers: "block",
        });
        await use(await lasts(context).newPage());
        await context.close();
      },
      { scope: "worker" },
    ],
    page: ({ reader }, use) => use(reader),
  });
