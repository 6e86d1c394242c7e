import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

export const questionnaire = "/questionnaires/questionnaire-4";
export const proposal =
  "Prêter un camion frigorifique entre producteurs, un jour chacun. Un seul contrat d’assurance suffit.";

export const heading = (page: Page) => page.getByRole("heading", { level: 1 });
export const saved = (page: Page) => page.getByText("Brouillon enregistré sur cet appareil").first();
/** Question of the objective that questionnaire 4 is about. */
export const objective = /^Que proposer, à qui, et qui portera la demande/;
/** The part on the screen, or the question on a telephone. */
export const step = (page: Page) => page.locator("#step");
export const goOn = (page: Page) =>
  page.getByRole("button", { name: /^(Question suivante|Continuer|Relire et envoyer)/ }).click();

/** Fills in the short path of questionnaire 4: at once, or on a telephone one question after the other. */
async function fillShort(page: Page, { text = proposal, place = "Finistère" } = {}) {
  const one = page.getByRole("button", { name: "Question suivante" });
  const next = async () => (await one.isVisible()) && (await one.click());
  await page.getByRole("radio", { name: "Transporter et stocker sans s’épuiser" }).check();
  await next();
  await page.getByLabel("Que proposez-vous de faire").fill(text);
  await next();
  await page.getByLabel("Depuis quel territoire parlez-vous").selectOption({ label: place });
}

/** Fills in the shortest complete response, as far as the review. */
export async function write(page: Page, text = proposal) {
  await page.goto(questionnaire);
  await fillShort(page, { text });
  await goOn(page);
  await expect(heading(page)).toHaveText("Relisez, puis envoyez");
}

export const send = (page: Page) =>
  page.getByRole("button", { name: /^(Envoyer ma réponse|Réessayer l’envoi)/ }).click();

export async function ask<Data>(request: APIRequestContext, baseURL: string, query: string, variables = {}) {
  const answer = await request.post("/graphql", { headers: { origin: baseURL }, data: { query, variables } });
  return ((await answer.json()) as { data: Data }).data;
}

interface Sending {
  text?: string;
  territory?: string;
  authorName?: string;
  more?: Record<string, string>;
}

/** Sends a response straight to the API, with `more` texts by the code of their question; answers with its code. */
export async function respond(
  request: APIRequestContext,
  baseURL: string,
  appearance: string,
  { text = proposal, territory = "DEPARTMENT:29", authorName, more }: Sending = {},
) {
  const { questionnaire: found } = await ask<any>(
    request,
    baseURL,
    `{ questionnaire(slug: "questionnaire-4") { id sections { questions { id code options { value } } } } }`,
  );
  const questions = found.sections.flatMap(({ questions: some }: any) => some);
  const find = (code: string) => questions.find((question: any) => question.code === code);
  const { submitResponse } = await ask<any>(
    request,
    baseURL,
    `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code } receipt { code } } }`,
    {
      input: {
        key: crypto.randomUUID(),
        questionnaireId: found.id,
        appearance,
        authorName,
        answers: [
          { questionId: find("4.9").id, value: territory },
          { questionId: find("4.1").id, value: find("4.1").options[0].value },
          { questionId: find("4.2").id, value: text },
          ...Object.entries(more ?? {}).map(([code, value]) => ({ questionId: find(code).id, value })),
        ],
      },
    },
  );
  expect(submitResponse.problems).toEqual([]);
  return submitResponse.receipt.code as string;
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator) {
  const sought = await target.elementHandle();
  for (let presses = 0; presses < 90; presses++) {
    if (await sought.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${target.toString()}`);
}
