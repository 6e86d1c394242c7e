import type { Browser, Page } from "@playwright/test";
import { heading, respond, send, write } from "./answering.ts";
import { publishing } from "./circulating.ts";
import { expect, overflows, sent, test, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { choose, citationOf, news, path, seated, secondPerson } from "./seat.ts";
import { turnTo } from "./turnTo.ts";

// One story, told in its order: a link that breaks leaves all that come after without ground.
test.describe.configure({ mode: "serial", timeout: 150_000 });

const { site } = onOwnSite();

const sentence = "Un quai de livraison se partage entre voisins.";
const corrected = "Un quai de livraison se partage entre voisins, le matin seulement.";
const meant = "Le matin seulement : l’après-midi il est pris.";
const meantBySecond = "Je parlais du nôtre, pas de tous.";
const reply = "La phrase dit ce que deux fermes font, sans le demander à toutes.";
const synthesis = "/syntheses/point-d-etape-4";
const writing = `${synthesis}/write`;

/** Two answers without an account, each with its words to be marked and its code. */
const first = { text: "Partager notre quai de livraison entre voisins. On y passe le matin.", code: "" };
const second = { text: "Prêter notre quai de livraison aux voisins. Chacun son jour.", code: "" };
const wordsOf = ({ text }: typeof first) => text.slice(0, text.indexOf(".") + 1);

const as = (browser: Browser, role: string | null, story: (page: Page) => Promise<void>) =>
  seated(browser, site.baseURL, role, story);
const citation = (page: Page, of: typeof first) => citationOf(page, wordsOf(of));

test("two people answer without an account; nobody has read them, and their page says so", async ({ browser }) => {
  for (const person of [first, second])
    await as(browser, null, async (page) => {
      await write(page, person.text);
      await page.getByRole("radio", { name: "Sans nom, avec ma région" }).check();
      await send(page);
      await expect(page.getByRole("link", { name: "Suivre cette réponse" })).toBeVisible();
      person.code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await page.locator("main").innerText())![0];
      await turnTo(page, `/follow/${person.code}`);
      await expect(path(page)).toBeVisible();
      await expect(page.locator("mark")).toHaveCount(0);
      await expect(page.getByText("Avons-nous bien rendu votre pensée ?")).toHaveCount(0);
    });
});

test("a rapporteur reads both on the reading desk and marks them by keyboard; the point is stated once two people say it", async ({
  browser,
}) => {
  await as(browser, "RAPPORTEUR", async (page) => {
    const text = await choose(page, first.text);
    await text.press("n");
    await page.keyboard.type(sentence);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Donné à : ${sentence}`)).toBeVisible();
    await sent(page);

    const panel = page.getByRole("region", { name: sentence });
    const state = async () => {
      await turnTo(page, "/reading/key-points?objective=objectif-4");
      await page.getByRole("link", { name: sentence }).click();
      await panel.getByRole("button", { name: "Énoncer ce point clef" }).click();
    };
    await state();
    await expect(panel.getByText("deux personnes")).toBeVisible();

    const again = await choose(page, second.text);
    await again.press("/");
    await page.keyboard.type("quai de livraison se partage");
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Donné à : ${sentence}`)).toBeVisible();
    await sent(page);
    await state();
    await expect(panel.getByText("Énoncé", { exact: true })).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto(`/follow/${first.code}`);
    await expect(page.locator("mark")).toContainText(wordsOf(first));
    await expect(path(page).getByRole("link", { name: new RegExp(sentence) })).toBeVisible();
    await expect(news(page)).toContainText("Les rapporteurs ont lu votre texte");
    await expect(page.getByText("Avons-nous bien rendu votre pensée ?")).toHaveCount(0);
  });
});

test("a third text is for another theme: it is handed on by keyboard, and its author reads where it went, and why", async ({
  browser,
}) => {
  const text = "Et les logements vides du bourg, qui les recense ?";
  let code = "";
  let theme = "";
  await as(browser, "RAPPORTEUR", async (page) => {
    code = await respond(page.request, site.baseURL, "ANONYMOUS", { text });
    await page.goto("/reading?objective=objectif-4&territory=bretagne");
    await page.getByRole("link", { name: text }).press("Enter");
    await expect(page.getByRole("listbox")).toBeFocused();
    const address = page.url();
    await page.keyboard.press("h");
    const themes = page.getByLabel("Transmettre au thème");
    await themes.selectOption({ index: 3 });
    theme = (await themes.locator("option:checked").textContent())!;
    await page.getByLabel("Un mot à son auteur").fill("Ce thème est le leur.");
    await page.keyboard.press("Enter");
    await expect(page).not.toHaveURL(address);
    await sent(page);
  });
  await as(browser, null, async (page) => {
    await page.goto(`/follow/${code}`);
    await expect(page.getByRole("link", { name: `Transmise au thème « ${theme} » le` })).toBeVisible();
    await expect(page.getByText("Elle y attend d’être lue.")).toBeVisible();
    await expect(path(page)).toContainText("Ce thème est le leur.");
    expect(await violations(page)).toEqual([]);
  });
});

test("the synthesis opens with what they say, and circulates: each is asked whether the words are well rendered", async ({
  browser,
}) => {
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto("/reading");
    await page.getByRole("button", { name: /Ouvrir le point d’étape : Imaginer les leviers/ }).click();
    await expect(page).toHaveURL(new RegExp(`${writing}$`));
    await expect(page.getByRole("article").filter({ hasText: sentence })).toHaveCount(1);
    await page.getByRole("link", { name: "Publication" }).click();
    await expect(page.getByRole("link", { name: "Le texte n’a pas circulé" })).toBeVisible();
    await page.getByRole("link", { name: "Relecture" }).click();
    await page.getByRole("button", { name: "Faire circuler" }).press("Enter");
    await expect(page.getByText("En relecture jusqu’au")).toBeVisible();
    await expect(page.getByText(/^0 réponse/)).toBeVisible();
  });
  for (const [person, words] of [
    [first, meant],
    [second, meantBySecond],
  ] as const)
    await as(browser, null, async (page) => {
      await page.goto(`/follow/${person.code}`);
      await expect(news(page)).toContainText("Êtes-vous bien cité ? « ");
      const card = citation(page, person);
      await expect(card).toContainText("Version 1, relue par tous jusqu’au");
      await expect(card).toContainText(sentence);
      expect(await violations(page)).toEqual([]);
      const no = card.getByRole("button", { name: "Non", exact: true });
      await no.press("Enter");
      await card.getByLabel("Ce que vous vouliez dire").fill(words);
      await card.getByRole("button", { name: "Envoyer à l’équipe" }).press("Enter");
      await expect(card).toContainText("L’équipe doit corriger");
      await expect(no).toHaveAttribute("aria-pressed", "true");
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await overflows(page)).toBe(false);
    });
  await as(browser, null, async (page) => {
    await page.goto(`${synthesis}#well-cited`);
    await expect(page.getByText(/personnes citées, 2 ont répondu.*2 déformées/)).toBeVisible();
    await expect(page.getByText(meant)).toHaveCount(0);
    await expect(page.getByText(meantBySecond)).toHaveCount(0);
  });
});

test("while two say that they are distorted nobody publishes, neither from the page nor past it", async ({
  browser,
}) => {
  await site.sql(`update synthesis_version v set circulated_on = current_date - 8, circulates_until = current_date - 1
    from synthesis s where s.id = v.synthesis_id and s.slug = 'point-d-etape-4'`);
  await site.sql(`update contribution c set status = 'VISIBLE', not_retained = 'NOTHING_TO_ADD', not_retained_on = current_date
    where objective_id = (select id from objective where slug = 'objectif-4') and status in ('VISIBLE', 'HELD')
      and not exists (select from passage p where p.contribution_id = c.id)`);
  await as(browser, secondPerson, async (page) => {
    await page.goto(`${writing}?view=publish`);
    await expect(page.getByRole("link", { name: "2 personnes se disent déformées" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Publier la version 1" })).toBeDisabled();
    const { publishSynthesis } = await publishing(page.request, site.baseURL, "point-d-etape-4");
    expect(publishSynthesis.problems).toEqual([{ code: "DISTORTED", value: "2" }]);
  });
});

test("the rapporteur corrects the sentence for one and answers the other in public; a second person publishes", async ({
  browser,
}) => {
  const review = (page: Page, words: string) =>
    page
      .getByRole("region", { name: /bien citées/ })
      .getByRole("listitem")
      .filter({ hasText: words });
  await as(browser, "RAPPORTEUR", async (page) => {
    await page.goto(`${writing}?view=returns`);
    const one = review(page, meant);
    await one.getByRole("button", { name: /^C’est corrigé/ }).click();
    await expect(
      one.getByText("Rien n’a changé dans la façon dont ces mots sont cités", { exact: false }),
    ).toBeVisible();
    await expect(one.getByText("Corrigé.", { exact: true })).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await one.getByRole("link", { name: /^Corriger le paragraphe/ }).press("Enter");
    const text = page.getByLabel("La phrase", { exact: false }).first();
    await expect(text).toBeFocused();
    await text.fill(corrected);
    await text.press("Control+s");
    await expect(
      page.getByRole("article").filter({ hasText: corrected }).getByText("Enregistré", { exact: true }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Relecture" }).click();
    await one.getByRole("button", { name: /^C’est corrigé/ }).press("Enter");
    await expect(one.getByText("Corrigé.", { exact: true })).toBeVisible();

    const other = review(page, meantBySecond);
    await other.getByRole("button", { name: /^Répondre en public/ }).press("Enter");
    await other.getByLabel("Votre réponse").fill(reply);
    await other.getByRole("button", { name: "Publier la réponse" }).press("Enter");
    await expect(other).toContainText(`Répondu : « ${reply} »`);
  });
  await as(browser, secondPerson, async (page) => {
    await page.goto(`${writing}?view=publish`);
    await expect(page.getByText("Rien ne manque.")).toBeVisible();
    const publish = page.getByRole("button", { name: "Publier la version 1" });
    await site.sql("update synthesis_version set revision = revision + 1 where published_at is null");
    await publish.press("Enter");
    await expect(page.getByText("relisez-le, puis publiez")).toBeVisible();
    await publish.press("Enter");
    await expect(page.getByRole("button", { name: "Défaire" })).toBeFocused();
    await page.keyboard.press("u");
    await expect(page.getByText("Rien n’a été publié")).toBeVisible();
    await publish.press("Enter");
    await expect(page.getByText("La version est publiée dans trente secondes.")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await site.sql("update synthesis_version set publishes_at = now() where publishes_at is not null");
    // The page asks by itself once the thirty seconds that it was told are past.
    await expect(page.getByText("La version 1 est en vigueur")).toBeVisible({ timeout: 60_000 });
  });
});

test("what is published holds the correction and the answer, and leads to both texts", async ({ browser }) => {
  await as(browser, null, async (page) => {
    await page.goto(`${synthesis}#well-cited`);
    await expect(page.getByText(corrected).first()).toBeVisible();
    await expect(page.getByText(reply)).toBeVisible();
    const paragraph = page.getByRole("article").filter({ hasText: corrected });
    for (const person of [first, second]) await expect(paragraph).toContainText(wordsOf(person));
    expect(await violations(page)).toEqual([]);
    await turnTo(page, "/contributions?q=quai+de+livraison+matin");
    await page.locator('main li a[href^="/contributions/"]').first().press("Enter");
    await expect(page).toHaveURL(/\/contributions\/[\w-]{36}/);
    await expect(page.locator("mark")).toContainText(wordsOf(first));
    await expect(path(page).getByRole("link", { name: /version 1/ })).toBeVisible();
  });
});

test("back on the page of one's number: cited, in which version, and what was done of what one said", async ({
  browser,
}) => {
  await as(browser, null, async (page) => {
    await page.goto(`/follow/${first.code}`);
    await expect(news(page)).toContainText("Votre remarque a changé la version 1");
    const card = citation(page, first);
    await expect(card).toContainText("Version 1");
    await expect(card).not.toContainText("relue par tous");
    await expect(card).toContainText(corrected);
    await expect(card).toContainText(meant);
    await expect(card).toContainText("Le texte est corrigé d’après votre remarque.");
    await expect(card).not.toContainText("L’équipe doit corriger");
    expect(await violations(page)).toEqual([]);
    await path(page)
      .getByRole("link", { name: /version 1/ })
      .click();
    await expect(page).toHaveURL(`${synthesis}/versions/1`);
    await expect(page.getByText(corrected).first()).toBeVisible();
  });
  await as(browser, null, async (page) => {
    await page.goto("/follow");
    await page.getByLabel("Numéro de votre réponse").fill(second.code.toLowerCase());
    const seen = page.waitForResponse((it) => Boolean(it.request().postData()?.includes("SeeNews")));
    await page.getByRole("button", { name: "Retrouver ma réponse" }).click();
    await expect(heading(page)).toHaveText("Ce que votre réponse est devenue");
    await expect(news(page)).toContainText("L’équipe répond à votre remarque");
    const card = citation(page, second);
    await expect(card).toContainText(reply);
    await expect(card).not.toContainText("L’équipe doit corriger");
    await seen; // news is shown once
    await page.reload();
    await expect(card).toContainText(reply);
    await expect(news(page)).toHaveCount(0);
  });
});

test("one of them takes the answer back: it is read no more wherever it was quoted, and the other's words stay", async ({
  browser,
}) => {
  await as(browser, null, async (page) => {
    const places = [synthesis, `${synthesis}/versions/1`, `${synthesis}/v1.html`, "/contributions?q=quai+de+livraison"];
    const told = async (of: typeof first) => {
      const pages = await Promise.all(places.map(async (place) => (await page.request.get(place)).text()));
      return pages.map((html) => html.includes(wordsOf(of)));
    };
    expect(await told(first)).toEqual([true, true, true, true]);
    await page.goto(`/follow/${first.code}`);
    await page.getByRole("button", { name: "Retirer ma réponse" }).press("Enter");
    await page.getByRole("button", { name: "La retirer pour toujours" }).press("Enter");
    await expect(page.getByText(/Vos mots sont effacés, sa place est gardée/)).toBeVisible();
    await expect(page.getByText(wordsOf(first))).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    expect([await told(first), await told(second)]).toEqual([places.map(() => false), places.map(() => true)]);
  });
});
