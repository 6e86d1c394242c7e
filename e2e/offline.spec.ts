import type { Page } from "@playwright/test";
import { goOn, heading, proposal, questionnaire, saved } from "./answering.ts";
import { expect, test } from "./fixtures.ts";

/** Waits until the questionnaire of a page is on the device: what is there is what people have after a first visit. */
const onDevice = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        async (path) => Boolean(await caches.match(path, { ignoreVary: true })),
        new URL(page.url()).pathname,
      ),
    )
    .toBe(true);

test.use({ serviceWorkers: "allow" });

test("a questionnaire that was opened once opens without a network, in another tab, at any of its parts", async ({
  context,
  page,
  complaints,
}) => {
  await page.goto(questionnaire);
  await onDevice(page);
  await context.setOffline(true);

  const tab = await context.newPage();
  await tab.goto(questionnaire);
  await expect(heading(tab)).toHaveText("Votre territoire");
  await tab.getByLabel("Depuis quel territoire parlez-vous").selectOption({ label: "Finistère" });
  await goOn(tab);
  await tab.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await tab.getByLabel("Que proposez-vous de faire").fill(proposal);
  await expect(saved(tab)).toBeVisible();
  await tab.close({ runBeforeUnload: false });

  const later = await context.newPage();
  await later.goto(`${questionnaire}?part=2`);
  await expect(later.getByLabel("Que proposez-vous de faire")).toHaveValue(proposal);
  await later.getByRole("link", { name: "Envoyer ce que j’ai écrit" }).click();
  await expect(heading(later)).toHaveText("Relisez, puis envoyez");
  await later.reload();
  await expect(heading(later)).toHaveText("Relisez, puis envoyez");
  await expect(later.getByRole("definition").filter({ hasText: proposal })).toBeVisible();
  expect(complaints.splice(0).filter((text) => !text.includes("net::ERR_"))).toEqual([]);
});
