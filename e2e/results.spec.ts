import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, looksLike, overflows, settled, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

// The results of a questionnaire are shared by all: one story after the other.
test.describe.configure({ mode: "serial" });

const results = (number: number, search = "") => `/questionnaires/questionnaire-${number}/results${search}`;
const card = (page: Page, question: string | RegExp) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { level: 2, name: question }) });

/** Sends a response to the open questionnaire, from a department, without a name. */
async function respond(page: Page, baseURL: string, answers: Record<string, unknown>) {
  const ask = async (query: string, variables: object) => {
    const answer = await page.request.post("/graphql", { headers: { origin: baseURL }, data: { query, variables } });
    return ((await answer.json()) as { data: any }).data;
  };
  const { questionnaire } = await ask(
    "query ($slug: String!) { questionnaire(slug: $slug) { id revision sections { questions { id code } } } }",
    { slug: "questionnaire-4" },
  );
  const questions = questionnaire.sections.flatMap((section: any) => section.questions);
  const input = {
    key: randomUUID(),
    questionnaireId: questionnaire.id,
    questionnaireRevision: questionnaire.revision,
    appearance: "ANONYMOUS",
    answers: Object.entries(answers).map(([code, value]) => ({
      questionId: questions.find((question: any) => question.code === code).id,
      value,
    })),
  };
  const { submitResponse } = await ask(
    "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code field } } }",
    { input },
  );
  expect(submitResponse.problems).toEqual([]);
}

test("a visitor reads shown results, drawn and as a table, with what they are out of", async ({ page }) => {
  await page.goto("/questionnaires/questionnaire-1");
  await page.getByRole("link", { name: "Voir les résultats" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Définir les circuits courts");
  await expect(page.getByText("pas de la population")).toBeVisible();
  const sectors = card(page, /Dans quels domaines/);
  await expect(sectors.getByText("30 réponses sur 30 personnes ayant vu la question")).toBeVisible();
  await expect(sectors.getByRole("listitem").filter({ hasText: "Alimentation" })).toContainText("19 · 63");
  await sectors.getByText("Les chiffres en tableau").click();
  await expect(
    sectors
      .getByRole("row", { name: /Alimentation/ })
      .getByRole("cell")
      .first(),
  ).toHaveText("19");
  const ranking = card(page, /trois critères/);
  await expect(ranking.getByRole("listitem").first()).toContainText("41 points, 8 fois en tête");
  await expect(card(page, /chacun de ces critères/)).toContainText("moyenne 2,67");
  await expect(card(page, /Avec vos mots/)).toContainText("30 réponses : 29 publiées, 1 non publiée");
});

test("a visitor is shown no result that is not shown, in the page nor behind it", async ({ page, baseURL }) => {
  const answer = await page.request.get(results(4));
  const html = await answer.text();
  expect(html).toContain("Les résultats ne sont pas encore montrés");
  expect(html).not.toContain("ResultCell");
  await page.goto(results(4));
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Répondre au questionnaire" })).toBeVisible();
  expect((await page.request.get(`${baseURL}${results(4)}/4.1.csv`)).status()).toBe(404);
});

test("without scripts a group is looked at beside the whole, and nobody is told apart", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto(results(2));
  await page
    .getByLabel("Territoire ou type de structure")
    .selectOption({ label: "Particulier, en son nom propre (13 réponses)" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/within=INDIVIDUAL/);
  await expect(
    page.getByRole("heading", { level: 2, name: "Particulier, en son nom propre, à côté de l’ensemble" }),
  ).toBeVisible();
  await expect(card(page, /À quel point est-il prioritaire/)).toContainText("13 personnes de ce groupe y ont répondu");
  await expect(card(page, /À quel titre/)).toContainText("ne se croise pas");
  await expect(page.getByText("non montré").first()).toBeVisible();
  await context.close();
});

test("a rapporteur sees a response arrive while watching, and a region beside the whole", async ({
  page,
  as,
  baseURL,
  browser,
}) => {
  await as("RAPPORTEUR");
  await page.goto(results(4));
  await expect(page.getByText(/En direct, à \d/)).toBeVisible();
  const team = card(page, /prêt à porter/);
  await expect(team).toContainText("À l’équipe seule");
  const responses = page
    .locator("main")
    .getByText(/^\d+ réponses$/)
    .first();
  const before = Number((await responses.innerText()).split(" ")[0]);

  const visitor = await (await browser.newContext({ baseURL })).newPage();
  const said = { "4.1": "PB1", "4.4": ["STATE"], "4.9": "DEPARTMENT:29" };
  await respond(visitor, baseURL!, said);
  // Other stories answer this questionnaire meanwhile.
  await expect
    .poll(async () => Number((await responses.innerText()).split(" ")[0]), { timeout: 30_000 })
    .toBeGreaterThan(before);
  for (let more = 0; more < 7; more++)
    await respond(visitor, baseURL!, { ...said, "4.4": more < 6 ? ["STATE"] : ["REGION"] });
  await visitor.context().close();

  await page.reload();
  await page.getByLabel("Territoire ou type de structure").selectOption("bretagne");
  await page.getByRole("button", { name: "Filtrer" }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Bretagne, à côté de l’ensemble" })).toBeVisible();
  await expect(card(page, /À quel problème/)).toContainText("personnes de ce groupe y ont répondu");
  await expect(page.getByText("Repère : l’ensemble")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("the team publishes results question by question, and takes them back", async ({ page, as, baseURL, browser }) => {
  await as("FACILITATOR");
  await page.goto(results(4));
  await expect(page.getByText(/En direct, à \d/)).toBeVisible();
  const asked = card(page, /À qui faut-il le demander/);
  // A try that failed may have left them shown.
  const taken = asked.getByRole("button", { name: "Ne plus les montrer" });
  if (await taken.isVisible()) await taken.click();
  await asked.getByRole("button", { name: "Publier ces résultats" }).click();
  await expect(asked.getByText("Montrée à tous")).toBeVisible();
  const visitor = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
  await visitor.goto(results(4));
  await expect(visitor.getByRole("article")).toHaveCount(1);
  await expect(card(visitor, /À qui faut-il le demander/)).toBeVisible();
  await expect(visitor.getByText(/Les résultats de \d questions ne sont pas montrés/)).toBeVisible();
  await taken.click();
  await expect(asked.getByText("Pas encore montrée")).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByRole("article")).toHaveCount(0);
  await visitor.context().close();
});

test("results are taken away as a table and as a drawing, which hold the figures of the page", async ({
  page,
  browser,
}) => {
  await page.goto(results(1));
  const sectors = card(page, /Dans quels domaines/);
  const take = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), sectors.getByRole("link", { name }).click()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path(), "utf8") };
  };
  const table = await take("Tableau (CSV)");
  expect(table.name).toBe("questionnaire-1-1.2.csv");
  expect(table.content).toContain(";Alimentation;19;0,6333;");
  const drawing = await take("Image (SVG)");
  expect(drawing.name).toBe("questionnaire-1-1.2.svg");
  // Opened by itself, outside of the site.
  const alone = await browser.newPage();
  await alone.setContent(drawing.content.replace(/^<\?xml.*\?>/, ""));
  await expect(alone.locator("text.value").filter({ hasText: "19 · 63 %" })).toBeVisible();
  await expect(alone.getByRole("img", { name: /Dans quels domaines/ })).toBeVisible();
  await alone.close();
});

test("results stand in nobody's way, narrow by day and wide in the dark, by keyboard", async ({ page }) => {
  for (const look of [
    { viewport: { width: 320, height: 640 }, colorScheme: "light", reducedMotion: "reduce" },
    { viewport: { width: 1280, height: 900 }, colorScheme: "dark", reducedMotion: "reduce" },
  ] as const) {
    await looksLike(page, look);
    await turnTo(page, results(1));
    await settled(page);
    expect(await overflows(page)).toBe(false);
    const disclosure = card(page, /chacun de ces critères/).locator("summary");
    await disclosure.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("region", { name: "Question 1.3 : les chiffres" })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    // Closed for the next look.
    await disclosure.press("Enter");
    await expect(page.getByRole("region", { name: "Question 1.3 : les chiffres" })).toBeHidden();
  }
});
