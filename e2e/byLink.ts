import type { Page } from "@playwright/test";
import { expect, mails } from "./fixtures.ts";

/** Asks for a link to sign in with this address, at this page, opens the one of the last mail to it, and confirms it. */
export async function byLink(page: Page, address: string, at = "/sign-in") {
  await page.goto(at);
  await page.getByLabel("Votre adresse électronique").fill(address);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(page.getByText(/Un lien vient de partir/)).toBeVisible();
  const mail = (await mails(page)).find((it) => it.startsWith(`${address}\n`));
  await page.goto(/\/sign-in\/confirm\?token=[\w-]+/.exec(mail!)![0]);
  await page.getByRole("button", { name: "Me connecter" }).click();
}
