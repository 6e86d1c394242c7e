import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

const taken = async (page: Page, name: string | RegExp) => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: typeof name === "string" }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
};

test("a visitor takes a synthesis away in five formats, and a note of its page leads to the words on the site", async ({
  page,
}, testInfo) => {
  await page.goto("/syntheses/point-d-etape-1");
  const files = page.locator("details", { hasText: "chaque passage cité est une note" });
  await files.locator("summary").click();
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  const begins = { PDF: "%PDF-1.7", "Word (.docx)": "PK", "LibreOffice (.odt)": "PK" };
  for (const [name, start] of Object.entries(begins)) {
    const { content } = await taken(page, name);
    expect(content.subarray(0, start.length).toString()).toBe(start);
  }
  const json = await taken(page, "Données de la chaîne (.json)");
  expect(json.name).toBe("point-d-etape-1-v2.json");
  const trace = JSON.parse(json.content.toString()) as { counts: { passages: number } };
  const html = await taken(page, "Page web (.html)");
  expect(html.name).toBe("point-d-etape-1-v2.html");

  // The file stands alone, without the site.
  const saved = testInfo.outputPath("synthesis.html");
  await writeFile(saved, html.content);
  await page.goto(`file://${saved}`);
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  const notes = page.locator("section[role=doc-endnotes] li");
  await expect(notes).toHaveCount(trace.counts.passages);
  await page.locator("a[role=doc-noteref]").first().click();
  await expect(notes.first()).toBeInViewport();

  const address = await notes.first().getByRole("link").first().getAttribute("href");
  const words = (await notes.first().innerText()).replace(/^«\s*|\s*».*$/gs, "");
  await page.goto(address!);
  await expect(page.locator(new URL(address!).hash)).toBeAttached();
  await expect(page.locator("mark", { hasText: words.slice(0, 20) }).first()).toBeVisible();
});

test("a visitor takes the passages of an objective and of a key point, and a codebook that research software opens", async ({
  page,
}) => {
  await page.goto("/objectives/objectif-1");
  const csv = await taken(page, "Passages (CSV)");
  expect(csv.name).toBe("objectif-1-passages.csv");
  expect(csv.content.toString()).toContain("passage;quote;keyPoint");
  expect((await taken(page, /\.ods/)).content.subarray(0, 2).toString()).toBe("PK");
  const book = (await taken(page, /REFI-QDA/)).content.toString();
  expect(book).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
  const id = /<Code guid="([^"]+)"/.exec(book)![1]!;
  expect(await violations(page)).toEqual([]);

  await turnTo(page, `/key-points/${id}`);
  expect((await taken(page, "Passages (CSV)")).name).toMatch(/^objectif-1-point-clef-\d+-passages\.csv$/);
  expect(await violations(page)).toEqual([]);
});

test("a rapporteur takes the codebook with the working labels from the reading desk, by keyboard; a visitor does not", async ({
  page,
  as,
}) => {
  expect((await page.request.get("/exports/objectives/objectif-1/key-points.qdc")).status()).toBe(401);
  await as("RAPPORTEUR");
  await page.goto("/reading/key-points");
  const files = page.locator("details", { hasText: "Avec les étiquettes de travail" });
  await files.locator("summary").focus();
  await page.keyboard.press("Enter");
  const link = files.getByRole("link", { name: /REFI-QDA.*objectif 1/ });
  await link.focus();
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("objectif-1-equipe-points-clefs.qdc");
  expect(await violations(page)).toEqual([]);
});
