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
