import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, looksLike, overflows, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

test.describe.configure({ mode: "serial" });

/** Its own words at each try: tries leave their rows behind. */
const tag = randomUUID().slice(0, 6);
const kept = `Un marché où l’on se parle (${tag}).`;
const merged = `Un marché où l’on se connaît (${tag}).`;
const parted = `Un marché que l’on rejoint à pied (${tag}).`;

/** Sends a query to the API as the signed-in person. */
async function ask(page: Page, query: string, variables: object = {}) {
  const headers = { origin: new URL(page.url()).origin };
  const answer = await page.request.post("/graphql", { headers, data: { query, variables } });
  return ((await answer.json()) as { data: any }).data;
}

/** Marks the first words of texts of the second objective, each of another person, under a key point. */
async function mark(page: Page, keyPointId: string, from: number, count: number) {
  const { contributions } = await ask(
    page,
    `{ contributions(first: 40, filter: { objective: "objectif-2" }) { nodes { id body siblings { id } } } }`,
  );
  const texts: string[] = [];
  const told = new Set<string>();
  type Told = { id: string; body: string; siblings: { id: string }[] };
  for (const { id, body, siblings } of contributions.nodes as Told[]) {
    if (body.length < 40 || told.has(id)) continue;
    texts.push(id);
    for (const sibling of siblings) told.add(sibling.id);
  }
  for (const contributionId of texts.slice(from, from + count)) {
    const { markPassage } = await ask(
      page,
      `mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }`,
      { input: { contributionId, startsAt: 0, endsAt: 30, keyPointId } },
    );
    expect(markPassage.problems).toEqual([]);
  }
}

const keyPoints = async (page: Page, search = "") => {
  await page.goto(`/reading/key-points${search}`);
  await expect(page.getByRole("heading", { level: 1, name: "Ce que les réponses disent ensemble" })).toBeVisible();
};

/** Opens a key point of the list; the focus goes to its sentence. */
const open = async (page: Page, sentence: string) => {
  await page.getByRole("link", { name: sentence }).first().press("Enter");
  const heading = page.getByRole("heading", { level: 2, name: sentence });
  await expect(heading).toBeFocused();
};

/** A key point on the board. */
const card = (page: Page, sentence: string) =>
  page.getByRole("article").filter({ has: page.getByRole("link", { name: sentence, exact: true }) });

const opened = (page: Page) => new URL(page.url()).searchParams.get("key-point")!;

const unfold = (page: Page, name: string) => page.locator("summary", { hasText: name }).press("Enter");

test("from the reading desk, the method is one press away; a key point is opened and defined by keyboard", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/reading");
  await page.getByRole("link", { name: "Méthode : le tableau des points clefs" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ce que les réponses disent ensemble" })).toBeVisible();

  for (const sentence of [kept, merged]) {
    await unfold(page, "Ouvrir un point clef");
    await page.getByLabel("Pour quel objectif").selectOption("objectif-2");
    await page.getByLabel("La phrase", { exact: true }).first().fill(sentence);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 2, name: sentence })).toBeFocused();
    await expect(page.getByText(`« ${sentence} » est ouvert.`)).toBeVisible();
    await unfold(page, "Ouvrir un point clef");
  }
  await open(page, kept);
  await unfold(page, "Reformuler, définir, marquer");
  await page.getByLabel("Nom court").fill("Acheter et parler");
  await page
    .getByLabel("Définition", { exact: false })
    .last()
    .fill(`Acheter là où l’on échange aussi des nouvelles (${tag}).`);
  await page.getByLabel("Ce qui entre", { exact: false }).first().fill("Les marchés, les fermes ouvertes.");
  await page.getByLabel("Ce qui n’entre pas").fill("Les casiers sans personne.");
  await page.getByLabel("Un exemple").fill("Le marché du samedi.");
  await page.getByRole("radio", { name: "prune, losange" }).press("Space");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByText("Enregistré.")).toBeVisible();
  await expect(page.locator("dl", { hasText: "Acheter et parler" })).toContainText("Les casiers sans personne.");
  await expect(card(page, kept).getByRole("img", { name: "prune, losange" })).toBeVisible();
});

test("two key points that say the same are merged, its address leads to the one that was kept, and it is undone", async ({
  page,
  as,
  visitor,
}) => {
  await as("RAPPORTEUR");
  await keyPoints(page, "?objective=objectif-2");
  await open(page, kept);
  const keptId = opened(page);
  await open(page, merged);
  const mergedId = opened(page);
  await mark(page, keptId, 0, 2);
  await mark(page, mergedId, 1, 3);
  await keyPoints(page, `?key-point=${mergedId}`);
  await expect(page.getByText("Ses 3 passages")).toBeVisible();
  for (const id of [keptId, mergedId]) {
    await keyPoints(page, `?key-point=${id}`);
    await page.getByRole("button", { name: "Énoncer ce point clef" }).press("Enter");
    await expect(page.getByRole("link", { name: "Sa page publique" })).toBeVisible();
    await expect(page.locator("#key-point")).toBeFocused();
  }

  await unfold(page, "Réunir à un autre");
  await page.getByLabel("Celui que l’on garde").selectOption(keptId);
  await page.getByRole("button", { name: "Réunir", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: kept })).toBeFocused();
  await expect(page.getByText(`« ${merged} » est réuni à celui-ci.`)).toBeVisible();
  await expect(page.getByText("Ses 4 passages")).toBeVisible();
  await expect(page.getByRole("link", { name: merged })).toHaveCount(0);

  await visitor.goto(`/key-points/${mergedId}`);
  await expect(visitor).toHaveURL(new RegExp(`/key-points/${keptId}$`));
  await expect(visitor.getByRole("heading", { level: 1, name: kept })).toBeVisible();
  await expect(visitor.getByText("Les casiers sans personne.")).toBeVisible();
  expect(await violations(visitor)).toEqual([]);

  await page.getByRole("button", { name: `Défaire la fusion de : ${merged}` }).press("Enter");
  await expect(page.getByText(`« ${merged} » est de nouveau à part`)).toBeVisible();
  await expect(page.getByText("Ses 2 passages")).toBeVisible();
  await unfold(page, "Son histoire");
  await expect(page.getByText(`« ${merged} » lui a été réuni`)).toBeVisible();
  await expect(page.getByText(`« ${merged} » en a été séparé à nouveau`)).toBeVisible();
  await visitor.goto(`/key-points/${mergedId}`);
  await expect(visitor.getByRole("heading", { level: 1, name: merged })).toBeVisible();
});

test("a key point is split, put under another, and its people are counted; a stated one keeps two of them", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await keyPoints(page, "?objective=objectif-2");
  await open(page, merged);
  await unfold(page, "Séparer en deux");
  const split = page.getByRole("group", { name: "Passages qui s’en vont" });
  await split.getByRole("checkbox").nth(0).press("Space");
  await split.getByRole("checkbox").nth(1).press("Space");
  await page.getByLabel("La phrase du nouveau").fill(parted);
  await page.getByRole("button", { name: "Séparer", exact: true }).press("Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("deux personnes");
  await expect(page.getByLabel("La phrase du nouveau")).toHaveValue(parted);
  await split.getByRole("checkbox").nth(1).press("Space");
  await page.getByRole("button", { name: "Séparer", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: parted })).toBeFocused();
  await expect(page.getByText("Son passage")).toBeVisible();

  await unfold(page, "Déplacer");
  const place = page.getByRole("form", { name: "Sous un autre point clef" });
  await place.getByLabel("Le ranger sous").selectOption({ label: (await optionOf(place, kept))! });
  await place.getByRole("button", { name: "Déplacer" }).press("Enter");
  await expect(page.getByText("Déplacé.")).toBeVisible();
  await expect(card(page, parted)).toContainText(kept);
  await expect(card(page, parted)).toContainText("Il manque une seconde personne.");
  await expect(page.getByRole("heading", { name: "Par territoire" })).toBeVisible();
});

test("on the board two keys merge a key point or put it under another, a third takes it back; so does dragging", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await keyPoints(page, "?objective=objectif-2");
  const link = card(page, merged).getByRole("link");
  await link.focus();
  await page.keyboard.press("m");
  const places = page.getByRole("listbox", { name: "Réunir avec…" });
  await expect(places).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link).toBeFocused();
  await page.keyboard.press("m");
  await places.selectOption({ label: kept });
  await page.keyboard.press("Enter");
  await expect(page.getByText(`« ${merged} » est réuni à « ${kept} ».`)).toBeVisible();
  await expect(card(page, merged)).toHaveCount(0);
  await expect(card(page, kept).getByRole("link")).toBeFocused();
  await page.locator(":focus").blur();
  await page.keyboard.press("u");
  await expect(page.getByText(`« ${merged} » est de nouveau à part`)).toBeVisible();

  await link.focus();
  await page.keyboard.press("r");
  await page.getByRole("listbox", { name: "Ranger sous…" }).selectOption({ label: kept });
  await page.keyboard.press("Enter");
  await expect(card(page, kept).locator("..").getByRole("link", { name: merged })).toBeVisible();
  await expect(link).toBeFocused();
  await page.keyboard.press("u");
  await expect(page.getByText("Remis où il était.")).toBeVisible();

  await card(page, merged).dragTo(card(page, kept));
  const asked = page.getByRole("group", { name: `Que faire de « ${merged} » ?` });
  expect(await violations(page)).toEqual([]);
  await asked.getByRole("button", { name: "Ranger dessous" }).click();
  await expect(page.getByText("Déplacé.")).toBeVisible();
  await page.getByRole("button", { name: "Défaire" }).click();
  await expect(page.getByText("Remis où il était.")).toBeVisible();

  // From one card to those beside it, then a new one.
  await link.focus();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("article").getByRole("link").and(page.locator(":focus"))).toHaveCount(1);
  await page.keyboard.press("n");
  await expect(page.getByLabel("Pour quel objectif")).toBeFocused();
});

/** The whole label of the option that names a key point. */
const optionOf = (place: ReturnType<Page["getByRole"]>, sentence: string) =>
  place.locator("option", { hasText: sentence }).first().textContent();

test("two people define a key point at once: what only one changed is kept, and between two wordings one chooses", async ({
  page,
  as,
  context,
}) => {
  await as("RAPPORTEUR");
  await keyPoints(page, "?objective=objectif-2");
  await open(page, parted);
  const address = page.url();
  const other = await context.newPage();
  await other.goto(address);
  for (const tab of [page, other]) await unfold(tab, "Reformuler, définir, marquer");
  await page.getByLabel("Définition", { exact: false }).last().fill("À pied, en dix minutes.");
  await page.getByLabel("Un exemple").fill("La place du village.");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByText("Enregistré.")).toBeVisible();

  await other.getByLabel("Définition", { exact: false }).last().fill("Sans voiture.");
  await other.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(other.getByText("Quelqu’un a enregistré entre-temps. Pour ce que vous avez changé")).toBeVisible();
  await expect(other.getByLabel("Définition", { exact: false }).last()).toHaveValue("Sans voiture.");
  await expect(other.getByLabel("Un exemple")).toHaveValue("La place du village.");
  await other.getByRole("button", { name: "Garder le mien : Définition" }).press("Enter");
  await other.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(other.getByText("Enregistré.")).toBeVisible();
  await other.close();
});

const folds = ["Reformuler, définir, marquer", "Réunir à un autre", "Séparer en deux", "Déplacer", "Son histoire"];

test("wide by day and narrow in the dark, the key points hold, closed and open, and axe finds nothing", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  for (const [width, colorScheme] of [
    [1280, "light"],
    [320, "dark"],
  ] as const) {
    await looksLike(page, { viewport: { width, height: 800 }, colorScheme });
    await turnTo(page, "/reading/key-points?objective=objectif-2");
    await expect(page.getByRole("heading", { level: 1, name: "Ce que les réponses disent ensemble" })).toBeVisible();
    await expect(page.getByRole("paragraph").filter({ hasText: /Argument ?Objection/ })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await open(page, kept);
    for (const name of folds) await unfold(page, name);
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await overflows(page)).toBe(false);
  const line = page.getByRole("link", { name: kept });
  await expect(line).toBeHidden();
  await page.getByRole("link", { name: "Tout le tableau" }).press("Enter");
  await expect(line).toBeFocused();
});

test("words and filters find a key point among many, and live in the address", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await keyPoints(page);
  await unfold(page, "Chercher, filtrer");
  await page.getByLabel("Dans la phrase ou la définition").fill(`NOUVELLES (${tag}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/search=NOUVELLES/);
  await expect(page.getByRole("link", { name: kept })).toBeVisible();
  await expect(page.getByRole("link", { name: merged })).toHaveCount(0);
  await page.getByLabel("Lesquels").selectOption("working");
  await page.getByRole("button", { name: "Filtrer" }).press("Enter");
  await expect(page.getByText("Aucun point clef ne répond à ces filtres")).toBeVisible();
});
