import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, holds, mailed, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** A site of its own: it dies. */
const { test, site, seat } = onOwnSite();
test.describe.configure({ mode: "default" });

const slug = `reunion-${randomUUID().slice(0, 8)}`;
const address = `/meetings/${slug}`;

/** A meeting that will be held, in days; or was. */
const held = (days: number, at = slug) =>
  site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${at}', id, 'NATIONAL', 'Réunion du fonds', now() + interval '${days} days',
      now() + interval '${days} days 2 hours', 'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);

const quotes = (path: string) =>
  `{ meeting(slug: "${path.split("/").at(-1)}") { minutes { blocks { id kind text } } } }`;

const block = (page: Page, topic: string) => page.getByRole("form", { name: `Bloc : ${topic}` });
const words = (page: Page, topic: string) => block(page, topic).getByLabel("Le texte");
const saved = (page: Page, topic: string) => expect(block(page, topic).getByText("Enregistré.")).toBeVisible();

/** Expects the server to hold these words, as a reloaded page shows them; within so long, where it is asked again. */
async function shown(page: Page, topic: string, text: string, within?: { timeout: number }) {
  await page.reload();
  await expect(words(page, topic)).toHaveValue(text, within);
}
const soon = { timeout: 3_000 };

test("two people write minutes while the server dies: what was acknowledged is there, what was typed is saved after, and whoever comes second reads the first", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  await held(-1);
  const people = ["FACILITATOR", "RAPPORTEUR", "FACILITATOR"].map((role) => seat(browser, role));
  const [one, other, third] = (await Promise.all(people)) as [Page, Page, Page];
  await one.goto(`${address}/minutes`);
  await one.getByRole("button", { name: "Commencer le compte rendu" }).click();
  const added = one.getByRole("form", { name: "Ajouter un bloc" });
  for (const topic of ["Le camion", "Le fonds"]) {
    await added.getByLabel("Sujet").fill(topic);
    await added.getByLabel("Le texte").fill(`${topic} : on en parle.`);
    await added.getByRole("button", { name: "Ajouter ce bloc" }).click();
    await expect(block(one, topic)).toBeVisible();
    await expect(added.getByLabel("Le texte")).toHaveValue("");
    await expect(added.getByLabel("Sujet")).toBeFocused();
  }
  // A block that was added is not offered again as one that was begun.
  await one.reload();
  await expect(block(one, "Le fonds")).toBeVisible();
  await expect(added.getByLabel("Le texte")).toHaveValue("");
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
    words(one, "Le camion").pressSequentially(" Il part le mardi à six heures.", { delay: 90 }),
    words(other, "Le fonds").pressSequentially(" Versés avant le premier mars.", { delay: 90 }),
    site.kill(),
  ]);
  // Said where it was typed first: a page that is asked for again and again costs more.
  const isSaid = (page: Page, topic: string) =>
    expect(block(page, topic).getByText("Enregistré.")).toBeVisible({ timeout: 60_000 });
  await Promise.all([isSaid(one, "Le camion"), isSaid(other, "Le fonds")]);
  await expect(async () => {
    await shown(third, "Le camion", "Un camion pour dix fermes. Il part le mardi à six heures.", soon);
    await expect(words(third, "Le fonds")).toHaveValue("Cent euros chacun. Versés avant le premier mars.", soon);
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
    await expect(block(page, topic).getByText("Le site n’a pas répondu")).toBeVisible();
  // One of them closes the page meanwhile.
  const context = other.context();
  await other.close();
  await site.up();
  await isSaid(one, "Le camion");
  await expect(async () => {
    await shown(third, "Le camion", "Un camion pour dix fermes. Il part le mardi à six heures. Retour à midi.", soon);
  }).toPass({ timeout: 60_000 });

  const back = await context.newPage();
  await back.goto(`${address}/minutes`);
  await expect(words(back, "Le fonds")).toHaveValue("Cent euros chacun. Versés avant le premier mars. Une fois l’an.");
  await block(back, "Le fonds").getByRole("button", { name: "Enregistrer ce bloc" }).click();
  await saved(back, "Le fonds");
  await shown(third, "Le fonds", "Cent euros chacun. Versés avant le premier mars. Une fois l’an.");

  // Two write the same block: the second is shown what the first saved, and nothing of theirs is lost.
  await words(third, "Le camion").fill("Un camion pour douze fermes.");
  await block(third, "Le camion").getByRole("button", { name: "Enregistrer ce bloc" }).click();
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

test("whoever is quoted is asked by the private link of who was there, objects, then agrees: nothing is published before", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const here = `/meetings/${slug}-citee`;
  await held(2, `${slug}-citee`);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(here);
  const coming = page.getByRole("form", { name: "Je viens" });
  await coming.getByRole("radio", { name: "Sur place" }).check();
  await coming.getByLabel("Nom ou initiales").fill("L. M.");
  await coming.getByRole("button", { name: "Je viens" }).click();
  await expect(page).toHaveURL(/\/meetings\/follow\//);
  const link = new URL(page.url()).pathname;
  await site.sql(`update meeting set starts_at = starts_at - interval '3 days', ends_at = ends_at - interval '3 days'
    where slug = '${slug}-citee'`);

  const team = await seat(browser, "FACILITATOR");
  await team.goto(`${here}/minutes`);
  await team.getByRole("button", { name: "Commencer le compte rendu" }).click();
  // A missing part is named until it is there.
  const review = team.getByRole("form", { name: "Donner à relire" });
  await review.getByRole("button").click();
  await expect(review.getByRole("alert")).toBeVisible();
  const added = team.getByRole("form", { name: "Ajouter un bloc" });
  await added.getByLabel("C’est").selectOption("QUOTE");
  await added.getByLabel("Le texte").fill("Je vends à dix voisins, et cela suffit.");
  await added.getByLabel("Qui l’a dit").fill("Une maraîchère");
  await added.getByRole("button", { name: "Ajouter ce bloc" }).click();
  const consent = team.getByRole("form", { name: /^Accord de la personne citée/ });
  await expect(consent.getByText("Accord à demander")).toBeVisible();
  await consent.getByLabel("Qui l’a dit, parmi les personnes inscrites").selectOption({ label: "L. M." });
  await consent.getByRole("button", { name: "Demander son accord" }).click();
  await expect(consent.getByText("Accord demandé")).toBeVisible();
  const head = team.getByRole("form", { name: "Qui était là, et ce qui reste ouvert" });
  await head.getByLabel("Qui était là, en une phrase").fill("Une maraîchère et l’équipe.");
  await head.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(head.getByText("Enregistré.")).toBeVisible();
  await expect(review.getByRole("alert")).toHaveCount(0);
  await holds(team);
  await team.getByRole("button", { name: "Donner à relire" }).click();
  await expect(team.getByRole("button", { name: "Publier le compte rendu" })).toBeDisabled();

  await page.goto(link);
  await expect(page.getByRole("heading", { name: /^Êtes-vous bien cité/ })).toBeVisible();
  await holds(page);
  await page.getByLabel("Ce qui n’est pas juste").fill("À douze voisins, pas dix.");
  await page.getByRole("button", { name: "Non, je m’y oppose" }).click();
  await expect(page.getByText("La personne s’y oppose")).toBeVisible();

  await team.reload();
  await expect(consent.getByText("À douze voisins, pas dix.")).toBeVisible();
  await site.sql(`update minutes set review_until = review_until - 8
    where meeting_id = (select id from meeting where slug = '${slug}-citee')`);
  await team.reload();
  await team.getByRole("button", { name: "Publier le compte rendu" }).click();
  await expect(team.getByText("n’ont pas l’accord").first()).toBeVisible();
  await holds(team);

  // Said right, it is asked again, and agreed to.
  const quote = team.getByRole("form", { name: "Bloc : des mots cités" });
  await quote.getByLabel("Le texte").fill("Je vends à douze voisins, et cela suffit.");
  await quote.getByRole("button", { name: "Enregistrer ce bloc" }).click();
  await expect(consent.getByText("Accord demandé")).toBeVisible();
  await page.goto(link);
  await expect(page.getByText("Je vends à douze voisins").first()).toBeVisible();
  await page.getByRole("button", { name: "Oui, c’est bien ce que j’ai dit" }).click();
  await expect(page.getByText("Accord donné")).toBeVisible();
  await holds(page);
  await team.reload();
  await team.getByRole("button", { name: "Publier le compte rendu" }).click();
  await expect(team.getByText("Il est publié : ses mots ne changent plus.").first()).toBeVisible();
  await page.goto(here);
  await expect(page.getByText("Je vends à douze voisins, et cela suffit.").first()).toBeVisible();
  await holds(page);

  // A synthesis rests on these words: whoever said them is asked by mail, and says so by the same link.
  await page.goto(link);
  const told = page.getByRole("form", { name: "Être prévenu si un point d’étape vous cite" });
  await told.getByLabel("Votre adresse").fill("citee@example.org");
  await told.getByRole("button", { name: "Me prévenir" }).click();
  await expect(
    page.getByText("Vous serez prévenu si un point d’étape s’appuie sur ce que vous avez dit."),
  ).toBeVisible();
  await expect(page.getByText("Avons-nous bien rendu votre pensée")).toHaveCount(0);
  const rapporteur = await seat(browser, "RAPPORTEUR");
  const found = await rapporteur.request.post("/graphql", { data: { query: quotes(here) } });
  const { data } = (await found.json()) as {
    data: { meeting: { minutes: { blocks: { id: string; kind: string; text: string }[] } } };
  };
  const said = data.meeting.minutes.blocks.find(({ kind }) => kind === "QUOTE")!;
  const input = { contributionId: said.id, startsAt: 0, endsAt: said.text.length, newKeyPoint: "Peu de monde suffit." };
  const marked = await rapporteur.request.post("/graphql", {
    data: {
      query: "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }",
      variables: { input: { ...input, objective: "objectif-1" } },
    },
  });
  expect(await marked.json()).toEqual({ data: { markPassage: { problems: [] } } });
  await site.sql(`with s as (
      insert into synthesis (slug, objective_id, title, state)
      select '${slug}', id, 'Point d’étape du fonds', 'CIRCULATING' from objective o
      where not exists (select from synthesis s where s.objective_id = o.id) order by o.id limit 1 returning id
    ), v as (
      insert into synthesis_version (synthesis_id, version, state, circulated_on, circulates_until)
      select id, 1, 'CIRCULATING', current_date - 1, current_date + 6 from s returning id
    ), g as (
      insert into synthesis_paragraph (version_id, origin_id, kind, position, text)
      select id, gen_random_uuid(), 'AGREEMENT', 1, 'Une ferme n’a besoin que de ses voisins.' from v returning id
    )
    insert into passage_citation (paragraph_id, passage_id)
    select g.id, p.id from g cross join passage p where p.contribution_id = '${said.id}'`);
  await mailed(page, "Un point d’étape qui circule s’appuie sur des mots");
  await expect(page.getByText("Un point d’étape qui circule s’appuie sur des mots").first()).toBeVisible();
  await page.goto(link);
  const asked = page.getByRole("complementary").filter({ hasText: "Je vends à douze voisins" });
  await holds(page);
  await asked.getByRole("button", { name: "Non", exact: true }).click();
  await asked.getByLabel("Ce que vous vouliez dire").fill("Cela me suffit, à moi.");
  await asked.getByRole("button", { name: "Envoyer à l’équipe" }).click();
  await expect(asked.getByText("Merci. L’équipe doit corriger ou vous répondre")).toBeVisible();
  await page.reload();
  await expect(asked.getByText("Cela me suffit, à moi.")).toBeVisible();
  await expect(asked.getByRole("button", { name: "Non", exact: true })).toHaveAttribute("aria-pressed", "true");
  await holds(page);

  // The team reads it where it writes the synthesis, without their name, and answers for all to read.
  await rapporteur.goto(`/syntheses/${slug}/write?view=returns`);
  const returned = rapporteur.getByRole("listitem").filter({ hasText: "Cela me suffit, à moi." });
  await expect(returned.getByText("Déformé", { exact: true })).toBeVisible();
  await expect(rapporteur.getByText("L. M.")).toHaveCount(0);
  await returned.getByRole("button", { name: /^Répondre en public/ }).click();
  await returned.getByLabel("Votre réponse").fill("La phrase dit « une ferme » : la vôtre.");
  await holds(rapporteur);
  await returned.getByRole("button", { name: "Publier la réponse" }).click();
  await expect(returned.getByText("Répondu : « La phrase dit « une ferme » : la vôtre. »")).toBeVisible();

  // The mail to the speaker repeats no words of theirs: they read the reply by their link, and may still object.
  await mailed(page, "L’équipe a répondu");
  await expect(page.getByText("L’équipe a répondu").first()).toBeVisible();
  await expect(page.getByText("la vôtre.")).toHaveCount(0);
  await page.goto(link);
  await expect(asked.getByText("L’équipe vous répond, pour que tous le lisent :")).toBeVisible();
  await expect(asked.getByText("La phrase dit « une ferme » : la vôtre.")).toBeVisible();
  await holds(page);
  await page.goto(`/syntheses/${slug}`);
  await page.getByRole("heading", { name: /^Les personnes citées sont-elles bien citées/ }).click();
  await expect(page.getByText("La phrase dit « une ferme » : la vôtre.").first()).toBeVisible();
  await expect(page.getByText("L. M.")).toHaveCount(0);

  // Said anew, it takes the place of what was said, and the answer goes with that.
  await page.goto(link);
  await asked.getByRole("button", { name: "Oui", exact: true }).click();
  await expect(asked.getByRole("button", { name: "Oui", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(asked.getByText("La phrase dit « une ferme » : la vôtre.")).toHaveCount(0);
  await holds(page);
});
