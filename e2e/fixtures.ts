/**
 * A story waits after each navigation until React handles every control of the page: it is quicker than anybody, and
 * its earlier acts would be lost. Stories that share a desk or a queue run one after another.
 */
import { type Browser, test as base, type Page, type Request } from "@playwright/test";
import type axe from "axe-core";
import { rules } from "./axeRules.ts";
import { expect } from "./expect.ts";
import { keptContexts } from "./keptContexts.ts";
import { ownSite } from "./ownSite.ts";
import { signIn } from "./signIn.ts";

export { expect };

interface Fixtures {
  /** True if the next story may go on in the contexts of this one: not when it is told again, and recorded. */
  keeps: boolean;
  /** Contexts go back to where the next story takes them from. */
  story: void;
  /** Complaints of the browser, which fail the test: hydration, content policy, missing files. */
  complaints: string[];
  /** Addresses the page asked for, in order. */
  requests: string[];
  /** Signs in as the first fictional person who holds a role. */
  as: (role: string) => Promise<void>;
  /** Page of somebody without an account, in a browser of their own. */
  visitor: Page;
}

/** Complaints of the browser about a page, collected as they come. */
export function listen(page: Page) {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const blocked = message.text().startsWith("Service Worker registration blocked");
    // Said by a clock: what is asked for beforehand is used late where a busy machine draws late.
    const late = message.text().includes("was preloaded using link preload but not used within a few seconds");
    if (["error", "warning"].includes(message.type()) && !blocked && !late) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Ends once React handles every control of the page, or does not in ten seconds; one that waits for a sign is given it. */
async function lives() {
  const isAlive = () => {
    dispatchEvent(new Event("pointermove"));
    const root = document.getElementById("root");
    if (root && !Object.keys(root).some((key) => key.startsWith("__reactContainer$"))) return false;
    return [...document.querySelectorAll("main :is(button, input, textarea, select, summary)")].every((control) =>
      Object.keys(control).some((key) => key.startsWith("__reactFiber$")),
    );
  };
  for (let frames = 0; frames < 600 && !isAlive(); frames++) await new Promise((done) => requestAnimationFrame(done));
  return true;
}

/** Names of what a page asks the API for, as it asks. */
export function asks(page: Page) {
  const names: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/graphql")) names.push(/"operationName":"(\w+)"/.exec(request.postData() ?? "")![1]!);
  });
  return names;
}

/** Requests of a page that are not answered yet. */
const awaited = new WeakMap<Page, Set<Request>>();

/**
 * Waits until a document answers to what is done on it. Playwright's own way of waiting brings all its tools to each
 * document a second time, a twentieth of what a page costs: it is for one that another takes the place of meanwhile.
 */
export const alive = (page: Page) =>
  page
    .evaluate(lives)
    .catch(() => page.waitForFunction(lives, null, { timeout: 10_000 }))
    .catch(() => undefined);

/** Makes each navigation wait for hydration: a story is quicker than anybody. */
function unhurried(page: Page) {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  // Scripts run before the document is whole for its listeners: pictures and letters need not be waited for.
  page.goto = async (where, how) => {
    const response = await goto(where, { waitUntil: "domcontentloaded", ...how });
    await alive(page);
    return response;
  };
  page.reload = async (how) => {
    const response = await reload({ waitUntil: "domcontentloaded", ...how });
    await alive(page);
    return response;
  };

  const asked = new Set<Request>();
  awaited.set(page, asked);
  // The line by which an open page is told of new things is never answered to its end.
  page.on("request", (request) => request.resourceType() !== "eventsource" && asked.add(request));
  for (const end of ["requestfinished", "requestfailed"] as const)
    page.on(end as "requestfinished", (request) => asked.delete(request));
}

/** Waits until all requests of a page are answered, and the page is drawn. */
export async function settled(page: Page) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const left = async () => {
    await page.evaluate(drawn);
    return awaited.get(page)!.size;
  };
  await expect.poll(left, { intervals: [0, 20, 50] }).toBe(0);
}

interface OfWorker {
  browser: Browser;
  kept: ReturnType<typeof keptContexts>;
  /** A second site, for stories that change it where no other one looks: started for the first of them. */
  besideSite: Awaited<ReturnType<typeof ownSite>>;
}

export const test = base.extend<Fixtures, OfWorker>({
  besideSite: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from there
    async ({}, use) => {
      const site = await ownSite();
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 240_000 },
  ],
  kept: [async ({ browser }, use) => use(keptContexts(browser, unhurried)), { scope: "worker", auto: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from there
  keeps: [async ({}, use, { retry }) => use(retry === 0), { option: true }],
  story: [
    async (
      {
        kept,
        keeps,
        baseURL,
        locale,
        timezoneId,
        viewport,
        serviceWorkers,
        permissions,
        storageState,
        javaScriptEnabled,
      },
      use,
      { errors },
    ) => {
      const look = {
        baseURL,
        locale,
        timezoneId,
        viewport,
        serviceWorkers,
        permissions,
        storageState,
        javaScriptEnabled,
      };
      const end = kept(look, () => errors.length === 0 && keeps);
      await use();
      await end();
    },
    { auto: true },
  ],
  complaints: [
    async ({ story: _begun, page }, use) => {
      const complaints = listen(page);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  requests: async ({ page }, use) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(new URL(request.url()).pathname));
    await use(requests);
  },
  as: async ({ page, baseURL }, use) => {
    await use((role) => signIn(page, baseURL!, role));
  },
  visitor: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL, locale: "fr-FR", timezoneId: "Europe/Paris" });
    await use(await context.newPage());
    await context.close();
  },
});

/** The mails that the demonstration would have sent, without a page of them that is drawn anew at each look. */
export async function mails(page: Page) {
  const asked = await page.request.post("/graphql", { data: { query: "{ demoMails { to subject text } }" } });
  const { data } = (await asked.json()) as { data: { demoMails: object[] } | null };
  return (data?.demoMails ?? []).map((mail) => Object.values(mail).join("\n"));
}

/** Opens the page of mails, once one of them says all of these words. */
export async function mailed(page: Page, ...words: string[]) {
  const isThere = async () => (await mails(page)).some((mail) => words.every((word) => mail.includes(word)));
  await expect.poll(isThere, { message: words.join(", "), timeout: 75_000, intervals: [250, 500] }).toBe(true);
  await page.goto("/demo/mail");
}

/** Waits until the acts of an evening of reading have left the device. */
export const sent = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(() =>
        Object.entries(localStorage).every(([name, kept]) => !name.startsWith("evening:") || kept.length < 3),
      ),
    )
    .toBe(true);

/**
 * Problems axe finds in the page as it stands; a page framed in it answers for itself. With `sizes`, what one presses is
 * held to 24 pixels too, or as much room around.
 */
export async function violations(page: Page, sizes = false) {
  // The rules are read once a document, however often it is looked at. An element of that name is not them.
  const isRead = () => typeof (window as { axe?: { run?: unknown } }).axe?.run === "function";
  if (!(await page.evaluate(isRead))) await page.evaluate(rules);
  const look = (enabled: boolean) =>
    (window as unknown as { axe: typeof axe }).axe.run(
      { exclude: ["iframe"] },
      { rules: { "target-size": { enabled } } },
    );
  const found = await page.evaluate(look, sizes);
  return found as unknown as string[];
}

/** Names of parts that the button beside them lies on. */
export const coveredNames = (page: Page) =>
  page.locator("section > h2").evaluateAll((names) =>
    names.flatMap((name) => {
      const [box, button] = [name, name.parentElement!.querySelector("button[data-slot], [data-slot] > summary")].map(
        (one) => one?.getBoundingClientRect(),
      );
      const apart = !button || button.left >= box!.right || button.top >= box!.bottom - 6;
      return apart ? [] : [name.textContent];
    }),
  );

/** True if the page scrolls sideways. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** Boxes to tick and links to another page on a line of their own that are lower than a finger needs, 44 pixels. */
export const tooLow = (page: Page) =>
  page.locator("main :is(input[type=checkbox], a:has(> svg:last-child))").evaluateAll((all) =>
    all.flatMap((one) => {
      const target = one.closest("label") ?? one;
      const { height } = target.getBoundingClientRect();
      return height === 0 || height >= 43.5 ? [] : [`${height} px: ${one.ariaLabel ?? target.textContent}`];
    }),
  );

/** Links alone in bold, in small or in a heading that are lower than 24 pixels, the least of WCAG 2.5.8. */
export const lowLinks = (page: Page) =>
  page
    .locator("main :is(b, small, span, th, h3, h4) > a:only-child")
    .evaluateAll((all) =>
      all.flatMap((link) =>
        [...link.getClientRects()].flatMap(({ height }) =>
          height >= 23.5 ? [] : [`${height} px: ${link.textContent}`],
        ),
      ),
    );

type Media = Pick<NonNullable<Parameters<Page["emulateMedia"]>[0]>, "colorScheme" | "reducedMotion">;

/** Shows a page in a size and a theme, which are changed at once: it is drawn once. */
export const looksLike = (
  page: Page,
  { viewport, ...media }: Media & { viewport: NonNullable<ReturnType<Page["viewportSize"]>> },
) => Promise.all([page.setViewportSize(viewport), page.emulateMedia(media)]);

/** Checks that a page holds as it stands, wide by day and narrow by night; then it is as it was. */
export async function holds(page: Page) {
  const size = page.viewportSize()!;
  for (const [width, colorScheme] of [
    [1280, "light"],
    [390, "dark"],
  ] as const) {
    // A colour on its way from one theme to the other is neither.
    await looksLike(page, { viewport: { width, height: 844 }, colorScheme, reducedMotion: "reduce" });
    expect(await overflows(page), `${width} px`).toBe(false);
    expect(await violations(page), `${width} px, ${colorScheme}`).toEqual([]);
  }
  await looksLike(page, { viewport: size, colorScheme: "light", reducedMotion: null });
}

/** Checks that axe finds nothing in a page, and that it holds on a telephone. */
export async function fits(page: Page) {
  expect(await violations(page)).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflows(page)).toBe(false);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}
