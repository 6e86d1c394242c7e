/** A page that came whole is alive only once somebody is there (decision 0025): these stories open it as a person does. */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** Opens a page and gives it no sign. */
async function open(page: Page, path: string) {
  await page.evaluate((to) => location.assign(to), path);
  await page.waitForURL(path, { waitUntil: "domcontentloaded" });
}

/** Scripts that were asked for since the page was opened. */
const scripts = (requests: string[]) => requests.filter((path) => path.endsWith(".js"));

test.beforeEach(async ({ page }) => {
  // A place of the site where nothing runs, from which pages are opened.
  await page.route("**/begin", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await page.goto("/begin");
});

for (const path of ["/", "/proposals/proposition-1", "/syntheses/point-d-etape-1", "/contributions"])
  test(`${path} loads one script until somebody is there, and moves nothing under whoever reads`, async ({
    page,
    requests,
  }) => {
    await open(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(scripts(requests)).toHaveLength(1);
    const read = await page.locator("main").innerText();
    await page.mouse.wheel(0, 700);
    await expect.poll(() => scripts(requests).length).toBeGreaterThan(1);
    await alive(page);
    expect(await page.locator("main").innerText()).toBe(read);
    expect(await page.evaluate(() => scrollY)).toBe(700);
  });

test("a pointer that rests, under which the page is drawn, is no sign of anybody; one that moves is", async ({
  page,
  requests,
}) => {
  await open(page, "/questionnaires/questionnaire-4");
  await page.waitForLoadState("networkidle");
  const move = (movementX: number) =>
    page.evaluate(
      (by) => document.body.dispatchEvent(new PointerEvent("pointermove", { bubbles: true, movementX: by })),
      movementX,
    );
  await move(0);
  await page.waitForLoadState("networkidle");
  expect(scripts(requests)).toHaveLength(1);
  await move(3);
  await expect.poll(() => scripts(requests).length).toBeGreaterThan(1);
});

/** React has the page. */
const alive = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.getElementById("root")!).some((key) => key.startsWith("__reactContainer$")),
  );

/** Keeps the client back until it is let go. */
async function hold(page: Page) {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/assets/client-*.js", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test("what is pressed before the page is alive is done once it is; a link is followed at once", async ({ page }) => {
  const letGo = await hold(page);
  await open(page, "/proposals/proposition-1");
  const button = page.getByRole("button", { name: "Changer de thème, clair ou sombre" });
  const dark = () => page.evaluate(() => document.documentElement.dataset.theme);
  await button.click();
  expect(await dark()).toBeUndefined();
  letGo();
  await expect.poll(dark).toBeDefined();

  const letGoAgain = await hold(page);
  await open(page, "/contributions");
  await page.getByRole("navigation").getByRole("link", { name: "Propositions", exact: true }).first().click();
  await expect(page).toHaveURL("/proposals");
  letGoAgain();
});

test("what a part asks for when it is opened comes though it was opened before the page is alive", async ({ page }) => {
  await page.goto("/contributions");
  const text = await page.locator("main a[href^='/contributions/']").first().getAttribute("href");
  await page.goto("/begin");
  const letGo = await hold(page);
  await open(page, text!);
  await page.locator("summary", { hasText: "Signaler ce texte" }).click();
  letGo();
  await expect(page.getByRole("group", { name: "Qu’est-ce qui ne va pas ?" }).getByRole("button")).toHaveCount(5);
});

test("what somebody with an account presses before the page is alive is done once it is", async ({ page, as }) => {
  await as("RAPPORTEUR");
  const letGo = await hold(page);
  await open(page, "/proposals/proposition-1");
  const dark = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole("button", { name: "Changer de thème, clair ou sombre" }).click();
  expect(await dark()).toBeUndefined();
  letGo();
  await expect.poll(dark).toBeDefined();
});

test("Ctrl K before the page is alive leads to the search", async ({ page }) => {
  const letGo = await hold(page);
  await open(page, "/proposals");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  letGo();
  await expect(page).toHaveURL(/\/search$/);
});

test("answers given before a questionnaire is alive are in the draft that it keeps", async ({ page }) => {
  const letGo = await hold(page);
  await open(page, "/questionnaires/questionnaire-4");
  const choice = page.getByRole("radio", { name: "Transporter et stocker sans s’épuiser" });
  const words = page.getByLabel("Que proposez-vous de faire");
  await choice.check();
  await words.fill("Des paniers au marché");
  await expect(choice).toBeChecked();
  letGo();
  await alive(page);
  await expect(choice).toBeChecked();
  await expect(words).toHaveValue("Des paniers au marché");
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).some((it) => it.includes("Des paniers au marché"))))
    .toBe(true);
});

test("answers given before the first script came are sent, and pressing meanwhile puts none in the address", async ({
  page,
}) => {
  const { promise: first, resolve: letCome } = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await first;
    await route.continue();
  });
  await page.evaluate(() => location.assign("/questionnaires/questionnaire-4"));
  await page.waitForURL("/questionnaires/questionnaire-4", { waitUntil: "commit" });
  await page.getByRole("radio", { name: "Transporter et stocker sans s’épuiser" }).check();
  await page.getByLabel("Que proposez-vous de faire").fill("Des paniers à la gare");
  const onward = page.getByRole("button", { name: "Relire et envoyer" });
  await onward.click();
  await expect(page).toHaveURL("/questionnaires/questionnaire-4");
  letCome();
  await page.waitForLoadState();
  // A sign of somebody: without one, as the next story tells, it would take a while.
  await page.mouse.move(200, 300);
  await alive(page);
  await onward.click();
  const review = page.getByRole("main");
  await expect(review).toContainText("Des paniers à la gare");
  await expect(review).toContainText("Transporter et stocker sans s’épuiser");
});

test("what was typed before a page is alive is said again once: what is typed after stays", async ({ page }) => {
  await page.clock.install();
  const letGo = await hold(page);
  await open(page, "/questionnaires/questionnaire-4");
  const words = page.getByLabel("Que proposez-vous de faire");
  await words.click();
  await page.keyboard.type("Des paniers");
  await page.waitForLoadState("load");
  letGo();
  await alive(page);
  await page.keyboard.type(" à la gare");
  await page.clock.fastForward(15_000);
  await page.waitForLoadState("networkidle");
  await expect(words).toHaveValue("Des paniers à la gare");
});

test("a button that is pressed again because nothing happened is pressed once, and never later", async ({ page }) => {
  await page.clock.install();
  const letGo = await hold(page);
  await open(page, "/proposals/proposition-1");
  const button = page.getByRole("button", { name: "Changer de thème, clair ou sombre" });
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await button.click();
  await button.click();
  await page.waitForLoadState("load");
  letGo();
  await expect.poll(theme).toBe("dark");
  await page.clock.fastForward(15_000);
  await page.waitForLoadState("networkidle");
  expect(await theme()).toBe("dark");
});

test("a page that is only read is alive after a while, without a sign of anybody", async ({ page, requests }) => {
  await page.clock.install();
  await open(page, "/");
  await page.waitForLoadState("networkidle");
  expect(scripts(requests)).toHaveLength(1);
  await page.clock.fastForward(15_000);
  await alive(page);
});

test("without a network what is pressed is said to wait, and is done as the network is back", async ({
  page,
  context,
  complaints,
}) => {
  await open(page, "/proposals/proposition-1");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Changer de thème, clair ou sombre" }).click();
  const lost = page.getByRole("alert").filter({ hasText: "Pas de réseau" });
  await expect(lost).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBeDefined();
  await expect(lost).toBeHidden();
  expect(complaints.every((it) => it.includes("INTERNET_DISCONNECTED"))).toBe(true);
  complaints.length = 0;
});

test("a page of which a file is lost on the way stays as it came, with what was typed, and comes alive after", async ({
  page,
  complaints,
}) => {
  const filesOf = async (path: string) => {
    await open(page, path);
    return page.evaluate(() =>
      [...document.querySelector<HTMLTemplateElement>("template#client")!.content.querySelectorAll("link")].map(
        (link) => link.getAttribute("href")!,
      ),
    );
  };
  const shared = new Set(await filesOf("/glossary"));
  const own = (await filesOf("/search")).filter((file) => !shared.has(file));
  let isLost = true;
  await page.route(
    ({ pathname }) => own.includes(pathname),
    (route) => (isLost ? route.abort() : route.continue()),
  );
  await open(page, "/search");
  const words = page.getByRole("main").getByRole("combobox");
  await words.click();
  await page.keyboard.type("quai");
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Changer de thème, clair ou sombre" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(words).toHaveValue("quai");
  isLost = false;
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await expect(words).toHaveValue("quai");
  await expect(page.getByRole("alert")).toBeHidden();
  expect(complaints.every((it) => it.includes("ERR_FAILED"))).toBe(true);
  complaints.length = 0;
});

test("a page for one person’s eyes whose scripts do not come says so after a while, and is asked for again", async ({
  page,
  complaints,
}) => {
  let isLost = true;
  await page.route("**/assets/*.js", (route) => (isLost ? route.abort() : route.continue()));
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page, "/sign-in");
  const late = page.getByText("Cette page tarde à venir");
  await expect(late).toBeHidden();
  await page.evaluate(() => document.getAnimations().forEach((one) => one.finish()));
  await expect(late).toBeVisible();
  isLost = false;
  await page.getByRole("link", { name: "La demander de nouveau" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(late).toHaveCount(0);
  expect(complaints.every((it) => it.includes("ERR_FAILED"))).toBe(true);
  complaints.length = 0;
});

test("a device that keeps something brings a page to life at once", async ({ page, requests }) => {
  await page.evaluate(() => localStorage.setItem("region", "bretagne"));
  await open(page, "/");
  await expect.poll(() => scripts(requests).length).toBeGreaterThan(1);
});

test("whoever is signed in is not offered to sign in while the site asks who it is", async ({ page, as }) => {
  await as("RAPPORTEUR");
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/graphql*", async (route) => {
    if (route.request().postData()?.includes("query ViewerOfPage")) await promise;
    await route.continue();
  });
  await page.goto("/proposals");
  const banner = page.getByRole("banner");
  await expect(banner.getByRole("link", { name: "Mon bureau" })).toBeVisible();
  await expect(banner.getByRole("link", { name: "Se connecter" })).toHaveCount(0);
  resolve();
  await expect(banner.getByRole("link", { name: "Mon bureau" })).toBeVisible();
});
