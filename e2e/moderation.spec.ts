import type { Page } from "@playwright/test";
import { ask } from "./answering.ts";
import { expect, overflows, settled, test, violations } from "./fixtures.ts";
import { forgets } from "./onDisk.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { seated } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

const { site } = onOwnSite();
test.describe.configure({ mode: "serial" });

const proposal = "/proposals/proposition-2";
const as = (browser: Parameters<typeof seated>[0], role: string | null, story: (page: Page) => Promise<void>) =>
  seated(browser, site.baseURL, role, story);

/** Reacts to the proposal straight by the API; answers with the code of its private link. */
async function react(page: Page, text: string): Promise<string> {
  const { proposal: to } = await ask<any>(page.request, site.baseURL, `{ proposal(slug: "proposition-2") { id } }`);
  const input = { key: crypto.randomUUID(), subject: "PROPOSAL", subjectId: to.id, kind: "QUALIFY", text };
  const { react: sent } = await ask<any>(
    page.request,
    site.baseURL,
    "mutation ($input: ReactInput!) { react(input: $input) { problems { code } own { code } } }",
    { input },
  );
  expect(sent.problems).toEqual([]);
  return sent.own.code;
}

/** Opens a text that waits on the desk of moderators. */
async function open(page: Page, words: string) {
  await page.goto("/moderation");
  await page.getByRole("link", { name: words }).click();
  await expect(page.getByRole("region", { name: "Que devient ce texte" })).toContainText(words);
}

test("an insult is reported, hidden with a public reason, appealed by its author and restored by somebody else", async ({
  browser,
}) => {
  const words = "Ce projet de margoulins ne tient pas debout.";
  let code = "";
  await as(browser, null, async (page) => {
    code = await react(page, words);
    await page.goto(`${proposal}#reactions`);
    const card = page.getByRole("listitem").filter({ hasText: words });
    await card.getByText("Signaler ce texte").click();
    await card.getByRole("button", { name: "Propos injurieux ou haineux" }).click();
    const said = card.getByRole("status");
    await expect(said.filter({ hasText: "Un modérateur lira ce texte." })).toBeVisible();
    // Taken back, it says so; a line that goes with it is kept until it is sent.
    await card.getByRole("button", { name: "Reprendre mon signalement" }).click();
    await expect(said.filter({ hasText: "Votre signalement est repris." })).toBeVisible();
    await card.getByRole("button", { name: "Propos injurieux ou haineux" }).click();
    await card.getByLabel("Une ligne pour la modération").fill("Lisez le dernier mot.");
    await expect(said.filter({ hasText: /^Enregistré sur cet appareil à/ })).toBeVisible();
    await page.reload();
    await card.getByText("Signaler ce texte").click();
    await expect(card.getByLabel("Une ligne pour la modération")).toHaveValue("Lisez le dernier mot.");
    await card.getByRole("button", { name: "Ajouter cette ligne" }).click();
    await expect(said.filter({ hasText: "Votre ligne est ajoutée." })).toBeVisible();
  });
  await as(browser, "MODERATOR", async (page) => {
    await open(page, words);
    const why = page.getByLabel("Pourquoi");
    // The panel may listen a moment after its text is there.
    await expect(async () => {
      await page.keyboard.press("k");
      await expect(why).toBeVisible({ timeout: 3000 });
    }).toPass();
    await expect(why).toHaveValue("INSULT");
    // Words chosen to be masked are there again, were the browser killed.
    await page.keyboard.press("m");
    await page.getByLabel("Masquer aussi ces mots").fill("margoulins");
    await page.getByRole("button", { name: "Masquer", exact: true }).click();
    const masked = page.getByRole("button", { name: "Ne plus masquer « margoulins »" });
    await expect(masked).toBeVisible();
    await forgets(page, "typed", '"masks":[{');
    await page.reload();
    await expect(masked).toBeVisible();
    await page.keyboard.press("k");
    const note = page.getByLabel("Un mot à son auteur");
    await note.fill("Dites-le autrement.");
    await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
    await page.reload();
    await expect(async () => {
      await page.keyboard.press("k");
      await expect(note).toHaveValue("Dites-le autrement.", { timeout: 3000 });
    }).toPass();
    await page.getByRole("button", { name: "Cacher, et le dire à son auteur" }).click();
    await expect(page.getByText("Le texte est caché")).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(`${proposal}#reactions`);
    await expect(page.getByText("Masqué : propos injurieux")).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    await turnTo(page, `/proposals/follow/${code}`);
    await expect(page.getByText(words)).toBeVisible();
    await page.getByText("Faire appel").click();
    await page.getByLabel("Pourquoi votre texte devrait paraître").fill("Le mot est vif, il ne vise personne.");
    await page.getByRole("button", { name: "Envoyer mon appel" }).click();
    await expect(page.getByText(/Votre appel du .* attend/)).toBeVisible();
  });
  await as(browser, "ADMINISTRATOR", async (page) => {
    await page.goto("/moderation#appeals");
    const appeal = page.getByRole("listitem").filter({ hasText: words });
    await expect(appeal.getByText("Le mot est vif")).toBeVisible();
    // Pressed by another hand than a finger, as by a voice, « Confirmer » still does not restore: it lacks a word.
    await appeal.getByRole("button", { name: "Confirmer la décision" }).evaluate((it: HTMLElement) => it.click());
    await expect(appeal.getByRole("alert")).toBeVisible();
    await appeal.getByRole("button", { name: "Rétablir le texte" }).click();
    await expect(page.getByText("Le texte paraît tel que son auteur l’a écrit")).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(`${proposal}#reactions`);
    await expect(page.getByText(words)).toBeVisible();
  });
});

test("a text that waits is let through from the desk, then answered from the desk of proposals, and taken back", async ({
  browser,
}) => {
  const words = "Le plan est sur www.halle-du-quai.example depuis mardi.";
  let code = "";
  await as(browser, null, async (page) => {
    code = await react(page, words);
    await page.goto(proposal);
    await expect(page.getByText(words)).toHaveCount(0);
  });
  await as(browser, "MODERATOR", async (page) => {
    await open(page, words);
    await page.getByRole("radio", { name: /^Laisser paraître/ }).check();
    await page.getByRole("button", { name: /^Faire paraître/ }).click();
    await expect(page.getByText("Le texte paraît.")).toBeVisible();

    await page.goto("/desk");
    await page.getByRole("link", { name: /attend(ent)? une réponse$/ }).click();
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await overflows(page)).toBe(false);
    const more = page.getByRole("link", { name: /^Suivants|^Page suivante/ });
    while (!(await page.getByText(words).count()) && (await more.count())) await more.first().click();
    await page.getByRole("checkbox", { name: words.slice(0, 20) }).check();
    await page.getByLabel("La réponse, que chaque auteur lira").fill("Merci : nous le lirons mardi.");
    await page.getByRole("form", { name: "Répondre" }).getByRole("button", { name: "Répondre", exact: true }).click();
    await expect(page.getByText("1 texte a sa réponse.")).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
    await as(browser, null, async (author) => {
      await author.goto(`/proposals/follow/${code}`);
      await expect(author.getByText("Merci : nous le lirons mardi.")).toBeVisible();
    });
    await page.getByRole("button", { name: "Défaire" }).click();
    await expect(page.getByText("ces textes attendent de nouveau")).toBeVisible();
  });
});

test("a reaction of which a field that people do not see is filled waits, and its author reads so", async ({
  browser,
}) => {
  await as(browser, null, async (page) => {
    await page.goto(`${proposal}#reactions`);
    await page.getByRole("button", { name: /^J’appuie/ }).click();
    const form = page.locator("form", { has: page.getByRole("button", { name: "Publier ma réaction" }) });
    await form.getByLabel("Ce que vous appuyez, et pourquoi").fill("Une halle ouverte le mardi suffirait.");
    await form.locator("[name=website]").evaluate((field: HTMLInputElement) => void (field.value = "example.org"));
    await form.getByRole("button", { name: "Publier ma réaction" }).click();
    await expect(page.getByText(/Quelqu’un relit votre réaction avant qu’elle paraisse/)).toBeVisible();
  });
});

test("one proposal is read first by itself: the things of a group are asked for once somebody goes to choose among them", async ({
  browser,
}) => {
  await as(browser, "MODERATOR", async (page) => {
    await page.goto("/moderation");
    const choose = page.getByText("Choisir pour un questionnaire").first();
    await expect(choose).toBeVisible();
    await expect(page.getByLabel("Lequel")).toHaveCount(0);
    await expect(async () => {
      await choose.click();
      await expect(page.getByLabel("Lequel").first()).toBeVisible({ timeout: 3000 });
    }).toPass();
    const form = page.getByRole("form", { name: /^Choisir pour un questionnaire/ });
    const { proposal: it } = await ask<any>(
      page.request,
      site.baseURL,
      `{ proposal(slug: "proposition-2") { id title } }`,
    );
    await form.getByLabel("Lequel").selectOption(it.id);
    await form.getByRole("button", { name: "Choisir" }).click();
    await expect(form.getByText("C’est noté.")).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: it.title }).getByText("Tous les textes")).toBeVisible();
  });
});
