import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";

const taken = async (page: Page, act: () => Promise<unknown>): Promise<{ name: string; content: Buffer }> => {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
};

test("a facilitator takes the responses out from their own space, and finds in the file what somebody wrote on the site", async ({
  page,
  as,
  baseURL,
}) => {
  const query = `{ contributions(filter: { objective: "objectif-1" }, first: 1) { nodes { id excerpt } } }`;
  const asked = await page.request.post("/graphql", { headers: { origin: baseURL! }, data: { query } });
  const { id, excerpt } = (await asked.json()).data.contributions.nodes[0] as { id: string; excerpt: string };
  const words = excerpt.slice(0, 30);
  await page.goto(`/contributions/${id}`);
  await expect(page.getByText(words).first()).toBeVisible();

  await as("FACILITATOR");
  await page.goto("/desk");
  const files = page.getByRole("region", { name: "Emporter les réponses" });
  await files.getByRole("heading", { level: 3 }).click();
  await files.getByText("Ce qu’il y a dedans, et ce qui n’y est pas").click();
  await expect(files.getByText("Jamais un nom, une adresse", { exact: false })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  const csv = await taken(page, () => files.getByRole("link", { name: "Réponses au questionnaire 1, CSV" }).click());
  expect(csv.name).toMatch(/^questionnaire-1-reponses-\d{4}-\d\d-\d\d\.csv$/);
  const text = csv.content.toString();
  expect(text).toContain("1.1;1.1#status;1.2:FOOD");
  expect(text.replaceAll('""', '"')).toContain(words);

  // By keyboard too, and a workbook is one: an archive.
  const link = files.getByRole("link", { name: "Réponses au questionnaire 1, Excel (.xlsx)" });
  await link.focus();
  const xlsx = await taken(page, () => page.keyboard.press("Enter"));
  expect(xlsx.name).toMatch(/\.xlsx$/);
  expect(xlsx.content.subarray(0, 2).toString()).toBe("PK");
});

test("a visitor has no way to these files, and takes the open data of a questionnaire that is over", async ({
  page,
}) => {
  const refused = await page.request.get("/exports/questionnaires/questionnaire-1.csv");
  expect(refused.status()).toBe(401);

  await page.goto("/questionnaires/questionnaire-1");
  const open = page.getByRole("region", { name: "Données ouvertes" });
  await expect(open.getByText("Licence Ouverte 2.0", { exact: false })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const zip = await taken(page, () => open.getByRole("link").click());
  expect(zip.name).toBe("questionnaire-1-donnees-ouvertes.zip");
  for (const name of ["contributions.csv", "dictionary.csv", "README.md", "LICENCE.txt"])
    expect(zip.content.includes(name)).toBe(true);
});

test("the files of a synthesis open from a button, by keyboard too; leaving them closes them", async ({ page }) => {
  await page.goto("/syntheses/point-d-etape-1");
  const button = page.locator("summary", { hasText: "Télécharger" });
  const pdf = page.getByRole("link", { name: "PDF" });
  await button.press("Enter");
  await expect(pdf).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await pdf.focus();
  await page.keyboard.press("Escape");
  await expect(pdf).toBeHidden();
  await expect(button).toBeFocused();
  await button.press("Enter");
  await page.getByRole("button", { name: "Partager" }).focus();
  await expect(pdf).toBeHidden();
  await page.setViewportSize({ width: 390, height: 844 });
  await button.click();
  await expect(pdf).toBeVisible();
  const html = await taken(page, () => page.getByRole("link", { name: "Page web (.html)" }).click());
  expect(html.name).toMatch(/\.html$/);
});

test("the calendar is printed on one page, and two meetings of one day stand side by side", async ({ page, as }) => {
  await as("FACILITATOR");
  await page.goto("/groups/circuits-courts/schedule");
  await expect(page.getByRole("list", { name: "Les étapes, dans l’ordre" }).getByRole("listitem").last()).toBeVisible();
  const marks = page.getByRole("figure", { name: "Le calendrier, dessiné" }).locator("circle");
  const places = await marks.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().left));
  expect(places).toHaveLength(6);
  for (const [at, left] of places.entries()) if (at > 0) expect(left - places[at - 1]!).toBeGreaterThanOrEqual(24);
  const margin = { top: "12mm", bottom: "12mm", left: "10mm", right: "10mm" };
  const file = await page.pdf({ format: "A4", margin });
  expect(file.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("on paper all that is folded is shown, and a part that is longer than a sheet goes on on the next one", async ({
  page,
}) => {
  await page.goto("/proposals/proposition-2");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Dans leurs mots" }).first()).toBeVisible();
  await expect(page.getByText("Club d’épargnants").last()).toBeVisible();
  // A tick is white: it takes its ground along.
  await expect(page.getByRole("list", { name: "Ce qui s’est passé" }).locator("i").first()).toHaveCSS(
    "print-color-adjust",
    "exact",
  );
  const whole = () =>
    [...document.querySelectorAll("main *")]
      .filter((it) => getComputedStyle(it).breakInside === "avoid")
      .map((it) => it.getBoundingClientRect().height);
  const heights = await page.evaluate(whole);
  expect(heights.length).toBeGreaterThan(20);
  // As tall as the map: of what is taller, more of a sheet would be left empty.
  expect(Math.max(...heights)).toBeLessThan(600);
  // Nobody reacts there, and the line of the margin goes through no words on a wide sheet.
  await page.goto("/syntheses/point-d-etape-3");
  await expect(page.getByText("Point clef 10").first()).toBeVisible();
  // What stands above a part, its number and its figures, is on the same sheet.
  const above = () =>
    [...document.querySelectorAll("main :is(header, section) > div:first-child > b")].map(
      ({ parentElement }) => getComputedStyle(parentElement!).breakAfter,
    );
  expect(new Set(await page.evaluate(above))).toEqual(new Set(["avoid"]));
  const line = () => {
    const title = document.querySelector("h1")!;
    const ruled = title.closest("main")!.querySelector(":scope > div")!;
    const left = ruled.getBoundingClientRect().left + parseFloat(getComputedStyle(ruled, "::before").left);
    return title.getBoundingClientRect().left - left;
  };
  expect(await page.evaluate(line)).toBeGreaterThan(10);
  const react = page.locator("summary", { hasText: "Réagir" }).first();
  await expect(react).toBeAttached();
  await expect(react).toBeHidden();
  await expect(page.locator("#say")).toBeHidden();
  // A question with its table is taller than what is left of a sheet, and nothing is pressed on paper.
  await page.goto("/questionnaires/questionnaire-1/results");
  await expect(page.getByRole("link", { name: "Tableau (CSV)" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Regarder un groupe" })).toHaveCount(0);
  expect(Math.max(...(await page.evaluate(whole)))).toBeLessThan(600);
  await page.goto("/territories/bretagne");
  const join = page.locator("button", { hasText: "Rejoindre le groupe" });
  await expect(join).not.toHaveCount(0);
  for (const one of await join.all()) await expect(one).toBeHidden();
});
