import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

/** The reading desk, as a search narrows it. */
export const open = async (page: Page, search = "") => {
  await turnTo(page, `/reading${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "La lecture" })).toBeVisible();
};

/** Focuses, as the keyboard does, the first text in the list that may be marked: the order of the list is drawn. */
export const firstLine = (page: Page) =>
  page
    .getByRole("listitem")
    .filter({ has: page.getByRole("checkbox"), hasNotText: "Non publiée" })
    .getByRole("link")
    .first()
    .focus();

/** Waits until the text of the address has the focus: a list of sentences, or words that are not to be marked. */
export const textHasFocus = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { arrival } = (document.activeElement as HTMLElement).dataset;
        return !!arrival && location.pathname.endsWith(arrival);
      }),
    )
    .toBe(true);

/**
 * Opens a text from the end of the page by keyboard: stories that tell themselves meanwhile as the same rapporteur begin
 * with the first.
 */
export async function textFromTheEnd(page: Page, place: number) {
  await open(page);
  const lines = page.getByRole("listitem").filter({ has: page.getByRole("checkbox"), hasNotText: "Non publiée" });
  await lines.nth(-place).getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await textHasFocus(page);
}

/** Opens the first text of the queue by keyboard. */
export async function firstText(page: Page) {
  await open(page);
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
}
