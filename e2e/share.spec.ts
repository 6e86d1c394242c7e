import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** As a browser is without TLS, or where it was told to refuse. */
const withoutClipboard = (page: Page, { oldWay }: { oldWay: boolean }) =>
  page.evaluate((can) => {
    Object.defineProperty(navigator, "share", { configurable: true, value: undefined });
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
    document.execCommand = () => {
      const event = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), cancelable: true });
      document.dispatchEvent(event);
      document.body.dataset.copied = event.clipboardData?.getData("text/plain");
      return can;
    };
  }, oldWay);

test("a text is copied without TLS too, and where the browser refuses, the page says so and shows the address", async ({
  page,
}) => {
  await page.goto("/language-kit");
  const share = page.getByRole("button", { name: "Partager", exact: true });
  const copy = page.getByRole("button", { name: "Copier la phrase" });
  await withoutClipboard(page, { oldWay: true });
  await copy.click();
  await expect(page.getByText("Copié.")).toBeVisible();
  const sentence = await page.locator("body").getAttribute("data-copied");
  await expect(page.getByText(sentence!, { exact: true })).toBeVisible();
  await share.click();
  await expect(page.getByText("Adresse copiée.")).toBeVisible();
  await expect(page.locator("body")).toHaveAttribute("data-copied", page.url());

  await withoutClipboard(page, { oldWay: false });
  await copy.click();
  await expect(page.getByText("Le navigateur ne permet pas de copier")).toBeVisible();
  await share.click();
  await expect(page.getByText(page.url())).toBeVisible();
});
