import { expect, test } from "./fixtures.ts";

test("Ctrl K, a few letters, an arrow: the page itself; or all that holds the words, narrowed, to the very sentence", async ({
  page,
  complaints,
}) => {
  await page.goto("/meetings");
  await page.keyboard.press("Control+k");
  await expect(page).toHaveURL(/\/search$/);
  const field = page.getByRole("combobox", { name: "Chercher dans tout ce qui s’est dit et décidé" });
  await expect(field).toBeFocused();

  await page.keyboard.type("transp");
  const option = page.getByRole("option", { name: /^Transporter ensemble/ });
  await expect(option).toBeVisible();
  // As many arrows as it is far in the list, which begins with the words of the group.
  const place = (await page.getByRole("option").allTextContents()).findIndex((told) => told.startsWith("Transporter"));
  for (let step = 0; step <= place; step++) await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/proposals\/proposition-5$/);
  await expect(page.getByRole("heading", { level: 1, name: "Transporter ensemble" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await page.keyboard.type("épargnes");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: /résultats pour «.épargnes.»/ })).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Propositions \d/ })
    .click();
  await expect(page).toHaveURL(/kind=PROPOSAL/);
  const result = page.getByRole("main").getByRole("listitem").filter({ hasText: "Proposition" }).first();
  await expect(result.locator("mark").first()).toHaveText(/épargne/i);
  await result.getByRole("link").click();
  await expect(page).toHaveURL(/\/proposals\/proposition-/);

  await page.goto("/nulle-part");
  await page.getByRole("main").getByRole("link", { name: "Chercher" }).click();
  await expect(field).toBeFocused();
  await page.keyboard.type("camionette");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Résultats pour «.camionnettes.»/)).toBeVisible();
  // The page that is not there answers so, which the browser says too.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("404")]);
});

test("where no contribution holds a word, the one that was meant and the nearest texts are there; one search, one set of filters", async ({
  page,
}) => {
  await page.goto("/contributions?q=camionette");
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveCount(1);
  await expect(page.getByRole("main").getByRole("search")).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: /Vouliez-vous dire «.camionnettes?.»/ })).toBeVisible();
  const nearest = page.getByRole("region", { name: "Le plus proche" });
  await expect(nearest.locator("mark").first()).toHaveText(/camionnette/i);
  await page.getByRole("link", { name: /Vouliez-vous dire/ }).click();
  await expect(page).toHaveURL(/q=camionnette/);
  await expect(
    page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: /camionnette/i })
      .first(),
  ).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveValue(/^camionnettes?$/);
});

test("without scripts, the form finds too, and a bad date is told at its field", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/search?q=logement&from=2026-02-30");
  await expect(page.getByLabel("Depuis le")).toHaveAccessibleDescription(/Ce n’est pas un jour/);
  await expect(page.getByLabel("Depuis le")).toHaveValue("2026-02-30");
  await page.getByLabel("Depuis le").fill("");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.getByRole("link", { name: "Ministère chargé du logement" })).toBeVisible();
  await context.close();
});
