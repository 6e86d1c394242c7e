import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, holds, mails } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** Not on the site of all: something comes to a page that is open. */
const { test, site } = onOwnSite({ shared: true });

const slug = `reunion-${randomUUID().slice(0, 8)}`;

/** Looks at a page, once it is there. */
async function lookAt(page: Page, heading: string | RegExp) {
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await holds(page);
}

/** Follows what a page shows, by an address; answers the path of the link that was mailed. */
async function follow(page: Page, path: string, pace: string, before: string[]) {
  await page.goto(path);
  await page.getByRole("link", { name: "Suivre", exact: true }).click();
  await lookAt(page, /^Suivre «/);
  const form = page.getByRole("form", { name: "Suivre" });
  await form.getByRole("radio", { name: pace }).check();
  await form.getByLabel("Votre adresse électronique").fill("suit@example.org");
  await form.getByRole("button", { name: "Suivre" }).click();
  await expect(page.getByText("Un lien vient de partir à cette adresse")).toBeVisible();
  let link: string | undefined;
  await expect(async () => {
    const links = (await mails(page)).join().match(/\/watch\/confirm\?token=[\w-]+/g) ?? [];
    link = links.find((it) => !before.includes(it));
    expect(link).toBeTruthy();
  }).toPass({ timeout: 60_000 });
  return link!;
}

test("a meeting and a territory are followed without an account, each as soon as one likes, and left by one press; an open page says that something came without moving", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${slug}', id, 'NATIONAL', 'Réunion du fonds', now() + interval '2 days',
      now() + interval '2 days 2 hours', 'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/meetings/${slug}`);
  const feed = page.locator('link[rel="alternate"][type="application/atom+xml"]');
  await expect(feed).toHaveAttribute("href", new RegExp(`/meetings/${slug}/news.atom`));

  const links: string[] = [];
  for (const [path, pace] of [
    [`/meetings/${slug}`, "Tout de suite"],
    ["/territories/finistere", "Une fois par jour"],
  ] as const) {
    const link = await follow(page, path, pace, links);
    links.push(link);
    // A link that is opened confirms nothing: a machine may open it.
    await page.goto(link);
    await lookAt(page, "Confirmer votre adresse");
    await page.getByRole("button", { name: "Je confirme, je veux suivre" }).click();
    await expect(page.getByText("Votre adresse est confirmée")).toBeVisible();
  }
  await lookAt(page, "Ce que vous suivez");
  const watching = page.url();
  const of = (title: string) => page.getByRole("listitem").filter({ hasText: title });
  const chosen = (title: string, name: string) =>
    expect(of(title).getByRole("button", { name })).toHaveAttribute("aria-pressed", "true");
  await chosen("Réunion du fonds", "Tout de suite");
  await chosen("Finistère", "Une fois par jour");
  await of("Finistère").getByRole("button", { name: "Une fois par semaine, le lundi" }).click();
  await chosen("Finistère", "Une fois par semaine, le lundi");
  await chosen("Réunion du fonds", "Tout de suite");

  // Something came for a page that is open: a line says so, and nothing moves under the reader.
  const listens = page.waitForResponse((response) => response.url().endsWith("/live"));
  await page.goto(`/meetings/${slug}`);
  await page.mouse.wheel(0, 300);
  const heading = page.getByRole("heading", { name: "Je viens" });
  await expect(heading).toBeVisible();
  await listens;
  const before = await heading.boundingBox();
  await site.sql(`insert into journal_entry (event, subject_type, subject_id, recorded_on, recorded_at)
    select 'meeting.announced', 'meeting', id, now(), now() from meeting where slug = '${slug}'`);
  await expect(page.getByText("Du nouveau sur cette page")).toBeVisible({ timeout: 40_000 });
  expect(await heading.boundingBox()).toEqual(before);
  await lookAt(page, "Réunion du fonds");

  // One press, and nothing goes any more: the address is erased with the list.
  await page.goto(watching);
  await page.getByRole("link", { name: "Ne plus rien recevoir" }).click();
  await lookAt(page, "Ne plus rien recevoir");
  await page.getByRole("button", { name: "Arrêter tous ces courriels" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "C’est fait : plus rien ne part" })).toBeVisible();
  await page.goto(watching);
  await expect(page.getByText("Vous ne suivez rien").or(page.getByText("Ce lien n’est pas entier"))).toBeVisible();
});
