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
