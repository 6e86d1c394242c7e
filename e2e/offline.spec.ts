import type { APIRequestContext, Page } from "@playwright/test";
import { ask, objective, goOn, heading, questionnaire, saved, send, write } from "./answering.ts";
import { expect, test as base, violations } from "./fixtures.ts";
import { forgets } from "./onDisk.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { uniqueWord } from "../apps/api/test/site/uniqueWord.ts";

/** Waits until the questionnaire of a page is on the device, as after a first visit. */
const onDevice = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        async (path) => Boolean(await caches.match(path, { ignoreVary: true })),
        new URL(page.url()).pathname,
      ),
    )
    .toBe(true);

const waits = (page: Page) => page.getByText("En attente d’envoi : partira dès que le réseau revient.");
const cut = (page: Page) => page.getByText("votre réponse est gardée sur cet appareil et partira dès que");
const anonymously = (page: Page) => page.getByRole("radio", { name: /Sans nom, avec ma région/ }).check();
const unlike = () => `Un camion partagé ${uniqueWord()}`;

/** For a story that begins with a response that waits, sent without a network: its text. */
const test = base.extend<{ text: string; arrived: (text: string) => Promise<number> }>({
  text: async ({ page }, use) => {
    const text = unlike();
    await write(page, text);
    await anonymously(page);
    await page.context().setOffline(true);
    await send(page);
    await expect(waits(page)).toBeVisible();
    await use(text);
  },
  /** Number of responses with a text on the site of all stories. */
  arrived: ({ request, baseURL }, use) => use((text) => received(request, baseURL!, text)),
});

/** Writes a response on a questionnaire that is on the device, up to its sending: its text. */
async function written(page: Page) {
  const text = unlike();
  await page.goto(questionnaire);
  await onDevice(page);
  await write(page, text);
  await anonymously(page);
  return text;
}

/** Number of responses with this text. */
async function received(request: APIRequestContext, baseURL: string, text: string) {
  const query = `query ($search: String!) { contributions(filter: { search: $search }, first: 10) { nodes { id } } }`;
  const { contributions } = await ask<any>(request, baseURL, query, { search: text.split(" ").at(-1)! });
  return contributions.nodes.length as number;
}

/** Network errors may be complained of, nothing else. */
const noticed = (complaints: string[]) =>
  expect(complaints.splice(0).filter((text) => !/net::ERR_|status of 503|fetching the script/.test(text))).toEqual([]);

test.use({ serviceWorkers: "allow" });

test("a questionnaire opened once is filled in without a network, tab after tab, and leaves once when it is back", async ({
  context,
  page,
  complaints,
  arrived,
}) => {
  const text = unlike();
  await page.goto(questionnaire);
  await onDevice(page);
  await page.close();
  await context.setOffline(true);

  const tab = await context.newPage();
  await tab.goto(questionnaire);
  await expect(heading(tab)).toHaveText(objective);
  await tab.getByLabel("Depuis quel territoire parlez-vous").selectOption({ label: "Finistère" });
  await tab.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await tab.getByLabel("Que proposez-vous de faire").fill(text);
  await expect(tab.getByText("Brouillon enregistré sur cet appareil").first()).toBeVisible();
  await tab.close();

  const later = await context.newPage();
  await later.goto(questionnaire);
  await expect(later.getByLabel("Que proposez-vous de faire")).toHaveValue(text);
  await goOn(later);
  await expect(heading(later)).toHaveText("Relisez, puis envoyez");
  await later.reload();
  await expect(later.getByRole("definition").filter({ hasText: text })).toBeVisible();
  await anonymously(later);
  await send(later);
  await expect(cut(later)).toBeVisible();
  await expect(waits(later)).toBeVisible();
  expect(await violations(later)).toEqual([]);
  await later.getByRole("link", { name: "Modifier : Que proposez-vous de faire" }).click();
  await expect(waits(later)).toBeVisible();
  expect(await arrived(text)).toBe(0);

  await context.setOffline(false);
  await expect(heading(later)).toHaveText(/^Merci/);
  expect(await arrived(text)).toBe(1);
  // The browser is killed right after: what it kept is still known.
  await forgets(later, "own:receipts", "questionnaire-4");
  await later.goto(questionnaire);
  await expect(later.getByText("Vous avez déjà répondu depuis cet appareil").first()).toBeVisible();
  await expect(waits(later)).toHaveCount(0);
  noticed(complaints);
});

test("a waiting response is sent at the next visit to any page, and only once", async ({
  context,
  page,
  complaints,
  text,
  arrived,
}) => {
  // Even by a browser that was killed right after it said that the response would leave.
  await forgets(page, "draft", '"waiting":{');
  await page.close();
  await context.setOffline(false);

  const later = await context.newPage();
  await later.goto("/");
  await expect(later.getByText("Le réseau est revenu")).toBeVisible();
  expect(await arrived(text)).toBe(1);
  await later.getByRole("link", { name: "Suivre cette réponse" }).click();
  await expect(later.getByText(text)).toBeVisible();
  await later.goto(questionnaire);
  await expect(later.getByLabel("Depuis quel territoire parlez-vous")).toHaveValue("");
  expect(await arrived(text)).toBe(1);
  noticed(complaints);
});

test("a waiting response that is changed, or held back, is a draft again", async ({
  context,
  page,
  complaints,
  text,
  arrived,
}) => {
  await page.getByRole("button", { name: "Ne pas l’envoyer encore" }).click();
  await expect(waits(page)).toHaveCount(0);
  await send(page);
  await expect(waits(page)).toBeVisible();
  await page.getByRole("radio", { name: /Non publiée/ }).check();
  await expect(waits(page)).toHaveCount(0);
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  await expect(heading(page)).toHaveText("Relisez, puis envoyez");
  expect(await arrived(text)).toBe(0);
  noticed(complaints);
});

test("a page that is not on the device says so, with the way to what is", async ({ context, page, complaints }) => {
  await page.goto(questionnaire);
  await onDevice(page);
  await page.reload();
  await context.setOffline(true);
  await page.goto("/contributions");
  await expect(heading(page)).toHaveText("Pas de réseau");
  await page.getByRole("link", { name: "Questionnaire 4" }).click();
  await expect(heading(page)).toHaveText(objective);
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith("/assets/"))).toEqual([questionnaire]);
  noticed(complaints);
});

test.describe("on a site of one's own", () => {
  const { site } = onOwnSite();
  test.describe.configure({ mode: "default" });

  test("a server that stops, or dies, is back by itself: what is sent meanwhile is received once, and one sees where it is", async ({
    browser,
    playwright,
  }) => {
    test.setTimeout(120_000);
    const request = await playwright.request.newContext({ baseURL: site.baseURL });
    const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", serviceWorkers: "allow" });
    const page = await context.newPage();
    const text = await written(page);
    await site.down();
    await page.reload();
    await expect(heading(page)).toHaveText("Relisez, puis envoyez");
    await anonymously(page);
    await send(page);
    await expect(cut(page)).toBeVisible();
    await expect(waits(page)).toBeVisible();
    await site.up();
    await expect(heading(page)).toHaveText(/^Merci/, { timeout: 60_000 });
    expect(await received(request, site.baseURL, text)).toBe(1);
    await site.kill();
    expect(await received(request, site.baseURL, text)).toBe(1);
    await context.close();
  });

  test("a response that waited while the questionnaire was stopped says so, and nothing is lost", async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", serviceWorkers: "allow" });
    const page = await context.newPage();
    const text = await written(page);
    await context.setOffline(true);
    await send(page);
    await expect(waits(page)).toBeVisible();
    await pause(site.baseURL);
    await context.setOffline(false);
    await expect(page.getByRole("alert").filter({ hasText: "n’est pas ouvert" })).toBeVisible();
    await expect(waits(page)).toHaveCount(0);
    await expect(page.getByRole("definition").filter({ hasText: text })).toBeVisible();
    await context.close();
  });
});

/** A member of the team stops questionnaire 4 for a while. */
async function pause(baseURL: string) {
  const post = async (path: string, data: object, cookie = "") =>
    fetch(baseURL + path, {
      method: "POST",
      headers: { "content-type": "application/json", origin: baseURL, cookie },
      body: JSON.stringify(data),
    });
  const asked = await post("/graphql", {
    query: `{ demoPersonas { id roles } questionnaire(slug: "questionnaire-4") { id } }`,
  });
  const { data } = await asked.json();
  const persona = data.demoPersonas.find(({ roles }: any) => roles.includes("FACILITATOR"));
  const signedIn = await post("/demo/sign-in", { personId: persona.id });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const query = `mutation ($input: QuestionnaireReasonInput!) { pauseQuestionnaire(input: $input) { problems { code } } }`;
  const closed = await post(
    "/graphql",
    { query, variables: { input: { id: data.questionnaire.id, reason: "Un essai." } } },
    cookie,
  );
  expect((await closed.json()).data.pauseQuestionnaire.problems).toEqual([]);
}
