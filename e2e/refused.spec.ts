import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { ownSite } from "./ownSite.ts";
import { languages } from "./refusedWords.ts";
import { turnTo } from "./turnTo.ts";

// An impossible value is refused by a sentence at its field, in the language of the page, and stays in it.

/** The sentence that stands by a field, and is read with it. */
async function told(field: Locator, sentence: string, value?: string) {
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
  if (value !== undefined) await expect(field).toHaveValue(value);
}
/** So many days after a day. */
const inDays = (days: number, day: string) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** First and last days of the steps that a page lists. */
const datesOn = (page: Page, list: string) =>
  page
    .getByRole("list", { name: list })
    .locator("time")
    .evaluateAll((all) => all.map((one) => `${one.getAttribute("datetime")} ${one.textContent}`));

test.describe.configure({ mode: "serial", timeout: 240_000 });

let site: Awaited<ReturnType<typeof ownSite>>;
let page: Page;
let invited = "";
const groups: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  site = await ownSite({ empty: true });
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", timezoneId: "Europe/Paris" });
  context.setDefaultTimeout(30_000);
  page = await context.newPage();
  invited = await site.printed();
  await page.goto(invited);
  await page.getByLabel("Votre nom, comme il paraîtra").fill("Ana Brel");
  await page.getByLabel("Votre adresse électronique").fill("ana@example.org");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/instance$/);
});
test.afterAll(() => site.stop());

for (const it of languages) {
  const named = (name: string) => page.locator(`main form [name="${name}"]:visible`).first();
  const press = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).first().click();
  const lang = it.prefix || "/fr";

  test(`each page of the team says what the law asks that the site lacks, and works (${lang})`, async () => {
    for (const address of [
      "/desk",
      "/people",
      "/groups/new",
      "/instance/territories",
      "/holidays",
      "/instance/lists?list=SECTOR",
    ]) {
      await turnTo(page, it.prefix + address);
      await expect(page.getByText(it.lacking), address).toBeVisible();
      await expect(page.locator("main").getByRole("heading", { level: 1 }), address).toBeVisible();
    }
  });

  test(`a group is given neither a name of a hundred thousand spaces nor a last day that is past (${lang})`, async () => {
    await turnTo(page, `${it.prefix}/groups/new`);
    await page.locator('select[name="theme"]').selectOption({ index: 1 });
    const spaces = " ".repeat(100_000);
    await page.getByLabel(it.name).fill(spaces);
    await press(it.toCalendar);
    await told(page.getByLabel(it.name), it.nothing, spaces);
    const words = "mot ".repeat(25_000);
    await page.getByLabel(it.name).fill(words);
    await press(it.toCalendar);
    await told(page.getByLabel(it.name), it.long, words);
    await page.getByLabel(it.name).fill("   ");
    await press(it.toCalendar);
    await told(page.getByLabel(it.name), it.nothing, "   ");
    await page.getByLabel(it.name).fill(`Camions ${lang.slice(1)}`);
    await press(it.toCalendar);
    await expect(page).toHaveURL(/\/launch\/calendar$/);
    groups.push(/groups\/([^/]+)/.exec(page.url())![1]!);

    await page.getByLabel(it.lastDay).fill("2020-01-10");
    await press(it.toObjectives);
    await told(page.getByLabel(it.lastDay), it.past, "2020-01-10");
    await expect(page).toHaveURL(/\/launch\/calendar$/);
  });

  test(`the dates that the second screen shows are those that are kept (${lang})`, async () => {
    const slug = groups.at(-1)!;
    const kept = async () => {
      await page.goto(`${it.prefix}/groups/${slug}/schedule`);
      await expect(page.getByRole("list", { name: it.steps })).toBeVisible();
      return datesOn(page, it.steps);
    };
    const shown = async () => {
      await page.goto(`${it.prefix}/groups/${slug}/launch/calendar`);
      await page.locator("summary", { hasText: it.list }).click();
      await expect(page.getByText(it.saved)).toBeVisible();
      return datesOn(page, it.steps);
    };
    const first = await shown();
    expect(first.length).toBeGreaterThan(9);
    expect(await kept()).toEqual(first);
    // A day later what prepares the first meeting would begin before today; ten weeks later nothing would.
    for (const [days, weeks] of [
      [1, "5"],
      [70, "6"],
    ] as const) {
      await shown();
      const lastDay = page.getByLabel(it.lastDay);
      await lastDay.fill(inDays(days, await lastDay.inputValue()));
      await page.getByLabel(it.weeks).selectOption(weeks);
      const chosen = await datesOn(page, it.steps);
      expect(chosen).not.toEqual(first);
      await expect(page.getByText(it.unsaved)).toBeVisible();
      await expect(page.getByText(it.saved)).toBeHidden();
      await press(it.toObjectives);
      await expect(page).toHaveURL(/\/launch\/objectives$/);
      expect(await kept()).toEqual(chosen);
      expect(await shown()).toEqual(chosen);
    }
  });

  test(`an objective that was begun is in sight in another tab, and is not left behind by going on (${lang})`, async () => {
    const address = `${it.prefix}/groups/${groups.at(-1)!}/launch/objectives`;
    await page.goto(address);
    const twin = (await page.locator("main ol h2").first().textContent())!;
    await page.locator("summary", { hasText: it.add }).click();
    await page.getByLabel(it.objective).fill(twin);
    await expect(page.getByText(it.kept)).toBeVisible();

    const tab = await page.context().newPage();
    await tab.goto(address);
    await expect(tab.getByLabel(it.objective)).toBeVisible();
    await expect(tab.getByLabel(it.objective)).toHaveValue(twin);
    const goOn = tab.getByRole("button", { name: it.toTeam, exact: true });
    await goOn.click();
    await told(tab.locator("main form [name=question]"), it.nothing, "");
    for (const name of ["question", "expectedOutput"]) await tab.locator(`main form [name=${name}]`).fill("?");
    await goOn.click();
    await told(tab.getByLabel(it.objective), it.twin, twin);
    await expect(tab).toHaveURL(/\/launch\/objectives$/);
    await tab.getByRole("button", { name: it.erase }).click();
    await tab.close();
  });

  test(`a step is moved neither into the past nor to an end before its beginning, nor by two people (${lang})`, async () => {
    const address = `${it.prefix}/groups/${groups.at(-1)!}/schedule`;
    await page.goto(address);
    await page.getByRole("button", { name: it.change }).nth(2).click();
    const form = page.getByRole("form", { name: it.dates });
    const [begins, ends] = [form.locator('[name="startsOn"]'), form.locator('[name="endsOn"]')];
    await ends.fill("2026-01-02");
    await form.getByRole("button", { name: it.see }).click();
    await told(ends, it.crossed, "2026-01-02");
    await begins.fill("2026-01-01");
    await form.getByRole("button", { name: it.see }).click();
    await told(begins, it.past, "2026-01-01");

    const other = await page.context().newPage();
    await other.goto(address);
    // With one reason, that would be one move that is sent twice.
    for (const [one, reason] of [
      [other, "La salle est prise."],
      [page, "La salle est fermée."],
    ] as const) {
      await one.getByRole("button", { name: it.later }).click();
      const moves = one.getByRole("form").filter({ has: one.locator('[name="reason"]') });
      await moves.locator('[name="reason"]').fill(reason);
      await moves.getByRole("button", { name: it.save }).click();
      if (one === other) await expect(moves).toHaveCount(0);
      else {
        await expect(one.getByText(it.stale).first()).toBeVisible();
        await expect(moves.locator('[name="reason"]')).toHaveValue(reason);
      }
    }
    await other.close();
  });

  test(`a reason that is typed while a first press is on its way goes with the second (${lang})`, async () => {
    await page.goto(`${it.prefix}/groups/${groups.at(-1)!}/schedule`);
    await page.getByRole("button", { name: it.later }).click();
    const moves = page.getByRole("form").filter({ has: page.locator('[name="reason"]') });
    const save = moves.getByRole("button", { name: it.save });
    const { promise: typed, resolve } = Promise.withResolvers<void>();
    await page.route("**/graphql*", (route) => typed.then(() => route.continue()));
    await save.click();
    await moves.locator('[name="reason"]').fill("La salle est prise.");
    await save.click();
    resolve();
    await expect(moves).toHaveCount(0);
    await page.unroute("**/graphql*");
  });

  test(`a meeting that is past, ends before it begins and has no seat is told so thrice at once (${lang})`, async () => {
    await turnTo(page, `${it.prefix}/meetings/new?group=${groups.at(-1)!}`);
    if (groups.length > 1) await expect(named("group")).toHaveValue(groups.at(-1)!);
    for (const [name, value] of [
      ["title", "Soirée"],
      ["day", "2020-01-10"],
      ["from", "18:00"],
      ["until", "17:00"],
      ["capacity", "0"],
    ])
      await named(name!).fill(value!);
    await press(it.announce);
    await told(named("day"), it.past, "2020-01-10");
    await told(named("until"), it.crossed, "17:00");
    await told(named("capacity"), it.bounds, "0");
    await expect(named("title")).toHaveValue("Soirée");
  });

  test(`an invitation that served, is too old or is none says so (${lang})`, async ({ browser }) => {
    await page.goto("/people");
    await page.getByRole("radio", { name: /^Rapporteur/ }).check();
    await page.getByRole("button", { name: "Faire le lien" }).click();
    const old = new URL(await page.locator("code").first().innerText()).pathname;
    await site.sql("update invitation set expires_at = now() - interval '1 day' where accepted_at is null");
    const guest = await browser.newPage({ baseURL: site.baseURL, locale: "fr-FR" });
    for (const [link, title] of [
      [invited, it.used],
      [old, it.expired],
      ["/invitations/rien", it.unknown],
    ] as const) {
      await turnTo(guest, it.prefix + link);
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(guest.locator("main").getByRole("paragraph").first()).not.toBeEmpty();
    }
    // Somebody signed in is led to their desk, not told to sign in.
    await turnTo(page, it.prefix + invited);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(it.used);
    await expect(page.locator('main a[href$="/desk"]')).toBeVisible();
    await expect(page.locator('main a[href$="/sign-in"]')).toHaveCount(0);
    // Signing in says whom it is for, and that no mail server was set; a link that served says so once it is pressed.
    await guest.goto(`${it.prefix}/sign-in`);
    await expect(guest.getByText(it.signIn)).toBeVisible();
    await expect(guest.getByText(it.noMail)).toBeVisible();
    await guest.goto(`${it.prefix}/sign-in/confirm?token=served`);
    await guest.locator("main").getByRole("button").first().click();
    await expect(guest.getByText(it.spent).first()).toBeVisible();
    await guest.close();
  });
}

test("the home page lists the groups that are at work with what each asks, and each page keeps to its own", async () => {
  await site.sql(`update questionnaire set opens_at = now() - interval '1 hour', closes_at = now() + interval '9 days'
    where objective_id in (select id from objective where number = 1)`);
  for (const slug of groups) {
    await turnTo(page, `/groups/${slug}/launch/open`);
    await page.getByRole("button", { name: languages[0].open }).click();
    await expect(page).toHaveURL(new RegExp(`/groups/${slug}$`));
  }
  await page.goto("/");
  const asked: string[] = [];
  for (const name of ["Camions fr", "Camions en"]) {
    const line = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name, exact: true }) });
    asked.push((await line.locator('a[href*="/questionnaires/"]').first().getAttribute("href"))!);
  }
  expect(new Set(asked).size).toBe(2);
  for (const [at, slug] of groups.entries()) {
    await turnTo(page, `/groups/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(["Camions fr", "Camions en"][at]!);
    await expect(page.locator(`main a[href="${asked[at]}"]`).first()).toBeVisible();
    await expect(page.locator(`main a[href="${asked[1 - at]}"]`)).toHaveCount(0);
  }
  // The note about the source's dates shows on the demonstration alone.
  await turnTo(page, "/schedule");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("La source ne donne que")).toHaveCount(0);
});
