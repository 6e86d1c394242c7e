import { expect } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** Not on the site of all: its synthesis circulates, and is reacted to. */
const { site, test } = onOwnSite({ shared: true });

const address = "/syntheses/point-d-etape-4/write";

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
});
