import type { Page } from "@playwright/test";
import { expect } from "./expect.ts";

/** The disk of a page's device, under names that begin so. */
const onDisk = (names: string) =>
  new Promise<string>((done) => {
    const asked = indexedDB.open("kept");
    asked.addEventListener("success", () => {
      const all = asked.result
        .transaction("texts")
        .objectStore("texts")
        .getAll(IDBKeyRange.bound(names, `${names}~`));
      all.addEventListener("success", () => {
        asked.result.close();
        done((all.result as { text: string | null }[]).map(({ text }) => text).join("\n"));
      });
    });
  });

/** As a browser does that is killed: once these words are on its disk, what had only reached localStorage is gone. */
export async function forgets(page: Page, names: string, words: string) {
  await expect.poll(() => page.evaluate(onDisk, names)).toContain(words);
  await page.evaluate(() => localStorage.clear());
}
