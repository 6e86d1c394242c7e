import { randomUUID } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

const { site, test, seat } = onOwnSite({ shared: true });

const pdf = { name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nUn plan.\n%%EOF\n") };
/** A picture of one point. */
const point = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const away = "Rien n’a été enregistré";

/** Of the files that leave from here on, the answer to the first is lost, and the second finds no site. */
const hinder = (page: Page) =>
  page.evaluate(() => {
    const real = window.fetch.bind(window);
    let sent = 0;
    window.fetch = async (...asked) => {
      if (!(asked[1]?.body instanceof File)) return real(...asked);
      sent += 1;
      if (sent === 2) return new Response('{"error":"Not now."}', { status: 503, headers: { "retry-after": "2" } });
      const answer = await real(...asked);
      if (sent === 1) throw new TypeError("Failed to fetch");
      return answer;
    };
  });

/** Sends a file three times by one press each: what was chosen is still there, and a sentence says what happened. */
async function insist(page: Page, lost: string, again: Locator, first?: () => Promise<void>) {
  await hinder(page);
  await (first ?? (() => again.click()))();
  await expect(page.getByText(lost)).toBeVisible();
  await again.click();
  await expect(page.getByText(away)).toBeVisible();
  await again.click();
}

test("a document, a table and a file of a meeting that did not arrive are still chosen, leave again by a press, and are there once", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [title, slug] = [`Plan ${randomUUID().replace(/\d/g, "")}`, `reunion-${randomUUID().slice(0, 8)}`];
  await site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${slug}', id, 'NATIONAL', 'Réunion du fonds', now() - interval '2 hours', now() - interval '1 hour', 'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);
  const team = await seat(browser, "FACILITATOR");

  await team.goto("/documents/new");
  const form = team.getByRole("form", { name: "Déposer un document" });
  await form.getByLabel("Titre", { exact: true }).fill(title);
  await form.getByLabel("Ce que c’est, à quoi il sert").fill("Choisir les places du marché.");
  await form
    .getByLabel("Le fichier")
    .setInputFiles({ ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.from(title)]) });
  await insist(team, "Le site n’a pas répondu", form.getByRole("button", { name: "Déposer", exact: true }));
  await expect(team.getByRole("heading", { level: 1 })).toHaveText(title);
  await team.goto("/documents");
  await expect(team.getByRole("link", { name: title })).toHaveCount(1);

  await team.getByRole("link", { name: title }).click();
  await team.getByRole("link", { name: "Mettre le document à jour" }).click();
  const version = team.getByRole("form", { name: "Déposer une nouvelle version" });
  await version.getByLabel("Le fichier").setInputFiles(pdf);
  await version.getByLabel("Ce qui change").fill("Le four a sa place.");
  const put = version.getByRole("button", { name: "Déposer une nouvelle version" });
  await insist(team, "Le site n’a pas répondu", put);
  await expect(team.getByText("La version est en ligne.")).toBeVisible();

  await team.goto(`/meetings/${slug}`);
  const attach = team.getByRole("button", { name: "Joindre ce document" });
  const named = team.getByLabel("Son nom, comme tout le monde le lira");
  await named.fill("Le plan du four");
  await expect(team.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  await team.reload();
  await expect(named).toHaveValue("Le plan du four");
  await team.getByLabel("Un document à joindre").setInputFiles(pdf);
  await insist(team, "Le fichier n’est pas arrivé", attach);
  await expect(team.getByText("Le document est joint.")).toBeVisible();
  await expect(team.getByRole("button", { name: /^Retirer.*Le plan du four/ })).toHaveCount(1);
  // Pressed again it would be attached a second time under the name of its file.
  await expect(named).toHaveValue("");

  const rapporteur = await seat(browser, "RAPPORTEUR");
  await rapporteur.goto("/imports");
  const table = `cahiers-${randomUUID()}.csv`;
  await rapporteur.getByLabel("Le fichier").setInputFiles({
    name: table,
    mimeType: "text/csv",
    buffer: Buffer.from("titre;texte\nUn cahier;L’eau du puits.\n"),
  });
  await insist(rapporteur, "Le fichier n’est pas arrivé", rapporteur.getByRole("button", { name: "Lire le fichier" }));
  await expect(rapporteur.getByRole("heading", { level: 1, name: table })).toBeVisible();
  await rapporteur.goto("/imports");
  await expect(rapporteur.getByRole("link", { name: table })).toHaveCount(1);
});

test("a file that leaves as soon as it is chosen is kept where it did not arrive, and leaves again by a press", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const administrator = await seat(browser, "ADMINISTRATOR");
  await administrator.goto("/instance");
  const logo = { name: "logo.png", mimeType: "image/png", buffer: point };
  await hinder(administrator);
  await administrator.getByLabel("Logo (PNG ou JPEG)").setInputFiles(logo);
  const again = administrator.getByRole("button", { name: "Envoyer de nouveau logo.png" });
  await again.click();
  await expect(again).toBeVisible();
  await again.click();
  await expect(administrator.getByRole("button", { name: "Retirer le logo" })).toBeVisible();
  await expect(again).toHaveCount(0);

  const slug = `reunion-${randomUUID().slice(0, 8)}`;
  await site.sql(`insert into meeting (slug, group_id, kind, title, starts_at, ends_at, place, draft)
    select '${slug}', id, 'NATIONAL', 'Réunion du four', now() - interval '2 hours', now() - interval '1 hour', 'Plouarzel', false
    from working_group where not preparing order by slug limit 1`);
  const team = await seat(browser, "FACILITATOR");
  await team.goto(`/meetings/${slug}/minutes`);
  await team.getByRole("button", { name: "Commencer le compte rendu" }).click();
  const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("On a compté vingt camions.") };
  await insist(team, "Le site n’a pas répondu", team.getByRole("button", { name: "Lire de nouveau notes.txt" }), () =>
    team.getByLabel("Ou un fichier").setInputFiles(notes),
  );
  await expect(team.getByLabel("Vos notes")).toHaveValue("On a compté vingt camions.");

  const rapporteur = await seat(browser, "RAPPORTEUR");
  await rapporteur.goto("/handovers");
  await rapporteur.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  const letter = rapporteur.getByRole("form", { name: "La lettre avec son lien privé" });
  await letter.getByLabel("Qui le service peut joindre").fill("Le groupement, 02 96 00 00 00");
  await letter.getByRole("button", { name: "Préparer le lien" }).click();
  const address = rapporteur.locator("code").filter({ hasText: "/office/" });
  await rapporteur.goto(new URL(await address.innerText()).pathname);
  await rapporteur.getByText("Joindre un fichier, dire qui répond").click();
  await insist(
    rapporteur,
    "Le fichier n’est pas arrivé. Il est toujours là",
    rapporteur.getByRole("button", { name: "Envoyer de nouveau plan.pdf" }),
    () => rapporteur.getByLabel("Un fichier joint").setInputFiles(pdf),
  );
  await expect(rapporteur.getByText("PDF, 1 Ko")).toBeVisible();
  await rapporteur.reload();
  await expect(rapporteur.getByText("PDF, 1 Ko")).toHaveCount(1);
});

test("a table of initiatives, a form and a list of territories whose answer was lost are taken again by a press, once", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  /** Of what is sent under this name from here on, the first answer is lost. */
  const loseOne = async (page: Page, told: (sent: string) => boolean) => {
    let isLost = false;
    await page.route("**/*", async (route) => {
      const sent = `${route.request().url()} ${route.request().postData() ?? ""}`;
      if (isLost || !told(sent)) return route.continue();
      isLost = true;
      await route.fetch();
      return route.abort();
    });
  };
  const twice = async (page: Page, press: Locator) => {
    await press.click();
    await expect(page.getByText("rien ne sera fait deux fois")).toBeVisible();
    await press.click();
  };
  const name = `Four ${randomUUID().replace(/\d/g, "")}`;
  const csv = { name: "table.csv", mimeType: "text/csv" };

  const rapporteur = await seat(browser, "RAPPORTEUR");
  await rapporteur.goto("/initiatives/judge/import");
  const table = Buffer.from(`nom;territoire;domaine;résumé\n${name};29;alimentation;On y cuit.\n`);
  await rapporteur.getByLabel("Fichier CSV").setInputFiles({ ...csv, buffer: table });
  await rapporteur.getByRole("button", { name: "Lire le tableau" }).click();
  await loseOne(rapporteur, (sent) => sent.includes("write=true"));
  const take = rapporteur.getByRole("button", { name: "Importer cette ligne" });
  await twice(rapporteur, take);
  await expect(rapporteur.getByRole("cell", { name: "Déjà là" })).toBeVisible();

  const team = await seat(browser, "FACILITATOR");
  await team.goto("/questionnaires/write/import");
  const form = { title: name, pages: [{ name: "p", elements: [{ type: "comment", name: "quoi", title: "Quoi ?" }] }] };
  const json = { name: "form.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(form)) };
  await team.getByLabel("Le fichier", { exact: true }).setInputFiles(json);
  await team.getByRole("button", { name: "Lire ce fichier" }).click();
  await team.getByLabel("Pour quel objectif").selectOption({ index: 1 });
  await loseOne(team, (sent) => sent.includes("/forms/questionnaire"));
  await twice(team, team.getByRole("button", { name: "Créer le brouillon" }));
  await expect(team).toHaveURL(/\/questionnaires\/write\/(?!import)/);
  await team.goto("/questionnaires/write");
  await expect(team.getByRole("heading", { name, exact: true })).toHaveCount(1);

  const administrator = await seat(browser, "ADMINISTRATOR");
  await administrator.goto("/instance/territories");
  const list = Buffer.from(`code;nom\nX${name.replaceAll("-", "").slice(-5)};${name}\n`);
  await administrator.getByLabel("Fichier CSV").setInputFiles({ ...csv, buffer: list });
  await administrator.getByRole("button", { name: "Lire le fichier" }).click();
  await loseOne(administrator, (sent) => sent.includes('"write":true'));
  const keep = administrator.getByRole("button", { name: "Garder ces changements" });
  await twice(administrator, keep);
  await expect(keep).toHaveCount(0);
  await expect(administrator.getByText("C’est fait : la liste est en place.")).toBeVisible();
});
