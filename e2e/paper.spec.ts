import type { Page } from "@playwright/test";
import { ask, heading } from "./answering.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { forgets } from "./onDisk.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";
import { printed, typeSheet, typist, what, who } from "./typist.ts";

// One desk, whose sheets are counted: one story after another.
test.describe.configure({ mode: "default" });

const entry = "/paper/questionnaire-4";
const sheets = `${entry}/sheets`;

const waiting = (page: Page, count: number) => expect(page.locator(`[data-queue="${count}"]`)).toBeVisible();

const entries = async (page: Page, baseURL: string) =>
  (
    await ask<any>(
      page.request,
      baseURL,
      `{ paperDesk(slug: "questionnaire-4") { entries { id channel peopleCount territory { name } } } }`,
    )
  ).paperDesk.entries as { id: string; channel: string }[];

test("forty sheets printed at once bear forty codes, on a page and in a tagged file", async ({ page, as }) => {
  await as("FACILITATOR");
  const codes = await printed(page, 40);
  expect(new Set(codes).size).toBe(40);
  await expect(page.locator(".paper")).toHaveCount(40);
  const first = page.locator(".paper").first();
  await expect(first.getByText("feuille 1 sur 40").first()).toBeVisible();
  await expect(first.getByRole("img", { name: /^Code QR : répondre en ligne/ })).toBeVisible();
  await expect(first.getByText("4.6", { exact: true })).toBeVisible();
  const address = await page.getByRole("link", { name: "PDF accessible" }).getAttribute("href");
  const file = await page.request.get(address!);
  expect([file.status(), file.headers()["content-type"]]).toEqual([200, "application/pdf"]);

  await page.emulateMedia({ media: "print" });
  expect(await overflows(page)).toBe(false);
  const size = () =>
    first
      .locator("p")
      .first()
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  expect(await size()).toBeCloseTo(14, 0);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Grands caractères", exact: true }).click();
  await expect.poll(size).toBeGreaterThanOrEqual(21.3); // 16 points
});

test("what is printed and what is typed in can be used by everybody", async ({ page, as }) => {
  await as("FACILITATOR");
  await printed(page, 1);
  expect(await violations(page)).toEqual([]);
  for (const path of [sheets, entry, `${entry}?mode=meeting`, "/questionnaires/questionnaire-1/print?large=1"]) {
    await turnTo(page, path);
    await expect(heading(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflows(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

test("three sheets typed by keyboard alone with no network leave once, under the name of who typed them", async ({
  page,
  context,
  baseURL,
  complaints,
  as,
}, info) => {
  test.slow();
  await signIn(page, baseURL!, "REFERENT", { anew: true });
  const codes = await printed(page, 3);
  await page.goto(entry);
  const code = page.getByLabel("Code de la feuille");
  await code.focus();
  await context.setOffline(true);

  const began = Date.now();
  const keys = await typeSheet(page, codes[0]!);
  await waiting(page, 1);
  const seconds = (keys * 120 + (Date.now() - began)) / 1000;
  info.annotations.push({ type: "figure", description: `${keys} keys, ${seconds.toFixed(1)} s at 120 ms a key` });
  console.log(`A sheet of nine questions: ${keys} keys, ${seconds.toFixed(1)} s at 120 ms a key.`);
  expect(seconds).toBeLessThan(60);
  await expect(code).toBeFocused();
  await expect(code).toHaveValue("");
  await typeSheet(page, codes[1]!, "Une légumerie dans l’ancienne poste.");
  await typeSheet(page, codes[2]!, "Un camion, encore un.");
  await waiting(page, 3);
  await expect(page.getByText("Le réseau ne répond pas. Tout est gardé sur cet appareil")).toBeVisible();

  // The network is back, but the site takes nothing yet: what waits is still there for whoever opens the page again.
  await page.route("/graphql", (route) =>
    route.request().postData()?.includes("EnterSheet") ? route.abort() : route.continue(),
  );
  await context.setOffline(false);
  // A killed browser had not brought localStorage to the disk: neither what waits nor the sheet in hand is lost.
  await page.getByLabel("À quel problème répondez-vous").fill("2");
  await forgets(page, "entry-now:", '"2"');
  await page.goto(entry);
  await waiting(page, 3);
  await expect(page.getByLabel("À quel problème répondez-vous")).toHaveValue("2");
  await page.goto("/desk");
  await expect(page.getByText("3 feuilles ne sont pas encore parties.")).toBeVisible();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Se déconnecter" }).click();
  const warning = page.getByRole("dialog", { name: "3 feuilles ne sont pas encore parties." });
  await expect(warning).toBeVisible();
  await warning.getByRole("button", { name: "Se déconnecter quand même" }).click();
  await expect(page).toHaveURL(/\/$/);

  // Somebody else on the same device sees nothing of them.
  await as("FACILITATOR");
  await page.goto(entry);
  await waiting(page, 0);
  await expect(page.getByText(what)).toHaveCount(0);
  await page.unroute("/graphql");
  const before = await entries(page, baseURL!);

  // Each leaves in the name of whoever typed it.
  const names: (string | undefined)[] = [];
  page.on("request", (request) => {
    if (request.postData()?.includes("EnterSheet")) names.push(request.headers()["x-in-name-of"]);
  });
  await signIn(page, baseURL!, "REFERENT", { anew: true });
  await page.goto(entry);
  await expect(page.getByText("3 sont parties depuis l’ouverture de la page.")).toBeVisible();
  await waiting(page, 0);
  expect(names).toEqual([1, 2, 3].map(() => expect.stringMatching(/^[0-9a-f-]{36}$/)));
  await page.reload();
  await waiting(page, 0);
  expect(await entries(page, baseURL!)).toHaveLength(before.length + 3);
  for (const one of codes) {
    await turnTo(page, `/follow/${one}`);
    await expect(page.getByText("Bretagne").first()).toBeVisible();
  }
  await expect(page.getByText("Un camion, encore un.").first()).toBeVisible();
  complaints.length = 0; // the browser says that the network was cut
});

test("a code typed twice: the same sheet is left out, another one gets a new code to hand over", async ({
  page,
  as,
}) => {
  test.slow();
  await as("REFERENT");
  const [code] = await printed(page, 1);
  await page.goto(entry);
  for (const text of ["La première.", "La seconde, photocopiée.", "La première, encore."]) {
    await page.getByLabel("Code de la feuille").focus();
    await typeSheet(page, code!, text);
    await expect(page.getByLabel("Code de la feuille")).toHaveValue("");
    await expect(page.getByText(/partie?s? depuis l’ouverture/)).toBeVisible();
  }
  await waiting(page, 2);
  await expect(page.getByText("Une feuille a déjà été saisie avec ce code.")).toHaveCount(2);
  await page.getByRole("button", { name: "C’est une autre feuille : lui donner un nouveau code" }).first().click();
  await waiting(page, 1);
  const same = page.getByRole("button", { name: "C’est la même feuille : l’écarter" });
  const undo = page.getByRole("button", { name: "Défaire" });
  await same.press("Enter");
  await waiting(page, 0);
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await waiting(page, 1);
  await expect(page.locator("[data-refused]")).toBeFocused();
  await expect(undo).toHaveCount(0);
  await same.click();
  await waiting(page, 0);
  // Once the page was closed it is found among those that were left out.
  await page.reload();
  await expect(undo).toHaveCount(0);
  await page.getByText("1 feuille écartée", { exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: /^Reprendre « / }).click();
  await waiting(page, 1);
  await expect(page.locator("[data-refused]")).toBeFocused();
  await expect(page.getByText("feuille écartée")).toHaveCount(0);
  await same.click();
  await waiting(page, 0);

  const handed = page.getByRole("region", { name: "Codes à remettre" }).getByText(/^(\w{4}-){3}\w{4}$/);
  const other = await handed.textContent();
  expect(other).not.toBe(code);
  await expect(page.getByRole("region", { name: "Codes à remettre" })).toContainText("Finistère, Bretagne, saisie à ");
  await page.getByRole("link", { name: "Imprimer les talons" }).click();
  await expect(page.getByText(other!)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/follow/${other}`);
  await expect(page.getByText("La seconde, photocopiée.").first()).toBeVisible();
});

test("the report of a meeting is one response, with those who were there beside it", async ({ page, baseURL, as }) => {
  await as("FACILITATOR");
  await page.goto(`${entry}?mode=meeting`);
  await page.getByLabel("Lieu", { exact: true }).fill("Salle des fêtes de Plouarzel");
  await page.getByLabel("Tenue le").fill(new Date().toLocaleDateString("fr-FR", { timeZone: "Europe/Paris" }));
  await page.getByLabel("Personnes présentes").fill("40");
  await page.getByLabel("Depuis quel territoire parlez-vous").fill("29");
  await page.getByLabel("À quel problème répondez-vous").fill("2");
  await page.getByLabel("Que proposez-vous de faire").fill("Une halle couverte, le jeudi.");
  await page.getByLabel("Comment elle paraît").fill("2");
  await page.getByRole("button", { name: "Garder et passer" }).dblclick();
  await expect(page.getByText("Restitution d’une réunion locale, 40 présents")).toBeVisible();
  await expect(page.getByText("à revoir")).toHaveCount(0); // the second press asks nothing of the next sheet
  const { contributions } = await ask<any>(
    page.request,
    baseURL!,
    `{ contributions(filter: { search: "halle couverte" }) { nodes { id } } }`,
  );
  await page.goto(`/contributions/${contributions.nodes[0].id}`);
  await expect(page.getByText("Restitution d’une réunion locale, 40 présents").first()).toBeVisible();
});

test("a sheet typed in by two people shows where they differ, and what holds is settled", async ({ page, as }) => {
  test.slow();
  await as("REFERENT");
  const [code] = await printed(page, 1);
  const [batch] = /Lot \d+/.exec((await heading(page).textContent())!)!;
  await page.goto(entry);
  await page.getByLabel("Code de la feuille").focus();
  await typeSheet(page, code!, "Une légumerie à Daoulas.");
  await expect(page.getByText("partie depuis l’ouverture")).toBeVisible();

  await as("FACILITATOR");
  await page.goto(entry);
  await page.getByRole("link", { name: `Saisir une seconde fois : ${batch}, feuille 1`, exact: true }).click();
  await expect(heading(page)).toHaveText(/^Seconde saisie/);
  await page.getByLabel("Depuis quel territoire parlez-vous").focus();
  const hand = typist(page);
  for (const answer of ["29", "3", "2", "Une légumerie à Daoulas !", who, "1,3", "La région", "4321", "1"])
    await hand.line(answer);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/Les deux saisies diffèrent sur 1 des/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // « Neither » with nothing written would take what both have read.
  const neither = page.getByRole("radio", { name: /^Ni l’une ni l’autre/ });
  const onPaper = page.getByLabel("Ce qui est sur le papier");
  await neither.check();
  await page.getByRole("button", { name: "Trancher" }).click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: /^Ce qui est sur le papier/ })
    .click();
  await expect(onPaper).toBeFocused();
  // The written one holds, whichever was chosen before.
  await page.getByRole("radio", { name: /^Une légumerie à Daoulas ! / }).check();
  await onPaper.pressSequentially("Une l");
  await expect(neither).toBeChecked();
  // What comes back on the page is what was chosen last, with the words.
  const second = page.getByRole("radio", { name: /^Une légumerie à Daoulas ! / });
  await second.check();
  await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  await page.reload();
  await expect(onPaper).toHaveValue("Une l");
  await expect(second).toBeChecked();
  await page.getByRole("button", { name: "Trancher" }).click();
  await expect(page.getByText(/1 différences? sur \d+ réponses, tranchées?/)).toBeVisible();
  await page.goto(`/follow/${code}`);
  await expect(page.getByText("Une légumerie à Daoulas !").first()).toBeVisible();
  // A code that others saw on paper reads, and says no more of itself.
  await expect(page.getByText("C’est un secret")).toHaveText(/non publiée comprise\.$/);
});

test("an author shows the slip, and the response is taken back for them", async ({ page, as }) => {
  test.slow();
  await as("REFERENT");
  const [code] = await printed(page, 1);
  await page.goto(entry);
  await page.getByLabel("Code de la feuille").focus();
  await typeSheet(page, code!, "Un four à pain partagé.");
  await expect(page.getByText("partie depuis l’ouverture")).toBeVisible();

  // The code alone reads: what is kept with it offers nothing that would be refused.
  await page.goto(`/my-data/${code}`);
  await expect(page.getByText("il permet de lire, pas de modifier ni de retirer", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Tout retirer" })).toHaveCount(0);
  await page.goto(entry);
  const row = page.getByRole("region", { name: "Un auteur demande un changement" });
  await row.getByLabel("Code du talon").fill("0000-0000-0000-0000");
  await row.getByRole("button", { name: "Retirer cette réponse" }).click();
  await page.getByRole("button", { name: "La retirer pour toujours" }).click();
  await expect(row.getByRole("alert")).toBeFocused();
  await expect(row.getByText("Nous ne trouvons pas ce numéro.", { exact: false }).first()).toBeVisible();

  await row.getByLabel("Code du talon").fill(code!);
  await row.getByRole("button", { name: "Retirer cette réponse" }).click();
  const dialog = page.getByRole("dialog", { name: `Retirer la réponse ${code} ?` });
  await expect(dialog.getByText("Cela ne se défait pas.", { exact: false })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "La retirer pour toujours" }).click();
  await expect(row.getByText(`La réponse ${code} est retirée`, { exact: false })).toBeVisible();
  await expect(page.getByText(/^Retirée le/).first()).toBeVisible();
  await page.goto(`/follow/${code}`);
  await expect(page.getByText("Un four à pain partagé.")).toHaveCount(0);
  await expect(page.getByText("Texte retiré par son auteur.").first()).toBeVisible();
});
