import { readFileSync } from "node:fs";
import { ask, heading, proposal, respond } from "./answering.ts";
import { byLink } from "./byLink.ts";
import { expect, test, violations } from "./fixtures.ts";

test("the author of a cited sentence sees it highlighted, and says whether it was well understood", async ({
  page,
  as,
  baseURL,
  browser,
}) => {
  const code = await respond(page.request, baseURL!, "ANONYMOUS");
  await as("RAPPORTEUR");
  const cited = "Un seul contrat d’assurance suffit.";
  const { receipt, synthesis } = await ask<any>(
    page.request,
    baseURL!,
    `query ($code: String!) {
       receipt(code: $code) { contributions { id body } }
       synthesis(slug: "point-d-etape-3") { paragraphs { keyPoints { id } } }
     }`,
    { code },
  );
  const contribution = receipt.contributions.find(({ body }: any) => body === proposal);
  const keyPointId = synthesis.paragraphs.flatMap(({ keyPoints }: any) => keyPoints)[0].id;
  const startsAt = proposal.indexOf(cited);
  const { markPassage } = await ask<any>(
    page.request,
    baseURL!,
    "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }",
    { input: { contributionId: contribution.id, startsAt, endsAt: startsAt + cited.length, keyPointId } },
  );
  expect(markPassage.problems).toEqual([]);

  const author = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
  await author.goto("/follow");
  await author.getByLabel("Numéro de votre réponse").fill(code.toLowerCase().replaceAll("-", " "));
  await author.getByRole("button", { name: "Retrouver ma réponse" }).click();
  await expect(author).toHaveURL(new RegExp(`/follow/${code}$`));
  await expect(author.locator("mark")).toContainText(cited);
  await expect(author.getByText(/avec \d+ autres réponses\s; \d+ territoires avec le vôtre\./)).toBeVisible();
  const path = author.getByRole("list", { name: "Son chemin" });
  await expect(path.getByRole("link", { name: "Troisième point d’étape : neuf problèmes" })).toBeVisible();
  await expect(author.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
  expect(await violations(author)).toEqual([]);

  await author.getByRole("button", { name: "À nuancer" }).click();
  await author.getByLabel("Ce que vous vouliez dire").fill("À condition d’un garage commun.");
  await author.getByRole("button", { name: "Envoyer à l’équipe" }).click();
  await expect(author.getByText("L’équipe le lit")).toBeVisible();
  await author.reload();
  await expect(author.getByRole("button", { name: "À nuancer" })).toHaveAttribute("aria-pressed", "true");
  await author.context().close();
});

test("a response that is not published is counted, and shown to its author alone", async ({ page, baseURL }) => {
  const code = await respond(page.request, baseURL!, "UNPUBLISHED");
  await page.goto(`/follow/${code}`);
  await expect(page.getByText("Comptée, non publiée").first()).toBeVisible();
  await expect(page.getByText("Elle ne paraît pas.")).toBeVisible();
  await expect(page.getByText(proposal)).toBeVisible();
});

test("a code that leads nowhere is said, and can be typed again", async ({ page }) => {
  await page.goto("/follow");
  await page.getByLabel("Numéro de votre réponse").fill("ABCD");
  await page.getByRole("button", { name: "Retrouver ma réponse" }).click();
  await expect(page.getByRole("alert")).toContainText("Nous ne trouvons pas ce numéro");
  await page.goto("/follow/0000-0000-0000-0000");
  await expect(heading(page)).toHaveText("Nous ne trouvons pas ce numéro");
  await expect(page.getByLabel("Numéro de votre réponse")).toHaveValue("0000-0000-0000-0000");
});

test("somebody sees, takes away and erases what is kept of them, by their receipt, then by their account", async ({
  page,
  baseURL,
}) => {
  const code = await respond(page.request, baseURL!, "ANONYMOUS", { text: "Garder la remorque du moulin." });
  await page.goto(`/my-data/${code}`);
  await expect(heading(page)).toHaveText("Mes données");
  await expect(page.getByText("Votre réponse paraît comme vous l’avez choisi", { exact: true })).toBeVisible();
  const taken = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tout emporter (JSON)" }).click();
  expect(readFileSync(await (await taken).path(), "utf8")).toContain("Garder la remorque du moulin.");
  await page.getByRole("button", { name: "Tout retirer" }).click();
  const sure = page.getByRole("dialog", { name: /Effacer pour de bon/ });
  await sure.getByRole("button", { name: "Tout retirer" }).click();
  await expect(page.getByText("C’est fait.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText("Vous l’avez retirée : ses textes sont effacés, sa place est gardée.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tout retirer" })).toBeHidden();
  await page.goto("/contributions?search=remorque+moulin");
  await expect(page.locator("main")).not.toContainText("Garder la remorque du moulin.");

  await byLink(page, "quelqu-un-qui-part@exemple.invalid");
  await page.waitForURL(/\/sign-in$/);
  await page.goto("/my-data");
  await expect(page.getByText("(celui-ci)")).toBeVisible();
  // A kind of which there is none is not named.
  await expect(page.getByText("Ce que cela prend : votre compte")).toBeVisible();
  await expect(page.getByText(/Ce que cela prend.*\b0\b/)).toHaveCount(0);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Garder mes textes, sans mon nom" }).click();
  await sure.getByRole("button", { name: "Garder mes textes, sans mon nom" }).click();
  await page.waitForURL(/\/sign-in\?erased/);
  await expect(page.getByText("Votre compte est effacé, et cet appareil n’est plus connecté.")).toBeVisible();
  const { viewer } = await ask<any>(page.request, baseURL!, "{ viewer { id } }");
  expect(viewer).toBeNull();
});
