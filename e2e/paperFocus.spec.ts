import { expect, test } from "./fixtures.ts";

test("typing in a sheet on a low screen, the field that has the focus is not under the bar that keeps it", async ({
  page,
  as,
}) => {
  await as("REFERENT");
  await page.setViewportSize({ width: 1280, height: 600 });
  await page.goto("/paper/questionnaire-4");
  await page.getByLabel("Code de la feuille").focus();
  const fields = await page.locator("[data-entry]").count();
  for (let place = 1; place < fields; place++) {
    await page.keyboard.press("Enter");
    const isInSight = () =>
      page.evaluate(() => {
        const field = document.activeElement!;
        const { left, top, bottom } = field.getBoundingClientRect();
        return [top + 4, bottom - 4].every((y) => field.contains(document.elementFromPoint(left + 5, y)));
      });
    await expect.poll(isInSight, { message: `field ${place}` }).toBe(true);
  }
});

test("on a telephone, the first press keeps the sheet, whatever is said below the line that one comes from", async ({
  page,
  as,
}) => {
  await as("REFERENT");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/paper/questionnaire-4");
  const line = page.getByLabel("Pour qui", { exact: true });
  const save = page.getByRole("button", { name: "Garder et passer à la feuille suivante" });
  await line.focus();
  // The marks of the line are shown while it is typed in; the press falls low on the button.
  const { height } = (await save.boundingBox())!;
  await save.click({ position: { x: 40, y: height - 4 } });
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("Comment elle paraît");
});

test("an unreadable line is pointed out at once, and nothing is saved before it is corrected", async ({ page, as }) => {
  await as("REFERENT");
  await page.goto("/paper/questionnaire-4");
  await page.getByLabel("Depuis quel territoire parlez-vous").fill("975999");
  await expect(page.getByText("Aucun territoire ne porte ce numéro", { exact: false }).first()).toBeVisible();
  await page.getByLabel("À quel titre répondez-vous").fill("99");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByRole("alert")).toContainText("À quel titre répondez-vous ? Choisissez-en 1 au plus.");
  await page.getByLabel("À quel titre répondez-vous").fill("0");
  await expect(page.getByText("Ce choix n’est pas proposé")).toBeVisible();
  await expect(page.locator('[data-queue="0"]')).toBeVisible();
  await page.getByLabel("Depuis quel territoire parlez-vous").fill("29");
  await expect(page.getByText("Finistère, Bretagne")).toBeVisible();
  // The day of a batch too: every sheet of it would be refused later.
  const received = page.getByLabel("Remises le");
  await received.fill("32/13");
  await page.getByRole("button", { name: "Garder et passer" }).click();
  await page.getByRole("link", { name: /^Remises le : Cette date/ }).click();
  await expect(received).toBeFocused();
  await expect(received).toHaveAccessibleDescription(/^Cette date n’existe pas/);
  await received.fill("1/12");
  // A sheet half typed is on the device already.
  await page.reload();
  await expect(page.getByLabel("Depuis quel territoire parlez-vous")).toHaveValue("29");
  // Another tab holds the same sheet.
  const tab = await page.context().newPage();
  await tab.goto("/paper/questionnaire-4");
  await page.getByLabel("À quel titre répondez-vous").fill("3");
  await expect(tab.getByLabel("À quel titre répondez-vous")).toHaveValue("3");
});
