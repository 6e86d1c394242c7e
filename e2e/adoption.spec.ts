import type { Page } from "@playwright/test";
import { asks, expect, overflows, settled, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";

/** A site of its own: decisions cannot be undone. */
const { test, site } = onOwnSite();

test.describe.configure({ mode: "serial" });

const section = (page: Page, name: string) => page.getByRole("region", { name });

test("a visitor is not offered to decide, and the page of decisions is not theirs", async ({ page }) => {
  await page.goto("/proposals/proposition-1");
  await expect(page.getByRole("link", { name: "Décider" })).toHaveCount(0);
  await page.goto("/proposals/proposition-1/adopt");
  await expect(page.getByRole("button", { name: "Stabiliser la proposition" })).toHaveCount(0);
});

test("a story whose statement fails is told why at once", async () => {
  await expect(site.sql("select from nowhere")).rejects.toThrow(/nowhere/);
});

test("who may decide nothing yet reads what is waited for, and who says so", async ({ page }) => {
  await signIn(page, site.baseURL, "FACILITATOR");
  await page.goto("/proposals/proposition-1/adopt");
  await expect(page.getByText(/un rapporteur du groupe la stabilise/)).toBeVisible();
});

test("an incomplete proposal is refused with what it lacks, in words", async ({ page }) => {
  await site.sql("update proposal set state = 'OPEN' where slug = 'proposition-4'");
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.goto("/proposals/proposition-4/adopt");
  await expect(section(page, "Ce qui manque")).toContainText("Il manque un exemple d’un autre territoire");
  await page.getByRole("button", { name: "Stabiliser la proposition" }).click();
  await expect(page.getByRole("alert")).toContainText("Il manque encore des éléments");
  await expect(page.getByText("Rien ne manque.")).toHaveCount(0);
});

test("a complete proposal is stabilised, then adopted at a meeting, by keyboard; a visitor reads who was there and the fingerprint", async ({
  page,
  browser,
}) => {
  await site.sql("update amendment set state = 'REFUSED' where state = 'PROPOSED'");
  await site.sql(`insert into presence (meeting_id, territory_id, people) select m.id, t.id, 12 from meeting m, territory t
    where m.kind = 'NATIONAL' and m.starts_at < now() and m.cancelled_reason is null and t.slug = 'bretagne'`);
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.goto("/proposals/proposition-1/edit");
  await page.getByRole("link", { name: "Décider" }).click();
  await expect(page.getByText("Rien ne manque.")).toBeVisible();
  // The page that was come to has the focus at its title: a key pressed before that goes there.
  await settled(page);
  await page.getByRole("button", { name: "Stabiliser la proposition" }).press("Enter");
  const adopt = section(page, "Enregistrer l’adoption");
  await expect(adopt).toBeVisible();
  // All that stood around the button left with it.
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await violations(page)).toEqual([]);

  await adopt.getByRole("radio", { name: /Par un vote/ }).press("Space");
  await adopt.getByLabel("Pour", { exact: true }).fill("5");
  await adopt.getByLabel("Contre", { exact: true }).fill("5");
  await adopt.getByLabel("Abstentions").fill("1");
  await adopt.getByLabel("Ce qu’il faut en savoir").fill("À l’unanimité moins une voix.");
  await adopt.getByRole("button", { name: "Enregistrer l’adoption" }).press("Enter");
  await expect(adopt.getByRole("alert")).toContainText("pas plus de voix pour que contre");
  await expect(adopt.getByLabel("Ce qu’il faut en savoir")).toHaveValue("À l’unanimité moins une voix.");

  await adopt.getByLabel("Pour", { exact: true }).fill("6");
  await adopt.getByLabel("Contre", { exact: true }).fill("1");
  await adopt.getByRole("button", { name: "Enregistrer l’adoption" }).press("Enter");
  const recap = section(page, "Relire avant de figer");
  await expect(recap).toContainText("par 6 voix pour, 1 contre, 1 abstention.");
  expect(await violations(page)).toEqual([]);
  await expect(recap.getByRole("button", { name: "Confirmer l’adoption" })).toHaveCount(0);

  // The group becomes a small team: nobody else is needed, and it is told.
  const runs = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR" });
  const facilitator = await runs.newPage();
  await signIn(facilitator, site.baseURL, "FACILITATOR");
  await facilitator.goto("/groups/circuits-courts");
  await facilitator.getByRole("link", { name: "Animer", exact: true }).click();
  await facilitator.getByRole("button", { name: "Devenir une petite équipe" }).click();
  await expect(facilitator.getByText(/Ce groupe est une petite équipe/)).toBeVisible();
  expect(await violations(facilitator)).toEqual([]);
  await facilitator.goto("/groups/circuits-courts");
  await expect(facilitator.getByText(/Ce groupe est une petite équipe/)).toBeVisible();
  await runs.close();
  await page.reload();
  await recap.getByRole("button", { name: "Confirmer l’adoption" }).press("Enter");
  const decided = section(page, "Ce qui a été décidé");
  await expect(decided).toContainText("par 6 voix pour, 1 contre, 1 abstention.");
  await expect(decided).toContainText("Adoptée sans seconde relecture, par une petite équipe.");
  await page.getByLabel("Ce qu’il faut lire").fill("Lire « cinq engagements ».");
  await page.getByRole("button", { name: "Ajouter un erratum" }).click();
  await expect(decided).toContainText("Lire « cinq engagements ».");
  // Its form began again: the focus is still beside it.
  const around = page.locator("section:focus-within", { has: page.getByLabel("Ce qu’il faut lire") });
  await expect(around).toHaveCount(1);
  await page.getByRole("button", { name: "Retirer cet erratum" }).click();
  await expect(decided).not.toContainText("Lire « cinq engagements ».");
  await expect(around).toHaveCount(1);

  const context = await browser.newContext({ baseURL: site.baseURL, viewport: { width: 390, height: 844 } });
  const visitor = await context.newPage();
  await visitor.goto("/proposals/proposition-1");
  const told = visitor.getByRole("region", { name: "Ce qui a été décidé" });
  await expect(told).toContainText("12 personnes présentes");
  await expect(told).toContainText("empreinte SHA-256");
  await expect(visitor.getByRole("list", { name: "Ce qui s’est passé" })).toContainText("Adoptée");
  expect(await overflows(visitor)).toBe(false);
  expect(await violations(visitor)).toEqual([]);
  await context.close();
});

test("without a network nothing is lost: it is said, and the reason that was typed is still there", async ({
  page,
  complaints,
}) => {
  const asked = asks(page);
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.goto("/proposals/proposition-8/adopt");
  await page.getByText("Mettre de côté", { exact: true }).first().click();
  const form = page.getByRole("form", { name: "Mettre de côté" });
  await form.getByLabel("Pourquoi").fill("Déjà portée ailleurs.");
  // The proposals to choose among come a moment later, and the page is not asked again for them.
  await settled(page);
  expect(asked.filter((name) => name === "ProposalAdoptPage")).toHaveLength(1);
  await page.context().setOffline(true);
  await form.getByRole("button", { name: "Mettre de côté" }).click();
  await expect(form.getByText(/Le site n’a pas répondu/)).toBeVisible();
  await page.context().setOffline(false);
  await page.reload();
  // The fold that holds it opens by itself.
  await expect(form.getByLabel("Pourquoi")).toBeVisible();
  await expect(form.getByLabel("Pourquoi")).toHaveValue("Déjà portée ailleurs.");
  await form.getByRole("button", { name: "Mettre de côté" }).click();
  await expect(section(page, "Ce qui a été décidé")).toContainText("Pourquoi : Déjà portée ailleurs.");
  complaints.length = 0; // The browser complains of the network, as it should.
});

test("a proposal is merged into another: its address leads there, and from there it is still read", async ({
  page,
}) => {
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.goto("/proposals/proposition-5/adopt");
  await page.getByText("Fondre dans une autre", { exact: true }).click();
  const form = page.getByRole("form", { name: "Fondre dans une autre" });
  await form.getByLabel("Dans", { exact: true }).selectOption({ index: 0 });
  await form.getByLabel("Pourquoi").fill("La même mesure, deux fois.");
  await form.getByRole("button", { name: "Fondre", exact: true }).click();
  const decided = section(page, "Ce qui a été décidé");
  await expect(decided.getByRole("heading", { name: "Fondue dans" })).toBeVisible();
  await decided.getByRole("link").last().click();
  await expect(section(page, "Ce qui a été décidé").getByRole("heading", { name: "Y ont été fondues" })).toBeVisible();
  const kept = page.url();
  await page.goto("/proposals/proposition-5");
  await expect(page).toHaveURL(kept);
  await section(page, "Ce qui a été décidé")
    .getByRole("link", { name: /Transporter ensemble/ })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Transporter ensemble" })).toBeVisible();
  await expect(section(page, "Ce qui a été décidé")).toContainText("Pourquoi : La même mesure, deux fois.");
});

test("a proposal is split in two, each sentence where it was put, on a telephone and in English", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.goto("/en/proposals/proposition-3/adopt");
  await page.getByText("Split into several", { exact: true }).click();
  const form = page.getByRole("form", { name: "Split into several" });
  for (const place of [1, 2]) {
    await form.getByLabel(`Title ${place}`).fill(`Moitié ${place}`);
    await form.getByLabel(`In one sentence ${place}`).fill(`La moitié ${place} de la mesure.`);
  }
  await form.getByRole("combobox").last().selectOption("1");
  await form.getByLabel("Why").fill("Deux destinataires.");
  // One begins a third, leaves the page and comes back: it is there still, and is taken away.
  await form.getByRole("button", { name: "One more" }).click();
  await form.getByLabel("Title 3").fill("Un tiers");
  await expect(form.getByText(/^Saved on this device at/)).toBeVisible();
  await page.reload();
  // The fold that holds it opens by itself.
  await expect(form.getByLabel("Title 3")).toBeVisible();
  await expect(form.getByLabel("Title 3")).toHaveValue("Un tiers");
  await expect(form.getByRole("combobox").last()).toHaveValue("1");
  await expect(form.getByLabel("Why")).toHaveValue("Deux destinataires.");
  await form.getByRole("button", { name: "One fewer" }).click();
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await form.getByRole("button", { name: "Split", exact: true }).click();
  const decided = section(page, "What was decided");
  await expect(decided.getByRole("link")).toHaveCount(2);
  await decided.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Moitié 1" })).toBeVisible();
});

test("a draft opened by mistake is removed: what goes and what stays is read first, and the list leads to it no more", async ({
  page,
}) => {
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/proposals");
  await page.locator('a[href^="/proposals/proposition-6"]').first().click();
  await page.locator('a[href$="/proposition-6/edit"]').first().click();
  await page.getByRole("button", { name: "Supprimer ce brouillon" }).click();
  const dialog = page.getByRole("dialog", { name: "Supprimer la proposition n° 6 ?" });
  await expect(dialog.getByText("Les points clefs et les paroles")).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Renoncer" })).toBeFocused();
  expect(await overflows(page)).toBe(false);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Supprimer ce brouillon" })).toBeFocused();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Oui, supprimer" }).click();
  await expect(page.getByRole("heading", { name: "Propositions", level: 1 })).toBeVisible();
  await expect(page.locator('a[href^="/proposals/proposition-6"]')).toHaveCount(0);
});
