import type { Browser, Page } from "@playwright/test";
import { expect, listen, overflows, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";
import { secondPerson } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const { site } = onOwnSite();

const address = "/syntheses/point-d-etape-4/write";

/** A page of its own, with the complaints of its browser. */
async function seat(browser: Browser, role?: string, viewport = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", viewport });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  const complaints = listen(page);
  if (role) await signIn(page, site.baseURL, role);
  return { page, complaints, leave: () => context.close() };
}

const paragraph = (page: Page, name: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { level: 4, name }) });
const open = (page: Page, name: string) =>
  paragraph(page, name)
    .getByRole("button", { name: `Écrire : ${name}` })
    .click();
const sentence = (page: Page) => page.getByLabel("La phrase", { exact: false }).first();
const detail = (page: Page) => page.getByRole("textbox", { name: "Le détail" });
const saved = (page: Page, name: string) =>
  expect(paragraph(page, name).getByText("Enregistré", { exact: true })).toBeVisible();

test("from the reading desk, a rapporteur opens the synthesis of an objective, laid out from its key points", async ({
  browser,
}) => {
  const { page, complaints, leave } = await seat(browser, "RAPPORTEUR");
  await page.goto("/reading");
  await page.getByRole("button", { name: /Ouvrir le point d’étape : Imaginer les leviers/ }).click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Que proposer, à qui, et qui portera la demande ?");
  // Its title is the question: it is not read twice.
  await expect(page.getByRole("link", { name: "Point d’étape de l’objectif 4", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 4, name: "Accord 1 sur 4" })).toBeVisible();
  await expect(page.getByText("24 passages :")).toBeVisible();
  await expect(page.getByText("tout est placé").first()).toBeVisible();
  expect(complaints).toEqual([]);
  await leave();
});

test("a visitor finds nothing of a synthesis under way, and is told whose page it is", async ({ browser }) => {
  const { page, leave } = await seat(browser);
  await page.goto("/syntheses/point-d-etape-3/write");
  await expect(page.getByText("Cette page est celle des rapporteurs.")).toBeVisible();
  await expect(page.getByRole("button", { name: /Écrire/ })).toHaveCount(0);
  await leave();
});

test("by keyboard alone: write, cite a key point in the text, leave it, and find it saved; then move it", async ({
  browser,
}) => {
  const { page, complaints, leave } = await seat(browser, "RAPPORTEUR");
  await page.goto(address);
  await paragraph(page, "Accord 2 sur 4")
    .getByRole("button", { name: /^Écrire/ })
    .press("Enter");
  await expect(sentence(page)).toBeFocused();
  expect(await sentence(page).evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart))).toBe("");
  const toolbar = page.getByRole("button", { name: "Citer…" });
  await expect(toolbar).toBeVisible();
  await detail(page).focus();
  await page.keyboard.type("Trois régions le disent : ");
  await page.keyboard.press("Shift+Tab");
  await expect(toolbar).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Chercher un mot")).toBeFocused();
  await page.keyboard.type("friches");
  const choice = page.getByRole("dialog").getByRole("button", { name: /^Citer dans le texte : Levier 7/ });
  await choice.press("Enter");
  await expect(detail(page)).toBeFocused();
  await expect(detail(page)).toContainText("Levier 7");
  await page.keyboard.type("et c’est clair.");
  // Tab leaves the editor: it holds nobody.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Enregistrer" }).first()).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await saved(page, "Accord 2 sur 4");
  await expect(paragraph(page, "Accord 2 sur 4").getByRole("link", { name: /friches/ })).toBeVisible();

  const words = await paragraph(page, "Accord 2 sur 4").locator(".writing-claim").textContent();
  await page.getByRole("button", { name: "Monter : Accord 2 sur 4" }).press("Enter");
  await expect(paragraph(page, "Accord 1 sur 4").locator(".writing-claim")).toHaveText(words!);
  await page.reload();
  await expect(paragraph(page, "Accord 1 sur 4").locator(".writing-claim")).toHaveText(words!);
  await expect(paragraph(page, "Accord 1 sur 4")).toContainText("Trois régions le disent");
  expect(complaints).toEqual([]);
  await leave();
});

test("the words of a key point are read once it is opened; those that are cited stay known, saved or not", async ({
  browser,
}) => {
  const { page, complaints, leave } = await seat(browser, "RAPPORTEUR");
  await page.goto(address);
  const point = page
    .locator(".writing-point")
    .filter({ hasText: /Lire les? / })
    .first();
  await expect(point.getByRole("button", { name: /^Citer ces mots/ })).toHaveCount(0);
  await point.getByText(/^Lire les? /).click();
  const words = (await point.getByRole("blockquote").first().textContent())!;
  await point
    .getByRole("button", { name: /^Citer ces mots/ })
    .first()
    .click();
  const quoted = paragraph(page, "Parole citée 1 sur 1");
  await expect(quoted.locator(".writing-resting")).toContainText(words);
  await page.reload();
  await expect(quoted).toContainText(words);
  const told = (await point.locator("p").first().textContent())!;
  const word = words.split(/[^\p{L}]+/u).find((one) => one.length > 5 && !told.includes(one));
  await page.getByLabel("Chercher un mot").fill(word!);
  await expect(page.locator(".writing-point").getByRole("blockquote").first()).toBeVisible();
  await page.getByRole("button", { name: "Retirer : Parole citée 1 sur 1" }).press("Enter");
  // A paragraph that is saved by now goes once one confirms; one that is not goes at once.
  const sure = page.getByRole("button", { name: "Retirer le paragraphe" });
  await expect(async () => {
    if (await sure.isVisible()) await sure.click();
    await expect(quoted).toHaveCount(0, { timeout: 500 });
  }).toPass();
  expect(complaints).toEqual([]);
  await leave();
});

test("two people who write the same paragraph lose nothing: one chooses between both texts", async ({ browser }) => {
  const first = await seat(browser, "RAPPORTEUR");
  const second = await seat(browser, secondPerson);
  const name = "Accord 3 sur 4";
  for (const { page } of [first, second]) {
    await page.goto(address);
    await open(page, name);
    await expect(sentence(page)).toBeFocused();
  }
  await sentence(first.page).fill("Les collectivités réservent des terrains.");
  await sentence(second.page).fill("Les propriétaires prêtent leurs friches.");
  await detail(second.page).click();
  await second.page.keyboard.type("Ajouté par la seconde.");
  await first.page.getByRole("button", { name: "Refermer" }).click();
  await saved(first.page, name);
  await second.page.keyboard.press("Control+s");
  const differences = paragraph(second.page, name).getByRole("region", {
    name: "Quelqu’un d’autre a changé la même chose",
  });
  await expect(differences).toContainText("Les propriétaires prêtent leurs friches.");
  await expect(differences).toContainText("Les collectivités réservent des terrains.");
  // The typed words stay.
  await expect(sentence(second.page)).toHaveValue("Les propriétaires prêtent leurs friches.");
  expect(await violations(second.page)).toEqual([]);
  await differences.getByRole("button", { name: /fondre à la main/ }).click();
  await expect(sentence(second.page)).toHaveValue(
    "Les propriétaires prêtent leurs friches.\n\nLes collectivités réservent des terrains.",
  );
  await sentence(second.page).fill(
    "Les collectivités réservent des terrains, les propriétaires prêtent leurs friches.",
  );
  await second.page.keyboard.press("Control+s");
  await saved(second.page, name);

  // The first sees it when coming back to the page, with what the second added.
  await first.page.evaluate(() => dispatchEvent(new Event("focus")));
  await expect(paragraph(first.page, name)).toContainText("les propriétaires prêtent leurs friches.");
  await expect(paragraph(first.page, name)).toContainText("Ajouté par la seconde.");
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.leave();
  await second.leave();
});

test("a paragraph that somebody takes out while another writes in it is not lost", async ({ browser }) => {
  const first = await seat(browser, "RAPPORTEUR");
  const second = await seat(browser, secondPerson);
  await first.page.goto(address);
  await first.page.getByRole("button", { name: "Ajouter ce que disent quelques voix" }).click();
  await sentence(first.page).fill("Une voix rare.");
  await first.page.getByRole("button", { name: "Refermer" }).click();
  const name = (await first.page
    .getByRole("article")
    .filter({ hasText: "Une voix rare." })
    .getByRole("heading", { level: 4 })
    .textContent())!;
  await saved(first.page, name);
  await second.page.goto(address);
  await open(second.page, name);
  await sentence(second.page).fill("Une voix rare, mais précise.");
  await first.page.getByRole("button", { name: `Retirer : ${name}` }).click();
  await first.page.getByRole("button", { name: "Retirer le paragraphe" }).click();
  await expect(first.page.getByText("Une voix rare.")).toHaveCount(0);
  await second.page.keyboard.press("Control+s");
  await expect(second.page.getByText("Quelqu’un d’autre a retiré ce paragraphe")).toBeVisible();
  await second.page.getByRole("button", { name: "En faire un nouveau paragraphe" }).click();
  await expect(sentence(second.page)).toHaveValue("Une voix rare, mais précise.");
  await second.page.getByRole("button", { name: "Refermer" }).click();
  const again = second.page.getByRole("article").filter({ hasText: "Une voix rare, mais précise." });
  await expect(again.getByText("Enregistré", { exact: true })).toBeVisible();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await first.leave();
  await second.leave();
});

test("a network that is cut loses nothing: it is said, kept on the device, and saved by itself", async ({
  browser,
}) => {
  const { page, leave } = await seat(browser, "RAPPORTEUR");
  await page.goto(address);
  const name = "Accord 4 sur 4";
  await open(page, name);
  await expect(detail(page)).toBeVisible();
  await page.context().setOffline(true);
  await sentence(page).fill("Aller vers les gens, sans rien demander.");
  await page.getByRole("button", { name: "Refermer" }).click();
  await expect(paragraph(page, name)).toContainText("Pas de réseau : gardé sur cet appareil");
  await expect(paragraph(page, name)).toContainText("Aller vers les gens, sans rien demander.");
  await page.context().setOffline(false);
  await saved(page, name);

  // A page that is loaded again before anything was saved, too.
  await open(page, name);
  await sentence(page).fill("Aller vers les gens, sans rien demander d’abord.");
  await page.reload();
  await expect(paragraph(page, name)).toContainText("sans rien demander d’abord.");
  await open(page, name);
  await expect(sentence(page)).toHaveValue("Aller vers les gens, sans rien demander d’abord.");
  await page.getByRole("button", { name: "Refermer" }).click();
  await leave();
  const other = await seat(browser, secondPerson);
  await other.page.goto(address);
  await expect(paragraph(other.page, name)).toContainText("sans rien demander d’abord.");
  await other.leave();
});

test("what is no longer cited is to be placed; many are left out at once with a reason, and taken back", async ({
  browser,
}) => {
  const { page, complaints, leave } = await seat(browser, "RAPPORTEUR");
  await page.goto(address);
  await page.getByRole("button", { name: "Retirer : Accord 4 sur 4" }).click();
  await page.getByRole("button", { name: "Retirer le paragraphe" }).click();
  const link = page.getByRole("link", { name: /à placer$/ });
  await expect(link).toBeVisible();
  await link.click();
  await expect(page.getByRole("heading", { name: "Passages à placer" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("La raison").selectOption({ label: "rien que le groupe puisse faire" });
  await page.getByRole("button", { name: /^Écarter ce/ }).click();
  await expect(page.getByText("Tout est placé.")).toBeVisible();
  await expect(page.getByText("rien que le groupe puisse faire").last()).toBeVisible();
  await page.getByRole("button", { name: "Annuler" }).click();
  await expect(page.getByText("Rien n’est écarté.")).toBeVisible();
  await page.getByLabel("Un mot de plus").fill("Relève d’un autre groupe.");
  await page.reload();
  await page.getByRole("checkbox").first().check();
  await expect(page.getByLabel("Un mot de plus")).toHaveValue("Relève d’un autre groupe.");
  await page.getByRole("button", { name: /^Écarter ce/ }).click();
  await expect(page.getByText("Tout est placé.")).toBeVisible();
  await expect(page.getByText("Relève d’un autre groupe.")).toBeVisible();
  expect(complaints).toEqual([]);
  await leave();
});

for (const [width, colorScheme] of [
  [1280, "light"],
  [390, "dark"],
] as const)
  test(`each part of the work stands at ${width} pixels, ${colorScheme}, and axe finds nothing`, async ({
    browser,
  }) => {
    const { page, complaints, leave } = await seat(browser, "RAPPORTEUR", { width, height: 900 });
    await page.emulateMedia({ colorScheme });
    for (const view of ["", "?view=place", "?view=returns", "?view=publish"]) {
      await turnTo(page, address + view);
      await expect(page.getByRole("link", { name: "Publication" })).toBeVisible();
      expect(await overflows(page)).toBe(false);
      expect(await violations(page)).toEqual([]);
    }
    await turnTo(page, address);
    await open(page, "Accord 1 sur 3");
    await expect(detail(page)).toBeVisible();
    expect(await overflows(page)).toBe(false);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Citer…" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await leave();
  });
