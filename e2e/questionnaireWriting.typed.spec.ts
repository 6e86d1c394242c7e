import { expect, test, violations } from "./fixtures.ts";
import { compose, open, save, workshop } from "./composing.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

let slug = "";

test("a draft is saved as one types: by a rest, by leaving, and once the network is back", async ({
  page,
  as,
  context,
  baseURL,
  complaints,
}) => {
  await as("FACILITATOR");
  slug = await compose(page, baseURL!, "Un marché couvert");
  await workshop(page, slug);
  await open(page, "Racontez un trajet");
  const label = page.getByLabel("La question, telle qu’elle est posée");
  const saved = page.getByText("Enregistré.", { exact: true });
  await label.press("End");
  await page.keyboard.type(" Ou deux ");
  await expect(saved).toBeVisible();
  await page.keyboard.type("trajets.");
  await expect(label).toHaveValue("Racontez un trajet. Ou deux trajets.");
  await expect(saved).toBeVisible();

  // Left at once, without a question.
  await label.fill("Racontez un trajet, ou deux.");
  await page.getByRole("link", { name: "Publication" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Publication" })).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("link", { name: "Questions", exact: true }).press("Enter");
  await expect(page.locator(".questionnaireWriting-rows")).toContainText(["Racontez un trajet, ou deux."]);

  await open(page, "Racontez un trajet, ou deux.");
  await context.setOffline(true);
  await label.fill("Racontez un trajet, ou trois.");
  await expect(page.getByText(/reste sur cet appareil/)).toBeVisible();
  await context.setOffline(false);
  await expect(saved).toBeVisible();

  // The tab is closed while nobody answers: another one finds the words, and saves them.
  await context.setOffline(true);
  await label.fill("Racontez trois trajets.");
  await expect(page.getByText(/reste sur cet appareil/)).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await workshop(again, slug);
  // A tab's last request may still arrive, once the network is back.
  await open(again, /Racontez (un trajet, ou trois|trois trajets)\./);
  await expect(again.getByLabel("La question, telle qu’elle est posée")).toHaveValue("Racontez trois trajets.");
  await expect(again.locator(".questionnaireWriting-rows")).toContainText(["Racontez trois trajets."]);
  await again.reload();
  await expect(again.locator(".questionnaireWriting-rows")).toContainText(["Racontez trois trajets."]);
  await expect(again.getByLabel("La question, telle qu’elle est posée")).toHaveValue("Racontez trois trajets.");

  // An unfinished question is not refused; one that is far too long is, beside its field.
  const typed = again.getByLabel("La question, telle qu’elle est posée");
  await typed.fill("");
  await expect(again.getByText("S’enregistre à la prochaine pause.")).toBeVisible();
  await typed.fill(`Trop${" ".repeat(100_000)}long`);
  await expect(again.getByText(/^Pas enregistré/)).toBeVisible();
  await expect(typed).toHaveAttribute("aria-invalid", "true");
  await typed.fill("Racontez un trajet, ou deux.");
  await expect(again.getByText("Enregistré.", { exact: true })).toBeVisible();
  complaints.length = 0;
});

test("a list is pasted: one choice a line, one question a line; a question is copied, and the copy is undone", async ({
  page,
  as,
  context,
}) => {
  await as("FACILITATOR");
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await workshop(page, slug);
  await page.getByLabel("Nouvelle partie").fill("Une liste");
  await page.getByLabel("Nouvelle partie").press("Enter");
  await expect(page.getByRole("heading", { name: "Ajouter une question à « Une liste »" })).toBeFocused();
  const asked = page.getByRole("form", { name: "Ajouter une question" });
  await page.evaluate(() => navigator.clipboard.writeText("1. Que vendre ?\n2. À qui ?\n\n3. Quand ?"));
  await asked.getByRole("textbox").press("ControlOrMeta+v");
  await expect(asked.getByText("Une question par ligne : 3")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await asked.getByRole("button", { name: "Ajouter 3 questions" }).press("Enter");
  const rows = page
    .locator(".questionnaireWriting-part", { hasText: "Une liste" })
    .locator(".questionnaireWriting-rows > li");
  await expect(rows).toHaveCount(3);

  await open(page, "Que vendre");
  await page.getByRole("button", { name: "Ajouter un choix" }).press("Enter");
  await expect(page.getByLabel("Choix 1", { exact: true })).toBeFocused();
  await page.keyboard.type("Du pain");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Choix 2", { exact: true })).toBeFocused();
  const lines = `• Des légumes\n• du pain\n${"x".repeat(301)}\n${" ".repeat(100_000)}\n• Du miel`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByLabel("Choix 3", { exact: true })).toHaveValue("Du miel");
  await expect(page.getByLabel("Choix 3", { exact: true })).toBeFocused();
  await expect(page.getByText("Déjà là, laissé de côté : « du pain ».")).toBeVisible();
  await expect(page.getByText(/^Trop long \(300 caractères au plus\)/)).toBeVisible();
  await page.locator("summary", { hasText: "Coller une liste" }).press("Enter");
  await page.getByLabel("La liste, une chose par ligne").fill("- Des œufs\n- Du miel");
  await page.getByRole("button", { name: "Ajouter ces 2 lignes" }).press("Enter");
  await expect(page.getByLabel("Choix 4", { exact: true })).toHaveValue("Des œufs");
  await save(page);
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Dupliquer" }).press("Enter");
  await expect(rows).toHaveCount(4);
  await expect(page.getByText(/Voici la copie de la question/)).toBeVisible();
  await expect(page.getByLabel("Choix 4", { exact: true })).toHaveValue("Des œufs");
  await page.getByRole("button", { name: "Défaire la copie" }).press("Enter");
  await expect(rows).toHaveCount(3);
  await expect(page.getByText(/Voici la copie de la question/)).toHaveCount(0);
  await expect(page.getByLabel("Choix 4", { exact: true })).toHaveValue("Des œufs");
});

test("why is asked of all that say nothing, on one sheet: it is kept until it is saved, and writes over nobody", async ({
  page,
  as,
  context,
}) => {
  await as("FACILITATOR");
  await workshop(page, slug);
  await page.getByRole("link", { name: "Dire pourquoi, pour toutes à la fois" }).press("Enter");
  const sheet = page.getByRole("form", { name: "Dire pourquoi, pour toutes à la fois" });
  await sheet.getByLabel(/Que vendre/).fill("Pour préparer les étals.");
  await expect(page.getByText(/Enregistré sur cet appareil/)).toBeVisible();
  await page.reload();
  await expect(sheet.getByLabel(/Que vendre/)).toHaveValue("Pour préparer les étals.");

  const other = await context.newPage();
  await workshop(other, slug);
  await open(other, "À qui");
  await other.getByLabel("Pourquoi cette question ?").fill("Pour savoir à qui parler.");
  await save(other);
  await sheet.getByLabel(/À qui/).fill("Pour autre chose.");
  await sheet.getByLabel("Une même raison pour plusieurs").fill("Pour préparer la réunion.");
  await sheet.getByRole("button", { name: /^La mettre/ }).press("Enter");
  await expect(sheet.getByLabel(/Quand/)).toHaveValue("Pour préparer la réunion.");
  await sheet.getByRole("button", { name: "Enregistrer 3 raisons" }).press("Enter");
  await expect(sheet.getByText("Pour savoir à qui parler.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await sheet.getByRole("button", { name: "Prendre celui-ci" }).press("Enter");
  await sheet.getByRole("button", { name: "Enregistrer 2 raisons" }).press("Enter");
  await expect(page.getByText("2 questions disent maintenant pourquoi elles sont posées.")).toBeAttached();
  await expect(page.getByRole("link", { name: "Dire pourquoi, pour toutes à la fois" })).toHaveCount(0);
});

test("simple words are written under a question and its choices, and read beside at once as whoever chooses them will", async ({
  page,
  as,
  baseURL,
}) => {
  await as("FACILITATOR");
  const simple = await compose(page, baseURL!, "Un marché en mots simples");
  await page.setViewportSize({ width: 1280, height: 900 });
  await workshop(page, simple);
  await open(page, "Y allez-vous souvent ?");
  const saved = page.getByText("Enregistré.", { exact: true });
  await page.locator("summary", { hasText: "Aide et version simple" }).press("Enter");
  await page.getByLabel("La même, en mots simples").fill("Vous y allez beaucoup ?");
  const choices = page.locator("summary", { hasText: "Les choix, en mots simples" });
  await choices.press("Enter");
  await page
    .locator("details")
    .filter({ has: choices })
    .last()
    .getByRole("textbox", { name: /^Oui/ })
    .fill("Oui, beaucoup");
  await expect(choices).toContainText("1 sur 2");
  await expect(saved).toBeVisible();

  const beside = page.getByRole("radio", { name: "Oui, beaucoup" });
  await expect(beside).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Version simple" }).check();
  await expect(page.getByRole("group", { name: /Vous y allez beaucoup/ })).toBeVisible();
  await expect(beside).toBeVisible();
  // An option without simple words keeps its own.
  await expect(page.getByRole("radio", { name: "Non", exact: true })).toBeVisible();

  // And on the whole page, as participants will have it.
  await page.goto(`/questionnaires/write/${simple}/preview`);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Y allez-vous souvent ?").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Version simple" }).check();
  await expect(frame.getByText("Vous y allez beaucoup ?").first()).toBeVisible();
  await expect(frame.getByText("Oui, beaucoup").first()).toBeVisible();
});
