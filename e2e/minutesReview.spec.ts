import { expect, holds } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** Not on the site of all: a meeting takes place on it. */
const { test, site, seat } = onOwnSite({ shared: true });

const slug = "reunion-relue";
const here = `/meetings/${slug}`;

test("anybody sees how far minutes are read over: until when, what was asked for and answered; who was to come is past", async ({
  page,
  browser,
}) => {
  await site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${slug}', id, 'NATIONAL', 'Réunion du fonds', now() + interval '2 days', now() + interval '50 hours',
      'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);
  await page.goto(here);
  const coming = page.getByRole("form", { name: "Je viens" });
  // There is no other way to come.
  await expect(coming.getByRole("radio", { name: "Sur place" })).toBeChecked();
  await coming.getByRole("button", { name: "Je viens" }).click();
  await expect(page).toHaveURL(/\/meetings\/follow\//);
  const ofMeeting = `meeting_id = (select id from meeting where slug = '${slug}')`;
  await site.sql(`update meeting set starts_at = starts_at - interval '3 days', ends_at = ends_at - interval '3 days'
    where slug = '${slug}'`);
  await site.sql(`with n as (
      insert into minutes (meeting_id, state, present, excused, remote, regions, facts, review_until)
      select id, 'IN_REVIEW', 12, 1, 3, 2, 'Douze personnes.', (now() at time zone 'Europe/Paris')::date + 5
      from meeting where slug = '${slug}' returning id
    ), b as (
      insert into minutes_block (minutes_id, position, kind, text) select id, 1, 'NOTE', 'On a compté les camions.' from n
      returning id, minutes_id
    )
    insert into minutes_correction (minutes_id, block_id, text, state, arrival)
    select minutes_id, id, 'Des mots que personne d’autre ne lit.', state, arrival
    from b, (values ('OPEN', 1), ('OPEN', 2), ('ACCEPTED', 3)) it (state, arrival)`);

  await page.goto(here);
  const minutes = page.getByRole("region", { name: "Le compte rendu" });
  await expect(
    minutes.getByRole("heading", { name: /^En relecture jusqu’au .* inclus : encore 5 jours$/ }),
  ).toBeVisible();
  await expect(minutes.getByText(/^3 corrections demandées.*2 attendent une réponse, 1 reprise\.$/)).toBeVisible();
  await expect(page.getByText("Des mots que personne d’autre ne lit.")).toHaveCount(0);
  // Somebody who said on this device that they came finds a link there to ask for a correction.
  await expect(minutes.getByRole("link", { name: "Vous y étiez : demander une correction" })).toBeVisible();
  await page.getByText("Qui devait venir").click();
  await expect(page.getByText("1 personne avait dit venir")).toBeVisible();
  await expect(page.getByText(/personnes? viennent|Personne encore de/)).toHaveCount(0);
  await holds(page);
  const english = await seat(browser);
  await english.goto(`/en${here}`);
  await expect(
    english.getByRole("heading", { name: /^Being reviewed up to and including .*: 5 days left$/ }),
  ).toBeVisible();
  await expect(english.getByText("Were you there? Your private link lets you ask for a correction.")).toBeVisible();
  await holds(english);

  // Answering leads from one that waits to the next.
  const team = await seat(browser, "FACILITATOR");
  await team.goto(`${here}/minutes`);
  const waiting = team.getByRole("listitem").filter({ hasText: "En attente" });
  await expect(team.getByRole("button", { name: "Aller à la correction suivante N" })).toBeVisible();
  await team.keyboard.press("n");
  await expect(waiting.first()).toBeFocused();
  await team.keyboard.press("n");
  await expect(waiting.last()).toBeFocused();
  await team.keyboard.press("n");
  await expect(waiting.first()).toBeFocused();
  await holds(team);

  // Its last day, then the days after it.
  await site.sql(`update minutes set review_until = review_until - 5 where ${ofMeeting}`);
  await page.goto(here);
  await expect(minutes.getByRole("heading", { name: /^En relecture jusqu’à ce soir/ })).toBeVisible();
  await site.sql(`update minutes set review_until = review_until - 1 where ${ofMeeting}`);
  await page.goto(here);
  await expect(minutes.getByRole("heading", { name: /^La relecture a pris fin le/ })).toBeVisible();
  await expect(minutes.getByText(/^L’équipe répond encore à 2 corrections, puis le publie/)).toBeVisible();
  await expect(minutes.getByRole("link", { name: /demander une correction/ })).toHaveCount(0);
});

test("whoever was there says of each block that it is exact or corrects it, by keys too, and nobody sees who did", async ({
  page,
}) => {
  const own = "reunion-exacte";
  await site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${own}', id, 'NATIONAL', 'Réunion des quais', now() + interval '2 days', now() + interval '50 hours',
      'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);
  await page.goto(`/meetings/${own}`);
  await page.getByRole("form", { name: "Je viens" }).getByRole("button", { name: "Je viens" }).click();
  await expect(page).toHaveURL(/\/meetings\/follow\//);
  await site.sql(`update meeting set starts_at = starts_at - interval '3 days', ends_at = ends_at - interval '3 days'
    where slug = '${own}'`);
  // Four others said that a block is exact.
  await site.sql(`with n as (
      insert into minutes (meeting_id, state, present, excused, remote, regions, facts, review_until)
      select id, 'IN_REVIEW', 30, 1, 4, 2, 'Trente-quatre personnes.', (now() at time zone 'Europe/Paris')::date + 5
      from meeting where slug = '${own}' returning id, meeting_id
    ), b as (
      insert into minutes_block (minutes_id, position, kind, topic, text)
      select n.id, it.position, it.kind, it.topic, it.text from n, (values
        (1, 'NOTE', 'Propositions', 'Huit propositions lues.'),
        (2, 'DECISION', null, 'Porter d’abord les propositions 1, 2 et 3.'),
        (3, 'ACTION', null, 'Écrire à chaque contributeur cité.')) it (position, kind, topic, text)
      returning id, position
    ), a as (
      insert into attendance (key, code_digest, meeting_id, channel, arrival)
      select '${own}' || i, '${own}' || i, n.meeting_id, 'ROOM', 10 + i from n, generate_series(1, 4) i returning id
    )
    insert into minutes_exact (block_id, attendance_id, edit) select b.id, a.id, 1 from a, b where b.position = 1`);

  await page.reload();
  const read = page.getByText("Au moins 5 présents sur 34 ont relu");
  const block = (words: string) => page.getByRole("listitem").filter({ hasText: words });
  const exact = (words: string) => block(words).getByRole("button", { name: "C’est exact" });
  const [note, decision, action] = ["Huit propositions", "Porter d’abord", "Écrire à chaque"] as const;
  await expect(exact(note)).toHaveAttribute("aria-pressed", "false");
  await expect(read).toHaveCount(0);
  // The first block is in hand: its keys are printed there, and nowhere else.
  await expect(page.locator("kbd", { hasText: /^E$/ })).toHaveCount(1);
  await page.keyboard.press("e");
  await expect(exact(note)).toHaveAttribute("aria-pressed", "true");
  await expect(read).toBeVisible();
  await page.keyboard.press("j");
  await expect(exact(decision)).toBeFocused();
  await page.keyboard.press("c");
  const words = block(decision).getByLabel("Avec vos mots");
  await expect(words).toBeFocused();
  // A letter typed in a field is a letter.
  await words.press("End");
  await words.pressSequentially(" Puis la cinquième.");
  await holds(page);
  await block(decision).getByRole("button", { name: "Demander cette correction" }).click();
  await expect(block(decision).getByText("En attente")).toBeVisible();
  await expect(exact(decision)).toHaveCount(0);
  await expect(block(decision).getByRole("button", { name: "Corriger" })).toBeFocused();

  // Steps still to come are promised, and nothing that is past.
  await expect(page.getByText("Je ne viens plus")).toHaveCount(0);
  await expect(page.getByText("Il permet de changer ou de retirer votre venue", { exact: false })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Effacer ce que j’ai dit" })).toBeVisible();
  const told = page.getByRole("form", { name: "Être prévenu du compte rendu" });
  await expect(told.getByText(/^Une fois par correction/)).toBeVisible();
  await told.getByLabel("Votre adresse").fill("present@example.org");
  await told.getByRole("button", { name: "Me prévenir" }).press("Enter");
  await expect(told.getByText("Vous serez prévenu de chaque réponse", { exact: false })).toBeVisible();

  // It is kept, anybody reads how many read it over, and it is taken back by a second press.
  await page.reload();
  await expect(exact(note)).toHaveAttribute("aria-pressed", "true");
  await exact(action).click();
  await expect(exact(action)).toHaveAttribute("aria-pressed", "true");
  await exact(action).click();
  await expect(exact(action)).toHaveAttribute("aria-pressed", "false");
  await holds(page);

  // A correction is taken back while it waits.
  await block(decision).getByRole("button", { name: "Retirer ma demande" }).press("Enter");
  await expect(block(decision).getByText("En attente")).toHaveCount(0);
  await expect(exact(decision)).toHaveAttribute("aria-pressed", "false");
  await expect(block(decision).getByRole("button", { name: "Corriger" })).toBeFocused();
  await page.goto(`/meetings/${own}`);
  await expect(
    page.getByRole("region", { name: "Le compte rendu" }).getByText("Au moins 5 présents sur 34"),
  ).toBeVisible();
});
