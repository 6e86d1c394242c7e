import { ask, respond } from "./answering.ts";
import { expect, lowLinks, overflows, settled, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { readBy } from "./reader.ts";
import { secondPerson } from "./seat.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

/** A site of its own: what other stories write makes pages longer. */
const { test, site } = onOwnSite();
test.describe.configure({ mode: "default" });

/**
 * Most height of the long pages of the demonstration, in CSS pixels, at 1280 and at 390 wide: what the drawings aim at, and
 * where they ask for more, what it is today. They only go down. A questionnaire asks three questions at once at 1280.
 */
const most = {
  "/proposals/proposition-1": [2600, 4400],
  "/syntheses/point-d-etape-1": [3200, 5560],
  "/": [1900, 3000],
  "/syntheses": [1200, 2200],
  "/questionnaires/questionnaire-4": [1500, 1600],
  "/contributions": [1980, 3840],
  "/territories/bretagne": [1800, 2800],
  "/meetings/reunion-1": [2850, 4500],
  "/groups/circuits-courts": [2760, 4740],
  "/follow": [1210, 1530],
  "/en/": [1900, 3000],
} as const;

/** A date that takes a line more, on some days. */
const line = 30;

const reading = readBy(test);
for (const [path, heights] of Object.entries(most))
  reading(`${path} is no longer than it was`, async ({ page }) => {
    for (const [at, width] of [1280, 390].entries()) {
      await page.setViewportSize({ width, height: 900 });
      if (at === 0) await turnTo(page, site.baseURL + path);
      await settled(page);
      expect(await lowLinks(page)).toEqual([]);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height, `${width} px wide`).toBeLessThanOrEqual(heights[at]! + line);
    }
  });

test("the desk of somebody with answers has three zones; what is empty, done or earlier is one press away", async ({
  page,
}) => {
  test.slow();
  const { baseURL } = site;
  await signIn(page, baseURL, secondPerson);
  const claim = "mutation ($input: ReceiptInput!) { claimResponse(input: $input) { problems { code } } }";
  for (let n = 0; n < 4; n++) {
    const code = await respond(page.request, baseURL, "ANONYMOUS", { text: `Un four commun, ${n}.` });
    await ask(page.request, baseURL, claim, { input: { code } });
  }
  // One thing more waits from the hour on at which the meeting of that day is over.
  for (const [width, height] of [
    [1280, 2620],
    [390, 5470],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    if (width === 1280) await page.goto("/desk");
    // Ten places, and not one of them is cut.
    const places = page.getByRole("navigation", { name: "L’équipe" });
    if (width === 1280) await expect(places.getByRole("link", { name: "Équipe" })).toBeInViewport({ ratio: 1 });
    const own = page.getByRole("region", { name: "Mon cahier" });
    await expect(own.getByRole("link", { name: /^Voir ce qu/ })).toHaveCount(2);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(height + line);
    expect(await overflows(page)).toBe(false);
  }
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 2 })).toHaveText(["Mon cahier", "Ce qui vous est confié"]);
  await main.getByRole("heading", { name: "Mes réponses plus anciennes 2" }).click();
  await expect(page.getByRole("region", { name: "Mes réponses plus anciennes" }).getByRole("listitem")).toHaveCount(2);
  // The inbox leads to the actions that are late: the fold opens.
  await page
    .getByRole("list", { name: "Ce qui vous attend" })
    .getByRole("link", { name: /la date est passée/ })
    .click();
  await expect(page.getByRole("region", { name: "Ce qui reste à faire" }).getByRole("listitem").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("an objective says the day on which its synthesis is promised, until it is published", async ({ page }) => {
  const due = page.getByText(/^Point d’étape attendu le \d/);
  await page.goto("/objectives/objectif-4");
  await expect(due).toBeVisible();
  await page.goto("/objectives/objectif-1");
  await expect(page.getByRole("link", { name: "Lire le point d’étape" }).first()).toBeVisible();
  await expect(due).toHaveCount(0);
});

test("a proposal has three zones, one title each, and what most people pass over on one line", async ({ page }) => {
  await page.goto("/proposals/proposition-1");
  const zones = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(zones).toHaveText(["À qui, pour demander quoi", "Ce qui l’appuie", "Et maintenant"]);
  // Asks carried already come before those still to be.
  const asks = page.getByRole("region", { name: "À qui, pour demander quoi" }).getByRole("listitem");
  await expect(asks.first()).toContainText(/Relayer le lexique.*Accord en partie/s);
  await page.getByRole("link", { name: "Dire quelque chose" }).click();
  await expect(page.getByRole("button", { name: "Je complète" })).toBeInViewport();
  const history = page.getByRole("region", { name: /^Son histoire/ });
  await expect(history.getByRole("list")).toBeHidden();
  await history.getByRole("heading").click();
  await expect(history.getByRole("list")).toBeVisible();
});

test("what a group promises and who runs it are one press away, and an address that names its team opens it", async ({
  page,
}) => {
  await page.goto("/groups/circuits-courts");
  await expect(page.getByText("Thème 11")).toHaveCount(1);
  const part = (name: RegExp) => page.getByRole("main").getByRole("region", { name });
  // The number of an objective and its state are one line.
  const second = part(/^Les objectifs/)
    .getByRole("listitem")
    .nth(1);
  const [number, state] = [second.getByText("2", { exact: true }), second.getByText("Point d’étape publié")];
  expect((await state.boundingBox())!.y).toBeLessThan((await number.boundingBox())!.y + 20);
  await expect(part(/^Ce que le groupe promet/).getByRole("list")).toBeHidden();
  await part(/^Ce que le groupe promet/)
    .getByRole("heading")
    .click();
  await expect(part(/^Ce que le groupe promet/).getByRole("list")).toBeVisible();
  await expect(
    part(/^Qui anime ce groupe/)
      .getByRole("list")
      .first(),
  ).toBeHidden();
  await page.goto("/groups/circuits-courts#team");
  await page.reload();
  await expect(
    part(/^Qui anime ce groupe/)
      .getByRole("list")
      .first(),
  ).toBeVisible();
});

test("contents follow down a proposal, a point d’étape and a meeting that was held, say where one is, and move nothing", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const [path, first, last] of [
    ["/proposals/proposition-1", "Le problème", "Et maintenant"],
    ["/syntheses/point-d-etape-1", /^Ce qui fait accord/, "Et maintenant"],
    ["/meetings/reunion-1", "Le compte rendu", "Autour de cette réunion"],
  ] as const) {
    await turnTo(page, path);
    const contents = page.getByRole("navigation", { name: "Dans cette page" });
    const here = contents.locator("[aria-current]");
    await expect(here).toHaveCount(0);
    await contents.getByRole("link", { name: first }).click();
    await expect(here).toHaveText(first);
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await contents.getByRole("link", { name: last }).click();
    await expect(here).toHaveText(last);
    await expect(contents.getByRole("link", { name: first })).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(before);
  }
});

test("one control leads to all that can be said of a proposal, and words follow from one way to another", async ({
  page,
}) => {
  await page.goto("/proposals/proposition-1#say");
  const ways = page.getByRole("group", { name: "Votre réaction" });
  await expect(ways.getByRole("button").or(ways.getByRole("link"))).toHaveText([
    /^J’appuie/,
    /^Je complète/,
    /^Je nuance/,
    /^J’ai une question/,
    /^J’apporte une source/,
    "Proposer un autre mot",
    "Un argument",
    "Un exemple",
  ]);
  await ways.getByRole("button", { name: "Je complète" }).click();
  await page.getByLabel("Ce que vous ajoutez").fill("Un lexique sonore pour qui ne lit pas.");
  await ways.getByRole("button", { name: "Un argument" }).click();
  const argument = page.getByRole("textbox", { name: /^Votre argument/ });
  await expect(argument).toHaveValue("Un lexique sonore pour qui ne lit pas.");
  await argument.fill("Un lexique sonore, pour qui ne lit pas encore.");
  await ways.getByRole("button", { name: "Un exemple" }).click();
  await expect(page.getByRole("textbox", { name: /^Un exemple que vous connaissez/ })).toHaveValue(/pas encore\.$/);
  await ways.getByRole("button", { name: "Un exemple" }).click();
  await expect(page.getByRole("textbox", { name: /^Un exemple que vous connaissez/ })).toHaveCount(0);
  await expect(ways.getByRole("link", { name: "Proposer un autre mot" })).toHaveAttribute("href", /\/amendments$/);
});

test("what one reads has four lists, one press from another, and the doors of a telephone lead there", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("navigation", { name: "Raccourcis" }).getByRole("link", { name: "Lire" }).click();
  const lists = page.getByRole("main").getByRole("navigation", { name: "Lire" });
  for (const [name, title] of [
    ["Points d’étape", "Les points d’étape"],
    ["Propositions", /./],
    ["Territoires", /./],
    ["Paroles", "Ce qui s’est dit"],
  ] as const) {
    await lists.getByRole("link", { name }).click();
    await expect(lists.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  }
});

test("on a telephone a list begins on its first screen: its filters are one press away, and open where one is chosen", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const list of ["contributions", "proposals", "handovers", "interlocutors", "initiatives", "exchanges"]) {
    await turnTo(page, `/${list}`);
    const first = await page.locator(`main li a[href^="/${list}/"], main li h3`).first().boundingBox();
    expect(first!.y, list).toBeLessThan(740);
  }
  await turnTo(page, "/proposals");
  const filters = page.getByRole("search", { name: "Filtrer les propositions" });
  await expect(filters.getByLabel("Numéro ou mots")).toBeVisible();
  await expect(filters.getByLabel("État")).toBeHidden();
  await filters.getByText("Filtres").click();
  await filters.getByLabel("État").selectOption({ index: 1 });
  await filters.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/state=/);
  await page.reload();
  await expect(filters.getByLabel("État")).not.toHaveValue("");
  await filters.getByRole("link", { name: "Tout afficher" }).click();
  await expect(filters.getByLabel("État")).toBeHidden();
  expect(await overflows(page)).toBe(false);

  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(filters.getByLabel("État")).toBeVisible();
  await expect(filters.getByText("Filtres")).toBeHidden();
});

test("a place of one's own holds the answers of this device, and the territory that was chosen", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Principale" }).getByRole("link", { name: "Chez moi" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Chez moi" })).toBeVisible();
  // It knows nothing yet: one's number comes first.
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText("Avec un numéro");
  // The map leads where its list does.
  const drawn = page.getByRole("main").getByRole("link", { name: /^Bretagne : \d+ réponse/ });
  await expect(drawn).toHaveAttribute("href", "/territories/bretagne");
  await page.getByText("Choisir son territoire").click();
  await page.getByRole("link", { name: "Bretagne", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bretagne");
  const code = await respond(page.request, site.baseURL, "ANONYMOUS");
  await page.evaluate((sent) => {
    const kept = {
      code: sent,
      questionnaireId: "",
      slug: "questionnaire-4",
      title: "Imaginer",
      receivedOn: "2026-08-18",
    };
    localStorage.setItem("region", "bretagne");
    localStorage.setItem("receipts", JSON.stringify([kept]));
  }, code);
  // Home tells whoever comes back what became of their answer, where others read an example.
  await page.goto("/");
  const own = page.getByRole("region", { name: /^Votre réponse du / });
  await expect(own.getByText(/^Elle est reçue|reçue|lue/).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Une phrase, ce qu’elle est devenue" })).toHaveCount(0);
  await own.getByRole("link", { name: /^Voir ce qu’elle est devenue/ }).click();
  // Its number and closed answers are one press away.
  const number = page.getByRole("region", { name: "Son numéro" });
  await expect(number.getByText(code)).toBeHidden();
  await number.getByRole("heading").click();
  await expect(number.getByText(code)).toBeVisible();
  await page.goto("/follow");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText("Envoyées d’ici");
  await expect(page.getByRole("link", { name: /^Bretagne : ce qui s’y est dit/ })).toBeVisible();
});
