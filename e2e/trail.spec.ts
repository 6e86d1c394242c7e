import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask, heading, proposal, respond, send, write } from "./answering.ts";
import { expect, mailed, overflows, sent, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";

/** A site of its own: a minute passes there by a statement. */
const { test, site } = onOwnSite({ shared: true });
test.describe.configure({ mode: "serial" });

const mark = randomUUID().slice(0, 6);
const address = `maraichere-${mark}@exemple.fr`;
const words = `Partager un quai de livraison entre voisins (${mark}). On y passe le matin.`;
const sentence = `Un quai partagé suffit à plusieurs fermes (${mark}).`;

const marking = "mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } } }";
const stating = "mutation ($input: StateKeyPointInput!) { stateKeyPoint(input: $input) { problems { code } } }";

/** The latest mail to the author with this text, once it came: one a minute at most. */
async function mailWith(page: Page, text: string) {
  const mail = page.getByRole("listitem").filter({ hasText: address }).filter({ hasText: text }).first();
  await mailed(page, address, text);
  await expect(mail).toBeVisible();
  return mail;
}
const linkIn = async (mail: Awaited<ReturnType<typeof mailWith>>, path: RegExp) => {
  const links = await mail.getByRole("link").evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const { pathname, search } = new URL(links.find((link) => path.test(link))!);
  return pathname + search;
};

test("from an unread answer to what became of it: read, marked, told once by mail and on its page, and no more when asked", async ({
  page,
  as,
  baseURL,
  browser,
}) => {
  test.setTimeout(240_000);
  const author = await (await browser.newContext({ baseURL, locale: "fr-FR" })).newPage();
  await write(author, words);
  await author.getByRole("radio", { name: "Sans nom, avec ma région" }).check();
  await author.getByLabel("Je veux être informé de ce que devient ma réponse").check();
  await author.getByLabel("Adresse électronique").fill(address);
  await send(author);
  await expect(author.getByRole("link", { name: "Suivre cette réponse" })).toBeVisible();
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(await author.locator("main").innerText())![0];

  await author.goto("/follow");
  await expect(author.getByRole("listitem").filter({ hasText: code })).toContainText(/Reçue/);

  await as("RAPPORTEUR");
  const idOf = async (receipt: string, body: string) => {
    const { receipt: found } = await ask<any>(
      page.request,
      baseURL!,
      "query ($code: String!) { receipt(code: $code) { contributions { id body } } }",
      { code: receipt },
    );
    return found.contributions.find((one: any) => one.body === body).id as string;
  };
  const contributionId = await idOf(code, words);
  await page.goto(`/reading/${contributionId}`);
  const text = page.getByRole("listbox");
  await text.focus();
  await text.press("Space");
  await text.press("n");
  await page.keyboard.type(sentence);
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Donné à : ${sentence}`)).toBeVisible();
  await sent(page);

  // Not public yet: the page says it was read, and nothing more.
  const read = await mailWith(author, "Votre texte est lu");
  await expect(read).not.toContainText(sentence);
  // The minute of that mail is over.
  await site.sql("update outgoing_mail set key = 'a minute ago ' || id where queued_at > now() - interval '1 minute'");

  // A second person says it too: it can be stated.
  const other = await idOf(await respond(page.request, baseURL!, "ANONYMOUS"), proposal);
  const { readingDesk } = await ask<any>(
    page.request,
    baseURL!,
    "{ readingDesk { keyPoints { id sentence version } } }",
  );
  const keyPoint = readingDesk.keyPoints.find((one: any) => one.sentence === sentence);
  const input = { contributionId: other, startsAt: 0, endsAt: 20, keyPointId: keyPoint.id };
  expect((await ask<any>(page.request, baseURL!, marking, { input })).markPassage.problems).toEqual([]);
  const stated = await ask<any>(page.request, baseURL!, stating, {
    input: { id: keyPoint.id, version: keyPoint.version },
  });
  expect(stated.stateKeyPoint.problems).toEqual([]);

  const marked = await mailWith(author, sentence);
  await expect(marked).toContainText("Partager un quai de livraison");
  expect(await marked.innerText()).not.toContain(code);
  await author.goto(await linkIn(marked, /\/follow\//));
  await expect(heading(author)).toHaveText("Ce que votre réponse est devenue");
  const news = author.getByRole("list", { name: "Du nouveau pour vos mots" });
  await expect(news.getByRole("link", { name: new RegExp(mark) })).toBeVisible();
  await expect(author.getByText("Une adresse peut être mal écrite")).toBeVisible();
  await expect(author.getByRole("button", { name: "Retirer ma réponse" })).toHaveCount(0);
  expect(await violations(author)).toEqual([]);
  await author.setViewportSize({ width: 390, height: 800 });
  expect(await overflows(author)).toBe(false);

  // News is shown once: not again here, with the code, or in the list of the device.
  await author.reload();
  await expect(heading(author)).toHaveText("Ce que votre réponse est devenue");
  await expect(news).toHaveCount(0);
  await author.goto("/follow");
  await expect(author.getByRole("listitem").filter({ hasText: code })).toContainText("des passages y sont marqués");
  await expect(news).toHaveCount(0);
  expect(await violations(author)).toEqual([]);
  await author.goto(`/follow/${code}`);
  await expect(
    author.getByRole("list", { name: "Son chemin" }).getByRole("link", { name: new RegExp(mark) }),
  ).toBeVisible();

  const stop = await linkIn(await mailWith(author, sentence), /\/mails\/stop/);
  const follow = await linkIn(await mailWith(author, sentence), /\/follow\//);
  await author.goto(stop);
  expect(await violations(author)).toEqual([]);
  await author.getByRole("button", { name: "Ne plus m’écrire" }).click();
  await expect(heading(author)).toHaveText("C’est fait : plus aucun message");
  await author.goto(follow);
  await expect(heading(author)).toHaveText("Nous ne trouvons pas ce numéro");
  await author.context().close();
});

test("« mon bureau » tells what is new of the responses of an account, once, and whether one is written to", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  const code = await respond(page.request, baseURL!, "ANONYMOUS");
  const claim = "mutation ($input: ReceiptInput!) { claimResponse(input: $input) { problems { code } } }";
  expect((await ask<any>(page.request, baseURL!, claim, { input: { code } })).claimResponse.problems).toEqual([]);
  const { receipt } = await ask<any>(
    page.request,
    baseURL!,
    "query ($code: String!) { receipt(code: $code) { contributions { id } } }",
    { code },
  );
  const reading =
    "mutation ($input: ReadContributionsInput!) { readContributions(input: $input) { problems { code } } }";
  const input = { contributionIds: receipt.contributions.map(({ id }: any) => id), notRetained: "NOTHING_TO_ADD" };
  expect((await ask<any>(page.request, baseURL!, reading, { input })).readContributions.problems).toEqual([]);

  await page.goto("/desk");
  const own = page
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href$="${code}"]`) })
    .first();
  await expect(own.getByRole("list", { name: "Du nouveau pour vos mots" })).toContainText(
    "Votre texte n’est pas repris",
  );
  await page.getByRole("heading", { name: "Les messages" }).click();
  await page.getByRole("button", { name: "Ne plus recevoir de messages" }).click();
  await expect(page.getByText("Aucun message ne vous dit")).toBeVisible();
  await page.getByRole("button", { name: "Recevoir un message quand il y a du nouveau" }).click();
  await expect(page.getByText("une fois par jour au plus")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect(own).toBeVisible();
  await expect(own.getByRole("list", { name: "Du nouveau pour vos mots" })).toHaveCount(0);

  // An author told that nothing follows may answer those who read them, where anybody reads it.
  await own.locator(`a[href$="${code}"]`).click();
  await page.getByRole("link", { name: "Répondre aux rapporteurs" }).click();
  await expect(page).toHaveURL(/\/contributions\/[0-9a-f-]+#say$/);
  await expect(page.getByRole("heading", { name: "Réactions" })).toBeInViewport();
});

test("without scripts, the last link of a mail has its button too", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ baseURL, javaScriptEnabled: false })).newPage();
  await page.goto("/mails/stop?token=notours");
  await page.getByRole("button", { name: "Ne plus m’écrire" }).click();
  await expect(page).toHaveURL(/\/mails\/stop\?unknown/);
  await expect(heading(page)).toHaveText("Ce lien n’est pas entier");
  await page.context().close();
});
