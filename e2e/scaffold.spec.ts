import { expect, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

/** Not on the site of all: supplies stay. */
const { test, site } = onOwnSite({ shared: true });
test.describe.configure({ mode: "default" });

test("a visitor answers what a proposal lacks; the rapporteur takes it up, and the private link says so", async ({
  page,
  browser,
}) => {
  await page.goto("/proposals/proposition-2");
  const calls = page.getByRole("region", { name: "Ce qui l’enrichirait" });
  await calls.getByRole("heading").click();
  await calls.getByText(/ce que cela coûte/).click();
  const form = calls.getByRole("form");
  await form.getByLabel(/Il manque ce que cela coûte/).fill("Chez nous, l’étude a coûté huit mille euros.");
  await form.getByLabel("D’où parlez-vous").selectOption({ label: "Bretagne" });
  await form.getByRole("button", { name: "Envoyer" }).click();
  await expect(form.getByRole("alert")).toBeVisible();
  await form.getByRole("radio").nth(1).check();
  await form.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ce que vous avez apporté" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const followed = page.url();

  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR" });
  const team = await context.newPage();
  await signIn(team, site.baseURL, "RAPPORTEUR");
  await team.goto("/proposals/proposition-2/edit");
  const supplied = team.getByRole("region", { name: "Apporté par des lecteurs" });
  await supplied.getByText("Reprendre", { exact: true }).click();
  await supplied.getByRole("button", { name: "Enregistrer" }).click();
  await expect(supplied).toContainText("Repris comme phrase.");
  await context.close();

  await page.goto(followed);
  await expect(page.getByRole("region", { name: "Ce qu’il devient" })).toContainText("Un fonds d’amorçage");
  await turnTo(page, "/proposals/proposition-2");
  const cost = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Ce que cela coûte" }) });
  await expect(cost).toContainText("huit mille euros");
  expect(await overflows(page)).toBe(false);
});

test("what is supplied goes into the slot it was called for, and reads both ways until it is taken back", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR" });
  const team = await context.newPage();
  await signIn(team, site.baseURL, "RAPPORTEUR");
  await team.goto("/proposals/proposition-8/edit");
  const read = team.getByRole("region", { name: "À lire, à vérifier" });
  await read.locator("summary").first().click();
  await read.getByRole("button", { name: /^Retirer/ }).click();
  await expect(read.getByText("Payer sans montrer")).toHaveCount(0);

  await page.goto("/proposals/proposition-8");
  const calls = page.getByRole("region", { name: "Ce qui l’enrichirait" });
  await calls.getByRole("heading").click();
  await calls.getByText(/une source écrite/).click();
  const form = calls.getByRole("form");
  await form.getByLabel(/Il manque une source écrite/).fill("La loi de juillet le permet déjà.");
  await form.getByLabel("Où le vérifier").fill("Journal officiel, 31 juillet");
  await form.getByLabel("D’où parlez-vous").selectOption({ label: "Bretagne" });
  await form.getByRole("radio").nth(1).check();
  await form.getByRole("button", { name: "Envoyer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ce que vous avez apporté" })).toBeVisible();
  const followed = page.url();

  await team.goto("/proposals/proposition-8/edit");
  const supplied = team.getByRole("article").filter({ hasText: "La loi de juillet" }).first();
  await supplied.getByText("Reprendre", { exact: true }).click();
  await expect(supplied.getByLabel("En faire")).toHaveValue("WORK");
  await expect(supplied.getByLabel("Adresse ou référence")).toHaveValue("Journal officiel, 31 juillet");
  await supplied.getByLabel("Titre").fill("");
  await supplied.getByRole("button", { name: "Enregistrer" }).click();
  await expect(supplied.getByRole("alert")).toBeVisible();
  await supplied.getByLabel("Titre").fill("Loi du 31 juillet");
  expect(await violations(team)).toEqual([]);
  await supplied.getByRole("button", { name: "Enregistrer" }).click();
  await expect(supplied).toContainText("Repris comme source écrite.");
  await context.close();

  await page.goto(followed);
  const standing = page.getByRole("region", { name: "Ce qu’il devient" });
  expect(await violations(page)).toEqual([]);
  await standing.getByRole("link", { name: /Loi du 31 juillet/ }).click();
  const works = page.getByRole("region", { name: "À lire, à vérifier" });
  await works.getByRole("link", { name: /^D’après les mots/ }).click();
  await expect(page.getByText("La loi de juillet le permet déjà.").first()).toBeVisible();
  await turnTo(page, "/proposals/proposition-8/versions");
  await expect(page.getByRole("link", { name: /^ce qu’un lecteur a apporté/ }).first()).toBeVisible();

  await page.goto(followed);
  await page.getByRole("button", { name: "Reprendre ce que j’ai écrit" }).click();
  await page.getByRole("button", { name: "Oui, les effacer" }).click();
  await expect(page.getByText("Vous l’avez repris")).toBeVisible();
  await expect(page.getByRole("link", { name: /Loi du 31 juillet/ })).toHaveCount(0);
  await turnTo(page, "/proposals/proposition-8");
  await expect(works).toContainText("Loi du 31 juillet");
  await expect(works.getByRole("link", { name: /^D’après les mots/ })).toHaveCount(0);
});
