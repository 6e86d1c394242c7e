import { expect, sent, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { firstLine, firstText, open, textHasFocus } from "./readingDesk.ts";

/** A site of its own: it gets more key points than come with an evening. */
const { site, test } = onOwnSite();
test.describe.configure({ mode: "default" });

test("past two hundred key points the server finds those that are not on the page; without a network one is told", async ({
  page,
  as,
  complaints,
}) => {
  await site.sql(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select o.id, 500 + n, 'Un grenier partagé, numéro ' || n, 'FINDING', 'WORKING', true
     from objective o, generate_series(1, 300) n where o.slug = 'objectif-3'`,
  );
  await as("RAPPORTEUR");
  const loaded = page.waitForResponse((answer) => !!answer.request().postData()?.includes("query EveningKeyPoints"));
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  expect((await (await loaded).json()).data.readingDesk.keyPointsAtHand.keyPoints).toHaveLength(200);

  // Of another objective, and not among those that came.
  const found = page.getByRole("listbox", { name: "Points clefs trouvés" }).getByRole("option");
  await page.keyboard.press("/");
  await page.keyboard.type("grenier 42");
  await expect(found.filter({ hasText: /numéro 42(?!\d)/ })).toContainText("Objectif 3");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await textHasFocus(page);

  await page.context().setOffline(true);
  await page.keyboard.press("/");
  await page.keyboard.type("grenier numéro 299");
  await expect(found.first()).toContainText("numéro 299");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("grenier numéro 33");
  await expect(page.getByText("Sans réseau, seuls les points clefs déjà chargés sont cherchés")).toBeVisible();
  await expect(found.filter({ hasText: /partagé, numéro 33(?!\d)/ })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await page.context().setOffline(false);
  expect(complaints.splice(0).every((text) => text.includes("ERR_INTERNET_DISCONNECTED"))).toBe(true);
});

test("the way back has no step to the text one is on: after an act that was undone, and after a text that did not come", async ({
  page,
  as,
  complaints,
}) => {
  await as("RAPPORTEUR");
  // The second text does not come until it may.
  let comes = false;
  let first: string | undefined;
  await page.route("**/graphql*", (route) => {
    const { query, variables } = route.request().postDataJSON() ?? {};
    const isNext = query?.includes("query ReadingTextPage") && (first ??= variables.id) !== variables.id;
    return isNext && !comes ? route.fulfill({ status: 503 }) : route.continue();
  });
  await firstText(page);
  const start = page.url();
  await page.keyboard.press("p");
  await expect(page.getByText("La suivante n’est pas encore là")).toBeVisible();
  comes = true;
  await page.keyboard.press("p");
  await expect(page).not.toHaveURL(start);
  await textHasFocus(page);
  const second = page.url();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(second);
  await textHasFocus(page);
  await page.keyboard.press("u");
  await expect(page).toHaveURL(second);
  await textHasFocus(page);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(start);
  await textHasFocus(page);
  // A step that leads nowhere would hold the keys after it.
  await page.keyboard.press("k");
  await textHasFocus(page);
  await page.keyboard.press("?");
  await expect(page.getByText("aller d’une phrase à l’autre")).toBeVisible();
  await sent(page);
  expect(complaints.splice(0).every((text) => text.includes("503"))).toBe(true);
});

/** Eighty key points of one objective more, the first time. */
const ovens = () =>
  site.sql(
    `insert into key_point (objective_id, number, sentence, nature, state, stated_on, fictional)
     select o.id, 500 + n, 'Un four banal, numéro ' || n, 'LEVER', 'STATED', current_date, true
     from objective o, generate_series(1, 80) n where o.slug = 'objectif-4' on conflict do nothing`,
  );

test("past sixty key points of an objective the server finds the others, of this objective first; one that is pinned keeps its digit", async ({
  page,
  as,
}) => {
  await ovens();
  await as("RAPPORTEUR");
  const around = page.waitForResponse((answer) => !!answer.request().postData()?.includes("query EveningAround"));
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  expect((await (await around).json()).data.objective.keyPoints).toHaveLength(60);

  const found = page.getByRole("listbox", { name: "Points clefs trouvés" }).getByRole("option");
  await page.keyboard.press("/");
  await page.keyboard.type("four numéro 79");
  await expect(found.first()).toContainText("numéro 79");
  await expect(found.first()).not.toContainText("Objectif");
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("Escape");
  await textHasFocus(page);
  const nine = page.getByRole("region", { name: "Donner la phrase à" }).getByRole("list").first().getByRole("button");
  await expect(nine.nth(2)).toContainText("numéro 79");
  await page.reload();
  await expect(nine.nth(2)).toContainText("numéro 79");
  await expect(nine).toHaveCount(9);
});

test("past sixty key points an objective shows them sixty at a time, without scripts too", async ({ browser }) => {
  await ovens();
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/objectives/objectif-4");
  const shown = page.locator("#key-points li", { has: page.locator("a[href*='/key-points/']") });
  await expect(shown).toHaveCount(60);
  const first = await shown.first().textContent();
  await page.getByRole("link", { name: "Suivants" }).click();
  await expect(page).toHaveURL(/\?after=.*#key-points$/);
  await expect(shown.filter({ hasText: "numéro 80" })).toHaveCount(1);
  expect(await shown.count()).toBeGreaterThan(20);
  await page.getByRole("link", { name: "Revenir au début" }).click();
  await expect(shown.first()).toHaveText(first!);
  await context.close();
});

test("past sixty passages a key point shows them sixty at a time, in place and without scripts; whoever splits it reaches all", async ({
  page,
  as,
  browser,
}) => {
  await page.goto("/objectives/objectif-2");
  const address = (await page.locator("#key-points a[href*='/key-points/']").first().getAttribute("href"))!;
  const id = address.split("/").at(-1)!;
  await site.sql(
    `insert into passage (contribution_id, starts_at, ends_at, quote, marked_by_id, marked_at)
     select c.id, 0, 30, left(c.body, 30), (select marked_by_id from passage limit 1), now()
     from contribution c where c.status = 'VISIBLE' and length(c.body) > 60 order by c.id limit 100 on conflict do nothing`,
  );
  await site.sql(
    `insert into key_point_passage (key_point_id, passage_id)
     select '${id}', p.id from passage p join contribution c on c.id = p.contribution_id and c.status = 'VISIBLE'
     order by p.id limit 230 on conflict do nothing`,
  );
  const words = page.locator("main blockquote");
  await page.goto(address);
  await expect(words).toHaveCount(60);
  const first = await words.first().textContent();
  await page.getByRole("link", { name: "Voir la suite" }).press("Enter");
  await expect(words).toHaveCount(120);
  const told = await page.getByText(/^2\d\d passages$/).textContent();
  expect(new Set(await words.allTextContents()).size).toBeGreaterThan(100);
  expect(await violations(page)).toEqual([]);

  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", javaScriptEnabled: false });
  const without = await context.newPage();
  await without.goto(address);
  await without.getByRole("link", { name: "Voir la suite" }).click();
  await expect(without).toHaveURL(/\?after=/);
  await expect(without.locator("main blockquote")).toHaveCount(60);
  await without.getByRole("link", { name: "Revenir au début" }).click();
  await expect(without.locator("main blockquote").first()).toHaveText(first!);
  await context.close();

  await as("RAPPORTEUR");
  await page.goto(`/reading/key-points?objective=objectif-2&key-point=${id}`);
  await page.getByText("Séparer en deux").click();
  const boxes = page.getByRole("group", { name: "Passages qui s’en vont" }).getByRole("checkbox");
  await expect(boxes).toHaveCount(200);
  await page.getByRole("button", { name: "Voir la suite" }).first().press("Enter");
  await expect(boxes).toHaveCount(Number.parseInt(told!, 10));
});

test("past twenty meetings to come, one asks to talk of a key point at one that follows them", async ({ page }) => {
  await site.sql(
    `insert into meeting (slug, group_id, kind, title, starts_at, place, fictional)
     select 'suite-' || n, g.id, 'NATIONAL', 'Rencontre de la suite ' || n, now() + (40 + n) * interval '1 day', 'Salle fictive', true
     from working_group g, generate_series(1, 30) n where g.slug = 'circuits-courts'`,
  );
  await page.goto("/objectives/objectif-1");
  await page.locator("#key-points li a").first().click();
  await page.getByRole("button", { name: "En parler à une réunion" }).press("Enter");
  const choice = page.getByLabel("À quelle réunion ?");
  await expect(choice).toContainText("Rencontre de la suite 1");
  await expect(choice).not.toContainText("Rencontre de la suite 30");
  await page.getByLabel("De quoi voulez-vous que l’on parle ?").fill("Un point à garder.");
  await page.getByRole("button", { name: "Rencontres qui suivent" }).press("Enter");
  await expect(choice).toContainText("Rencontre de la suite 30");
  await choice.selectOption({ label: "Rencontre de la suite 30" });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Envoyer" }).press("Enter");
  await expect(page.getByText("C’est envoyé")).toBeVisible();
  await page.goto("/meetings/suite-30");
  await expect(page.getByRole("link", { name: "Un point à garder." })).toBeVisible();
});
