import { randomUUID } from "node:crypto";
import { codeAt, stepAt } from "../apps/api/src/domain/ground/secondFactor/totp.ts";
import { ask } from "./answering.ts";
import { byLink } from "./byLink.ts";
import { expect, test, violations } from "./fixtures.ts";

/** Its own address at each try: a former one has its factor already. */
const address = `deux-facteurs-${randomUUID().slice(0, 6)}@exemple.invalid`;

test("a second factor is enrolled; then a link opens nothing before a code of the telephone, or one kept for its loss", async ({
  page,
  complaints,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await byLink(page, address);
  await page.waitForURL(/\/sign-in$/);
  await page.goto("/profile");
  await page.getByRole("button", { name: "Préparer un secret" }).click();
  const secret = (await page.locator("#code code").first().textContent())!.replaceAll(/\s/g, "");
  expect(await violations(page)).toEqual([]);
  const now = stepAt(new Date());
  await page.getByLabel("Le code que donne l’application").fill(codeAt(secret, now));
  // The answer is lost with the ten codes in it: pressed again, the same are told.
  const lost: string[] = [];
  await page.route("**/graphql", async (route) => {
    if (lost.length || !route.request().postData()?.includes("ConfirmSecondFactor")) return route.continue();
    const answer = await route.fetch();
    lost.push(...(await answer.json()).data.confirmSecondFactor.recoveryCodes);
    return route.abort();
  });
  const confirm = page.getByRole("button", { name: "Vérifier, et mettre en service" });
  await confirm.click();
  await expect(page.getByText("rien ne sera fait deux fois")).toBeVisible();
  complaints.length = 0;
  await confirm.click();
  const kept = page.getByRole("list").filter({ has: page.locator("li code") });
  await expect(kept.locator("li")).toHaveCount(10);
  expect(await kept.locator("code").allTextContents()).toEqual(lost);
  const recovery = (await kept.locator("code").first().textContent())!;
  await page.getByRole("button", { name: "Je les ai gardés" }).click();

  const code = page.getByLabel("Un code de l’application, ou un code de secours");
  const enter = page.getByRole("button", { name: "Entrer" });
  const asked = async () => {
    await page.context().clearCookies();
    await byLink(page, address);
    await expect(page.getByRole("heading", { level: 1, name: "Encore un code" })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // Until then whoever came by the link is nobody here.
    expect((await ask<any>(page.request, baseURL!, "{ viewer { id } }")).viewer).toBeNull();
  };
  await asked();
  await code.fill("000000");
  await enter.click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await code.fill(codeAt(secret, Math.max(now + 1, stepAt(new Date()))));
  await enter.click();
  await page.waitForURL(/\/sign-in$/);
  await expect(page.getByRole("button", { name: "Se déconnecter" })).toBeVisible();

  await asked();
  await code.fill(recovery);
  await enter.click();
  await page.waitForURL(/\/sign-in$/);
  await page.goto("/profile");
  await expect(page.locator("#code")).toContainText("9 ");
  // The browser reports the refusal of the wrong code itself.
  expect(complaints.splice(0).filter((text) => !text.includes("422"))).toEqual([]);
});
