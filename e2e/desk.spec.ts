import { asks, expect, looksLike, overflows, settled, test, violations } from "./fixtures.ts";
import { seated, secondPerson } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

// Serial: a matter that one person takes shows in the next story.
test.describe.configure({ mode: "serial" });

const waiting = { name: "Ce qui vous attend" };

/** Title of a page that the viewer may not read. */
const closed = /demande un autre rôle|n’existe pas/;
/** Kinds of pages that the server draws, and addresses of those that the browser draws, once a story opened them. */
const opened = new Set<string>();

for (const role of ["RAPPORTEUR", "FACILITATOR", "MODERATOR", "REFERENT", "ADMINISTRATOR"])
  test(`the desk of a ${role} says what waits, and every link of it and of its bar opens`, async ({ page, as }) => {
    test.slow();
    await as(role);
    const asked = asks(page);
    await page.goto("/desk");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      /^(\d+ (choses?|maillons? de la chaîne) vous attend(ent)?|Rien de pressé ne vous attend|Mon bureau)$/,
    );
    const bar = page.getByRole("navigation", { name: "L’équipe", exact: true });
    await expect(bar).toBeVisible();
    // Holders of a role read there what it is for, on a day when nothing waits too.
    await expect(page.getByRole("heading", { name: "Ce qui vous est confié" })).toBeVisible();
    // Their region is one press away, for whoever is its referent.
    if (role === "REFERENT")
      await expect(page.getByRole("region", { name: "Mon territoire" }).getByRole("link")).toHaveAttribute(
        "href",
        /^\/territories\/[\w-]+$/,
      );
    // While a questionnaire is open, so is its paper for whoever types it in.
    if (role === "FACILITATOR")
      await expect(page.getByRole("region", { name: "Le papier du questionnaire 4" }).getByRole("link")).toHaveText([
        "Saisir des feuilles",
        "Restituer une réunion locale",
        "Imprimer des feuilles",
      ]);
    expect(await violations(page)).toEqual([]);
    // The bar comes with the first page: it is not asked for again.
    expect(asked).toEqual([...new Set(asked)]);
    const links = await page
      .locator('ul[aria-label="Ce qui vous attend"] a, table a, nav[aria-label="L’équipe"] a')
      .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href")!.replace(/#.*/, "")))]);
    expect(links.length).toBeGreaterThan(1);
    const kinds = new Set<string>();
    const toOpen: { link: string; isDrawn: boolean }[] = [];
    for (const link of links) {
      const kind = link.replace(/\?.*/, "").replace(/^(\/\w+\/)[^/]+/, "$1*");
      const answer = await page.request.get(link);
      expect(answer.status(), link).toBe(200);
      const title = /<main[^]*?<h1[^>]*>([^]*?)<\/h1>/.exec(await answer.text())?.[1];
      expect(title ?? "", link).not.toMatch(closed);
      // The server's pages are read as they came. Each role opens one of each kind that the browser draws, each once.
      if (title ? opened.has(kind) : kinds.has(kind) && opened.has(link)) continue;
      kinds.add(kind);
      opened.add(title ? kind : link);
      toOpen.push({ link, isDrawn: Boolean(title) });
    }
    // Those of the team first: they share a document.
    for (const { link } of toOpen.toSorted((a, b) => Number(a.isDrawn) - Number(b.isDrawn))) {
      await turnTo(page, link);
      await expect(page.locator("main h1")).toBeVisible();
      await expect(page.locator("main h1")).not.toHaveText(closed);
    }
  });

test("one takes care of what waits, by keyboard alone: another person sees who does, until it is let go", async ({
  browser,
  baseURL,
}) => {
  const line = /^Un amendement à trancher/;
  await seated(browser, baseURL!, "RAPPORTEUR", async (page) => {
    await page.goto("/desk");
    const list = page.getByRole("list", waiting);
    await expect(list.getByRole("link").first()).toBeVisible();
    // A try that failed may have left it taken.
    const taken = page.getByRole("button", { name: "Laisser aux autres" });
    if (await taken.isVisible()) await taken.click();
    await expect(taken).toHaveCount(0);
    // From anywhere on the page.
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(list.getByRole("link", { name: line })).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Je m’en occupe" }).first()).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(list.getByText(/^Vous vous en occupez, jusqu’au/)).toBeVisible();
    // The pressed button is there no more: one goes on from its line.
    await expect(list.getByRole("listitem").filter({ hasText: line })).toBeFocused();
    await settled(page);
    expect(await violations(page)).toEqual([]);
  });
  await seated(browser, baseURL!, secondPerson, async (page) => {
    await page.goto("/desk");
    const item = page.getByRole("list", waiting).getByRole("listitem").filter({ hasText: line });
    await expect(item).toContainText(/Rapporteur \(démo\) s’en occupe, jusqu’au/);
    await expect(item.getByRole("button")).toHaveCount(0);
  });
  await seated(browser, baseURL!, "RAPPORTEUR", async (page) => {
    await page.goto("/desk");
    const back = page.getByRole("button", { name: "Laisser aux autres" });
    await expect(back).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await back.press("Enter");
    await expect(page.getByText("Vous vous en occupez")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Je m’en occupe" }).first()).toBeVisible();
  });
});

test("Ctrl K goes anywhere: to a place, to a thing by its title, and after « > » to an act", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await page.goto("/desk");
  await page.getByRole("navigation", { name: "L’équipe", exact: true }).waitFor();
  const palette = page.getByRole("dialog", { name: "Aller à…" });
  const field = palette.getByRole("combobox");

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("points clefs");
  await expect(palette.getByRole("option").first()).toHaveText("Points clefs");
  await settled(page);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reading\/key-points/);

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("> papier");
  await expect(palette.getByRole("option")).toHaveCount(0);
  await expect(palette.getByText("Rien de ce nom.")).toBeVisible();
  await field.fill("> lecture");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reading$/);

  await page.getByRole("button", { name: /^Aller à/ }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type("légum");
  const thing = palette.getByRole("option", { name: /légumeries/ }).first();
  await expect(thing).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
});

test("from the desk one finds what one did in seven days, today's acts among them", async ({ page, as, baseURL }) => {
  await as("RAPPORTEUR");
  const input = { objective: "objectif-2", sentence: "Dire ce que l’on a fait.", nature: "FINDING" };
  const query = "mutation ($input: OpenKeyPointInput!) { openKeyPoint(input: $input) { problems { code } } }";
  await page.request.post("/graphql", { headers: { origin: baseURL! }, data: { query, variables: { input } } });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/desk");
  await page.getByRole("link", { name: "Ce que j’ai fait cette semaine" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ce que j’ai fait cette semaine" })).toBeVisible();
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: /actes? sur les points clefs/ })
      .first(),
  ).toBeVisible();
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
});

test("at 390 px the desk has five tabs under the thumb, and all the rest behind « Plus », by day and in the dark", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  for (const colorScheme of ["light", "dark"] as const) {
    await looksLike(page, { viewport: { width: 390, height: 844 }, colorScheme });
    await turnTo(page, "/desk");
    const tabs = page.getByRole("navigation", { name: "L’équipe, au pouce" });
    await expect(tabs.locator("a, button")).toHaveCount(5);
    await expect(page.getByRole("navigation", { name: "L’équipe", exact: true })).toContainText("Bureau");
    expect(await overflows(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await tabs.getByRole("button", { name: /^Plus/ }).click();
    const more = page.getByRole("dialog");
    await expect(more.getByRole("link", { name: /^Portages/ })).toBeVisible();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await more.getByRole("button", { name: "Aller à…" }).click();
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflows(page)).toBe(false);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("combobox")).toBeHidden();
  }
});

test("on home a rapporteur reads what waits for them, a referent the way to their region; a visitor neither", async ({
  page,
  as,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Une phrase, ce qu’elle est devenue" })).toBeVisible();
  await as("RAPPORTEUR");
  await page.goto("/");
  const part = page.getByRole("region", { name: /^\d+ choses? vous attend(ent)?$/ });
  await expect(part.getByRole("link", { name: "Mon bureau" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Une phrase, ce qu’elle est devenue" })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await part.getByRole("listitem").getByRole("link").first().click();
  await expect(page).not.toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await as("REFERENT");
  await page.goto("/");
  await page.getByRole("link", { name: /^Bretagne : ce qui s’y est dit/ }).click();
  await expect(page).toHaveURL("/territories/bretagne");
});
