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
