import { expect as usual, type Locator, type Page } from "@playwright/test";

interface Within {
  timeout?: number;
}

/** The last look, in ms: what it throws is the message. */
const last = 200;

/** Result of an expectation that has thrown nothing. */
const held = (isNot: boolean) => ({ pass: !isNot, message: () => "" });

/**
 * Playwright's expectations, of which those of sight and of addresses wait before they look: at each look that does not
 * hold yet, the whole page would be described for a message, of which the last one alone is shown.
 */
export const expect = usual.extend({
  async toBeVisible(seen: Locator, how: Within & { visible?: boolean } = {}) {
    if (this.isNot) await usual(seen).not.toBeVisible(how);
    else if (how.visible === false) await usual(seen).toBeVisible(how);
    else
      await seen
        .waitFor({ state: "visible", timeout: how.timeout ?? this.timeout })
        .catch(() => usual(seen).toBeVisible({ timeout: last }));
    return held(this.isNot);
  },
  async toHaveURL(page: Page, address: string | RegExp, how: Within = {}) {
    if (this.isNot) await usual(page).not.toHaveURL(address, how);
    else
      await page
        .waitForURL(address, { waitUntil: "commit", timeout: how.timeout ?? this.timeout })
        .catch(() => usual(page).toHaveURL(address, { timeout: last }));
    return held(this.isNot);
  },
});
