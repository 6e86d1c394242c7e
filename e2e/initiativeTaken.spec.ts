import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, overflows, test, violations } from "./fixtures.ts";

const fits = async (page: Page) => {
  expect(await violations(page)).toEqual([]);
  expect(await overflows(page), page.url()).toBe(false);
};

/** One that a visitor proposes: the word that finds it, its name and its private link. */
async function proposed(page: Page, baseURL: string) {
  const mark = randomUUID().slice(0, 6);
  const name = `Le verger partagé ${mark}`;
  const sheet = {
    ...{ name, territory: "finistere", sector: "FOOD", summary: "Trente voisins taillent et cueillent." },
    ...{ criteria: [], results: [], obstacles: [], levers: [] },
  };
  const query = `mutation ($input: ProposeInitiativeInput!) { proposeInitiative(input: $input) { proposed { code } } }`;
  const answer = await page.request.post("/graphql", {
    headers: { origin: baseURL },
    data: { query, variables: { input: { key: randomUUID(), sheet, consent: true } } },
  });
  const { data } = (await answer.json()) as { data: { proposeInitiative: { proposed: { code: string } } } };
  return { mark, name, follow: `/initiatives/follow/${data.proposeInitiative.proposed.code}` };
}

test("its author takes an initiative back by the link, and only its place is left", async ({ page, baseURL }) => {
  const { mark, name, follow } = await proposed(page, baseURL!);
  await page.goto(`/initiatives?q=${mark}`);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const address = page.url();
  await page.goto(follow);
  await page.getByRole("button", { name: "Retirer ma fiche" }).press("Enter");
  await expect(page.getByText("Elle quittera les listes, la carte et les données ouvertes")).toBeVisible();
  await fits(page);
  await page.getByRole("button", { name: "Oui, l’effacer" }).press("Enter");
  await expect(page.getByText("C’est retiré : votre fiche est effacée.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Votre fiche, retirée" })).toBeVisible();
  await page.reload();
  await expect(page.getByText("Vous avez retiré votre fiche le")).toBeVisible();
  await expect(page.getByRole("button", { name: "Retirer ma fiche" })).toHaveCount(0);
  await fits(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: "Initiative retirée par son auteur" })).toBeVisible();
  await fits(page);
  await page.goto(`/initiatives?q=${mark}`);
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("validated by mistake, an initiative is declined after all, once what it takes away was read", async ({
  page,
  as,
  visitor,
  baseURL,
}) => {
  const { mark, name, follow } = await proposed(visitor, baseURL!);
  await as("RAPPORTEUR");
  await page.goto(`/initiatives/judge?q=${mark}`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Valider" }).press("Enter");
  await page.getByRole("button", { name: "Ne plus la retenir" }).press("Enter");
  await expect(page.getByText("n’appuiera plus aucune proposition")).toBeVisible();
  await fits(page);
  await page.getByLabel("Pourquoi").fill("Elle a fermé.");
  await page.getByRole("button", { name: "Ne plus la retenir" }).last().press("Enter");
  await expect(page.getByText("Raison donnée")).toBeVisible();
  await visitor.goto(follow);
  await expect(visitor.getByText("Elle a fermé.")).toBeVisible();
  await page.getByRole("button", { name: "Valider" }).press("Enter");
  await expect(page.getByText("Elle est validée.")).toBeVisible();
});
