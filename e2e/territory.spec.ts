import { ask, respond } from "./answering.ts";
import { expect, test } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

interface Territory {
  slug: string;
  code: string;
  contributionCount: number;
  contributions: { nodes: object[] };
}

test("a regional group sees who was heard, who was not, and Île-de-France's share beside its population's", async ({
  page,
}) => {
  await page.goto("/territories");
  const table = page.getByRole("table").first();
  await expect(table.getByRole("row", { name: /Bretagne/ })).toBeVisible();
  await expect(page.getByText(/Île-de-France/).first()).toBeVisible();
  await expect(page.getByText(/de la population/).first()).toBeVisible();
  await expect(page.getByText("24 réponses sur 30 citent un domaine hors alimentation")).toBeVisible();
  // Counts by place wait for others: who counts the responses of an open questionnaire reads why.
  await expect(page.getByText(/cinq au moins à la fois/)).toBeVisible();
  const groups = page.getByRole("region", { name: "Les groupes des territoires" }).getByRole("link");
  const names = await groups.allInnerTexts();
  expect(names).toEqual(names.toSorted(new Intl.Collator("fr").compare));
});

test("from the map one reaches a region: its words, its meetings, and what it changed", async ({ page }) => {
  await page.goto("/territories");
  await page.locator('main svg a[href="/territories/bretagne"]').focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Bretagne/);
  await expect(page.locator('main a[href^="/contributions/"]').first()).toBeVisible();
  await page.locator("summary", { hasText: "points clefs" }).click();
  await expect(page.locator('main a[href^="/key-points/"]').first()).toBeVisible();
  await expect(page.locator('main a[href^="/proposals/"]').first()).toBeVisible();
});

test("a place nobody spoke from says so, and how to begin; its first words show before its responses are counted", async ({
  page,
  baseURL,
}) => {
  // Nor one that a former try spoke from: where others answer at once, its words are counted with theirs.
  const isSilent = ({ contributionCount, contributions }: Territory) =>
    contributionCount === 0 && contributions.nodes.length === 0;
  await expect(async () => {
    const { territories } = await ask<{ territories: Territory[] }>(
      page.request,
      baseURL!,
      "{ territories(kind: DEPARTMENT) { slug code contributionCount contributions(first: 1) { nodes { id } } } }",
    );
    const { slug, code } = territories.find(isSilent)!;
    await page.goto(`/territories/${slug}`);
    await expect(page.getByRole("main").getByText("pas encore de réponse sous un nom")).toBeVisible();
    await expect(page.getByRole("link", { name: /Répondre/ }).first()).toBeVisible();
    await respond(page.request, baseURL!, "NAMED", { territory: `DEPARTMENT:${code}`, authorName: "Zoé" });
    await expect
      .poll(async () => (await page.goto(`/territories/${slug}`)) && page.getByRole("main").innerText(), {
        timeout: 8000,
      })
      .toMatch(/\d+ paroles? publiées?\s+Les réponses d’un territoire entrent dans les comptes à plusieurs/);
  }).toPass();
});

test("beside each proposal that a territory feeds stand words from there", async ({ page }) => {
  await page.goto("/territories/bretagne");
  const rows = page.getByRole("region", { name: "Ce que ces paroles ont nourri" }).getByRole("listitem");
  const fed = rows.filter({ has: page.locator('h3 a[href^="/proposals/"]') });
  await expect(fed).not.toHaveCount(0);
  for (const row of await fed.all()) await expect(row.locator("a[data-contribution] mark").first()).toBeVisible();
});

test("the sentence that a territory begins with leads to the key points and the proposals that it counts", async ({
  page,
}) => {
  await page.goto("/territories/bretagne");
  const sentence = page.getByText(/viennent aussi d’ici/);
  await expect(page.locator('meta[name="description"]')).toHaveAttribute(
    "content",
    /^\d+ points clefs, \d+ propositions? et \d+ demandes? portées?/,
  );
  await sentence.getByRole("link", { name: /points? clefs?$/ }).click();
  const points = page.locator("#key-points");
  await expect(points).toBeInViewport();
  await expect(points.locator('a[href^="/key-points/"]').first()).toBeVisible();
  await sentence.getByRole("link", { name: /propositions?$/ }).click();
  await expect(page.locator('#fed h3 a[href^="/proposals/"]').first()).toBeInViewport();
  await sentence.getByRole("link", { name: /demandes? portées?$/ }).click();
  const asked = page.locator('#fed a[href^="/handovers/"]').first();
  await expect(asked).toBeInViewport();
  const title = page.getByRole("heading", { level: 1 });
  const region = (await title.innerText()).trim();
  await asked.click();
  await expect(title).not.toHaveText(region);
  await expect(page).toHaveURL(/\/handovers\//);
});

test("under what a territory asks of its reader stands what became of its words, from one edge of a phone to the other", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/territories/bretagne");
  const strip = page.getByRole("main").locator("header svg[aria-hidden]", { has: page.locator("rect") });
  const answer = page.getByRole("link", { name: "Répondre depuis ce territoire" });
  const [bar, act] = [(await strip.boundingBox())!, (await answer.boundingBox())!];
  expect(bar.width).toBeCloseTo(act.width, 0);
  expect(bar.y).toBeGreaterThan(act.y + act.height);
});

test("a department leads to its region, and its words are found by filter", async ({ page }) => {
  await page.goto("/territories/finistere");
  await page.getByRole("main").getByRole("link", { name: "Bretagne" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Bretagne/);
  await turnTo(page, "/contributions?territory=bretagne");
  const found = page.locator('main a[href^="/contributions/"]');
  await expect(found.first()).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText("Guyane ·");
});

interface Region {
  slug: string;
  name: string;
  meetings: object[];
}

test("the page of a regional group says all of it, is joined in two presses, and its region then comes first on lists", async ({
  page,
}) => {
  const query = "{ territories(kind: REGION) { slug name meetings { id } } }";
  const answer = await page.request.post("/graphql", { data: { query }, headers: { "apollo-require-preflight": "1" } });
  const { territories } = ((await answer.json()) as { data: { territories: Region[] } }).data;
  const { slug, name } = territories.findLast(({ meetings }) => meetings.length > 0)!;
  await page.goto(`/territories/${slug}`);
  for (const heading of ["Ce que ces paroles ont nourri", "Ce qui s’y dit", "Ses réunions"])
    await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
  for (const heading of ["Qui le tient", "La prochaine fois"])
    await expect(page.getByRole("heading", { level: 3, name: heading })).toBeVisible();
  await page.getByRole("link", { name: "Rejoindre le groupe" }).click();
  await page.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(page.getByRole("button", { name: "Rejoindre le groupe" })).toHaveCount(0);
  await turnTo(page, "/territories");
  await expect(page.getByRole("table").first().getByRole("row").nth(1)).toContainText(name);
  await turnTo(page, "/meetings");
  const choices = page.locator("select[name=territory] option");
  await expect(choices.nth(1)).toHaveText(name);
});

test("beside the button of a group stands that its members are mailed of its meetings, and where that is stopped", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await page.goto("/territories/bretagne");
  const group = page.getByRole("form", { name: "Rejoindre le groupe" });
  await expect(group).toContainText("Un courriel vous dira ses réunions");
  await group.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(group).toContainText("Vous suivez");
  await group.getByRole("link", { name: "Choisir quand, ou arrêter" }).click();
  await page.getByText("Jamais", { exact: true }).click();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("C’est noté.")).toBeVisible();
  await turnTo(page, "/territories/bretagne");
  await expect(group).toContainText("Vous ne suivez pas");
  await group.getByRole("button", { name: "Quitter le groupe" }).click();
  await expect(group.getByRole("button", { name: "Rejoindre le groupe" })).toBeVisible();
});

test("the referent of a territory is not asked to join the group that they hold, and is told of it in one press", async ({
  page,
  as,
}) => {
  await as("REFERENT");
  await page.goto("/territories/bretagne");
  const group = page.getByRole("form", { name: "Rejoindre le groupe" });
  await expect(group).toContainText("Vous le tenez.");
  await expect(group).toContainText("Vous ne suivez pas");
  await expect(page.getByRole("main").getByText("Rejoindre le groupe", { exact: true })).toHaveCount(0);
  await group.getByRole("button", { name: "Me le dire par courriel" }).click();
  await expect(group).toContainText("Vous suivez");
  await expect(group.getByRole("link", { name: "Choisir quand, ou arrêter" })).toBeVisible();
});

test("where no group is open, nobody is told that they will be a member of it", async ({ page }) => {
  await page.goto("/territories");
  // Each region of the demonstration has one: the answer is told without.
  await page.route(/\/graphql/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/"regionalGroups":\[[^\]]*\]/g, '"regionalGroups":[]');
    await route.fulfill({ response, body });
  });
  await page.getByRole("table").first().getByRole("link").first().click();
  await expect(page.getByText("Pas encore ouvert", { exact: true })).toBeVisible();
  await expect(page.getByText("Il n’est pas encore ouvert : votre choix reste sur cet appareil")).toBeVisible();
  await expect(page.getByRole("link", { name: "Avec un compte" })).toHaveCount(0);
});

test("by keyboard, a form that opens in the place of its button takes the focus, and gives it back", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await page.goto("/territories/bretagne");
  const edit = page.getByRole("button", { name: /^(Renommer ou fermer le|Ouvrir un) groupe/ }).first();
  await edit.press("Enter");
  await expect(page.getByLabel("Nom du groupe")).toBeFocused();
  await page.getByRole("button", { name: "Renoncer" }).press("Enter");
  await expect(edit).toBeFocused();
});
