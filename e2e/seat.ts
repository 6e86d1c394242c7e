import type { Browser, Page } from "@playwright/test";
import { expect, listen } from "./fixtures.ts";
import { signIn } from "./signIn.ts";

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
