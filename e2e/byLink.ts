import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

/** Asks for a link to sign in with this address, opens the one of the mail just sent, and confirms it. */
export async function byLink(page: Page, address: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Votre adresse électronique").fill(address);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(page.getByText(/un lien vient de partir/)).toBeVisible();
  await page.goto("/demo/mail");
  const mail = await page.locator("main").textContent();
  await page.goto(/\/sign-in\/confirm\?token=[\w-]+/.exec(mail!)![0]);
  await page.getByRole("button", { name: "Me connecter" }).click();
}
