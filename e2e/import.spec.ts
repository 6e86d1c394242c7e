import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { surveyInLss, surveyOf, workbookOf } from "../apps/api/test/acts/forms.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";

/** Its own name at each try: tries leave their rows behind. */
const mark = randomUUID().slice(0, 6);

const workbook = (title: string) =>
  workbookOf({
    survey: surveyOf([
      { type: "note", name: "mot", label: "Dix minutes suffisent." },
      { type: "select_multiple secteurs or_other", name: "domaines", label: "Quels domaines ?", required: "yes" },
      { type: "begin group", name: "energie", label: "L’énergie" },
      {
        type: "text",
        name: "exemple",
        label: "Un exemple près de chez vous",
        appearance: "multiline",
        relevant: "selected(${domaines}, 'ENERGY')",
      },
      { type: "geopoint", name: "lieu", label: "Où est-ce ?" },
      { type: "end group", name: "" },
      { type: "integer", name: "foyers", label: "Combien de foyers ?", constraint: ". >= 0 and . <= 500" },
    ]),
    choices: [
      ["list_name", "name", "label::Français (fr)"],
      ["secteurs", "FOOD", "Alimentation"],
      ["secteurs", "ENERGY", "Énergie"],
    ],
    settings: [["form_title"], [title]],
  });

const read = async (page: Page, name: string, buffer: Buffer) => {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
};

const create = async (page: Page) => {
  await page.getByLabel("Pour quel objectif").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Créer le brouillon" }).click();
  await expect(page).toHaveURL(/\/write\/questionnaire-/);
};

test("a facilitator brings an XLSForm: sees what is taken, adapted and left, creates the draft, finds it among the others", async ({
  page,
  as,
}) => {
  const title = `Nos domaines ${mark}`;
  await as("FACILITATOR");
  await page.goto("/questionnaires/write");
  await page.getByRole("link", { name: "Importer un questionnaire d’un autre outil" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Apporter un questionnaire fait ailleurs" })).toBeVisible();
  await read(page, "domaines.xlsx", await workbook(title));

  const seen = page.getByRole("region", { name: "Ce qui a été lu" });
  await expect(seen.getByRole("status")).toContainText(`${title} », un formulaire XLSForm. 3 questions, 3 parties.`);
  await seen.getByText("Partie 2").click();
  await expect(seen.getByText("si la réponse à « Quels domaines ? » contient « Énergie »")).toBeVisible();

  const report = page.getByRole("region", { name: "Le rapport" });
  await expect(report.getByRole("listitem").filter({ hasText: "lieu survey:6" })).toContainText("Aucun équivalent ici");
  // A whole number is one here too: nothing of it is adapted.
  await expect(report.getByText(/Pris tel quel\s*:\s*5/)).toBeVisible();
  await expect(report.getByRole("row", { name: /geopoint/ })).toContainText("laissé de côté");
  expect(await violations(page)).toEqual([]);

  // Nothing was created yet.
  const questionnaireDesk = await page.context().newPage();
  await questionnaireDesk.goto("/questionnaires/write");
  await expect(questionnaireDesk.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(questionnaireDesk.getByText(title)).toHaveCount(0);
  await questionnaireDesk.close();

  await expect(page.getByLabel("Titre du questionnaire")).toHaveValue(title);
  await create(page);
  await expect(page.getByText("Un exemple près de chez vous").first()).toBeVisible();
  await page.goto("/questionnaires/write");
  await expect(page.getByText(title).first()).toBeVisible();
});

test("a survey of LimeSurvey with script in its labels is shown as text, by keyboard, on a phone", async ({
  page,
  as,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await as("FACILITATOR");
  await page.goto("/questionnaires/write/import");
  const ran: string[] = [];
  page.on("dialog", (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  const question = `<p>Pourquoi <b>ici</b> ?</p><script>alert(1)</script><img src=x onerror="alert(2)"><svg onload="alert(3)"></svg>&lt;img src=y onerror=alert(4)&gt;`;
  const file = surveyInLss([{ type: "T", title: "pourquoi", question }, { type: "L" }], {
    answers: [
      {
        qid: 11,
        code: "A1",
        answer: "<iframe src='javascript:alert(5)'></iframe>Un choix",
        scale_id: 0,
        language: "fr",
      },
    ],
  });
  await page.locator('input[type="file"]').setInputFiles({ name: "sondage.lss", mimeType: "text/xml", buffer: file });
  await page.locator('input[type="file"]').focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const seen = page.getByRole("region", { name: "Ce qui a été lu" });
  await expect(seen.getByText("Pourquoi ici ? <img src=y onerror=alert(4)>")).toBeVisible();
  await expect(page.getByText("Mise en forme, lien, image ou script retiré").first()).toBeVisible();
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await create(page);
  await expect(page.getByText("Pourquoi ici ?").first()).toBeVisible();
  expect(ran).toEqual([]);
});

test("what is no form, too heavy, or hostile is refused with a sentence, and the page still works", async ({
  page,
  as,
  complaints,
}) => {
  await as("FACILITATOR");
  await page.goto("/questionnaires/write/import");
  const refused = page.getByRole("alert");
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await expect(refused).toBeFocused();
  await expect(refused).toContainText("Le fichier");

  await read(page, "lettre.txt", Buffer.from("Bonjour"));
  await expect(refused).toContainText(
    "Attendu : un formulaire XLSForm (.xlsx), LimeSurvey (.lss) ou SurveyJS (.json).",
  );
  await read(page, "entites.lss", Buffer.from('<!DOCTYPE d [<!ENTITY a "b">]><document>&a;</document>'));
  await expect(refused).toContainText("définit ses propres entités");
  await read(page, "coupe.xlsx", (await workbook("Coupé")).subarray(0, 400));
  await expect(refused).toContainText("coupé ou abîmé");
  await read(page, "lourd.xlsx", Buffer.alloc(6_000_000));
  await expect(refused).toContainText("trop lourd");
  expect(await violations(page)).toEqual([]);

  await read(page, "bon.xlsx", await workbook("Bon"));
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Le rapport" })).toBeVisible();
  // The browser reports each refusal itself.
  expect(complaints.splice(0).filter((text) => !text.includes("422"))).toEqual([]);
});

test("the page is for those who compose", async ({ page, as, complaints }) => {
  await page.goto("/questionnaires/write/import");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('input[type="file"]')).toHaveCount(0);
  await as("RAPPORTEUR");
  await page.goto("/questionnaires/write/import");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator('input[type="file"]')).toHaveCount(0);
  complaints.length = 0;
});

test("the import page is in English too", async ({ page, as }) => {
  await as("FACILITATOR");
  await page.goto("/en/questionnaires/write/import");
  await expect(page.getByRole("heading", { level: 1, name: "Bring a questionnaire made elsewhere" })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({
    name: "domaines.xlsx",
    mimeType: "application/octet-stream",
    buffer: await workbook("Nos domaines"),
  });
  await page.getByRole("button", { name: "Read this file" }).click();
  await expect(page.getByText("No counterpart here: geopoint.")).toBeVisible();
});
