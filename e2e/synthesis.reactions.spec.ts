import { expect, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** Not on the site of all: its synthesis circulates, and is reacted to. */
const { site, test } = onOwnSite({ shared: true });

const address = "/syntheses/point-d-etape-4/write";
const reactions = "/syntheses/point-d-etape-4/reactions";

// The second begins where the first ends.
test.describe.configure({ mode: "serial" });

test("what is said of a text that circulates is read where one answers it, by paragraph and of the whole", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/reading");
  await page.getByRole("button", { name: /Ouvrir le point d’étape : Imaginer les leviers/ }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await page.goto(`${address}?view=returns`);
  await page.getByRole("button", { name: "Faire circuler" }).press("Enter");
  await expect(page.getByText("En relecture jusqu’au")).toBeVisible();
  const said = page.getByRole("listitem").filter({ hasText: "Une personne fictive" });
  await expect(said).toHaveCount(0);
  await site.sql(`insert into reaction (key, subject, subject_id, kind, text, author_name, status, reacted_on, fictional)
    select subject, subject, id, kind, words, 'Une personne fictive', 'VISIBLE', current_date, true from (
      select 'SYNTHESIS' as subject, id, 'SUPPORT' as kind, 'Tout y est.' as words from synthesis where slug = 'point-d-etape-4'
      union all select 'SYNTHESIS_PARAGRAPH', (select p.id from synthesis_paragraph p join synthesis_version v on v.id = p.version_id
        join synthesis s on s.id = v.synthesis_id where s.slug = 'point-d-etape-4' order by v.version desc, p.position limit 1),
        'COMPLETE', 'Il y manque les écoles.') it`);
  await page.reload();
  await expect(said).toContainText(["Il y manque les écoles.", "Tout y est."]);
  await page.goto(address);
  await expect(page.getByText("1 réaction")).toHaveCount(1);
  // Nothing says that it is published.
  await page.goto("/objectives/objectif-4");
  await expect(page.getByText("Point d’étape en relecture", { exact: true }).last()).toBeVisible();
  await expect(page.getByText("Point d’étape publié", { exact: true })).toHaveCount(0);
});

test("past forty, older reactions come above those shown: where a synthesis is written, on their page, and without scripts", async ({
  page,
  as,
  browser,
}) => {
  await site.sql(`insert into reaction (key, subject, subject_id, kind, text, author_name, status, reacted_on, fictional)
    select 'old' || n, 'SYNTHESIS', id, 'SUPPORT', 'Parole numéro ' || n || '.', 'Une personne fictive', 'VISIBLE', date '2020-01-01' + n, true
    from synthesis, generate_series(1, 60) n where slug = 'point-d-etape-4'`);
  await as("RAPPORTEUR");
  await page.goto(`${address}?view=returns`);
  const said = page.locator(".writing-said li").filter({ hasText: "Parole numéro" });
  await expect(said).toHaveCount(39);
  await expect(said.first()).toContainText("Parole numéro 22.");
  await page.getByRole("button", { name: "Voir les réactions plus anciennes" }).press("Enter");
  await expect(said).toHaveCount(60);
  await expect(said.first()).toContainText("Parole numéro 1.");
  expect(await violations(page)).toEqual([]);

  const ofAll = page.locator("#whole").getByRole("listitem").filter({ hasText: "Parole numéro" });
  await page.goto(reactions);
  await expect(ofAll).toHaveCount(39);
  // Once something answers on the page, the link brings them in place.
  await ofAll.first().locator("summary").press("Enter");
  await expect(ofAll.first().getByRole("group")).toBeVisible();
  await page.getByRole("link", { name: "Voir les réactions plus anciennes" }).press("Enter");
  await expect(ofAll).toHaveCount(60);
  await expect(ofAll.first()).toContainText("Parole numéro 1.");
  await expect(page).toHaveURL(new RegExp(`${reactions}$`));

  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", javaScriptEnabled: false });
  const without = await context.newPage();
  await without.goto(reactions);
  await without.getByRole("link", { name: "Voir les réactions plus anciennes" }).click();
  const shown = without.getByRole("listitem").filter({ hasText: "Parole numéro" });
  await expect(shown).toHaveCount(21);
  await expect(shown.first()).toContainText("Parole numéro 1.");
  await without.getByRole("link", { name: "Revenir au début" }).click();
  await expect(without).toHaveURL(new RegExp(`${reactions}#whole$`));
  await expect(shown).toHaveCount(39);
  await context.close();
});

test("its last day is moved where it was said; once that day is over every page says so, and no longer asks", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.goto(`${address}?view=returns`);
  await page.getByText("Changer cette date").click();
  await page.getByLabel("Réactions attendues jusqu’au").fill("2020-01-01");
  await page.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await expect(page.getByText("La fin doit venir après le début, et après maintenant.")).toHaveCount(2);
  // Some months from now: nothing circulates for more than a year.
  const last = new Date();
  last.setMonth(last.getMonth() + 6, 15);
  const said = (weekday?: "long") =>
    last.toLocaleDateString("fr-FR", { weekday, day: "numeric", month: "long", year: "numeric" });
  await page.getByLabel("Réactions attendues jusqu’au").fill(last.toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Enregistrer" }).press("Enter");
  await expect(page.getByText(`En relecture jusqu’au ${said("long")}`)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto("/syntheses/point-d-etape-4");
  await expect(page.getByText(`Cette version circule jusqu’au ${said()}`)).toBeVisible();
  await site.sql(`update synthesis_version v set circulates_until = '2026-01-05' from synthesis s
    where s.id = v.synthesis_id and s.slug = 'point-d-etape-4'`);
  await page.reload();
  await expect(page.getByText(/Cette version a circulé jusqu’au 5 janvier 2026. Elle reste à publier/)).toBeVisible();
  await page.goto(`${address}?view=returns`);
  await expect(page.getByText("La relecture a pris fin le lundi 5 janvier 2026")).toBeVisible();
});

test("a version begun by mistake is removed: what goes and what stays is read first, and the last one is as it was", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/syntheses/point-d-etape-1/write");
  await page.getByRole("button", { name: "Commencer la version 3" }).click();
  await page.getByRole("button", { name: "Supprimer ce brouillon" }).click();
  const dialog = page.getByRole("dialog", { name: "Supprimer le brouillon de la version 3 ?" });
  await expect(dialog.getByText("La version 2, telle qu’elle est publiée")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Renoncer" })).toBeFocused();
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Supprimer ce brouillon" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  // Closed, and opened again before the browser has said that it closed.
  await dialog.evaluate(async (it: HTMLDialogElement) => {
    it.requestClose();
    await Promise.resolve();
    (document.activeElement as HTMLElement).click();
  });
  await dialog.getByRole("button", { name: "Oui, supprimer" }).click();
  await expect(page.locator("*:focus")).toContainText("Le brouillon de la version 3 est supprimé.");
  await expect(page.getByRole("button", { name: "Commencer la version 3" })).toBeVisible();
});
