import type { Page } from "@playwright/test";
import { goOn, heading, questionnaire, respond, send, write } from "./answering.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";

const here = "Brouillon enregistré sur cet appareil et sur le serveur";

test("a draft is taken up on another device by its link, and what each writes arrives on the other", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(questionnaire);
  await page.getByLabel("Depuis quel territoire parlez-vous").selectOption({ label: "Finistère" });
  await page.getByLabel("Que proposez-vous de faire").fill("Une cuisine partagée.");
  await expect(page.getByText(here).first()).toBeVisible();
  await page.getByRole("button", { name: "Reprendre sur un autre appareil" }).first().click();
  const link = await page.getByLabel("Lien de votre brouillon").inputValue();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  const other = await (await browser.newContext({ baseURL: baseURL!, locale: "fr-FR" })).newPage();
  await other.setViewportSize({ width: 320, height: 640 });
  await other.goto(link);
  await expect(other).toHaveURL(/\/questionnaires\/questionnaire-4\?part=1$/);
  const text = other.getByLabel("Que proposez-vous de faire");
  await expect(text).toHaveValue("Une cuisine partagée.");
  expect(await overflows(other)).toBe(false);
  await goOn(other);
  await text.fill("Une cuisine partagée, le samedi.");
  await expect(other.getByText(here).first()).toBeVisible();
  await other.context().close();
});

test("its author changes a response on two devices, then takes it back for good", async ({
  page,
  browser,
  baseURL,
}) => {
  const code = await respond(page.request, baseURL!, "ANONYMOUS");
  await page.goto(`/follow/${code}`);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Modifier ma réponse" }).click();
  await expect(page).toHaveURL(new RegExp(`/follow/${code}/edit`));
  const other = await (await browser.newContext({ baseURL: baseURL!, locale: "fr-FR" })).newPage();
  for (const device of [page, other]) await device.goto(`/follow/${code}/edit`);
  const saves = async (device: Page, text: string) => {
    await device.getByLabel("Que proposez-vous de faire").fill(text);
    await goOn(device);
    await expect(heading(device)).toHaveText("Relisez, puis envoyez");
    await device.getByRole("button", { name: "Enregistrer mes changements" }).click();
  };
  await saves(page, "Un camion pour trois fermes.");
  await expect(page.getByText("Vos changements sont enregistrés.")).toBeVisible();
  await expect(page.getByText("Un camion pour trois fermes.")).toBeVisible();

  // The other device is shown what was saved meanwhile, and its second press is a choice.
  await saves(other, "Un camion pour quatre fermes.");
  await expect(other.getByText("Enregistré entre-temps : Un camion pour trois fermes.")).toBeVisible();
  await other.getByRole("button", { name: "Enregistrer mes changements" }).click();
  await expect(other.getByText("Vos changements sont enregistrés.")).toBeVisible();
  await other.context().close();
  await page.reload();
  await expect(page.getByText("Un camion pour quatre fermes.")).toBeVisible();

  await page.getByRole("button", { name: "Retirer ma réponse" }).click();
  expect(await violations(page)).toEqual([]);
  // On a telephone the buttons stand apart from what is said above them.
  await page.setViewportSize({ width: 390, height: 844 });
  const said = (await page.getByText("Cela ne se défait pas.").boundingBox())!;
  const button = page.getByRole("button", { name: "La retirer pour toujours" });
  expect((await button.boundingBox())!.y - said.y - said.height).toBeGreaterThan(11);
  await page.getByRole("button", { name: "La retirer pour toujours" }).click();
  await expect(page.getByText("Vous l’avez retirée le").first()).toBeVisible();
  // Said once.
  await expect(page.getByText(/sa place est gardée/)).toHaveCount(1);
  await expect(page.getByText("Un camion pour quatre fermes.")).toHaveCount(0);
});

test("whoever signs in keeps a response in their account", async ({ page, as, baseURL }) => {
  const code = await respond(page.request, baseURL!, "UNPUBLISHED");
  await as("REFERENT");
  await page.goto(`/follow/${code}`);
  await page.getByRole("button", { name: "La garder dans mon compte" }).click();
  await expect(page.getByText("Elle est dans votre compte.")).toBeVisible();
  await page.goto("/desk");
  await expect(page.getByRole("heading", { name: "Mes réponses" })).toBeVisible();
  await expect(page.locator(`a[href$="/follow/${code}"]`)).toBeVisible();
});

test("a group says how many it is, and is refused without", async ({ page }) => {
  await write(page, "Un four commun.");
  await page.getByRole("radio", { name: "Pour un groupe" }).check();
  await page.getByRole("radio", { name: "Sans nom, avec ma région" }).check();
  await send(page);
  await expect(page.getByRole("alert").first()).toContainText("nombre de personnes");
  await page.getByRole("spinbutton", { name: "Nombre de personnes" }).fill("40");
  await send(page);
  await expect(heading(page)).toContainText("Merci");
});
