import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

test.describe.configure({ mode: "serial" });

/** Its own name at each try: tries leave their rows behind. */
const mark = randomUUID().slice(0, 6);
const name = `Le moulin partagé ${mark}`;
const proves = "Un équipement se partage dès la première année.";
let follow = "";

const fits = async (page: Page) => {
  expect(await violations(page)).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflows(page), `${page.url()} at ${width}`).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

const ask = async (page: Page, baseURL: string, query: string, variables: object = {}) => {
  const answer = await page.request.post("/graphql", { headers: { origin: baseURL }, data: { query, variables } });
  return ((await answer.json()) as { data: Record<string, any> }).data;
};

test("a visitor proposes an initiative by keyboard, is told what is missing, and keeps the link that follows it", async ({
  page,
}) => {
  await page.goto("/initiatives");
  await page.getByRole("link", { name: "Proposer une initiative" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Proposer une initiative" })).toBeFocused();
  await fits(page);
  await page.getByRole("button", { name: "Envoyer la fiche" }).press("Enter");
  await expect(page.getByRole("link", { name: /^Nom de l’initiative/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: /^Nom de l’initiative/ }).press("Enter");
  await expect(page.getByLabel("Nom de l’initiative")).toBeFocused();
  await page.keyboard.type("Les watts de Vertmare");
  await expect(page.getByRole("link", { name: "Les Watts de Vertmare" })).toBeVisible();
  await page.getByLabel("Nom de l’initiative").fill(name);
  await page.getByLabel("Territoire", { exact: true }).selectOption({ label: "Finistère" });
  await page.getByLabel("Domaine").selectOption({ label: "Alimentation" });
  await page.getByLabel("En une phrase ou deux").fill("Douze fermes partagent un moulin et ses comptes.");
  await page.getByText("Compléter la fiche").click();
  await page.getByLabel("Le lien social entre les personnes").selectOption("3");
  await page.getByLabel(/Le lien social.*: un fait/).fill("Une mouture commune par semaine.");
  await page.getByLabel("Résultats constatés").fill("Trois emplois\nUne farine locale");
  // Left half way: what was typed is on the device.
  await page.reload();
  await expect(page.getByLabel("Nom de l’initiative")).toHaveValue(name);
  await expect(page.getByLabel("Résultats constatés")).toHaveValue("Trois emplois\nUne farine locale");
  await page.getByLabel("J’accepte que cette fiche soit publiée").check();
  await page.getByRole("button", { name: "Envoyer la fiche" }).press("Enter");
  await expect(page.getByText("C’est envoyé. Merci.")).toBeVisible();
  await expect(page.getByText("La fiche est en ligne.")).toBeVisible();
  follow = page.url();
  expect(follow).toMatch(/\/initiatives\/follow\/[\w-]{20}$/);
  await fits(page);

  await page.goto("/initiatives/propose");
  await expect(page.getByLabel("Nom de l’initiative")).toHaveValue("");
  await page.goto(`/initiatives?q=${mark}`);
  await expect(page.getByRole("region", { name: "Proposées, à valider" }).getByRole("link", { name })).toBeVisible();
});

test("the team sends an initiative back with a reason; its author completes it; it is validated", async ({
  page,
  as,
  visitor,
}) => {
  await as("RAPPORTEUR");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Fiches à relire" }).click();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: "Renvoyer pour complément" }).press("Enter");
  await page.getByLabel("Pourquoi").fill("Depuis quelle année ?");
  await page.getByRole("button", { name: "Renvoyer pour complément" }).last().press("Enter");
  await expect(page.getByText("Raison donnée")).toBeVisible();

  await visitor.goto(follow);
  await expect(visitor.getByText("Depuis quelle année ?")).toBeVisible();
  await visitor.getByLabel("Année de départ").fill("2009");
  await visitor.getByRole("button", { name: "Renvoyer la fiche" }).click();
  await expect(visitor.getByText("La fiche est en ligne.")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Valider" }).press("Enter");
  await expect(page.getByText("Elle est validée.")).toBeVisible();
  await page.goto(follow);
  await expect(page.getByText("La fiche est validée")).toBeVisible();
});

test("two who correct a sheet at once lose nothing", async ({ page, as, browser, baseURL }) => {
  await as("RAPPORTEUR");
  await page.goto(`/initiatives/judge?status=VALIDATED&q=${mark}`);
  const { initiatives } = await ask(
    page,
    baseURL!,
    `query ($q: String) { initiatives(filter: { search: $q }) { nodes { id slug } } }`,
    { q: mark },
  );
  const [{ slug }] = initiatives.nodes;
  const address = `/initiatives/${slug}/judge`;
  await page.goto(address);
  await page.getByLabel("Ce qu’il lui faudrait").fill("Une seconde meule.");
  const other = await (
    await browser.newContext({ baseURL: baseURL!, storageState: await page.context().storageState() })
  ).newPage();
  await other.goto(address);
  await other.getByLabel("Ce qu’il lui faudrait").fill("Un local.");
  await other.getByLabel("Commune").fill("Kerlann");
  await other.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(other.getByText("Enregistré.")).toBeVisible();
  await other.context().close();

  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Un local.")).toBeVisible();
  await expect(page.getByLabel("Ce qu’il lui faudrait")).toHaveValue("Une seconde meule.");
  await expect(page.getByLabel("Commune")).toHaveValue("Kerlann");
  expect(await violations(page)).toEqual([]);
  await page
    .getByRole("button", { name: /^Garder/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Enregistré.")).toBeVisible();
  await page.goto(`/initiatives/${slug}`);
  await expect(page.getByText("Une seconde meule.")).toBeVisible();
  await expect(page.getByText("Kerlann, Finistère")).toBeVisible();
});

test("attached to a proposal, an initiative fills the gap with another region's, and each page shows the other", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  const title = `Partager les équipements (${mark})`;
  const { openProposal } = await ask(
    page,
    baseURL!,
    `mutation ($input: OpenProposalInput!) { openProposal(input: $input) { problems { code } proposal { id slug version number } } }`,
    { input: { key: randomUUID(), group: "circuits-courts", title, summary: "Un équipement pour dix voisins." } },
  );
  const { id, slug, version, number } = openProposal.proposal;
  await ask(
    page,
    baseURL!,
    `mutation ($input: AskToPublishProposalInput!) { askToPublishProposal(input: $input) { problems { code } } }`,
    { input: { id, version, asked: true } },
  );
  await as("FACILITATOR");
  await ask(
    page,
    baseURL!,
    `mutation ($input: PublishProposalInput!) { publishProposal(input: $input) { problems { code } } }`,
    {
      input: { id, version },
    },
  );
  await as("RAPPORTEUR");
  const attach = async (initiative: string, words: string) => {
    await page.goto(`/initiatives?q=${encodeURIComponent(initiative)}`);
    await page.getByRole("heading", { level: 3 }).getByRole("link", { name: initiative }).click();
    await expect(page.getByRole("heading", { level: 1, name: initiative })).toBeVisible();
    await page.getByLabel("Proposition", { exact: true }).selectOption({ label: `${number}. ${title}` });
    await page.getByRole("textbox", { name: "Ce qu’elle prouve" }).fill(words);
    await page.getByRole("button", { name: "Rattacher" }).press("Enter");
    await expect(page.getByText("Rattachée.")).toBeVisible();
  };
  const missing = async () => {
    const { proposal } = await ask(page, baseURL!, `query ($slug: String!) { proposal(slug: $slug) { missing } }`, {
      slug,
    });
    return proposal.missing as string[];
  };
  expect(await missing()).toContain("TWO_EXAMPLES_FROM_TWO_REGIONS");
  await attach(name, proves);
  expect(await violations(page)).toEqual([]);
  expect(await missing()).toContain("TWO_EXAMPLES_FROM_TWO_REGIONS");
  await attach("Les Watts de Vertmare", "Le Nord le fait aussi.");
  expect(await missing()).not.toContain("TWO_EXAMPLES_FROM_TWO_REGIONS");

  // Words typed on former ones are not saved over those that somebody else saved since.
  const edit = async () => {
    await page.goto(`/initiatives?q=${encodeURIComponent(name)}`);
    await page.getByRole("heading", { level: 3 }).getByRole("link", { name }).click();
    await page.getByLabel("Proposition", { exact: true }).selectOption(id);
    return page.getByRole("textbox", { name: "Ce qu’elle prouve" });
  };
  const typed = await edit();
  await typed.fill("Tapé, et laissé là.");
  await expect(page.getByText(/^Enregistré sur cet appareil à/)).toBeVisible();
  const { proposal } = await ask(
    page,
    baseURL!,
    `query ($slug: String!) { proposal(slug: $slug) { examples { initiative { id name } } } }`,
    { slug },
  );
  const { id: initiativeId } = proposal.examples
    .map(({ initiative }: any) => initiative)
    .find((one: any) => one.name === name);
  const theirs = `${proves} Et au-delà.`;
  await ask(
    page,
    baseURL!,
    `mutation ($input: AttachInitiativeInput!) { attachInitiative(input: $input) { problems { code } } }`,
    {
      input: { proposalId: id, initiativeId, proves: theirs, was: proves },
    },
  );
  await expect(await edit()).toHaveValue("Tapé, et laissé là.");
  await page.getByRole("button", { name: "Enregistrer ce qu’elle prouve" }).press("Enter");
  await expect(page.getByRole("blockquote").filter({ hasText: theirs })).toBeVisible();
  await page.getByRole("button", { name: "Prendre le leur" }).click();

  await page.goto(`/proposals/${slug}`);
  await expect(page.getByText(proves)).toBeVisible();
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText(proves).first()).toBeVisible();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await fits(page);
});

test("a table with bad lines is shown before anything is written, and written once", async ({
  page,
  as,
  complaints,
}) => {
  await as("FACILITATOR");
  await page.goto("/initiatives/judge");
  await page.getByRole("link", { name: "Importer un tableau" }).click();
  await page.getByRole("button", { name: "Lire le tableau" }).press("Enter");
  await expect(page.getByText("Faites un choix ici.").first()).toBeVisible();
  const table = [
    "Nom de l’initiative;Commune;Département;Domaine;En une phrase;Couleur",
    `Le four ${mark};Kerlann;29;Alimentation;On cuit ensemble.;bleu`,
    `La scierie ${mark};Nulle;Atlantide;Bois et construction;On scie.;`,
    `Le lavoir ${mark};Kerlann;29;Magie;On lave.;`,
    `Le four  ${mark};kerlann;Finistère;Alimentation;Le même.;`,
  ].join("\n");
  await page
    .getByLabel("Fichier CSV")
    .setInputFiles({ name: "t.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "Lire le tableau" }).press("Enter");
  await expect(page.getByRole("heading", { name: "1 ligne à importer" })).toBeFocused();
  await expect(page.getByText("« Atlantide » n’est le nom ni le code d’aucun territoire.")).toBeVisible();
  await expect(page.getByText("La même que la ligne 2.")).toBeVisible();
  await expect(page.getByText("Colonnes qui ne disent rien ici : Couleur.")).toBeVisible();
  await fits(page);
  const importIt = page.getByRole("button", { name: "Importer cette ligne" });
  const written = "**/initiatives/import?*write=true";
  await page.route(written, async (route) => {
    await route.fetch();
    await route.abort();
  });
  await importIt.press("Enter");
  await expect(page.getByText("Le site n’a pas répondu.")).toBeVisible();
  await page.unroute(written);
  complaints.length = 0;
  await importIt.press("Enter");
  await expect(page.getByRole("heading", { name: "1 ligne déjà là" })).toBeFocused();
  await page.getByRole("button", { name: "Lire le tableau" }).click();
  await expect(page.getByRole("cell", { name: "Déjà là" })).toBeVisible();
  await page.goto(`/initiatives?q=${mark}&sector=FOOD`);
  await page.getByRole("link", { name: `Le four ${mark}` }).click();
  await expect(page.getByRole("heading", { name: "Ce qu’elle prouve" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ce qui en fait un exemple" })).toHaveCount(0);
});

test("the list is filtered by sector, place, theme and criterion; the map leads to a region; all of it in English too", async ({
  page,
}) => {
  await page.goto("/initiatives");
  const heading = page.getByRole("heading", { level: 2, name: /initiatives?$/ }).first();
  const all = await heading.textContent();
  await page.getByLabel("Critère tenu").selectOption({ label: "L’équité : un prix juste pour chacun" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page).toHaveURL(/criterion=FAIRNESS/);
  await expect(heading).not.toHaveText(all!);
  await page.getByText("Voir où elles sont, sur la carte").click();
  await page.getByRole("link", { name: /^Hauts-de-France : \d+ initiative/ }).press("Enter");
  await expect(page).toHaveURL(/territory=hauts-de-france/);
  await expect(page).toHaveURL(/criterion=FAIRNESS/);
  await expect(page.getByRole("link", { name: "Les Watts de Vertmare" })).toBeVisible();
  await fits(page);
  for (const [address, title] of [
    ["/en/initiatives", "Initiatives"],
    ["/en/initiatives/propose", "Propose an initiative"],
  ]) {
    await turnTo(page, address!);
    await expect(page.getByRole("heading", { level: 1, name: title! })).toBeVisible();
    await fits(page);
  }
});
