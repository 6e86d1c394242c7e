import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { signIn } from "./signIn.ts";

/** A second person, in a browser of their own. */
export async function somebody(browser: Browser, baseURL: string, role?: string) {
  const context = await browser.newContext({ baseURL, locale: "fr-FR", timezoneId: "Europe/Paris" });
  const page = await context.newPage();
  if (role) await signIn(page, baseURL, role);
  return page;
}

/** Waits for the workshop of a questionnaire. */
export async function workshop(page: Page, slug: string, search = "") {
  await page.goto(`/questionnaires/write/${slug}${search}`);
  await expect(page.getByRole("navigation", { name: "Vues du questionnaire" })).toBeVisible();
}

export const save = async (page: Page) => {
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByText("Enregistré.", { exact: true })).toBeVisible();
};

/** Opens a question by its row in the outline. */
export async function open(page: Page, label: string | RegExp) {
  const row = page.locator(".questionnaireWriting-rows a", { hasText: label });
  await row.press("Enter");
  await expect(row).toHaveAttribute("aria-current", "true");
}

/** Adds a question to the open part, up to its own form: its type and label. */
export async function add(page: Page, part: string, type: string, label: string) {
  await page.getByRole("link", { name: `Ajouter une question : ${part}` }).press("Enter");
  const form = page.getByRole("form", { name: "Ajouter une question" });
  const types = form.getByLabel("Comment y répond-on ?");
  await types.selectOption(await types.locator("option", { hasText: type }).first().getAttribute("value"));
  await form.getByRole("textbox").fill(label);
  await form.getByRole("button", { name: "Ajouter une question" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Question \d/ })).toBeVisible();
  if (!type.startsWith("Un texte à lire"))
    await page.getByLabel("Pourquoi cette question ?").fill("Pour préparer la prochaine réunion.");
}

/** Options, rows or columns typed one after the other: Enter goes to the next one. */
export async function list(page: Page, act: string, words: readonly string[]) {
  await page.getByRole("button", { name: act }).press("Enter");
  for (const [index, word] of words.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.type(word);
  }
}

/** A date and time some days from now, in the format of the field. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);

const asked = [
  { type: "TERRITORY", label: "D’où parlez-vous ?" },
  {
    type: "SINGLE_CHOICE",
    label: "Y allez-vous souvent ?",
    settings: { options: [{ label: "Oui" }, { label: "Non" }] },
  },
  { type: "LONG_TEXT", label: "Racontez un trajet." },
  { type: "DATE", label: "Depuis quel jour ?" },
  { type: "RATING", label: "Est-ce commode ?", settings: { min: 1, max: 4 } },
  {
    type: "MATRIX",
    label: "Que vaut chaque chose ?",
    settings: {
      rows: [{ label: "Le prix" }, { label: "Le temps" }],
      scale: [{ label: "Utile" }, { label: "Inutile" }],
    },
  },
];

/** Composes a complete questionnaire through the API, as the signed-in person; answers with its slug. */
export async function compose(page: Page, baseURL: string, title: string, objective = "objectif-4") {
  const act = async (name: string, input: object) => {
    const kind = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${kind}!) { ${name}(input: $input) { problems { code field } composedQuestionnaire {
      id questionnaire { slug } sections { id questions { id version } } } } }`;
    const answer = await page.request.post("/graphql", {
      headers: { origin: baseURL },
      data: { query, variables: { input } },
    });
    const done = ((await answer.json()) as { data: Record<string, any> }).data[name];
    expect(done.problems).toEqual([]);
    return done.composedQuestionnaire;
  };
  const { id, questionnaire } = await act("createQuestionnaire", { key: randomUUID(), title, objective });
  await act("editQuestionnaire", { id, version: 1, intro: "Comment allez-vous au marché ?" });
  const { sections } = await act("addSection", { questionnaireId: id, title: "Chez vous" });
  for (const { settings, ...question } of asked) {
    const { questions } = (await act("addQuestion", { sectionId: sections[0].id, ...question })).sections[0];
    const { id: added, version } = questions.at(-1);
    const rationale = "Pour préparer la prochaine réunion.";
    await act("editQuestion", { id: added, version, rationale, ...(settings && { settings }) });
  }
  return questionnaire.slug as string;
}
