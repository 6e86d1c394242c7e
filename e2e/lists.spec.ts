import { expect, test } from "./fixtures.ts";

test("a word of a list moves by one place, though the answer to a first try is lost, and back", async ({
  page,
  as,
  complaints,
}) => {
  await as("ADMINISTRATOR");
  await page.goto("/instance/lists?list=CRITERION");
  const words = page.getByRole("main").getByRole("listitem").locator("b");
  const before = await words.allTextContents();
  const down = page.getByRole("button", { name: `Descendre : ${before[0]}` });
  const isAct = (body: string | null) => body?.includes("oveListItem") ?? false;
  await page.route("**/graphql", async (route) => {
    if (!isAct(route.request().postData())) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await down.click();
  await expect(page.getByText("rien ne sera fait deux fois")).toBeVisible();
  await page.unroute("**/graphql");
  complaints.length = 0;
  await down.click();
  await expect(words).toHaveText([before[1]!, before[0]!, ...before.slice(2)]);
  await page.getByRole("button", { name: `Monter : ${before[0]}` }).click();
  await expect(words).toHaveText(before);
});
