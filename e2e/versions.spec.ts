import type { Browser, Page } from "@playwright/test";
import { circulate } from "./circulating.ts";
import { expect, overflows, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

const synthesis = "/syntheses/point-d-etape-1";

test.describe.configure({ mode: "serial" });

const { site } = onOwnSite();
let made: Awaited<ReturnType<typeof circulate>>;
test.beforeAll(async ({ browser }) => {
  const team = await browser.newPage({ baseURL: site.baseURL });
  await signIn(team, site.baseURL, "RAPPORTEUR");
  made = await circulate(team.request, site.baseURL);
  await team.close();
});

/** A browser on this site, with scripts or without; its complaints fail the story. */
async function visiting(browser: Browser, story: (page: Page) => Promise<void>, options = {}) {
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    const blocked = message.text().startsWith("Service Worker registration blocked");
    if (["error", "warning"].includes(message.type()) && !blocked) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await story(page);
  await context.close();
  expect(complaints).toEqual([]);
}

const of = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });

test("the page in force says that a version circulates, and leads to it; both have an address of their own", async ({
  browser,
}) => {
  await visiting(browser, async (page) => {
    await page.goto(synthesis);
    await expect(page.getByText(/La version 3 circule jusqu’au \d+/)).toBeVisible();
    await expect(page.getByText(made.second.text).first()).toBeVisible();
    await page.getByRole("link", { name: "La lire et réagir" }).click();
    await expect(page).toHaveURL(`${synthesis}/versions/3`);
    await expect(page.getByText(/Cette version circule jusqu’au/)).toBeVisible();
    await expect(page.getByText("Les règles peuvent être rediscutées par ceux qui les suivent.").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: made.second.text })).toHaveCount(0);
    // The ten drawn answers of this version keep its address.
    await page.getByRole("link", { name: "Tirer dix réponses au hasard" }).click();
    await expect(page).toHaveURL(/\/versions\/3\?draw=\d+/);
  });
});

test("a citation in a paragraph leads to the words, in the language of the page, without a new document", async ({
  browser,
}) => {
  await visiting(browser, async (page) => {
    await page.goto(`/en${synthesis}/versions/3`);
    await page.evaluate(() => Object.assign(window, { same: true }));
    const quote = page.locator("q a").first();
    await expect(quote).toHaveAttribute("href", /^\/en\/contributions\//);
    await quote.click();
    await expect(page).toHaveURL(/\/en\/contributions\//);
    expect(await page.evaluate(() => "same" in window)).toBe(true);
    await page.goBack();
    await page.getByRole("link", { name: "tous les thèmes" }).click();
    await expect(page).toHaveURL("/en/themes");
  });
});

test("a visitor reacts under a paragraph of the version that circulates, by keyboard, and it counts there", async ({
  browser,
}) => {
  await visiting(browser, async (page) => {
    await page.goto(`${synthesis}/versions/3`);
    const paragraph = of(page, "Les règles peuvent être rediscutées");
    const open = paragraph.locator("summary").filter({ hasText: "Réagir" });
    await open.focus();
    await page.keyboard.press("Enter");
    const nuance = paragraph.getByRole("button", { name: "Je nuance" });
    await nuance.focus();
    await page.keyboard.press("Enter");
    await expect(paragraph.getByLabel("Ce qu’il faut nuancer")).toBeFocused();
    await page.keyboard.type("Pas sans un temps pour cela.");
    await paragraph.getByRole("button", { name: "Publier ma réaction" }).click();
    await expect(paragraph.getByText("Merci. Votre réaction paraît ci-dessous.")).toBeVisible();
    await expect(paragraph.getByText("Pas sans un temps pour cela.")).toBeVisible();
    await expect(open).toContainText("1 réaction");
    expect(await violations(page)).toEqual([]);
  });
  // Without scripts the same is one link further.
  await visiting(
    browser,
    async (page) => {
      const paragraph = of(page, "Les règles peuvent être rediscutées");
      const count = paragraph.locator("summary").filter({ hasText: "1 réaction" });
      // For a second or two the page is given as it was.
      await expect(async () => {
        await page.goto(`${synthesis}/versions/3`);
        await expect(count).toBeVisible({ timeout: 500 });
      }).toPass({ intervals: [500] });
      const silent = page.locator("details", { has: page.getByText(/^Réagir/) }).first();
      await silent.locator("summary").click();
      await expect(silent.getByRole("link")).toHaveCount(0);
      await expect(silent.locator("noscript")).toHaveText(/^Pour réagir, votre navigateur a besoin de JavaScript/, {
        useInnerText: true,
      });
      await count.click();
      await paragraph.getByRole("link", { name: "Lire les réactions à ce paragraphe" }).click();
      await expect(page).toHaveURL(/\/reactions#/);
      await expect(page.getByText("Pas sans un temps pour cela.")).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
});

test("a visitor reads two versions side by side: the definition, what was said otherwise, put in and taken out", async ({
  browser,
}) => {
  const story = async (page: Page) => {
    await page.goto(`${synthesis}/versions`);
    await page.getByRole("link", { name: "Comparer les versions 1 et 2" }).click();
    await expect(page).toHaveURL(`${synthesis}/versions/1/2`);
    const definition = page.getByRole("region", { name: "La définition" });
    await expect(definition.locator("del").first()).toContainText("[retiré] et");
    await expect(definition.locator("ins").filter({ hasText: "discutable" })).toContainText("[ajouté]");
    await expect(page.getByText("13 paragraphes inchangés").first()).toBeVisible();

    await page.goto(`${synthesis}/versions/2/3`);
    await expect(page.getByText("11 paragraphes inchangés, 1 modifié, 1 ajouté, 1 retiré")).toBeVisible();
    await expect(page.locator("del").filter({ hasText: "la simple vente directe" })).toBeVisible();
    await expect(page.locator("ins").filter({ hasText: "un guichet [fin" })).toBeVisible();
    await expect(page.locator("ins").filter({ hasText: "Les règles peuvent être rediscutées" })).toBeVisible();
    await expect(page.locator("del").filter({ hasText: made.second.text })).toBeVisible();
    await page.getByRole("link", { name: /^une réaction –/ }).click();
    // Older than those that are shown first, it is there too.
    await expect(page).toHaveURL(/\/reactions\?whole=.*#/);
    await expect(page.locator(new URL(page.url()).hash.replace("#", '[id="') + '"]')).toBeVisible();
  };
  await visiting(browser, story);
  await visiting(browser, story, { javaScriptEnabled: false });
});

test("three people sign a minority position: until then visitors read nothing of it, and no editor finds a way to remove it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const words = "Pour nous, le prix juste se décide avec ceux qui mangent.";
  const [opener, second, third] = ["Animatrice du groupe (démo)", "Référente Limousin (démo)", "Modératrice (démo)"];
  const as = (who: string, story: (page: Page) => Promise<void>) =>
    visiting(browser, async (page) => {
      await signIn(page, site.baseURL, who);
      await page.goto(`${synthesis}#positions`);
      await story(page);
    });
  const position = (page: Page) => page.getByRole("listitem").filter({ hasText: words });

  await as(opener, async (page) => {
    await page.getByRole("button", { name: "Ouvrir une position minoritaire" }).click();
    const text = page.getByLabel("Ce que vous soutenez, et pourquoi");
    await expect(text).toBeFocused();
    await text.fill("Écrivez-moi : jeanne@exemple.fr");
    await page.getByRole("button", { name: "Ouvrir et signer" }).click();
    await expect(page.getByRole("alert")).toContainText("Pas de lien, d’adresse ni de numéro de téléphone ici");
    await expect(text).toHaveValue("Écrivez-moi : jeanne@exemple.fr");
    expect(await violations(page)).toEqual([]);
    await text.fill(words);
    await page.getByRole("button", { name: "Ouvrir et signer" }).click();
    await expect(page.getByText("Votre position est ouverte.")).toBeVisible();
    await expect(position(page)).toContainText("Attend encore 2 signatures");
  });
  await visiting(browser, async (page) => {
    await page.goto(synthesis);
    await expect(page.getByText(words)).toHaveCount(0);
  });
  await as(second, async (page) => {
    await position(page).getByRole("button", { name: "Signer" }).click();
    await expect(position(page)).toContainText("Attend encore 1 signature");
    await expect(position(page).getByRole("button", { name: "Retirer ma signature" })).toBeVisible();
  });
  await as(third, async (page) => {
    await position(page).getByRole("button", { name: "Signer" }).click();
    await expect(position(page)).not.toContainText("Attend encore");
  });
  await visiting(
    browser,
    async (page) => {
      await page.goto(synthesis);
      await expect(position(page)).toContainText(`Signée par`);
      for (const name of [opener, second, third]) await expect(position(page)).toContainText(name);
      await expect(page.getByText("Le territoire Bretagne").first()).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
  await as("RAPPORTEUR", async (page) => {
    await expect(position(page).getByRole("button", { name: "Signer" })).toBeVisible();
    await expect(position(page).getByRole("button")).toHaveCount(1);
  });
});

test("the annex tells all that was set aside, by reason, with every word; and the list since the version in force is there", async ({
  browser,
}) => {
  await visiting(
    browser,
    async (page) => {
      await page.goto(`${synthesis}/versions/3`);
      await page.getByRole("heading", { name: "Ce qui a été mis de côté, et pourquoi" }).click();
      await page.getByRole("link", { name: "Lire l’annexe, passage par passage" }).click();
      await expect(page).toHaveURL(`${synthesis}/annex?version=3`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ce qui a été mis de côté, et pourquoi");
      const left = page.getByRole("article");
      await expect(left).toHaveCount(1);
      await expect(left).toContainText("Le lien le dit déjà.");
      expect(await left.locator("blockquote").count()).toBeGreaterThan(1);
      await expect(page.getByText(/^\d+ textes ont été lus sans qu’un passage en soit marqué/)).toBeVisible();

      await page.goto("/contributions?since=point-d-etape-1");
      await expect(page.getByText("Ce qui est arrivé depuis la version 2 de ce point d’étape")).toBeVisible();
    },
    { javaScriptEnabled: false },
  );
});

test("all of these pages are easy to reach, stand in 320 pixels, in French and in English", async ({ browser }) => {
  test.setTimeout(240_000);
  const paths = ["", "/versions", "/versions/3", "/versions/1/2", "/versions/2/3", "/annex?version=3", "/reactions"];
  await visiting(browser, async (page) => {
    for (const language of ["", "/en"])
      for (const path of paths) {
        await turnTo(page, `${language}${synthesis}${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        if (!language || path === "/versions/1/2") expect(await violations(page), path).toEqual([]);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await overflows(page), `${language}${path} ${width}`).toBe(false);
        }
      }
    const missing = await page.request.get(`${synthesis}/versions/9`);
    expect(missing.status()).toBe(404);
  });
});
