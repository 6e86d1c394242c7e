import { codeAt, stepAt } from "../apps/api/src/domain/ground/secondFactor/totp.ts";
import { byLink } from "./byLink.ts";
import { expect } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

const { site, test } = onOwnSite({ shared: true });
const address = "a-equiper@exemple.invalid";

test("whoever must enrol a second factor first comes to the page that was asked for once it is enrolled", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await byLink(page, address);
  await page.waitForURL(/\/sign-in$/);
  await page.context().clearCookies();
  // A role that asks for one, held for longer than it waits.
  await site.sql(`insert into role_grant (person_id, role, granted_at)
    select id, 'ADMINISTRATOR', now() - interval '8 days' from person where email = '${address}'`);
  await byLink(page, address, "/sign-in?to=%2Fwatching");
  await expect(page).toHaveURL(/\/profile#code$/);
  await page.getByRole("button", { name: "Préparer un secret" }).click();
  const secret = (await page.locator("#code code").first().textContent())!.replaceAll(/\s/g, "");
  await page.getByLabel("Le code que donne l’application").fill(codeAt(secret, stepAt(new Date())));
  await page.getByRole("button", { name: "Vérifier, et mettre en service" }).click();
  await page.getByRole("button", { name: "Je les ai gardés" }).click();
  await expect(page).toHaveURL(/\/watching$/);
});
