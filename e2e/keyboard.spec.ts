import type { CDPSession, Locator, Page } from "@playwright/test";
import { expect, overflows, settled, test } from "./fixtures.ts";
import { ownSite } from "./ownSite.ts";
import { turnTo } from "./turnTo.ts";

/** A stop of the Tab key, as it is seen. */
interface Stop {
  name: string;
  faults: string[];
}

/** Notes that a page takes as one goes through it. */
interface Noted {
  seen?: Element[];
  /** Null once the page was left; more keys may follow. */
  stops?: (Stop | null)[];
  isLeft?: boolean;
}

/** Notes where each Tab leads, as its key is let go. Told: no visible focus, out of order, out of sight. */
function note() {
  const noted = window as Noted;
  if (noted.stops) return;
  noted.stops = [];
  const stop = (): Stop | null => {
    const seen = (noted.seen ??= []);
    const at = document.activeElement;
    const before = seen.at(-1);
    // The parts of a date are stops of one control.
    const isPart = at !== null && at === before && at.matches("[type=date], [type=time], [type=datetime-local]");
    noted.isLeft ||= !at || at === document.body || (seen.includes(at) && !isPart);
    if (!at || noted.isLeft) return null;
    if (!isPart) seen.push(at);
    const inks = [at, ...at.querySelectorAll("*"), at.parentElement!, at.closest("label, fieldset") ?? at];
    const isInk = (one: Element) => {
      const { outlineStyle, outlineWidth, stroke, strokeWidth } = getComputedStyle(one);
      return outlineStyle !== "none"
        ? parseFloat(outlineWidth) >= 2
        : stroke !== "none" && parseFloat(strokeWidth) >= 3;
    };
    const { top, bottom, left, right, width } = (at.closest("label") ?? at).getBoundingClientRect();
    const isOut = bottom < 0 || top > innerHeight || right < 0 || left > innerWidth || width === 0;
    const isBack =
      !isPart && before?.isConnected && !(before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
    const faults = [!inks.some(isInk) && "no visible focus", isOut && "out of sight", isBack && "out of order"];
    const name = (at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 60);
    return {
      name: `${at.tagName} ${at.id || name || (at as HTMLInputElement).name}`,
      faults: faults.filter((fault) => typeof fault === "string"),
    };
  };
  addEventListener("keyup", ({ key }) => key === "Tab" && noted.stops!.push(stop()), { capture: true });
}

/** Goes on to the next twenty controls, as fast as keys come; one of them is null once the page was left. */
async function next(page: Page, hand: CDPSession) {
  const tab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: 20 }, () => [
    hand.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...tab }),
    hand.send("Input.dispatchKeyEvent", { type: "keyUp", ...tab }),
  ]);
  await Promise.all(presses.flat());
  return page.evaluate(() => (window as Noted).stops!.splice(0));
}

/** Number of controls of a page that was gone through and that were not reached. */
const left = (page: Page) =>
  page.evaluate(() => {
    const { seen = [] } = window as Noted;
    const groups = new Set<string>();
    const reached = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const others = [...document.querySelectorAll<HTMLElement>(reached)].filter((one) => {
      if (seen.includes(one) || one.matches(":disabled, [tabindex='-1'], [type=hidden]")) return false;
      if (!one.checkVisibility({ visibilityProperty: true }) || one.closest("[inert]")) return false;
      if (!one.matches("[type=radio]")) return true;
      const { name: group } = one as HTMLInputElement;
      if (groups.has(group) || seen.some((other) => (other as HTMLInputElement).name === group)) return false;
      return Boolean(groups.add(group));
    });
    return others.length;
  });

/** Goes through a whole page with Tab alone, wide and at 320 px: all is reached, in order, seen, and left again. */
async function through(page: Page, address?: string) {
  if (address) await turnTo(page, address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await settled(page);
  await page.evaluate(note);
  const hand = await page.context().newCDPSession(page);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflows(page), `${page.url()} at ${width}`).toBe(false);
    await begin(page);
    const faults: string[] = [];
    for (let stops = 0, isLeft = false; !isLeft && stops < 400; stops += 20)
      for (const stop of await next(page, hand)) {
        isLeft ||= stop === null;
        if (stop && !isLeft) faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
      }
    expect(faults, `${page.url()} at ${width}`).toEqual([]);
    expect(await left(page), `${page.url()} at ${width}`).toBe(0);
  }
  await hand.detach();
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** From the head of the page. */
const begin = (page: Page) =>
  page.evaluate(() => {
    Object.assign(window, { seen: [], stops: (window as Noted).stops && [], isLeft: false });
    // Tab goes on from where the focus was last.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  });

/** Goes on with Tab until a control has the focus. */
async function reach(page: Page, control: Locator) {
  await expect(control).toBeVisible();
  const sought = await control.elementHandle();
  for (let stops = 0; stops < 300; stops++) {
    if (await sought.evaluate((one) => one === document.activeElement || one.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${String(control)} is not reached.`);
}
const press = async (page: Page, control: Locator) => {
  await reach(page, control);
  await page.keyboard.press("Enter");
};
const write = async (page: Page, label: string, words: string) => {
  await reach(page, page.getByLabel(label).first());
  await page.keyboard.type(words);
};

test("from the printed link to an open group, its calendar and its meetings, with a keyboard alone", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const site = await ownSite({ empty: true });
  try {
    const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", timezoneId: "Europe/Paris" });
    const page = await context.newPage();
    await page.goto(await site.printed());
    await through(page);
    await begin(page);
    await write(page, "Votre nom, comme il paraîtra", "Ana Brel");
    await write(page, "Votre adresse électronique", "ana@example.org");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/instance$/);
    await through(page);
    await begin(page);
    await write(page, "Nom, en haut de chaque page", "Les Semeurs");
    await press(page, page.getByRole("button", { name: "Enregistrer" }).first());
    await expect(page.getByRole("banner")).toContainText("Les Semeurs");
    for (const address of ["/instance/lists?list=SECTOR", "/instance/territories", "/people", "/language-kit"])
      await through(page, address);

    // Five screens.
    await through(page, "/groups/new");
    await begin(page);
    await reach(page, page.getByRole("radio", { name: /objectif/ }).first());
    await page.keyboard.press("ArrowDown");
    await reach(page, page.getByLabel("Thème", { exact: true }));
    await page.keyboard.press("ArrowDown");
    await press(page, page.getByRole("button", { name: "La date finale" }));
    await expect(page).toHaveURL(/\/launch\/calendar$/);
    await through(page);
    await press(page, page.getByRole("button", { name: "Les objectifs" }));
    await expect(page).toHaveURL(/\/launch\/objectives$/);
    await through(page);
    await press(page, page.getByRole("button", { name: "L’équipe" }));
    await expect(page).toHaveURL(/\/launch\/team$/);
    await through(page);
    await press(page, page.getByRole("button", { name: "Relire" }));
    await expect(page).toHaveURL(/\/launch\/open$/);
    await through(page);
    await press(page, page.getByRole("button", { name: "Ouvrir le groupe" }));
    await expect(page).toHaveURL(/\/groups\/[^/]+$/);
    const slug = new URL(page.url()).pathname.split("/").at(-1)!;

    // A step of the calendar is moved, with its reason.
    await through(page, `/groups/${slug}/schedule`);
    await begin(page);
    const step = page.getByRole("slider").last();
    const before = await step.getAttribute("aria-valuetext");
    await reach(page, step);
    await page.keyboard.press("ArrowRight");
    await expect(step).not.toHaveAttribute("aria-valuetext", before!);
    await press(page, page.getByRole("button", { name: "Enregistrer ces dates" }));
    await write(page, "Pourquoi", "La salle est prise.");
    await press(page, page.getByRole("button", { name: "Enregistrer ces dates" }));
    await expect(page.getByText("Le calendrier est enregistré.")).toBeVisible();

    // A meeting, sent too early, is told its lacks; a territory opens its group.
    await through(page, `/meetings/new?group=${slug}`);
    await through(page, "/territories/bretagne");
    await begin(page);
    await press(page, page.getByRole("button", { name: /Ouvrir (?:un|le) groupe/ }).first());
    await settled(page);
    await through(page);
  } finally {
    await site.stop();
  }
});
