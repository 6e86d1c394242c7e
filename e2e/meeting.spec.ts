import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, mailed, overflows, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { turnTo } from "./turnTo.ts";

/** A site of its own: days pass. */
const { test, site, seat } = onOwnSite();
test.describe.configure({ mode: "default" });

const title = `Réunion ${randomUUID().slice(0, 8)}`;
const said = "Le transport coûte plus cher que les légumes : on en parle à la région.";
const meant = "Le transport coûte plus cher que les légumes : une ferme l’a chiffré.";

const shows = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible();

/** The day so many days from now, where the group is. */
const dayIn = (days: number) => {
  const there = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short" });
  return there.format(Date.now() + days * 86_400_000);
};

test("a meeting from its announcement to its minutes, with somebody who has no account and a private link", async ({
  page,
  browser,
}) => {
  test.slow();
  const team = await seat(browser, "FACILITATOR");
  await team.goto("/meetings/new");
  const sheet = team.getByRole("form", { name: "La réunion" });
  await sheet.getByLabel("Titre", { exact: true }).fill(title);
  await sheet.getByLabel("Jour", { exact: true }).fill(dayIn(20));
  await sheet.getByLabel("De", { exact: true }).fill("18:30");
  await sheet.getByLabel("À", { exact: true }).fill("20:30");
  await sheet.getByLabel("Lieu", { exact: true }).fill("Salle des fêtes de Plouarzel");
  await sheet.getByRole("button", { name: "Ajouter un point" }).click();
  await sheet.getByLabel("Ce qu’on fait").fill("Le point sur les fermes");
  await sheet.getByLabel("Minutes", { exact: true }).fill("30");
  await sheet.getByRole("button", { name: "Annoncer", exact: true }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText(title);
  const address = new URL(team.url()).pathname;

  // Taken up for another date: all of it but its day, which is asked for.
  const again = await team.context().newPage();
  await again.goto(address);
  await again.getByRole("link", { name: "Reprendre pour une autre date" }).click();
  const copy = again.getByRole("form", { name: "La réunion" });
  await expect(copy.getByLabel("Titre", { exact: true })).toHaveValue(title);
  await expect(copy.getByLabel("Lieu", { exact: true })).toHaveValue("Salle des fêtes de Plouarzel");
  await expect(copy.getByLabel("Ce qu’on fait")).toHaveValue("Le point sur les fermes");
  await copy.getByRole("button", { name: "Annoncer", exact: true }).click();
  await expect(copy.getByLabel("Jour", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await again.close();

  // On a telephone, without an account: something to talk about, then one's coming.
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(address);
  await page.getByRole("button", { name: "Proposer un point à discuter" }).click();
  await page.getByLabel("De quoi voulez-vous que l’on parle ?").fill("Le prix du transport");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await shows(page, "votre demande paraît sous l’ordre du jour");
  // Another one, taken back by its own link, that this device keeps.
  await page.goto(address);
  await page.getByRole("button", { name: "Proposer un point à discuter" }).click();
  await page.getByLabel("De quoi voulez-vous que l’on parle ?").fill("Un point de trop");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Un point de trop" })
    .getByRole("link", { name: "La suivre" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Votre demande" })).toBeVisible();
  await shows(page, "Un point de trop");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Retirer ma demande" }).click();
  await page.getByRole("button", { name: "La retirer pour toujours" }).click();
  await shows(page, "Vous l’avez retirée : ses mots et votre nom sont effacés.");
  await page.goto(address);
  await expect(page.getByRole("listitem").filter({ hasText: "Le prix du transport" })).toBeVisible();
  await expect(page.getByText("Un point de trop")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "La suivre, ou la retirer" })).toHaveCount(1);
  const coming = page.getByRole("form", { name: "Je viens" });
  await coming.getByRole("radio", { name: "Sur place" }).check();
  await coming.getByRole("checkbox", { name: "Garde d’enfants" }).check();
  await coming.getByLabel("Nom ou initiales").fill("L. M.");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await coming.getByRole("button", { name: "Je viens" }).click();
  await expect(page).toHaveURL(/\/meetings\/follow\//);
  await shows(page, "Vous venez : votre place est notée.");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  const link = new URL(page.url()).pathname;
  const told = page.getByRole("form", { name: "Être prévenu du compte rendu" });
  await told.getByLabel("Votre adresse").fill("lm@example.org");
  await told.getByRole("button", { name: "Me prévenir" }).click();
  await shows(page, "Vous serez prévenu quand le compte rendu se relira.");

  // The request is taken, and the meeting moves: its reason is read by all, and whoever comes says so again.
  await team.reload();
  await shows(team, "Garde d’enfants");
  await team.getByRole("button", { name: "Prendre : Le prix du transport" }).click();
  await team.getByRole("button", { name: "Mettre à l’ordre du jour" }).click();
  await expect(team.getByRole("heading", { name: "Le prix du transport" })).toBeVisible();
  // The printed page is the agenda alone: no buttons, no names of those who come.
  await team.emulateMedia({ media: "print" });
  await expect(team.getByRole("heading", { name: "L’ordre du jour" })).toBeVisible();
  for (const name of ["Qui vient, un par un", "Pour l’équipe", "Je viens"])
    await expect(team.getByRole("heading", { name, exact: true })).toBeHidden();
  await team.emulateMedia({ media: "screen" });
  await team.goto(`${address}/edit`);
  await sheet.getByLabel("Lieu", { exact: true }).fill("Mairie de Plouarzel");
  await sheet.getByLabel("Pourquoi elle change").fill("La salle est prise.");
  await expect(team.getByText("Enregistré sur cet appareil")).toBeVisible();
  const beside = await team.context().newPage();
  await beside.goto(`${address}/edit`);
  await expect(beside.getByLabel("Pourquoi elle change")).toHaveValue("La salle est prise.");
  await beside.close();
  await sheet.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(team, "Pourquoi : La salle est prise.");
  await page.goto(link);
  await shows(page, "Mairie de Plouarzel");
  await page.getByRole("button", { name: "Oui, je viens toujours" }).click();
  await expect(page.getByRole("button", { name: "Oui, je viens toujours" })).toHaveCount(0);
  await turnTo(page, address);
  await shows(page, "Pourquoi : La salle est prise.");

  await site.sql(`update meeting set starts_at = starts_at - interval '22 days', ends_at = ends_at - interval '22 days'
    where title = '${title}'`);
  // Anybody reads that it was held, and that its minutes are awaited.
  await page.goto(address);
  await shows(page, "Tenue, compte rendu attendu");
  await expect(page.getByText(/^Le compte rendu est attendu le \d/)).toBeVisible();
  const days = (count: number) =>
    site.sql(`update meeting set starts_at = starts_at + interval '1 day' * ${count},
    ends_at = ends_at + interval '1 day' * ${count} where title = '${title}'`);
  await days(-9);
  await page.reload();
  await expect(page.getByText(/^Le compte rendu était attendu le \d.*il n’a pas encore paru/)).toBeVisible();
  await days(9);
  await team.goto(`${address}/presence`);
  await team.getByLabel("Territoire 1", { exact: true }).selectOption({ label: "Finistère" });
  await team.getByLabel("Personnes, territoire 1").fill("7");
  expect(await violations(team)).toEqual([]);
  await team.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(team, "Enregistré.");
  // Written down by mistake, it is taken back by emptying the lines; and said again.
  await team.reload();
  const there = [team.getByLabel("Territoire 1", { exact: true }), team.getByLabel("Personnes, territoire 1")] as const;
  await there[0].selectOption("");
  await there[1].fill("");
  await team.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(team, "La présence est retirée.");
  await there[0].selectOption({ label: "Finistère" });
  await there[1].fill("7");
  await team.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await shows(team, "Enregistré.");

  await team.goto(`${address}/minutes`);
  await team.getByRole("button", { name: "Commencer le compte rendu" }).click();
  const head = team.getByRole("form", { name: "Qui était là, et ce qui reste ouvert" });
  await expect(head.getByLabel("Dans la salle")).toHaveValue("7");
  await head.getByLabel("Qui était là, en une phrase").fill("Sept personnes du Finistère.");
  await head.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(head.getByText("Enregistré.")).toBeVisible();
  const block = team.getByRole("form", { name: "Bloc : Le prix du transport" });
  await block.getByLabel("Le texte").fill(said);
  // Nobody presses anything: it is saved at a pause, and taken up on another device.
  await expect(block.getByText("Enregistré.")).toBeVisible();
  const elsewhere = await seat(browser, "FACILITATOR");
  await elsewhere.goto(`${address}/minutes`);
  await expect(elsewhere.getByRole("form", { name: "Bloc : Le prix du transport" }).getByLabel("Le texte")).toHaveValue(
    said,
  );
  await elsewhere.close();
  // Notes taken elsewhere: pasted, cut where the cursor is, and still there after a reload.
  await team
    .getByLabel("Vos notes")
    .fill("Décision : un fonds commun. Cent euros chacun.\n\nÀ faire : écrire à la région.");
  await team.getByRole("button", { name: "Couper en blocs" }).click();
  const first = team.getByRole("group", { name: "Bloc 1", exact: true });
  await expect(first.getByLabel("C’est")).toHaveValue("DECISION");
  await first.getByLabel("Le texte").press("Home");
  for (let step = 0; step < "un fonds commun.".length; step++) await first.getByLabel("Le texte").press("ArrowRight");
  await first.getByRole("button", { name: "Couper au curseur" }).click();
  await expect(team.getByRole("group", { name: "Bloc 2", exact: true }).getByLabel("Le texte")).toBeFocused();
  await shows(team, "Enregistré sur cet appareil");
  await team.reload();
  expect(await violations(team)).toEqual([]);
  await team.getByRole("button", { name: "Ajouter ces 3 blocs" }).click();
  await shows(team, "3 blocs ajoutés à la fin.");
  await expect(team.getByRole("form", { name: "Bloc : une décision" })).toHaveCount(2);
  await team.getByRole("button", { name: "Donner à relire" }).click();
  await expect(team.getByRole("button", { name: "Publier le compte rendu" })).toBeVisible();

  // The same private link opens the minutes to be read over; the mail that says so leads to the meeting.
  await mailed(page, "Le compte rendu se relit jusqu’au");
  await expect(page.getByText("Le compte rendu se relit jusqu’au").first()).toBeVisible();
  await page.goto(link);
  await page.getByRole("button", { name: "Corriger" }).first().click();
  await page.getByLabel("Avec vos mots").first().fill(meant);
  await page.getByRole("button", { name: "Demander cette correction" }).first().click();
  await shows(page, "En attente");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);

  await team.reload();
  await shows(team, `Demandé : « ${meant} »`);
  await team.getByRole("button", { name: "Reprendre ces mots" }).click();
  await shows(team, "Reprise");
  await site.sql(`update minutes set review_until = review_until - 8
    where meeting_id = (select id from meeting where title = '${title}')`);
  await team.reload();
  await team.getByRole("button", { name: "Publier le compte rendu" }).click();
  await shows(team, "Il est publié : ses mots ne changent plus.");

  await page.goto(address);
  await shows(page, meant);
  await expect(page.getByText(said)).toHaveCount(0);
  await shows(page, "7 personnes étaient là");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);

  // Anybody reacts to one block of it, and reads it there.
  await expect(page.getByText("Tenue, compte rendu attendu")).toHaveCount(0);
  const about = page
    .locator("div[id]")
    .filter({ has: page.getByRole("heading", { level: 4, name: "Le prix du transport" }) })
    .last();
  await about.locator("summary", { hasText: "Réagir" }).click();
  // The block that is open has the keys, drawn on what they press.
  await expect(about.getByRole("button", { name: "Je nuance 3" })).toBeVisible();
  await page.keyboard.press("3");
  await about.getByLabel("Ce qu’il faut nuancer").fill("Deux fermes l’ont chiffré.");
  await about.getByRole("button", { name: "Publier ma réaction" }).click();
  await expect(about.getByText("Merci. Votre réaction paraît ci-dessous.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await about.locator("summary", { hasText: "1 réaction" }).click();
  await expect(about.getByText("Deux fermes l’ont chiffré.")).toBeVisible();
});

test("whoever held a meeting last week writes it down, and begins its minutes", async ({ browser }) => {
  const team = await seat(browser, "FACILITATOR");
  await team.goto("/meetings/new");
  const sheet = team.getByRole("form", { name: "La réunion" });
  const held = sheet.getByRole("checkbox", { name: /^Elle a déjà eu lieu/ });
  await sheet.getByLabel("Titre", { exact: true }).fill("Autour du four");
  await expect(held).toHaveCount(0);
  await sheet.getByLabel("Jour", { exact: true }).fill(dayIn(-7));
  await sheet.getByLabel("De", { exact: true }).fill("18:30");
  await sheet.getByLabel("À", { exact: true }).fill("20:30");
  await sheet.getByLabel("Lieu", { exact: true }).fill("Le fournil de Plouarzel");
  // A wrong date is not taken for a meeting that was held.
  await sheet.getByRole("button", { name: "Annoncer", exact: true }).click();
  await expect(sheet.getByLabel("Jour", { exact: true })).toHaveAttribute("aria-invalid", "true");
  // It takes the focus a moment after it is drawn, and moves what would be pressed meanwhile.
  await expect(sheet.getByRole("alert")).toBeFocused();
  await held.check();
  expect(await violations(team)).toEqual([]);
  await sheet.getByRole("button", { name: "Noter cette réunion" }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Autour du four");
  await shows(team, "Tenue, compte rendu attendu");
  await team.getByRole("region", { name: "Rédiger le compte rendu" }).getByRole("link").first().click();
  await team.getByRole("button", { name: "Commencer le compte rendu" }).click();
  await expect(team.getByRole("button", { name: "Commencer le compte rendu" })).toHaveCount(0);
  // Begun by mistake, it is removed while nothing is written, and can be begun again.
  await team.getByRole("button", { name: "Retirer ce brouillon" }).click();
  await expect(team.getByRole("heading", { level: 1 })).toHaveText("Autour du four");
  await team.getByRole("region", { name: "Rédiger le compte rendu" }).getByRole("link").first().click();
  await expect(team.getByRole("button", { name: "Commencer le compte rendu" })).toBeVisible();
  await expect(team.getByRole("button", { name: "Retirer ce brouillon" })).toHaveCount(0);
});
