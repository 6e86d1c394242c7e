import { uniqueWord } from "../apps/api/test/site/uniqueWord.ts";
import { send, write } from "./answering.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";

test("an organisation is registered, confirmed by the team, answers as itself and has its page", async ({
  page,
  as,
}) => {
  const name = `Les Paniers ${uniqueWord().slice(0, 10)}`;
  await as("REFERENT");
  await page.goto("/organisations");
  await page.getByRole("link", { name: "Inscrire une structure", exact: true }).click();
  // Pressed before anything is typed, it says all that is asked.
  await page.getByRole("button", { name: "Inscrire la structure" }).click();
  await expect(page.getByRole("alert").getByRole("link")).toHaveText([/^Nom/, /^Genre de structure/, /^En quelques/]);
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByLabel("Genre de structure").selectOption({ index: 2 });
  await page.getByLabel("Territoire").selectOption({ label: "Finistère" });
  await page.getByLabel("En quelques phrases").fill("Nous réunissons vingt fermes et six cents foyers.");
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Inscrire la structure" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Pas encore confirmée", { exact: true })).toBeVisible();
  // Nobody is told that they write in its name before they do.
  await expect(page.getByText("pourrez écrire en son nom une fois qu’elle sera confirmée")).toBeVisible();
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/edit`);
  await page.getByRole("button", { name: "Lien pour administrer" }).click();
  await expect(page.getByText(/\/invitations\//)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);

  const link = /\/invitations\/[\w-]+/.exec((await page.getByText(/\/invitations\//).textContent())!)![0];

  // One person alone is not enough: the team cannot confirm it yet.
  await as("MODERATOR");
  await page.goto(address);
  await page.getByRole("button", { name: "Confirmer la structure" }).click();
  await expect(page.getByText("administrée par deux personnes au moins").first()).toBeVisible();
  await as("RAPPORTEUR");
  await page.goto(link);
  await page.getByRole("button", { name: "Rejoindre la structure" }).click();
  await page.waitForURL(address);

  await as("MODERATOR");
  await page.goto("/desk");
  const waiting = page.getByRole("link", { name: `Une structure à confirmer : ${name}` });
  await expect(waiting).toHaveAttribute("href", `${address}#judge`);
  await page.goto(address);
  await page.getByRole("button", { name: "Confirmer la structure" }).click();
  await expect(page.getByText("Structure vérifiée", { exact: true })).toBeVisible();

  await as("REFERENT");
  await write(page, "Vingt fermes livrent ensemble, chacune un jour.");
  await page.getByRole("radio", { name: /^Pour une structure/ }).check();
  await page.getByRole("radio", { name: `Au nom de « ${name} »` }).check();
  await page.getByRole("radio", { name: /^Sous le nom/ }).check();
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Relisez, puis envoyez");

  await page.context().clearCookies();
  await page.goto(address);
  await expect(page.getByText("Vingt fermes livrent ensemble, chacune un jour.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Voir à sa place" }).click();
  await expect(page.getByRole("link", { name: "structure vérifiée" })).toBeVisible();
});
