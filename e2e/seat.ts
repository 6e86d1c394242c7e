import type { Browser, Page } from "@playwright/test";
import { expect, listen } from "./fixtures.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

/** The person of the demonstration who confirms what another one began. */
export const secondPerson = "Seconde rapporteuse (démo)";

/** Plays a story in a browser of its own, and checks that the browser complained of nothing. */
export async function seated(
  browser: Browser,
  baseURL: string,
  role: string | null,
  story: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  const page = await context.newPage();
  const complaints = listen(page);
  if (role) await signIn(page, baseURL, role);
  await story(page);
  expect(complaints).toEqual([]);
  await context.close();
}

/** On the page of a code: the path of the words, their news, and their citations. */
export const path = (page: Page) => page.getByRole("list", { name: "Son chemin" });
export const news = (page: Page) => page.getByRole("list", { name: "Du nouveau pour vos mots" });
export const citationOf = (page: Page, words: string) => page.getByRole("complementary").filter({ hasText: words });

/** Marks, by keyboard on the reading desk, the first sentence of an unread answer. */
export async function choose(page: Page, answer: string) {
  await turnTo(page, "/reading?objective=objectif-4&territory=bretagne");
  await page.getByRole("link", { name: answer }).press("Enter");
  const text = page.getByRole("listbox");
  await expect(text).toBeFocused();
  await text.press("Space");
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  return text;
}
