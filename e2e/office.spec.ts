import type { Page } from "@playwright/test";
import { ask, proposal, respond } from "./answering.ts";
import { unfold } from "./beginning.ts";
import { expect, fits, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { turnTo } from "./turnTo.ts";

const { site, test, seat } = onOwnSite();

test.describe.configure({ mode: "serial", timeout: 120_000 });

let handover = "";
let letter = "";
const asked = "Étudier une légumerie avec les cantines du territoire.";
const said = "Oui pour l’étude : notre service y consacre trois journées au printemps.";

/** Sends a response that the carried proposal rests on; answers with its code. */
async function contributor(page: Page): Promise<string> {
  const code = await respond(page.request, site.baseURL, "ANONYMOUS");
  const { receipt, proposal: fed } = await ask<any>(
    page.request,
    site.baseURL,
    `query ($code: String!) { receipt(code: $code) { contributions { id body } }
      proposal(slug: "proposition-5") { statements { keyPoints { id } } } }`,
    { code },
  );
  const contributionId = receipt.contributions.find(({ body }: { body: string }) => body === proposal).id;
  const keyPointId = fed.statements.flatMap(({ keyPoints }: any) => keyPoints)[0].id;
  const marking = "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }";
  const input = { contributionId, startsAt: 0, endsAt: 20, keyPointId };
  expect((await ask<any>(page.request, site.baseURL, marking, { input })).markPassage.problems).toEqual([]);
  // The response came before the handover.
  await site.sql(`update contribution set contributed_on = contributed_on - 400 where id = '${contributionId}'`);
  return code;
}
let receipt = "";

test("whoever holds a handover prepares the link of its letter, and prints it again", async ({ browser }) => {
  const page = await seat(browser, "RAPPORTEUR");
  receipt = await contributor(page);
  await page.goto("/handovers");
  await page.getByRole("listitem").getByRole("link", { name: asked }).click();
  await expect(page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  handover = new URL(page.url()).pathname;
  const form = page.getByRole("form", { name: "La lettre avec son lien privé" });
  // A second window, opened before there is a link.
  const other = await page.context().newPage();
  await other.goto(handover);
  await form.getByRole("button", { name: "Préparer le lien" }).click();
  await expect(form.getByLabel("Qui le service peut joindre")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Qui le service peut joindre").fill("Le groupement, 02 96 00 00 00");
  await form.getByRole("button", { name: "Préparer le lien" }).click();
  const address = page.locator("code").filter({ hasText: "/office/" });
  await expect(address).toBeVisible();
  letter = new URL(await address.innerText()).pathname;
  await fits(page);
  const file = await page.request.get(`${handover}/office-letter.html`);
  expect(await file.text()).toContain(letter);
  await page.reload();
  await page.getByText("La lettre avec son lien privé").first().click();
  await expect(address).toContainText(letter);
  const second = other.getByRole("form", { name: "La lettre avec son lien privé" });
  await second.getByLabel("Qui le service peut joindre").fill("Une autre personne");
  await second.getByRole("button", { name: "Préparer le lien" }).click();
  await second.getByRole("button", { name: "Prendre le leur" }).click();
  await expect(second.getByLabel("Qui le service peut joindre")).toHaveValue("Le groupement, 02 96 00 00 00");
  await other.close();
  // Nobody else is told of it, on the page or in the letter that anybody takes.
  const visitor = await seat(browser);
  for (const path of [handover, `${handover}/letter.html`])
    expect(await (await visitor.request.get(path)).text()).not.toContain(letter);
});

test("without scripts too: what lacks is said, the reply is read again, sent, and changed; the page stays within its heights", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.baseURL, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/office");
  await page.getByRole("textbox", { name: "Le code de la lettre" }).fill(letter.split("/").at(-1)!.toLowerCase());
  await page.getByRole("button", { name: "Ouvrir la demande" }).click();
  await expect(page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  await expect(page.getByRole("complementary").locator("mark").first()).toBeVisible();
  for (const [width, most] of [
    [1280, 1400],
    [390, 2650],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    const { height } = (await page.locator("html").boundingBox())!;
    expect(height, `${width} px wide`).toBeLessThanOrEqual(most);
  }
  const look = page.getByRole("button", { name: "Relire avant d’envoyer" });
  const text = page.getByLabel("Votre réponse, dans vos mots");
  await look.click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(2);
  await page.getByRole("radio", { name: "Pour un autre service" }).check();
  await text.fill(said);
  await look.click();
  await expect(page.getByLabel("Quel service")).toHaveAttribute("aria-invalid", "true");
  await expect(text).toHaveValue(said);
  await page.getByRole("radio", { name: "Oui, en partie" }).check();
  await page.locator("summary").filter({ hasText: "Joindre un fichier" }).click();
  await page.getByLabel("Qui répond").fill("Le secrétariat");
  await look.click();
  await expect(page.getByRole("heading", { name: "Votre réponse, telle qu’elle paraîtra" })).toBeVisible();
  await expect(page.locator("blockquote").filter({ hasText: said })).toBeVisible();
  await page.getByRole("button", { name: "Changer la réponse" }).click();
  await expect(text).toHaveValue(said);
  await look.click();
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(
    page.locator("noscript p, noscript div").filter({ hasText: "Elle n’est pas encore publiée" }).last(),
  ).toBeVisible();
  await page.locator("summary").filter({ hasText: "Changer la réponse" }).click();
  await text.fill(`${said} Encore.`);
  await look.click();
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(page.locator("blockquote").filter({ hasText: "Encore." })).toBeVisible();
  await context.close();
  await site.sql("delete from office_reply");
});

test("the office opens its letter without an account, answers in part with a PDF, reads it again, sends and changes it", async ({
  browser,
}) => {
  const page = await seat(browser);
  const shell = await page.request.get(letter);
  expect(shell.headers()).toMatchObject({
    // Its form is posted without scripts, and says where it comes from: to this site alone.
    "referrer-policy": "same-origin",
    "x-robots-tag": "noindex",
    "cache-control": "private, no-store",
  });
  await page.goto(letter);
  await expect(page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  await expect(page.getByText(/, au nom du groupe «/)).toBeVisible();
  await expect(page.getByText(`À l’attention de\u00a0: `, { exact: false })).toBeVisible();
  const words = page.getByRole("complementary", { name: /paroles? de votre territoire/ });
  await expect(words.getByText(/réponses? vien(t|nent) de votre territoire/)).toBeVisible();
  await expect(words.locator("mark").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Principale" })).toHaveCount(0);
  await expect(page.getByText("Page privée de votre service")).toBeVisible();
  await expect(page.getByRole("link", { name: "La proposition sur une page (PDF)" })).toBeVisible();
  await expect(page.getByText("Pour toute question : Le groupement, 02 96 00 00 00")).toBeVisible();
  await fits(page);

  const look = page.getByRole("button", { name: "Relire avant d’envoyer" });
  await look.click();
  await expect(page.getByRole("alert")).toBeFocused();
  await page.getByRole("radio", { name: "Oui, en partie" }).check();
  await page.getByLabel("Votre réponse, dans vos mots").fill(said);
  await page.getByText("Joindre un fichier, dire qui répond").click();
  const file = page.getByLabel("Un fichier joint");
  const wrong = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script>") };
  await file.setInputFiles(wrong);
  await expect(page.getByText(/Ce fichier n’est ni un PDF/).first()).toBeVisible();
  await file.setInputFiles({ ...wrong, buffer: Buffer.from("%PDF-1.7\nUne étude.\n%%EOF\n") });
  await expect(page.getByText("PDF, 1 Ko")).toBeVisible();
  await page.getByLabel("Qui répond").fill("Le secrétariat");
  await fits(page);
  await look.click();
  await expect(page.getByRole("heading", { name: "Votre réponse, telle qu’elle paraîtra" })).toBeFocused();
  await expect(page.locator("blockquote").filter({ hasText: said })).toBeVisible();
  // Back leads to the form, not out of the page; so does the button.
  await page.goBack();
  await expect(page.getByLabel("Votre réponse, dans vos mots")).toHaveValue(said);
  await look.click();
  await page.getByRole("button", { name: "Changer la réponse" }).click();
  await expect(page.getByLabel("Votre réponse, dans vos mots")).toHaveValue(said);
  await look.click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(page.getByText("Elle n’est pas encore publiée")).toBeVisible();
  await page.getByRole("button", { name: "Changer la réponse" }).click();
  await expect(page.getByLabel("Votre réponse, dans vos mots")).toHaveValue(said);
  await page.getByLabel("Votre réponse, dans vos mots").fill(`${said} Merci.`);
  await look.click();
  await page.getByRole("button", { name: "Envoyer la réponse" }).click();
  await expect(page.locator("blockquote").filter({ hasText: "Merci." })).toBeVisible();
  await fits(page);

  const visitor = await seat(browser);
  await visitor.goto(handover);
  await expect(visitor.getByText("Pas encore de réponse.")).toBeVisible();
  await expect(visitor.getByText("trois journées")).toHaveCount(0);
});

test("the team makes sure that it is the office; then everybody reads it, on its page, on the board, and whoever spoke", async ({
  browser,
}) => {
  const team = await seat(browser, "RAPPORTEUR");
  await team.goto("/desk");
  await team.locator(`main a[href^="${handover}"]`).first().click();
  await expect(team.getByRole("heading", { name: /Une réponse attend depuis le/ })).toBeVisible();
  await expect(team.getByText("Écrite par : Le secrétariat")).toBeVisible();
  await fits(team);
  await team.getByRole("button", { name: "Confirmer et publier" }).click();
  await expect(team.getByRole("group", { name: "Comment" })).toContainText("Faites un choix ici");
  await team.getByRole("radio", { name: "En appelant son numéro public" }).check();
  await team.getByRole("button", { name: "Confirmer et publier" }).click();
  await expect(team.getByText("Écrite par le service lui-même")).toBeVisible();

  const page = await seat(browser);
  await page.goto(handover);
  await expect(page.locator("blockquote").filter({ hasText: said })).toBeVisible();
  await expect(page.getByText("en appelant son numéro public")).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF, 1 Ko" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("reponse.pdf");
  await fits(page);
  await turnTo(page, "/handovers?state=REPLIED");
  await expect(page.getByRole("listitem").filter({ hasText: asked })).toContainText("Accord en partie");
  await turnTo(page, `/follow/${receipt}`);
  await expect(page.getByRole("list", { name: "Son chemin" })).toContainText(/Réponse reçue \(fait\)/);
  await page.goto(letter);
  await expect(page.getByText("Votre réponse est confirmée et publiée")).toBeVisible();
  await expect(page.getByText("Réponse publiée, du")).toBeVisible();
  await expect(page.getByText("Réponse attendue")).toHaveCount(0);
  await page.goto(`/en${letter}`);
  await expect(page.getByText("Your reply is confirmed and published")).toBeVisible();
  expect(await violations(page)).toEqual([]);

  // Put right, it keeps what nobody changed; as come another way, it is still the office's: it is not taken back.
  const again = await unfold(team, "Corriger la réponse");
  await expect(again.getByRole("radio", { name: "Accord en partie" })).toBeChecked();
  await expect(again.getByLabel("Comment elle est venue")).toHaveValue("LINK");
  await again.getByLabel("Comment elle est venue").selectOption("POST");
  await again.getByLabel("Pourquoi cette correction").fill("Une lettre est venue aussi.");
  await again.getByRole("button", { name: "Corriger la réponse" }).click();
  await expect(team.getByText("Écrite par le service lui-même")).toHaveCount(0);
  await expect(again.getByText("elle se corrige, elle ne se retire pas")).toBeVisible();
  await expect(team.getByRole("link", { name: "PDF, 1 Ko" })).toBeVisible();
});

test("a wrong code and a closed link say what to do; a letter typed by hand is found", async ({ browser }) => {
  const page = await seat(browser);
  await page.goto("/office/0000-0000-0000-0000");
  await expect(page.getByRole("heading", { level: 1, name: "Ce code n’ouvre rien" })).toBeVisible();
  await fits(page);
  await page.goto("/office");
  await page
    .getByRole("textbox", { name: "Le code de la lettre" })
    .fill(letter.split("/").at(-1)!.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Ouvrir la demande" }).click();
  await expect(page.getByRole("heading", { level: 1, name: asked })).toBeVisible();
  const team = await seat(browser, "RAPPORTEUR");
  await team.goto(handover);
  await team.getByText("La lettre avec son lien privé").first().click();
  await team.getByRole("button", { name: "Fermer ce lien" }).click();
  await expect(team.locator("code").filter({ hasText: letter })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Ce lien a été fermé" })).toBeVisible();
  await fits(page);
});

test("a regional group tells beside a proposal how it would do it at home, everybody reads it, and the group takes it back", async ({
  browser,
}) => {
  const page = await seat(browser, "REFERENT");
  await page.goto("/proposals/proposition-5#positions");
  await page.getByRole("button", { name: "Ouvrir une position minoritaire" }).click();
  await page.getByLabel("Ce que vous soutenez, et pourquoi").fill("Chez nous, un camion pour deux cantons.");
  await page
    .getByRole("radio", { name: /comment nous le ferions chez nous/ })
    .first()
    .check();
  await fits(page);
  await page.getByRole("button", { name: "Ouvrir et signer" }).click();
  await expect(page.getByText("C’est joint à la proposition")).toBeVisible();
  const visitor = await seat(browser);
  await visitor.goto("/proposals/proposition-5");
  const variant = visitor.getByRole("listitem").filter({ hasText: "un camion pour deux cantons" });
  await expect(variant).toContainText("Déclinaison locale");
  await expect(variant).toContainText("Le territoire");
  await expect(variant.getByRole("button")).toHaveCount(0);
  await fits(visitor);
  const own = page.getByRole("listitem").filter({ hasText: "un camion pour deux cantons" });
  await own.getByText("Retirer la position de").click();
  await own.getByRole("button", { name: "Retirer", exact: true }).click();
  await expect(own).toHaveCount(0);
  await visitor.reload();
  await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(variant).toHaveCount(0);
});
