import { expect, settled, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { seated } from "./seat.ts";

const { site } = onOwnSite();
test.describe.configure({ mode: "serial" });

/** Reactions to the second proposal, a day apart. */
const reactions = (many: number, status: string, words: string) =>
  site.sql(`insert into reaction (key, subject, subject_id, kind, text, status, reacted_on)
    select '${status}' || n, 'PROPOSAL', (select id from proposal where slug = 'proposition-2'), 'SUPPORT',
      '${words} ' || n || '.', '${status}', date '2012-01-01' + n from generate_series(1, ${many}) n`);

test("a queue of fifty texts is opened, walked, ruled on and taken back by keyboard alone", async ({ browser }) => {
  test.setTimeout(180_000);
  await reactions(50, "HELD", "Un texte qui attend, le numéro");
  await seated(browser, site.baseURL, "MODERATOR", async (page) => {
    await page.goto("/moderation");
    const heading = page.getByRole("heading", { level: 1 });
    const panel = page.getByRole("region", { name: "Que devient ce texte" });
    const waiting = Number(/\d+/.exec((await heading.textContent())!)![0]);
    expect(waiting).toBeGreaterThanOrEqual(50);
    expect(await violations(page)).toEqual([]);

    const current = page.locator("main a[aria-current=true]");
    const first = await current.getAttribute("href");
    await page.keyboard.press("ArrowDown");
    await expect(current).not.toHaveAttribute("href", first!);
    await page.keyboard.press("ArrowUp");
    await expect(current).toHaveAttribute("href", first!);
    // A key that comes as soon as the next text is marked goes on from there.
    await page.evaluate(
      () =>
        new Promise<void>((done) => {
          const press = (key: string) =>
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
          new MutationObserver((_, seen) => {
            seen.disconnect();
            press("ArrowUp");
            done();
          }).observe(document.querySelector("main")!, { subtree: true, attributeFilter: ["aria-current"] });
          press("ArrowDown");
        }),
    );
    await expect(current).toHaveAttribute("href", first!);
    // The panel listens a moment after its text is there.
    await settled(page);
    await page.keyboard.press("Enter");
    await expect(page.getByText("Le texte paraît.")).toBeVisible();
    await expect(heading).toContainText(String(waiting - 1));

    await page.keyboard.press("k");
    // Everybody reads the reason: none is chosen beforehand.
    const why = panel.getByLabel("Pourquoi");
    await expect(why).toHaveValue("");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Faites un choix ici.").first()).toBeVisible();
    await why.selectOption("OFF_TOPIC");
    await panel.getByRole("button", { name: /^Cacher, et le dire/ }).press("Enter");
    await expect(page.getByText("Le texte est caché")).toBeVisible();
    await expect(heading).toContainText(String(waiting - 2));
    await settled(page);
    await page.keyboard.press("u");
    await expect(page.getByText("C’est défait")).toBeVisible();
    await expect(heading).toContainText(String(waiting - 1));
    expect(await violations(page)).toEqual([]);

    // Ten more, each by two keys.
    for (let left = waiting - 2; left > waiting - 12; left--) {
      await page.keyboard.press("l");
      await page.keyboard.press("Enter");
      await expect(heading).toContainText(String(left));
      await settled(page);
    }
    expect(await violations(page)).toEqual([]);

    // And those that are left on the page in one act, with one reason.
    const all = page.getByRole("checkbox", { name: "Tout choisir" });
    const note = page.getByLabel("Un mot à son auteur");
    await all.press("Space");
    await expect(page.getByRole("heading", { name: /^\d+ textes choisis$/ })).toBeVisible();
    await page.getByLabel("Pourquoi").selectOption("OFF_TOPIC");
    await note.fill("Une autre question le demande.");
    await page.reload();
    // Beside another choice it is not: it was written for that one.
    await page
      .getByRole("checkbox", { name: /Un texte qui attend, le numéro/ })
      .first()
      .press("Space");
    await expect(page.getByRole("heading", { name: "1 texte choisi" })).toBeVisible();
    await expect(note).toHaveValue("");
    await all.press("Space");
    await expect(note).toHaveValue("Une autre question le demande.");
    await page.getByRole("button", { name: /^Cacher, et le dire/ }).press("Enter");
    await expect(page.getByText(/^\d+ textes sont décidés/)).toBeVisible();
    await expect(page.getByRole("checkbox", { name: /Un texte qui attend, le numéro/ })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
  });
});

test("past two hundred reactions the older ones are asked for, by a button that keeps the focus and says how many came", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await reactions(230, "VISIBLE", "Une réaction de plus, la");
  await seated(browser, site.baseURL, null, async (page) => {
    await page.goto("/proposals/proposition-2");
    await expect(page.getByText("Une réaction de plus, la 230.")).toBeVisible();
    await expect(page.getByText("Une réaction de plus, la 1.")).toHaveCount(0);
    await page.getByRole("button", { name: "Voir les réactions plus anciennes" }).press("Enter");
    await expect(page.getByText("Une réaction de plus, la 1.")).toBeVisible();
    await expect(page.locator("output").filter({ hasText: "de plus." })).toBeFocused();
  });
});
