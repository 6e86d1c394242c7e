import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { secondPerson } from "./seat.ts";
import { signIn } from "./signIn.ts";

type Grid = { criteria: { id: string; kind: string; options: string[] }[] };

/** Its own name at each try: tries leave their rows behind. */
const mark = randomUUID().slice(0, 6);
const title = `Nourrir le pays ${mark}`;
const sentence = "Un contrat de saison entre un village et une ferme.";

const table = [
  "commune;n;titre;structure;lieu;date;lien;texte",
  `Roc’h-Aour;1;${title};Les mangeurs ${mark};Finisterre;22/01/2011;https://example.org/014.pdf;"<p>Les fermes se transmettent mal.</p><p>${sentence}</p>"`,
  `Haut-Vassel;1;Sans texte ${mark};Un réseau;87;04/02/2011;;`,
].join("\n");

async function graphql<Data>(page: Page, query: string, variables: object): Promise<Data> {
  const answer = await page.request.post("/graphql", { data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

test("a notebook comes from a table to a line cited in a proposal, and back; two readers of it decide", async ({
  page,
  as,
  baseURL,
}) => {
  test.slow();
  await as("RAPPORTEUR");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Importer des cahiers, des contributions" }).click();
  // Nothing is chosen yet: what is missing is chosen, not written.
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("alert")).toContainText("Le fichier : Faites un choix ici.");
  const buffer = Buffer.from(table);
  await page.getByLabel("Le fichier").setInputFiles({ name: `cahiers-${mark}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Lire le fichier" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `cahiers-${mark}.csv` })).toBeVisible();

  // Read as suggested, tried; a word that is not recognised is explained, and the rows are tried again.
  await page.getByLabel("La licence").fill("Licence Ouverte 2.0");
  const day = page.getByRole("combobox", { name: "La date", exact: true });
  await day.selectOption("Aucune colonne");
  await page.getByRole("button", { name: "Essayer cette lecture" }).click();
  await expect(day).toHaveAccessibleDescription(/Choisissez la colonne qui dit le jour/);
  await day.selectOption("date");
  await page.getByRole("button", { name: "Essayer cette lecture" }).click();
  await expect(page.getByText("« Finisterre » n’est pas un lieu connu.")).toBeVisible();
  await page.getByLabel(/Finisterre/).fill("Finistère");
  await page.getByRole("button", { name: "Essayer cette lecture" }).click();
  await expect(page.getByRole("button", { name: "Importer 1 texte" })).toBeVisible();
  await expect(page.getByText("Il n’y a pas de texte.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Importer 1 texte" }).click();
  await expect(page.getByText("1 nouveau texte")).toBeVisible({ timeout: 60_000 });

  await page.getByRole("link", { name: "Tous les cahiers" }).first().click();
  // Its licence goes with its words: in a list, on its page, beside a sentence.
  const card = page.locator("li", { has: page.getByRole("link", { name: title }) });
  await expect(card).toContainText("Licence Ouverte 2.0");
  await expect(page.getByText(/^\d+ cahiers? sur \d+ lus?, \d+ relus?$/)).toBeVisible();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("link", { name: "Ouvrir l’original" })).toHaveAttribute(
    "href",
    "https://example.org/014.pdf",
  );
  await expect(page.getByText("Licence Ouverte 2.0")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page)).toBe(false);
  const id = page.url().split("/").at(-1)!;

  // Its line, under a theme.
  await page.getByRole("link", { name: "Lire ce cahier avec la grille" }).click();
  await expect(page.getByRole("heading", { name: "Votre lecture" })).toBeVisible();
  expect([await violations(page), await overflows(page)]).toEqual([[], false]);
  await page.getByRole("option", { name: sentence }).click();
  await page.getByRole("button", { name: "Rattacher", exact: true }).click();
  await expect(page.getByText(/^Rattachée ·/).first()).toBeVisible();

  // The line on the bench, with its notebook.
  await page.goto(`/reading/${id}`);
  await expect(page.getByRole("listbox")).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.locator("section", { has: page.getByRole("link", { name: title }) }).last()).toContainText(
    sentence,
  );

  // The line on the bench, given to a sentence of a proposal.
  type Line = {
    notebook: { lines: { passage: { id: string } }[] };
    proposals: { slug: string; state: string; parts: unknown }[];
  };
  const { notebook } = await graphql<Line>(
    page,
    "query ($id: ID!) { notebook(id: $id) { lines { passage { id } } } }",
    { id },
  );
  const passageId = notebook.lines[0]!.passage.id;
  const slug = "proposition-1";
  type Found = {
    proposal: { statements: { id: string; keyPoints: { id: string }[]; ownPassages: { id: string }[] }[] };
  };
  const { proposal } = await graphql<Found>(
    page,
    "query ($slug: String!) { proposal(slug: $slug) { statements { id keyPoints { id } ownPassages { id } } } }",
    { slug },
  );
  const [statement] = proposal.statements;
  const stands = async (own: string[]) => {
    const done = await graphql<{ sourceStatement: { problems: unknown[] } }>(
      page,
      "mutation ($input: SourceStatementInput!) { sourceStatement(input: $input) { problems { code } } }",
      { input: { id: statement!.id, keyPointIds: statement!.keyPoints.map((it) => it.id), passageIds: own } },
    );
    expect(done.sourceStatement.problems).toEqual([]);
  };
  const before = statement!.ownPassages.map((it) => it.id);
  await stands([...before, passageId]);

  // From the proposal to the notebook, and from the notebook to the proposal.
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.goto(`/notebooks/${id}`);
  await expect(
    page
      .locator("#trail, main")
      .getByRole("link", { name: /^Proposition 1/ })
      .first(),
  ).toBeVisible();
  await expect(page.locator("#trail").getByText("Reçu", { exact: true })).toBeVisible();
  // Nobody read it to its end: its path says no more than the coverage counts.
  await expect(page.locator("#trail").getByText("Lecture commencée par les rapporteurs")).toBeVisible();
  await page.goto(`/proposals/${slug}`);
  await expect(page.locator(`a[href="/notebooks/${id}"]`).filter({ hasText: title }).first()).toBeAttached();
  await expect(
    page
      .locator("li", { has: page.locator(`a[href="/notebooks/${id}"]`) })
      .getByText("Licence Ouverte 2.0")
      .first(),
  ).toBeAttached();
  // Other stories read this proposal as it was.
  await page.context().addCookies(cookies);
  await stands(before);

  await decided(page, baseURL!, id);
});

/** Lines that two readers answered differently are decided by keyboard, from what one of them said. */
async function decided(page: Page, baseURL: string, id: string) {
  await graphql(page, "mutation ($input: StartGridInput!) { startGrid(input: $input) { problems { code } } }", {
    input: { group: "circuits-courts" },
  });
  const { notebook } = await graphql<{ notebook: { grid: Grid } }>(
    page,
    "query ($id: ID!) { notebook(id: $id) { grid { criteria { id kind options } } } }",
    { id },
  );
  const { grid } = notebook;
  const choice = grid.criteria.find(({ kind }) => kind === "CHOICE")!;
  const yes = grid.criteria.find(({ kind }) => kind === "YES_NO")!;
  const read = async (...answers: [string, string][]) => {
    const { readNotebook } = await graphql<{ readNotebook: { problems: unknown[] } }>(
      page,
      "mutation ($input: ReadNotebookInput!) { readNotebook(input: $input) { problems { code field } } }",
      { input: { id, answers: answers.map(([criterionId, value]) => ({ criterionId, value })) } },
    );
    expect(readNotebook.problems).toEqual([]);
  };
  await page.goto(`/notebooks/${id}/read`);
  const refused = page.getByRole("alert").filter({ hasText: "Une chose à revoir" });
  await page.getByRole("button", { name: "Garder ma lecture" }).press("Enter");
  await refused.getByRole("link").press("Enter");
  await expect(page.getByRole("form", { name: "Votre lecture" }).getByRole("combobox").first()).toBeFocused();
  await read([yes.id, "YES"]);
  await signIn(page, baseURL, secondPerson);
  const last = choice.options.at(-1)!;
  await read([yes.id, "YES"], [choice.id, last]);
  await page.reload();
  const difference = page
    .getByRole("region", { name: "Ce qui diffère" })
    .getByRole("listitem")
    .filter({ hasText: last });
  // The first reader said nothing: what is proposed is what the second one said.
  await expect(difference.getByLabel("Ce qui est retenu")).toHaveValue(last);
  await expect(difference.getByText("À trancher", { exact: true })).toBeVisible();
  await difference.getByLabel("Pourquoi").fill("Relu ensemble.");
  const decide = difference.getByRole("button", { name: "Trancher" });
  await decide.press("Enter");
  await expect(difference.getByText("Relu ensemble.")).toBeVisible();
  await expect(difference.getByText("Tranché", { exact: true })).toBeVisible();
  await expect(decide).toBeFocused();
  // That there is nothing to say of it is a decision too.
  await difference.getByLabel("Ce qui est retenu").selectOption("Sans réponse");
  await decide.press("Enter");
  await expect(difference.getByText(/^Retenu\s: Sans réponse\. Relu ensemble\./)).toBeVisible();
}
