import { expect, looksLike, overflows, sent, settled, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { firstLine, firstText, open, textFromTheEnd, textHasFocus } from "./readingDesk.ts";
import { secondPerson } from "./seat.ts";

/** A site of its own: the queue gets shorter, and others would read from it. */
const { test } = onOwnSite();

test.describe.configure({ mode: "default" });

test("a text that leads nowhere is said so by keyboard, with its reason; its region reads it, and the next has the focus", async ({
  page,
  as,
  visitor,
}) => {
  await as("RAPPORTEUR");
  await textFromTheEnd(page, 2);
  const address = page.url();
  await page.getByRole("button", { name: "Avec un mot à son auteur" }).click();
  const why = page.getByLabel("Pourquoi", { exact: true });
  await expect(why).toBeFocused();
  await why.selectOption("NOT_UNDERSTOOD");
  await page.getByRole("button", { name: "Le dire" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(address);
  await textHasFocus(page);
  await sent(page);

  const id = new URL(address).pathname.split("/").at(-1);
  const query = `{ contribution(id: "${id}") { region { slug } } }`;
  const asked = await visitor.request.post("/graphql", {
    data: { query },
    headers: { "apollo-require-preflight": "1" },
  });
  const { data } = (await asked.json()) as { data: { contribution: { region: { slug: string } } } };
  await visitor.goto(`/territories/${data.contribution.region.slug}`);
  const aside = visitor.getByRole("region", { name: "Ce qui n’est pas repris, et pourquoi" });
  await aside.getByRole("link", { name: /, avec la raison$/ }).click();
  await expect(visitor.getByLabel("Suite donnée")).toHaveValue("no");
  const card = visitor.getByRole("listitem").filter({ has: visitor.locator(`a[href="/contributions/${id}"]`) });
  const next = visitor.getByRole("link", { name: "Suivants" });
  for (let pages = 1; (await card.count()) === 0 && pages < 20; pages++) {
    const before = visitor.url();
    await next.click();
    await expect(visitor).not.toHaveURL(before);
    await settled(visitor);
  }
  await expect(card).toContainText("pas comprise");
});

test("a page of texts is ticked, read and taken back without the mouse", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await open(page);
  const boxes = page.getByRole("checkbox", { name: "Choisir cette réponse" });
  const ids = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  await page.getByRole("listitem").filter({ has: boxes }).getByRole("link").first().focus();
  await page.keyboard.press("x");
  await expect(boxes.first()).toBeChecked();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("a");
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await page.keyboard.press("a");
  await expect(boxes.first()).not.toBeChecked();
  await page.keyboard.press("x");
  await page.keyboard.press("r");
  await expect(page.getByText("1 réponse lue, rien à ajouter.")).toBeVisible();
  await expect(page.locator(`input[value="${ids[1]}"]`)).toHaveCount(0);
  await expect(page.locator("main li a:focus")).toHaveCount(1);
  await page.keyboard.press("u");
  await expect(page.locator(`input[value="${ids[1]}"]`)).toHaveCount(1);
});

test("the texts of a question, and those that came on paper, are read by themselves", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await open(page, "?only=all");
  const filters = page.getByRole("search", { name: "À lire" });
  const question = filters.getByLabel("Question");
  await question.selectOption({ index: 1 });
  const code = (await question.locator("option:checked").textContent())!.split(" ")[0]!;
  await filters.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/question=/);
  const items = page.getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  await expect(items.first()).toContainText(code);
  await open(page, "?only=all&channel=PAPER");
  await expect(items.first()).toBeVisible();
});

test("a block of minutes is marked like a text; its page says where it comes from, and the minutes what it led to", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await open(page, "?only=minutes");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const id = /reading\/([^?]+)/.exec(page.url())![1]!;
  await page.keyboard.press("Space");
  await page.keyboard.press("n");
  await page.keyboard.type("Entendu en réunion.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Donné à :")).toBeVisible();
  await textHasFocus(page);
  await sent(page);

  await page.goto(`/contributions/${id}`);
  await expect(page.getByText("jamais compté parmi les personnes")).toBeVisible();
  await page.getByRole("link", { name: /Extrait du compte rendu/ }).click();
  await expect(page).toHaveURL(new RegExp(`/meetings/.*#${id}$`));
  await page.locator(`[id="${id}"]`).getByRole("link", { name: "Ce que c’est devenu" }).click();
  await expect(page).toHaveURL(new RegExp(`/contributions/${id}$`));
});

test("a second reader is offered a tenth, reads it blind, and « Méthode » says how far two agree", async ({
  page,
  as,
}) => {
  await as(secondPerson);
  await open(page);
  await page.getByText("Qui a lu quoi, et si deux lectures s’accordent").click();
  await expect(page.getByRole("heading", { name: "Deux lectures s’accordent-elles ?" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Deux lectures s’accordent-elles ?" })).toContainText(
    /\d,\d\d|pas encore/,
  );
  await expect(page.getByRole("region", { name: "Qui a lu quoi" })).toBeVisible();
  await open(page, "?only=second");
  const items = page.getByRole("listitem").filter({ has: page.getByRole("checkbox") });
  if ((await items.count()) === 0) return;
  await firstLine(page);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Seconde lecture, à l’aveugle")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Déjà marqué ici" })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
});

test("without a network, « lu, rien à ajouter » says so, and what is ticked stays", async ({
  page,
  as,
  complaints,
}) => {
  await as("RAPPORTEUR");
  await open(page);
  const first = page.getByRole("listitem").getByRole("checkbox").first();
  await first.check();
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Les choisies : lu, rien à ajouter" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Le site n’a pas répondu" })).toBeVisible();
  await expect(first).toBeChecked();
  expect(complaints.splice(0).every((said) => said.includes("ERR_INTERNET_DISCONNECTED"))).toBe(true);
});

test("anybody reads on an objective how far its texts were read, and what has no follow-up", async ({ page }) => {
  await page.goto("/objectives/objectif-1");
  await expect(page.getByRole("heading", { name: "Ce qui est lu, marqué, cité" })).toBeVisible();
  await expect(page.getByText("paroles sans retour")).toBeVisible();
  await page.locator("summary", { hasText: "Par chemin d’arrivée" }).click();
  await expect(page.getByRole("region", { name: "Par chemin d’arrivée" })).toContainText("masqué");
  expect(await violations(page)).toEqual([]);
});

test("the reading desk and a text on it are for everybody to use, wide by day and narrow in the dark", async ({
  page,
  as,
}) => {
  test.slow();
  await as("RAPPORTEUR");
  const looks = [
    { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
    { viewport: { width: 390, height: 800 }, colorScheme: "dark" },
  ] as const;
  for (const look of looks) {
    await looksLike(page, look);
    await open(page);
    await page.getByText("Qui a lu quoi, et si deux lectures s’accordent").click();
    await page.getByText("Raccourcis du clavier").click();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await firstLine(page);
    await page.keyboard.press("Enter");
    await textHasFocus(page);
    await page.getByRole("button", { name: "Les touches" }).click();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("un");
    await expect(page.getByRole("option", { name: "comme nouveau point clef" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("c");
    await settled(page);
    expect(await violations(page)).toEqual([]);
  }
  await page.goto("/objectives/objectif-1");
  await page.locator("summary", { hasText: "Par territoire" }).click();
  for (const look of looks) {
    await looksLike(page, look);
    expect(await overflows(page)).toBe(false);
  }
});

test("what the bench brings up is asked of a meeting to come, for its agenda", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await firstText(page);
  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "En parler à une réunion" })).toBeFocused();
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Proposer un point à discuter" });
  await form.getByLabel("De quoi voulez-vous que l’on parle ?").fill("Ce texte, avec tout le monde.");
  await form.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.getByText("votre demande paraît sous l’ordre du jour")).toBeVisible();
});
