import type { Page } from "@playwright/test";
import { heading } from "./answering.ts";
import { expect } from "./expect.ts";

export const what = "Un camion frigorifique partagé entre cinq fermes, un jour chacune, avec une seule assurance.";
export const who = "La communauté de communes prête le quai, les fermes paient le carburant.";

/** A typist who counts the keys, and waits for nothing; one who has shown it with every key enters a line at once. */
export function typist(page: Page, isShown = true) {
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  const line = async (text: string) => {
    keys += text.length;
    await (isShown ? page.keyboard.insertText(text) : page.keyboard.type(text));
    await press("Enter");
  };
  return {
    press,
    line,
    get keys() {
      return keys;
    },
  };
}

/** The nine questions of a sheet, from the field of its code on; kept by the last key. */
export async function typeSheet(page: Page, code: string, text?: string) {
  const hand = typist(page, text !== undefined);
  await hand.line(code);
  for (const answer of ["29", "3", "2", text ?? what, who, "1,3", "La région", "4321", "1", "2"])
    await hand.line(answer);
  await hand.press("Control+Enter");
  return hand.keys;
}

/** Prints sheets as the signed-in person; answers with their codes. */
export async function printed(page: Page, count: number) {
  await page.goto("/paper/questionnaire-4/sheets");
  await page.getByLabel("Nombre de feuilles").fill(String(count));
  await page.getByRole("button", { name: "Préparer les feuilles" }).click();
  await expect(heading(page)).toHaveText(new RegExp(`${count} feuilles?, ${count} codes?`), { timeout: 30_000 });
  return page.locator(".paper-secret").allTextContents();
}
