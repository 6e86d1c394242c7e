import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** A site of its own: it dies. */
const { test, site, seat } = onOwnSite();

const slug = `reunion-${randomUUID().slice(0, 8)}`;
const address = `/meetings/${slug}`;

/** A meeting that was held yesterday. */
const held = () =>
  site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${slug}', id, 'NATIONAL', 'Réunion du fonds', now() - interval '1 day', now() - interval '22 hours', 'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);

const block = (page: Page, topic: string) => page.getByRole("form", { name: `Bloc : ${topic}` });
const words = (page: Page, topic: string) => block(page, topic).getByLabel("Le texte");
const saved = (page: Page, topic: string) => expect(block(page, topic).getByText("Enregistré.")).toBeVisible();

/** What the server has, as a browser that opens it now reads it. */
async function shown(page: Page, topic: string, text: string) {
  await page.reload();
  await expect(words(page, topic)).toHaveValue(text);
}

test("two people write minutes while the server dies: what was acknowledged is there, what was typed is saved after, and whoever comes second reads the first", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await held();
  const one = await seat(browser, "FACILITATOR");
  const other = await seat(browser, "RAPPORTEUR");
  const third = await seat(browser, "FACILITATOR");
  await one.goto(`${address}/minutes`);
  await one.getByRole("button", { name: "Commencer le compte rendu" }).click();
  const added = one.getByRole("form", { name: "Ajouter un bloc" });
  for (const topic of ["Le camion", "Le fonds"]) {
    await added.getByLabel("Sujet").fill(topic);
    await added.getByLabel("Le texte").fill(`${topic} : on en parle.`);
    await added.getByRole("button", { name: "Ajouter ce bloc" }).click();
    await expect(block(one, topic)).toBeVisible();
  }
  await other.goto(`${address}/minutes`);

  // Both are acknowledged, and the process is killed at once.
  await words(one, "Le camion").fill("Un camion pour dix fermes.");
  await words(other, "Le fonds").fill("Cent euros chacun.");
  await Promise.all([saved(one, "Le camion"), saved(other, "Le fonds")]);
  await site.kill();
  await third.goto(`${address}/minutes`);
  await expect(words(third, "Le camion")).toHaveValue("Un camion pour dix fermes.");
  await expect(words(third, "Le fonds")).toHaveValue("Cent euros chacun.");

  // It is killed while both type: nobody presses anything, and all that they typed is saved.
  await Promise.all([
    words(one, "Le camion").pressSequentially(" Il part le mardi à six heures.", { delay: 150 }),
    words(other, "Le fonds").pressSequentially(" Versés avant le premier mars.", { delay: 150 }),
    site.kill(),
  ]);
  await expect(async () => {
    await shown(third, "Le camion", "Un camion pour dix fermes. Il part le mardi à six heures.");
    await shown(third, "Le fonds", "Cent euros chacun. Versés avant le premier mars.");
  }).toPass({ timeout: 60_000 });

  // It stays away: each is told so, keeps what is typed even by a reload later, and it goes by itself.
  await site.down();
  await words(one, "Le camion").press("End");
  await words(one, "Le camion").pressSequentially(" Retour à midi.");
  await words(other, "Le fonds").press("End");
  await words(other, "Le fonds").pressSequentially(" Une fois l’an.");
  for (const [page, topic] of [
    [one, "Le camion"],
    [other, "Le fonds"],
  ] as const)
    await expect(block(page, topic).getByText("Ce n’est pas enregistré")).toBeVisible();
  // One of them closes the page meanwhile.
  const context = other.context();
  await other.close();
  await site.up();
  await expect(async () => {
    await shown(third, "Le camion", "Un camion pour dix fermes. Il part le mardi à six heures. Retour à midi.");
  }).toPass({ timeout: 60_000 });

  const back = await context.newPage();
  await back.goto(`${address}/minutes`);
  await expect(words(back, "Le fonds")).toHaveValue("Cent euros chacun. Versés avant le premier mars. Une fois l’an.");
  await block(back, "Le fonds").getByRole("button", { name: "Enregistrer ce bloc" }).click();
  await saved(back, "Le fonds");
  await shown(third, "Le fonds", "Cent euros chacun. Versés avant le premier mars. Une fois l’an.");

  // Two write the same block: the second is shown what the first saved, and nothing of theirs is lost.
  await words(third, "Le camion").fill("Un camion pour douze fermes.");
  await saved(third, "Le camion");
  await words(one, "Le camion").fill("Un camion, départ le mercredi.");
  const told = block(one, "Le camion").getByText("En vigueur : « Un camion pour douze fermes. »");
  await expect(told).toBeVisible();
  expect(await violations(one)).toEqual([]);
  await expect(words(one, "Le camion")).toHaveValue("Un camion, départ le mercredi.");
  // Nothing is saved over somebody else's words until a person says so.
  await third.reload();
  await expect(words(third, "Le camion")).toHaveValue("Un camion pour douze fermes.");
  await words(one, "Le camion").fill("Un camion pour douze fermes, départ le mercredi.");
  await block(one, "Le camion").getByRole("button", { name: "Enregistrer ce bloc" }).click();
  await saved(one, "Le camion");
  await expect(told).toHaveCount(0);
  await shown(third, "Le camion", "Un camion pour douze fermes, départ le mercredi.");
});
