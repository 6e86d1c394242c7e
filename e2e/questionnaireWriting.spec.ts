import { expect, test, violations } from "./fixtures.ts";
import { add, list, open, save, workshop } from "./composing.ts";

test.describe.configure({ mode: "serial", timeout: 240_000 });

const title = "Une tournée de quartier";
const part = "Chez vous";
let slug = "";

test("the workshop is for those who compose: a visitor is told so", async ({ page, complaints }) => {
  await page.goto("/questionnaires/write");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Composer les questionnaires" })).toHaveCount(0);
  complaints.length = 0;
});

test("a facilitator begins a questionnaire and composes a question of every type, by keyboard alone", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Composer les questionnaires" }).press("Enter");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Titre", { exact: true }).fill(title);
  await page.getByLabel("Pour quel objectif ?").selectOption({ index: 3 });
  await page.getByRole("button", { name: "Commencer" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  slug = /write\/([^/?]+)/.exec(page.url())![1]!;

  await page.getByLabel("Nouvelle partie").fill(part);
  await page.getByLabel("Nouvelle partie").press("Enter");
  await expect(page.getByRole("heading", { name: `Ajouter une question à « ${part} »` })).toBeFocused();

  await add(page, part, "Un territoire", "D’où parlez-vous ?");
  await save(page);
  await add(page, part, "Plusieurs choix", "Quels domaines connaissez-vous ?");
  await list(page, "Ajouter un choix", ["Alimentation", "Énergie", "Aucun"]);
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByLabel("Choix 2", { exact: true })).toHaveValue("Aucun");
  await expect(page.getByLabel("Choix 2", { exact: true })).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("checkbox", { name: "exclut les autres : Aucun" }).press("Space");
  await page.getByLabel("Proposer « Autre », avec quelques mots").press("Space");
  await page.getByLabel("Choix, au plus").fill("2");
  await save(page);
  await add(page, part, "Un seul choix", "Y allez-vous souvent ?");
  await list(page, "Ajouter un choix", ["Oui", "Non"]);
  await save(page);
  await add(page, part, "Réponse libre", "Racontez un trajet.");
  await page.locator("summary", { hasText: "Aide et version simple" }).press("Enter");
  await page.getByLabel("La même, en mots simples").fill("Comment y allez-vous ?");
  await save(page);
  await add(page, part, "Réponse en une ligne", "Un lieu en un mot ?");
  await save(page);
  await add(page, part, "Un nombre", "À combien de kilomètres ?");
  await page.getByLabel("Le plus petit nombre accepté").fill("0");
  await page.getByRole("radio", { name: "Personne : elles sont comptées" }).press("Space");
  await save(page);
  await add(page, part, "Une date", "Depuis quel jour ?");
  await save(page);
  await add(page, part, "Une note sur une échelle", "Est-ce commode ?");
  await page.getByLabel("Dernière marche").fill("4");
  await page.getByLabel("Ce que veut dire la première").fill("Pas du tout");
  await page.getByLabel("Ce que veut dire la dernière").fill("Tout à fait");
  await page.getByLabel("Proposer aussi « sans avis »").press("Space");
  await save(page);
  await add(page, part, "Un tableau", "Que vaut chaque chose ?");
  await list(page, "Ajouter une ligne", ["Le prix", "Le temps"]);
  await list(page, "Ajouter une colonne", ["Utile", "Inutile"]);
  await save(page);
  await add(page, part, "Un classement", "Que faire d’abord ?");
  await list(page, "Ajouter un choix", ["Un point de retrait", "Une livraison"]);
  await save(page);
  await add(page, part, "Un type de structure", "Au nom de qui ?");
  await list(page, "Ajouter un choix", ["En mon nom", "Une association"]);
  await save(page);
  await add(page, part, "Un texte à lire", "Merci de dire les choses comme elles sont.");
  await expect(page.locator(".questionnaireWriting-rows > li")).toHaveCount(12);
  expect(await violations(page)).toEqual([]);
});

test("a condition is chosen from lists, only on what comes before, and is read in words in the outline", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await workshop(page, slug);
  await open(page, "À combien de kilomètres");
  await page.getByRole("button", { name: "Ajouter une condition" }).press("Enter");
  const question = page.getByLabel("Condition 1 : la réponse à quelle question ?");
  await expect(question).toBeFocused();
  await expect(question.locator("option", { hasText: "Est-ce commode" })).toHaveCount(0);
  const domains = question.locator("option", { hasText: "Quels domaines" });
  const [code] = /\d+\.\d+/.exec((await domains.textContent())!)!;
  await question.selectOption(await domains.getAttribute("value"));
  await page.getByLabel("Condition 1 : que doit-elle dire ?").selectOption({ label: "contient" });
  await page.getByLabel("Condition 1 : quel choix ?").selectOption({ label: "Énergie" });
  await save(page);
  const row = page.locator(".questionnaireWriting-rows > li", { hasText: "À combien de kilomètres" });
  await expect(row).toContainText(`Si la réponse à ${code} contient « Énergie »`);
});

test("options come from the key points of a synthesis, in the order chosen, and stay linked to them", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await workshop(page, slug);
  await open(page, "Que faire d’abord");
  await page.locator("summary", { hasText: "Reprendre des points clefs" }).press("Enter");
  const form = page.getByRole("form", { name: "Reprendre des points clefs" });
  await form.getByLabel("Point d’étape", { exact: true }).selectOption({ index: 3 });
  await form.getByRole("checkbox").nth(0).check();
  await form.getByRole("checkbox").nth(1).check();
  const first = await form.locator(".questionnaireWriting-order li").nth(0).locator("span").first().textContent();
  await form.getByRole("button", { name: `Descendre « ${first} »` }).press("Enter");
  await expect(form.locator(".questionnaireWriting-order li").nth(1)).toContainText(first!);
  await form.getByRole("button", { name: "En faire 2 choix" }).press("Enter");
  await expect(page.getByText("vient d’un point clef", { exact: true })).toHaveCount(2);
  await expect(page.getByLabel("Choix 2", { exact: true })).toHaveValue(first!);
});

test("a question moves by mouse and by keyboard, into another part too; what moved is said and keeps the focus", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  // All in view: the page does not scroll under what is held.
  await page.setViewportSize({ width: 1280, height: 1900 });
  await workshop(page, slug);
  await page.getByLabel("Nouvelle partie").fill("Pour finir");
  await page.getByRole("button", { name: "Ajouter la partie" }).press("Enter");
  const parts = page.locator(".questionnaireWriting-part");
  await expect(parts).toHaveCount(2);
  const rows = parts.nth(0).locator(".questionnaireWriting-rows > li");
  const moved = rows.filter({ hasText: "Depuis quel jour" });
  await moved.locator(".questionnaireWriting-grip").dragTo(rows.nth(0), { targetPosition: { x: 60, y: 4 } });
  await expect(rows.nth(0)).toContainText("Depuis quel jour");

  const down = rows.nth(0).getByRole("button", { name: /^Descendre/ });
  await down.press("Enter");
  await expect(rows.nth(1)).toContainText("Depuis quel jour");
  await expect(rows.nth(1).getByRole("button", { name: /^Descendre/ })).toBeFocused();
  await expect(page.getByText("« Depuis quel jour ? » : place 2 sur 12 dans « Chez vous ».")).toBeAttached();

  await open(page, "Au nom de qui");
  await page.getByLabel("Déplacer vers…").selectOption({ label: "Partie 2 : Pour finir, au début" });
  await page.getByRole("button", { name: "Déplacer", exact: true }).press("Enter");
  await expect(parts.nth(1).locator(".questionnaireWriting-rows > li").nth(0)).toContainText("Au nom de qui");

  await parts
    .nth(1)
    .locator(".questionnaireWriting-part-head")
    .getByRole("button", { name: /^Monter/ })
    .press("Enter");
  await expect(parts.nth(0)).toContainText("Pour finir");
  await parts
    .nth(0)
    .locator(".questionnaireWriting-part-head")
    .dragTo(parts.nth(1).locator(".questionnaireWriting-part-head"));
  await expect(parts.nth(1)).toContainText("Pour finir");
});

test("two people at once: what both changed waits for a choice, field by field; nothing typed goes", async ({
  page,
  as,
  context,
}) => {
  await as("FACILITATOR");
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await workshop(tab, slug);
    await open(tab, "Un lieu en un mot");
  }
  await page.getByLabel("La question, telle qu’elle est posée").fill("Quel lieu, en un mot ?");
  await page.getByLabel("À quoi serviront les réponses").fill("À dessiner une carte.");
  await save(page);
  const label = other.getByLabel("La question, telle qu’elle est posée");
  await label.fill("Nommez un lieu.");
  const both = other.getByRole("group", { name: "La question, telle qu’elle est posée" });
  await expect(both.getByText("Quel lieu, en un mot ?")).toBeVisible();
  await expect(both.getByText("Nommez un lieu.")).toBeVisible();
  // A field that only the other one changed is merged.
  await expect(other.getByLabel("À quoi serviront les réponses")).toHaveValue("À dessiner une carte.");
  expect(await violations(other)).toEqual([]);
  await both.getByRole("button", { name: /^Garder le mien/ }).press("Enter");
  await expect(label).toHaveValue("Nommez un lieu.");
  await expect(other.getByText("Enregistré.", { exact: true })).toBeVisible();
});

test("both languages stand side by side, with what is missing; it is previewed on a phone, on paper, in English", async ({
  page,
  as,
}) => {
  await as("FACILITATOR");
  await workshop(page, slug, "?view=translation");
  const offered = page.getByRole("checkbox", { name: /^Proposer aussi ce questionnaire en anglais/ });
  await offered.press("Space");
  await expect(offered).toBeChecked();
  const before = page.getByText(/\d+ textes à traduire/).first();
  const missing = Number.parseInt((await before.textContent())!, 10);
  const form = page.getByRole("form", { name: /^Traduction.*Présentation/ });
  await form.getByLabel(/^En anglais.*Titre/).fill("A round of the neighbourhood");
  await form.getByRole("button", { name: "Enregistrer", exact: true }).press("Enter");
  await expect(page.getByText(`${missing - 1} textes à traduire`).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await page.getByRole("link", { name: "Voir comme un participant" }).press("Enter");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByText("Question 1 sur 3")).toBeVisible();
  expect((await page.locator("iframe").boundingBox())!.width).toBeGreaterThanOrEqual(390);
  await frame.getByLabel("Version simple").check();
  await frame.getByRole("button", { name: "Question suivante" }).click();
  await expect(frame.getByText("Comment y allez-vous ?").first()).toBeVisible();
  await frame.getByRole("button", { name: "Question suivante" }).click();
  await frame.getByLabel("D’où parlez-vous ?").selectOption({ label: "Finistère" });
  await frame.getByRole("link", { name: "Aller plus loin" }).click();
  await expect(frame.getByText("À combien de kilomètres ?")).toHaveCount(0);
  const energy = frame.getByLabel("Énergie");
  while (!(await energy.isVisible()))
    await frame.getByRole("button", { name: /^(Question suivante|Continuer)/ }).click();
  await energy.check();
  await expect(frame.getByText("À combien de kilomètres ?").first()).toBeAttached();
  await frame.getByRole("link", { name: "Envoyer ce que j’ai écrit" }).click();
  await frame.getByRole("radio", { name: /^Sans nom/ }).check();
  await frame.getByRole("button", { name: "Envoyer ma réponse" }).click();
  await expect(frame.getByRole("heading", { level: 1, name: "Rien n’a été envoyé" })).toBeVisible();
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")));
  expect(kept).toEqual([]);
  await page.getByLabel("Sur papier").check();
  await expect(frame.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await page.getByLabel("Dans quelle langue ?").selectOption("en");
  await page.getByLabel("Sur un grand écran").check();
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(frame.getByText("A round of the neighbourhood").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
