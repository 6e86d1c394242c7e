import { globSync, readFileSync } from "node:fs";
import { objective, goOn, heading, proposal, questionnaire, send, step, tabTo, write } from "./answering.ts";
import { expect, overflows, settled, test, violations } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

test("a closed questionnaire says since when, and where to read what was said", async ({ page }) => {
  await page.goto("/questionnaires/questionnaire-3");
  await expect(page.getByText("Terminé le")).toBeVisible();
  await expect(page.getByRole("button", { name: /Continuer/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Lire ce qui s’est dit" }).first().click();
  await expect(page).toHaveURL(/\/contributions\?objective=objectif-3/);
});

test("a questionnaire that is still to open leads nowhere where something was said", async ({ page }) => {
  // None of the demonstration is scheduled: this one is read as if it were.
  await page.route("/graphql", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"CLOSED"', '"SCHEDULED"') });
  });
  await page.goto("/follow");
  await settled(page);
  await page.evaluate(() => {
    history.pushState(null, "", "/questionnaires/questionnaire-3");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(page.getByText(/^Ouvre le/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Objectif 3" })).toBeVisible();
  await expect(page.getByRole("link", { name: /^(Lire ce qui s’est dit|Voir les résultats)/ })).toHaveCount(0);
});

test("options are ranked by keyboard, and each rank is said", async ({ page }) => {
  // The only questionnaires that rank are closed: this one is read as open.
  await page.route("/graphql", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"CLOSED"', '"OPEN"') });
  });
  await page.goto("/follow");
  await settled(page);
  await page.evaluate(() => {
    history.pushState(null, "", "/questionnaires/questionnaire-2?part=3");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(step(page)).toHaveText(/^Ce qu’il faudrait développer/);
  const place = (name: string) => page.getByRole("button", { name: `Placer : ${name}` });
  await tabTo(page, place("Rester petits et nombreux"));
  await page.keyboard.press("Enter");
  await expect(place("Essaimer : aider d’autres à refaire")).toBeFocused();
  await expect(page.getByText("« Rester petits et nombreux » : rang 1 sur 1")).toBeAttached();
  await page.keyboard.press("Enter");
  await tabTo(page, place("Changer les règles pour tous"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Vos 3 choix sont placés.")).toBeVisible();

  const up = page.getByRole("button", { name: "Monter « Changer les règles pour tous »" });
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await expect(page.getByText("« Changer les règles pour tous » : rang 1 sur 3")).toBeAttached();
  await tabTo(page, page.getByRole("button", { name: "Retirer « Essaimer : aider d’autres à refaire »" }));
  await page.keyboard.press("Enter");
  await expect(place("Essaimer : aider d’autres à refaire")).toBeFocused();
  await expect(page.getByRole("list", { name: "Votre classement" }).getByRole("listitem")).toHaveText([
    /Changer les règles pour tous/,
    /Rester petits et nombreux/,
  ]);
  expect(await violations(page)).toEqual([]);
  await page.goto(`${questionnaire}?part=review`);
});

test("plain wording is one switch, remembered: from the introduction to the choices", async ({ page }) => {
  await page.goto(questionnaire);
  await expect(page.getByRole("radio", { name: "Trouver foncier et locaux" })).toBeVisible();
  await page.getByLabel("Version simple").check();
  await expect(page.getByRole("radio", { name: "Un terrain ou un local" })).toBeVisible();
  await expect(page.getByText("Des gens ont parlé de ces problèmes.")).toBeVisible();
  await expect(page.getByText("Dites quoi faire, et qui peut le faire.").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect(page.getByLabel("Où se passe ce dont vous parlez ?")).toBeVisible();
  await page.goto(`${questionnaire}?part=2`);
  await expect(page.getByLabel("Avez-vous un exemple qui marche ?")).toBeVisible();
});

test("on a telephone one question is asked at a time, the territory last; a useful answer takes three", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(questionnaire);
  await settled(page);
  await expect(heading(page)).toHaveText(objective);
  await expect(page.getByRole("navigation", { name: "Principale" })).toBeHidden();
  await expect(page.getByRole("link", { name: /^Quitter/ })).toBeVisible();
  const [place, text] = [page.getByLabel("Depuis quel territoire"), page.getByLabel("Que proposez-vous de faire")];
  await expect(step(page)).toHaveText(/Question 1 sur 3$/);
  await expect(text).toBeHidden();
  await page.getByRole("radio", { name: "Trouver foncier et locaux" }).check();
  await goOn(page);
  await expect(step(page)).toBeFocused();
  await expect(step(page)).toBeInViewport();
  await expect(step(page)).toHaveText(/Question 2 sur 3$/);
  await expect(page.getByRole("radio").first()).toBeHidden();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Passer" }).click();
  await expect(step(page)).toHaveText(/Question 3 sur 3$/);
  await expect(page.getByRole("button", { name: "Passer" })).toHaveCount(0);
  await place.selectOption({ label: "Finistère" });
  await page.goBack();
  await expect(step(page)).toHaveText(/Question 2 sur 3$/);
  await text.fill(proposal);
  await goOn(page);
  await expect(place).toHaveValue("DEPARTMENT:29");
  await page.getByRole("link", { name: "Aller plus loin" }).click();
  await expect(step(page)).toHaveText(/Question 4 sur 9$/);
  await page.getByRole("link", { name: "Précédent" }).click();
  await expect(place).toBeVisible();
  await goOn(page);
  await expect(heading(page)).toHaveText("Relisez, puis envoyez");
  await page.getByRole("link", { name: "Modifier : Que proposez-vous de faire" }).click();
  await expect(text).toHaveValue(proposal);
  await expect(page.getByRole("radio").first()).toBeHidden();
});

test("every step fits in 320 pixels, in the dark and without motion", async ({ browser, baseURL }) => {
  const look = { viewport: { width: 320, height: 640 }, colorScheme: "dark", reducedMotion: "reduce" } as const;
  const page = await (await browser.newContext({ ...look, baseURL, locale: "fr-FR" })).newPage();
  await write(page, `${proposal} ${"Anticonstitutionnellement".repeat(6)}`);
  for (const part of ["1", "2", "3", "4", "5", "review"]) {
    await turnTo(page, `${questionnaire}?part=${part}`);
    await expect(heading(page)).toBeVisible();
    await settled(page);
    expect(await overflows(page), part).toBe(false);
    expect(await violations(page), part).toEqual([]);
  }
  // A long question leaves the word beside it on one line.
  const lines = (link: Element) => {
    const word = document.createRange();
    word.selectNode(link.firstChild!);
    return word.getClientRects().length;
  };
  const changes = await page.getByRole("link", { name: /^Modifier/ }).all();
  expect(await Promise.all(changes.map((link) => link.evaluate(lines)))).toEqual(changes.map(() => 1));
  await page.getByRole("radio", { name: /Sous le nom/ }).check();
  await page.getByLabel("Nom à afficher").fill("Un nom");
  expect(await overflows(page)).toBe(false);
  await send(page);
  await expect(heading(page)).toHaveText(/^Merci/);
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Suivre cette réponse" }).click();
  await expect(heading(page)).toHaveText("Ce que votre réponse est devenue");
  expect(await overflows(page)).toBe(false);
  expect(await violations(page)).toEqual([]);
  await page.context().close();
});

/** Every whole sentence of the French catalogues of these pages. */
const french = globSync("packages/schema/src/*/{home,questionnaire,response,ui,problem}.fr.json").flatMap((file) =>
  Object.values(JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>).filter(
    (text): text is string => typeof text === "string" && text.length > 9 && !text.includes("{"),
  ),
);

test("in English, nothing of the site is left in French", async ({ page }) => {
  const left = async () => {
    const text = await page.locator("body").innerText();
    return french.filter((sentence) => text.includes(sentence));
  };
  await page.goto("/en/");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await left()).toEqual([]);
  await page.getByRole("link", { name: "Answer, 12 min" }).click();
  expect(await left()).toEqual([]);
  await page.getByLabel("Depuis quel territoire parlez-vous").selectOption({ label: "The whole region, Bretagne" });
  await expect(page.getByText("These questions exist in French only. Answer in any language.")).toBeVisible();
  await page.getByRole("radio").first().check();
  await page.getByLabel("Que proposez-vous de faire").fill(proposal);
  expect(await left()).toEqual([]);
  await page.getByRole("button", { name: "Review and send" }).click();
  await page.getByRole("button", { name: "Send my response" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Choose how your answer appears");
  expect(await left()).toEqual([]);
  await page.getByRole("radio", { name: /Without a name/ }).check();
  await page.getByRole("button", { name: "Send my response" }).click();
  await expect(heading(page)).toHaveText(/^Thank you/);
  expect(await left()).toEqual([]);
  await page.getByRole("link", { name: "Follow this response" }).click();
  await expect(heading(page)).toHaveText("What became of your response");
  expect(await left()).toEqual([]);
});
