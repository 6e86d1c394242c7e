import type { Page } from "@playwright/test";
import { expect, mailed, overflows, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { seated } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

const { site } = onOwnSite();
test.describe.configure({ mode: "serial" });

const proposal = "/proposals/proposition-2";

/** Proposes other words for the first sentence, from the page of the proposal; ends on the private page. */
async function send(page: Page, words: string) {
  await turnTo(page, proposal);
  await page
    .getByRole("link", { name: /^Proposer un autre mot/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Proposer un autre mot");
  const text = page.getByLabel("Avec vos mots");
  await text.fill(`${(await text.inputValue()).replace(/\.$/, "")} ${words}`);
  await page.getByRole("button", { name: "Proposer ces mots" }).click();
  await expect(page.getByRole("alert")).toContainText("Pourquoi");
  await expect(text).toHaveValue(new RegExp(words));
  await page.getByLabel("Pourquoi").fill("C’est ce que nous voyons ici.");
  await page.getByLabel("Le nom sous lequel paraître").fill("Ano");
  await page.getByRole("button", { name: "Proposer ces mots" }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Votre amendement");
  return new URL(page.url()).pathname;
}

/** Proposes other words, then opens their public page; answers with its address. */
async function amend(page: Page, words: string) {
  await send(page, words);
  await page.getByRole("link", { name: "Sa page, que tout le monde lit" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("D’autres mots pour une phrase");
  return new URL(page.url()).pathname;
}

const as = (browser: Parameters<typeof seated>[0], role: string | null, story: (page: Page) => Promise<void>) =>
  seated(browser, site.baseURL, role, story);

test("somebody proposes other words without an account, another reacts, the editor takes them edited: the version says why", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  let address = "";
  await as(browser, null, async (page) => {
    address = await amend(page, "et cela décourage.");
    await expect(page.locator("ins")).toContainText("et cela décourage");
    expect(await violations(page)).toEqual([]);
  });
  await as(browser, null, async (page) => {
    await page.goto(address);
    await page.getByRole("button", { name: "Je nuance" }).click();
    await page.getByRole("region", { name: "Réactions" }).getByRole("textbox").first().fill("Pas partout.");
    await page.getByRole("button", { name: "Publier ma réaction" }).click();
    await expect(page.getByText("Pas partout.")).toBeVisible();
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    // One sentence, whose own lines say what goes and what comes, without a colour.
    await page.goto("/groups/circuits-courts/curation");
    const line = page.getByRole("listitem").filter({ hasText: "et cela décourage" });
    await expect(line.getByRole("insertion")).toHaveText(/^\[ajouté\] .*et cela décourage/);
    await expect(line.getByRole("insertion")).toHaveCSS("text-decoration-line", "underline");
    await expect(line.getByText("La phrase aujourd’hui")).toHaveCount(0);
    await expect(line).toContainText("C’est ce que nous voyons ici.");
    expect(await violations(page)).toEqual([]);
    // From where the team answers, the way to a new proposal.
    await page.getByRole("link", { name: "En ouvrir une, depuis un point clef énoncé" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Ce que les réponses disent ensemble" })).toBeVisible();
    await page.goto(address);
    const words = page.getByLabel("Les mots qui entrent dans le texte");
    await words.fill((await words.inputValue()).replace("et cela décourage", "et cela en décourage beaucoup"));
    await page.getByLabel("Un mot à son auteur").fill("Nuancé par une réaction.");
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Accepter ces mots" }).click();
    await expect(page.getByText("C’est fait.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Accepter ces mots" })).toHaveCount(0);
  });
  await as(browser, null, async (page) => {
    await page.goto(address);
    const outcome = page.getByRole("region", { name: "Ce qu’il en est advenu" });
    await expect(outcome).toContainText("Accepté avec des retouches");
    await expect(outcome).toContainText("Nuancé par une réaction.");
    await outcome.getByRole("link", { name: "Voir la version 2 qu’il a faite" }).click();
    await expect(page.getByText("Nuancé par une réaction.")).toBeVisible();
    await expect(page.locator("ins").first()).toContainText("et cela en décourage beaucoup");
    await page.getByRole("link", { name: /^un amendement – Ano/ }).click();
    await expect(page).toHaveURL(address);
  });
});

test("an author of an amendment keeps a private link, gets one mail when it is settled, and takes their words back", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  let own = "";
  let address = "";
  await as(browser, null, async (page) => {
    own = await send(page, "et rebute.");
    expect(own).toMatch(/^\/proposals\/follow\/[\w-]{20}$/);
    await expect(page.getByText("C’est envoyé, et lisible par tous.")).toBeVisible();
    await page.getByRole("button", { name: "Me prévenir" }).click();
    await expect(page.getByRole("alert")).toContainText("adresse électronique");
    await page.getByLabel("Votre adresse électronique").fill("ano@exemple.fr");
    await page.getByRole("button", { name: "Me prévenir" }).press("Enter");
    await expect(page.getByText("un seul message partira")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: "Effacer mon adresse" })).toBeVisible();
    address = (await page.getByRole("link", { name: "Sa page, que tout le monde lit" }).getAttribute("href"))!;
    for (const language of ["", "/en"]) {
      await page.goto(`${language}${own}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      for (const width of [320, 390, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflows(page), `${language} ${width}`).toBe(false);
      }
    }
  });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(address);
    await page.getByText("Refuser, avec une raison").click();
    await page.getByRole("textbox", { name: "Pourquoi" }).fill("La suite le dit déjà.");
    await page.getByRole("button", { name: "Refuser", exact: true }).click();
    await expect(page.getByText("C’est fait.")).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await mailed(page, "Ce que votre amendement est devenu");
    await expect(page.getByText("Ce que votre amendement est devenu").first()).toBeVisible();
    await page.goto(own);
    const became = page.getByRole("region", { name: "Ce qu’il devient" });
    await expect(became).toContainText("Refusé le");
    await expect(became).toContainText("La suite le dit déjà.");
    await expect(page.getByRole("button", { name: "Me prévenir" })).toHaveCount(0);
    await page.getByRole("button", { name: "Reprendre ce que j’ai proposé" }).click();
    await expect(page.getByText("seront effacés partout, sans retour")).toBeVisible();
    await page.getByRole("button", { name: "Oui, les effacer" }).click();
    await expect(page.getByText("C’est repris")).toBeVisible();
    await expect(became).toContainText("Vous avez repris vos mots");
    await expect(page.getByText("et rebute")).toHaveCount(0);
    await page.goto(address);
    await expect(page.getByRole("region", { name: "Ce qu’il en est advenu" })).toContainText("La suite le dit déjà.");
    await expect(page.getByText("et rebute")).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
  });
});

test("an amendment is refused with a reason, one shows that its sentence changed since, one becomes a proposal of its own", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const addresses: string[] = [];
  await as(browser, null, async (page) => {
    for (const words of ["sans fin.", "à moitié.", "pour toujours."]) addresses.push(await amend(page, words));
  });
  const [refused, changed, promoted] = addresses as [string, string, string];
  await site.sql(`update statement set text = 'Une phrase réécrite entre-temps.', version = version + 1
    where id = (select statement_id from amendment where id = '${changed.split("/").at(-1)}')`);
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(refused);
    await page.getByText("Refuser, avec une raison").click();
    await page.getByRole("textbox", { name: "Pourquoi" }).fill("La phrase suivante le dit.");
    await page.getByRole("button", { name: "Refuser", exact: true }).click();
    await expect(page.getByText("C’est fait.")).toBeVisible();

    await turnTo(page, changed);
    await expect(page.getByRole("region", { name: "Le texte a changé depuis" })).toContainText(
      "Une phrase réécrite entre-temps.",
    );
    await page.getByLabel("Les mots qui entrent dans le texte").fill("Une phrase réécrite, à moitié.");
    await page.getByRole("button", { name: "Accepter ces mots" }).click();
    await expect(page.getByText("C’est fait.")).toBeVisible();

    await turnTo(page, promoted);
    await page.getByText("En faire une proposition à part").click();
    await page.getByLabel("Son titre").fill("Une autre proposition");
    await page.getByLabel("Ce qu’elle propose, en une phrase").fill("Dire ce qui dure.");
    await page.getByRole("button", { name: "Ouvrir la proposition" }).click();
    await expect(page.getByRole("link", { name: /Une autre proposition$/ })).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(refused);
    await expect(page.getByRole("region", { name: "Ce qu’il en est advenu" })).toContainText(
      "La phrase suivante le dit.",
    );
    await turnTo(page, promoted);
    await expect(page.getByText("Elle est encore en brouillon")).toBeVisible();
    await page.getByRole("link", { name: "Les amendements" }).click();
    await expect(page.getByRole("main").getByRole("heading", { level: 3 })).toHaveCount(5);
    for (const language of ["", "/en"])
      for (const path of [`${proposal}/amendments`, `${proposal}/amendments?part=LIMIT`, refused, changed]) {
        await turnTo(page, `${language}${path}`);
        expect(await violations(page), path).toEqual([]);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await overflows(page), `${language}${path} ${width}`).toBe(false);
        }
      }
  });
});

test("a proposal that is stabilised takes no other words, and says so", async ({ browser }) => {
  await site.sql("update proposal set state = 'STABILISED' where slug = 'proposition-1'");
  await as(browser, null, async (page) => {
    await page.goto("/proposals/proposition-1");
    await expect(page.getByRole("link", { name: /^Proposer un autre mot/ })).toHaveCount(0);
    await turnTo(page, "/proposals/proposition-1/amendments?part=LIMIT");
    await expect(page.getByText("ses mots ne changent plus")).toBeVisible();
    await expect(page.getByRole("button", { name: "Proposer ces mots" })).toHaveCount(0);
  });
});

test("two editors in conflict see both texts side by side, take one or both, and lose nothing", async ({ browser }) => {
  test.setTimeout(180_000);
  const first = "/proposals/proposition-3/edit";
  const wordsIn = (page: Page) => page.getByRole("article").first().getByRole("textbox").first();
  const save = (page: Page) =>
    page
      .getByRole("article")
      .first()
      .getByRole("button", { name: /^Enregistrer/ })
      .first();
  await as(browser, "RAPPORTEUR", async (one) => {
    await one.goto(first);
    await expect(wordsIn(one)).toBeVisible();
    await as(browser, "RAPPORTEUR", async (other) => {
      await other.goto(first);
      await wordsIn(other).fill("Ce que l’autre a écrit.");
      await save(other).click();
      await expect(other.getByText(/^Enregistré à/)).toBeVisible();
    });
    await wordsIn(one).fill("Mes mots, tout différents.");
    await save(one).click();
    const both = one.getByRole("status").filter({ hasText: "En vigueur" });
    await expect(both).toContainText("Ce que l’autre a écrit.");
    await expect(both).toContainText("Mes mots, tout différents.");
    await expect(wordsIn(one)).toHaveValue("Mes mots, tout différents.");
    await both.getByRole("button", { name: "Prendre ce qui est en vigueur" }).click();
    await expect(wordsIn(one)).toHaveValue("Ce que l’autre a écrit.");
    await both.getByRole("button", { name: "Remettre le mien" }).click();
    await expect(wordsIn(one)).toHaveValue("Mes mots, tout différents.");
    await both.getByRole("button", { name: "Mettre les deux à la suite" }).click();
    await expect(wordsIn(one)).toHaveValue("Ce que l’autre a écrit. Mes mots, tout différents.");
    expect(await violations(one)).toEqual([]);
    await save(one).click();
    await expect(one.getByText(/^Enregistré à/)).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto("/proposals/proposition-3/versions/2/3");
    await expect(page.locator("ins")).toContainText("Mes mots, tout différents.");
  });
});

test("from the list of what waits, by keys alone, an amendment is refused, which is undone, then enters the text", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  await as(browser, null, async (page) => {
    await send(page, "et cela se voit.");
  });
  // Many came from one place by now: it may wait for a moderator.
  await site.sql("update amendment set status = 'VISIBLE' where text like '%et cela se voit%'");
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto("/groups/circuits-courts/curation");
    const line = page
      .getByRole("list", { name: "Textes qui attendent" })
      .getByRole("listitem")
      .filter({ hasText: "et cela se voit" });
    const goTo = async () => {
      await expect(line).toBeVisible();
      // However many others wait, before it or after.
      for (let n = 0; n < 20; n++) await page.keyboard.press("k");
      while (!(await line.evaluate((it) => it === document.activeElement))) await page.keyboard.press("j");
    };
    await goTo();
    await line.getByRole("button", { name: "Refuser, dire pourquoi" }).click();
    // Typed letters are heard by no shortcut.
    await page.keyboard.type("À la mesure : jamais.");
    await line.getByRole("button", { name: "Refuser, dire pourquoi" }).last().click();
    await expect(page.getByText("1 texte a sa réponse.")).toBeVisible();
    await expect(line).toHaveCount(0);
    await page.keyboard.press("u");
    await goTo();
    await page.keyboard.press("a");
    await expect(line.getByRole("button", { name: "Accepter ces mots" })).toBeFocused();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await expect(page.getByText(/^C’est accepté/)).toBeVisible();
    await expect(line).toHaveCount(0);
  });
});
