import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ask, respond } from "./answering.ts";
import { expect, overflows, sent, settled, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { firstText, textHasFocus } from "./readingDesk.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

/** A site of its own: the queue gets shorter, and others would read from it. */
const { test } = onOwnSite();

test.describe.configure({ mode: "default" });

interface OfTwoTexts {
  mark: string;
  address: string;
  kept: () => Promise<unknown[]>;
}

/** The sheet of a response of two texts that was just sent, opened from the list by its second one. */
async function ofTwoTexts(page: Page, baseURL: string): Promise<OfTwoTexts> {
  const mark = randomUUID().slice(0, 6);
  const text = `Un quai de livraison partagé (${mark}). Un carnet de bord commun (${mark}).`;
  const example = `Trois communes le font déjà (${mark}).`;
  await respond(page.request, baseURL, "ANONYMOUS", { text, territory: "DEPARTMENT:2B", more: { "4.3": example } });
  const { readingDesk } = await ask<any>(
    page.request,
    baseURL,
    `{ readingDesk { queue(filter: { territory: "corse", unread: true }, first: 100) { nodes { id body } } } }`,
  );
  const idOf = (body: string) => readingDesk.queue.nodes.find((it: any) => it.body === body).id as string;
  const ids = [idOf(text), idOf(example)] as const;
  const next = `{ readingDesk { contribution(id: "${ids[1]}", filter: { objective: "objectif-4" }) { nextId } } }`;
  // After the last one of the order that is drawn comes the end of the evening: another is sent.
  if (!(await ask<any>(page.request, baseURL, next)).readingDesk.contribution.nextId) return ofTwoTexts(page, baseURL);
  const address = `/reading/${ids[1]}?objective=objectif-4`;
  /** Readings of each text, and the reason given. */
  const kept = async () => {
    const of = (id: string) => `contribution(id: "${id}") { readings { name } notRetained passages { id } }`;
    const query = `{ readingDesk { first: ${of(ids[0])} second: ${of(ids[1])} } }`;
    const { readingDesk: told } = await ask<any>(page.request, baseURL, query);
    return [told.first, told.second].map((it) => [it.readings.length, it.passages.length, it.notRetained]);
  };
  return { mark, address, kept };
}

test("one response is one sheet: its texts are walked by keys, each is given or ended by itself, and Enter ends what is left", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  const { mark, address, kept } = await ofTwoTexts(page, baseURL!);
  await page.goto(address);
  await textHasFocus(page);
  const texts = page.getByRole("listbox").getByRole("group");
  const chosen = page.getByRole("listbox").getByRole("option", { selected: true });
  await expect(texts).toHaveCount(2);
  // The one that was opened; arrows go on to the other, sentence by sentence, or by the side.
  await expect(chosen).toHaveText(`Trois communes le font déjà (${mark}).`);
  await page.keyboard.press("ArrowUp");
  await expect(chosen).toHaveText(`Un carnet de bord commun (${mark}).`);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await expect(chosen).toHaveText(`Un quai de livraison partagé (${mark}).`);
  expect(await violations(page)).toEqual([]);

  // The first is given; the other is ended by itself, and nothing is left.
  await page.keyboard.press("1");
  await expect(chosen).toHaveText(`Un carnet de bord commun (${mark}).`);
  await expect(page.getByRole("button", { name: "Rien d’autre" })).toBeVisible();
  // The key shows what the words were given to, in forced colours too.
  const grounds = () =>
    page
      .getByRole("region", { name: "Donner la phrase à" })
      .locator("button kbd")
      .evaluateAll((keys) => keys.slice(0, 2).map((key) => getComputedStyle(key).backgroundColor));
  for (const forcedColors of ["active", null] as const) {
    await page.emulateMedia({ forcedColors });
    const [given, other] = await grounds();
    expect(given, String(forcedColors)).not.toBe(other);
  }
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+S");
  await expect(page).not.toHaveURL(address);
  await sent(page);
  expect(await kept()).toEqual([
    [1, 1, null],
    [1, 0, "REQUEST_APART"],
  ]);

  // One stack: the end, then the gift.
  await page.keyboard.press("u");
  await expect(page).toHaveURL(address);
  await expect(chosen).toHaveText(`Trois communes le font déjà (${mark}).`);
  await page.keyboard.press("u");
  await sent(page);
  await expect.poll(kept).toEqual([
    [1, 0, null],
    [0, 0, null],
  ]);
});

test("one key ends all that is left of a response, and one « Défaire » takes it back; by touch one text is ended alone", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  await page.setViewportSize({ width: 390, height: 844 });
  const { mark, address, kept } = await ofTwoTexts(page, baseURL!);
  await page.goto(address);
  await textHasFocus(page);
  expect(await overflows(page)).toBe(false);
  await page.keyboard.press("s");
  await expect(page).not.toHaveURL(address);
  await textHasFocus(page);
  await expect(page.getByText("2 textes lus.")).toBeVisible();
  await sent(page);
  const said = [1, 0, "REQUEST_APART"];
  expect(await kept()).toEqual([said, said]);
  await page.keyboard.press("u");
  await sent(page);
  const unread = [0, 0, null];
  await expect.poll(kept).toEqual([unread, unread]);

  await page.getByRole("option", { name: `Trois communes le font déjà (${mark}).` }).click();
  await page.getByLabel("Pour le texte choisi seul").check();
  await page.getByRole("button", { name: "Incomprise" }).click();
  // The other comes next, on the same sheet.
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toHaveText(
    `Un quai de livraison partagé (${mark}).`,
  );
  await expect(page.getByRole("listbox").getByText("pas comprise")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await sent(page);
  expect(await kept()).toEqual([unread, [1, 0, "NOT_UNDERSTOOD"]]);
  await page
    .getByRole("button", { name: "Rien à ajouter" })
    .or(page.getByRole("button", { name: "Rien d’autre" }))
    .click();
  await sent(page);
  await expect.poll(kept).toEqual([
    [1, 0, "NOTHING_TO_ADD"],
    [1, 0, "NOT_UNDERSTOOD"],
  ]);
});

test("in two windows on one text, a reason that words cleared, and one that words kept from being said, are told with the way on", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  const { address, kept } = await ofTwoTexts(page, baseURL!);
  const other = await page.context().newPage();
  for (const window of [page, other]) {
    await window.goto(address);
    await textHasFocus(window);
  }
  const unread = [0, 0, null];
  await other.keyboard.press("Shift+S");
  await sent(other);
  expect(await kept()).toEqual([unread, [1, 0, "REQUEST_APART"]]);
  await page.keyboard.press("1");
  await expect(page.getByText("Ce texte avait été dit non retenu (une demande à part)")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Reprendre mes mots" }).click();
  await sent(page);
  await expect.poll(kept).toEqual([unread, [1, 0, "REQUEST_APART"]]);

  // The other way round: the first text is given here, and the other window says that nothing follows from it.
  await other.reload();
  await textHasFocus(other);
  await other.keyboard.press("ArrowLeft");
  await page.goto(address);
  await textHasFocus(page);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("1");
  await sent(page);
  await other.keyboard.press("Shift+S");
  await sent(other);
  for (const window of [page, other]) await expect(window.getByText("« Non retenu » n’est pas gardé")).toBeVisible();
  await page.getByRole("button", { name: "Voir ce qui est donné" }).click();
  await expect(page.getByRole("heading", { name: "Déjà marqué ici" })).toBeVisible();
  await page.getByRole("button", { name: "Compris" }).click();
  for (const window of [page, other]) await expect(window.getByText("« Non retenu » n’est pas gardé")).toHaveCount(0);
  expect((await kept())[0]).toEqual([1, 1, null]);
});

test("a text is kept to be read by two with E: it is read, the other rapporteur finds it first and blind, and it can be taken back", async ({
  page,
  as,
  baseURL,
  browser,
}) => {
  await as("RAPPORTEUR");
  const { mark, address, kept } = await ofTwoTexts(page, baseURL!);
  await page.goto(address);
  await textHasFocus(page);
  const texts = page.getByRole("listbox").getByRole("group");
  const chosen = page.getByRole("listbox").getByRole("option", { selected: true });
  const two = page.getByRole("button", { name: "Garder à lire à deux" });
  // A text kept for two counts as read, without a reason; the other text of the response comes next.
  await page.keyboard.press("e");
  await expect(texts.last()).toContainText("Gardée à lire à deux");
  await expect(chosen).toHaveText(`Un quai de livraison partagé (${mark}).`);
  await sent(page);
  expect(await kept()).toEqual([
    [0, 0, null],
    [1, 0, null],
  ]);
  await page.keyboard.press("u");
  await expect(texts.last()).not.toContainText("Gardée à lire à deux");
  await sent(page);
  expect(await kept()).toEqual([
    [0, 0, null],
    [0, 0, null],
  ]);
  // A text with marks can be kept too, and stays in view: here by its button, as on a touch screen.
  await page.keyboard.press("1");
  await two.click();
  await expect(two).toHaveAttribute("aria-pressed", "true");
  await sent(page);
  expect(await violations(page)).toEqual([]);

  const seat = await browser.newContext({ baseURL, locale: "fr-FR", viewport: { width: 390, height: 844 } });
  const other = await seat.newPage();
  const { demoPersonas } = await ask<any>(page.request, baseURL!, "{ demoPersonas { displayName roles } }");
  const [, second] = demoPersonas.filter(({ roles }: any) => roles.includes("RAPPORTEUR"));
  await signIn(other, baseURL!, second.displayName);
  await other.goto("/desk");
  await expect(other.getByText("Une parole gardée à lire à deux vous attend")).toBeVisible();
  await turnTo(other, "/reading");
  await other.getByRole("link", { name: /Reprendre la lecture/ }).click();
  await textHasFocus(other);
  await expect(other.getByText("garde un texte à lire à deux")).toBeVisible();
  await expect(other.getByText(`Trois communes le font déjà (${mark}).`)).toBeVisible();
  await expect(other.locator("[data-digit]")).toHaveCount(0);
  await expect(other.getByRole("button", { name: "Garder à lire à deux" })).toHaveCount(0);
  expect(await overflows(other)).toBe(false);
  await seat.close();
});

test("what is done once the session has ended in another tab waits on the device, which says so, and leaves after signing in", async ({
  page,
  as,
  baseURL,
}) => {
  await as("RAPPORTEUR");
  await firstText(page);
  await settled(page);
  await page.context().clearCookies();
  await page.keyboard.press("i");
  const waits = page.getByText(/Votre session est finie.: un texte attend sur cet appareil/);
  await expect(waits).toBeVisible();
  // Nobody else who signs in on this device does it in their own name.
  await signIn(page, baseURL!, "MODERATOR");
  const answered = await page.waitForResponse((answer) => "x-in-name-of" in answer.request().headers());
  expect(await answered.text()).toContain("UNAUTHENTICATED");
  await expect(waits).toBeVisible();
  await signIn(page, baseURL!, "RAPPORTEUR");
  await sent(page);
  await expect(page.getByText(/attend(ent)? sur cet appareil/)).toHaveCount(0);
});
