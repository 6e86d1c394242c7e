import { expect, test } from "./fixtures.ts";

test("whoever signs in for a page comes to that page, by a link that a mail opens in another tab too", async ({
  page,
  context,
  complaints,
}) => {
  const signIn = page.getByRole("main").getByRole("link", { name: "Se connecter" });
  const ana = page.getByRole("button", { name: /^Être/ }).first();
  await page.goto("/profile?from=mail#address");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page demande d’être connecté");
  await signIn.click();
  await page.getByLabel("Votre adresse électronique").fill("moderation@exemple.invalid");
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await page.getByRole("link", { name: "Lire les courriels de la démonstration" }).click();
  const mail = page.getByRole("listitem").filter({ hasText: "moderation@exemple.invalid" });
  const link = await mail.locator('a[href*="/sign-in/confirm"]').first().getAttribute("href");
  const other = await context.newPage();
  const { pathname, search } = new URL(link!);
  await other.goto(pathname + search);
  await other.getByRole("button", { name: "Me connecter" }).click();
  await expect(other).toHaveURL(/\/profile\?from=mail#address$/);
  // Once: signed out and in again, one comes where everybody does.
  await context.clearCookies();
  await page.goto("/sign-in");
  await ana.click();
  await expect(page).toHaveURL(/\/desk$/);

  await context.clearCookies();
  await page.goto("/profile");
  await signIn.click();
  await ana.click();
  await expect(page).toHaveURL(/\/profile$/);
  // Data kept of somebody is theirs to see: it is no page that does not exist.
  await context.clearCookies();
  await page.goto("/my-data");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page demande d’être connecté");
  // Nor does it ask an account of somebody who answered without one.
  const main = page.getByRole("main");
  await expect(main).toContainText("tout ce qui est gardé avec elle");
  await expect(main.locator('a[href="/follow"]')).toBeVisible();
  // Both stand on one sheet: a second one begins a screen further down.
  await expect(main.getByRole("heading", { level: 2 })).toBeInViewport();
  await page.goto("/privacy");
  // On a telephone one writes by pressing the address.
  const contact = page.getByRole("link", { name: "contact@exemple.invalid" });
  await expect(contact).toHaveAttribute("href", "mailto:contact@exemple.invalid");
  await page.getByRole("link", { name: "Avec un compte" }).click();
  await ana.click();
  await expect(page).toHaveURL(/\/my-data$/);
  // An address of another site leads nowhere.
  for (const to of ["//example.org/x", "https://example.org/x", "javascript:alert(1)"]) {
    await context.clearCookies();
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await ana.click();
    await expect(page).toHaveURL(/\/desk$/);
  }
  expect(complaints.splice(0).filter((said) => !/status of 401/.test(said))).toEqual([]);
});

test("a page that stayed open is no page of whoever signed in since in another tab: it asks who is there", async ({
  page,
  context,
  as,
  complaints,
}) => {
  await as("MODERATOR");
  await page.goto("/moderation");
  const bar = page.getByRole("navigation", { name: "L’équipe", exact: true });
  const desk = bar.getByRole("link", { name: /^Bureau/ });
  await expect(desk).toBeVisible();
  await context.clearCookies();
  await as("RAPPORTEUR");
  await desk.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette page demande d’être connecté");
  // Loaded again, the page is theirs.
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Cette page demande d’être connecté");
  complaints.length = 0;
});

test("whoever comes without an account to register an organisation is told that a link opens one, and comes back", async ({
  page,
}) => {
  await page.goto("/organisations");
  await page.getByRole("link", { name: "Se connecter pour inscrire une structure" }).click();
  await expect(page.getByText("sans compte encore, le lien en ouvre un", { exact: false })).toBeVisible();
  const address = "panier@exemple.invalid";
  await page.getByLabel("Votre adresse électronique").fill(address);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await expect(page.getByText(`Un lien vient de partir à ${address}.`, { exact: false })).toBeVisible();
  await page.getByRole("link", { name: "Lire les courriels de la démonstration" }).click();
  const mail = page.getByRole("listitem").filter({ hasText: address });
  await mail.locator('a[href*="/sign-in/confirm"]').click();
  await page.getByRole("button", { name: "Me connecter" }).click();
  await expect(page).toHaveURL(/\/organisations\/new$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inscrire une structure");
});
