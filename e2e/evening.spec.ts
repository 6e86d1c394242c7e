import { expect, overflows, sent, settled, violations } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { firstLine, firstText, open, textHasFocus } from "./readingDesk.ts";
import { signIn } from "./signIn.ts";

/** A site of its own: the queue gets shorter, and others would read from it. */
const { test } = onOwnSite();

test.describe.configure({ mode: "default" });

test("an evening by keyboard alone: open, read, take back, pass, end, and the focus is always on the next text", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await firstText(page);
  const first = page.url();

  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(first);
  await textHasFocus(page);
  await expect(page.getByText("trop vite, cela s’annule")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page).toHaveURL(first);
  await textHasFocus(page);

  // Others read at the same time: the next text is another one, and not always the same.
  await page.keyboard.press("p");
  await expect(page).not.toHaveURL(first);
  await textHasFocus(page);
  const third = page.url();
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(third);
  await textHasFocus(page);
  const fourth = page.url();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(fourth);
  await textHasFocus(page);
  await page.keyboard.press("?");
  await expect(page.getByText("aller d’une phrase à l’autre")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByText("aller d’une phrase à l’autre")).toBeHidden();
  await textHasFocus(page);
  await sent(page);
  await page.reload();
  await textHasFocus(page);
  await page.keyboard.press("q");
  await expect(page).toHaveURL(/\/reading\/evening$/);
  const over = page.getByRole("heading", { level: 1 });
  await expect(over).toBeFocused();
  await expect(over).toContainText(/\d+ réponses? lues? ce soir\./);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: "Retour à la lecture" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "La lecture" })).toBeVisible();
});

test("keys pressed before the next text is there are played on it, the first one too", async ({ page, as }) => {
  await as("RAPPORTEUR");
  await firstText(page);
  const first = page.url();
  for (const key of ["p", "p"]) await page.keyboard.press(key);
  await expect(page).not.toHaveURL(first);
  await textHasFocus(page);
  await settled(page);
  // Two were passed: two keys lead back, each at once too.
  const third = page.url();
  await page.keyboard.press("k");
  await expect(page).not.toHaveURL(third);
  await textHasFocus(page);
  expect(page.url()).not.toBe(first);
  for (const key of ["p", "k", "k"]) await page.keyboard.press(key);
  await expect(page).toHaveURL(first);
  await textHasFocus(page);
});

test("Enter pressed before the search has answered opens a new key point once nothing was found", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  const { promise: pressed, resolve: answers } = Promise.withResolvers<void>();
  await page.route("**/graphql*", async (route) => {
    if (route.request().postDataJSON()?.query?.includes("query EveningKeyPoints")) await pressed;
    return route.continue();
  });
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const field = page.getByRole("combobox", { name: "Un autre point clef, ou un nouveau" });
  await page.keyboard.press("n");
  await page.keyboard.type("Une tonnelle pour la pluie.");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Recherche…")).toBeVisible();
  answers();
  await expect(page.getByText("Donné à : Une tonnelle pour la pluie.")).toBeVisible();
  await page.keyboard.press("u");
  await expect(field).not.toBeFocused();
});

test("what is typed to find a key point before the next text is there is typed in the field, and is no act", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  // The second text comes once all is typed.
  const { promise: typed, resolve } = Promise.withResolvers<void>();
  let first: string | undefined;
  await page.route("**/graphql*", async (route) => {
    const { query, variables } = route.request().postDataJSON() ?? {};
    if (query?.includes("query ReadingTextPage") && (first ??= variables.id) !== variables.id) await typed;
    return route.continue();
  });
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const before = page.url();
  await page.keyboard.press("p");
  // Letters of acts: off topic, already said, undo, pass, next, keep for two, quit.
  await page.keyboard.type("/hdupjezq");
  await page.keyboard.press("Backspace");
  expect(page.url()).toBe(before);
  resolve();
  const field = page.getByRole("combobox", { name: "Un autre point clef, ou un nouveau" });
  await expect(field).toHaveValue("hdupjez");
  await expect(field).toBeFocused();
  await page.keyboard.type("ro");
  await expect(field).toHaveValue("hdupjezro");
  await page.keyboard.press("Escape");
  await textHasFocus(page);
  const second = page.url();
  expect(second).not.toBe(before);
  await settled(page);
  expect(page.url()).toBe(second);
  await expect(page.getByRole("button", { name: "Défaire" })).toHaveCount(0);
});

test("Ctrl K opens the palette over the sheet, and Escape comes back to the sentence that was chosen", async ({
  page,
  as,
}) => {
  await as("RAPPORTEUR");
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const sheet = page.url();
  await page.keyboard.press("ArrowDown");
  const chosen = page.getByRole("listbox").getByRole("option", { selected: true });
  const words = await chosen.allTextContents();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Aller à…" });
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  // Letters of acts are those of a word there.
  await page.keyboard.type("points clefs");
  await expect(palette.getByRole("option").first()).toHaveText("Points clefs");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await textHasFocus(page);
  expect(page.url()).toBe(sheet);
  expect(await chosen.allTextContents()).toEqual(words);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("points clefs");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/reading\/key-points/);
  await page.goBack();
  await expect(page).toHaveURL(sheet);
  await textHasFocus(page);
});

test("at 1280 × 900 the text and the nine key points of the evening are in sight, without a scroll; their keys stay", async ({
  page,
  as,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await as("RAPPORTEUR");
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const nine = page.getByRole("region", { name: "Donner la phrase à" }).getByRole("listitem");
  await expect(nine).toHaveCount(9);
  // By their names of one line, where somebody gave them one.
  await expect(nine.filter({ hasText: "Avancer les frais de lancement" })).toHaveCount(1);
  for (const seen of [
    page.getByRole("listbox"),
    ...(await nine.all()),
    page.getByPlaceholder("Un autre, ou un nouveau"),
  ])
    await expect(seen).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);

  /** Each digit, and the key point that it gives words to. */
  const words = () =>
    nine.evaluateAll((all) =>
      all.map((one) => `${one.querySelector("kbd")!.textContent}${one.querySelector("button")!.title}`),
    );
  const before = await words();
  await page.keyboard.press("9");
  await expect(page.locator("[data-digit='9']")).toBeAttached();
  await expect(page.getByText("Donné à :")).toBeVisible();
  await sent(page);
  expect(await words()).toEqual(before);
  await page.keyboard.press("u");
  await expect(page.locator("[data-digit='9']")).toHaveCount(0);
  await sent(page);

  // A key point with a digit of one's own choice keeps it for the evening, whatever is reloaded.
  await page.keyboard.press("/");
  await page.keyboard.type(before[1]!.slice(1));
  await page.keyboard.press("Alt+9");
  await page.keyboard.press("Escape");
  await textHasFocus(page);
  const moved = await words();
  expect(moved[8]).toBe(before[1]!.replace(/^2/, "9"));
  await page.reload();
  await textHasFocus(page);
  expect(await words()).toEqual(moved);
});

test("an evening goes on without a network: texts are ready, acts wait on the device, and join afterwards, once", async ({
  page,
  as,
  complaints,
}) => {
  await as("RAPPORTEUR");
  await firstText(page);
  await expect(page.getByText("Ensuite, déjà là")).toBeVisible();
  await settled(page);
  const addresses = [page.url()];
  await page.context().setOffline(true);
  await page.keyboard.press("i");
  await expect(page).not.toHaveURL(addresses[0]!);
  await textHasFocus(page);
  addresses.push(page.url());
  await page.keyboard.press("s");
  await expect(page).not.toHaveURL(addresses[1]!);
  await textHasFocus(page);
  await expect(page.getByText(/\d+ textes attendent sur cet appareil/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  // An act that was not sent yet is undone on this device alone.
  await page.keyboard.press("u");
  await expect(page).toHaveURL(addresses[1]!);
  await expect(page.getByText(/(un texte attend|\d+ textes attendent) sur cet appareil/)).toBeVisible();
  await page.context().setOffline(false);
  await sent(page);
  await expect(page.getByText(/attend(ent)? sur cet appareil/)).toHaveCount(0);
  const said = addresses.map(async (address) => {
    const id = new URL(address).pathname.split("/").at(-1);
    const query = `{ readingDesk { contribution(id: "${id}") { readings { name } } } }`;
    const { data } = await (
      await page.request.post("/graphql", { data: { query }, headers: { "apollo-require-preflight": "1" } })
    ).json();
    return data.readingDesk.contribution.readings.length as number;
  });
  expect(await Promise.all(said)).toEqual([1, 0]);
  expect(complaints.splice(0).every((text) => text.includes("ERR_INTERNET_DISCONNECTED"))).toBe(true);
});

test("on a phone the nine stand under the thumb, and a tap gives the sentence that was tapped", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    baseURL,
    locale: "fr-FR",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await signIn(page, baseURL!, "RAPPORTEUR");
  await open(page, "?objective=objectif-4");
  await firstLine(page);
  await page.keyboard.press("Enter");
  await textHasFocus(page);
  const nine = page.getByRole("region", { name: "Donner la phrase à" }).getByRole("listitem");
  for (const seen of [
    ...(await nine.all()),
    page.getByRole("button", { name: /Rien à ajouter|Rien d’autre|Suivante/ }),
  ])
    await expect(seen).toBeInViewport({ ratio: 1 });
  // The name that a telephone has room for, where it has one.
  const named = nine.filter({ hasText: "Avances" });
  await expect(named.getByText("Avances")).toBeVisible();
  await expect(named.getByText("Avancer les frais de lancement")).toBeHidden();
  expect(await overflows(page)).toBe(false);
  await page.getByRole("option").last().tap();
  await expect(page.getByRole("option").last()).toHaveAttribute("aria-selected", "true");
  await nine.nth(3).getByRole("button").tap();
  await expect(page.getByText("Donné à :")).toBeVisible();
  await page.getByRole("button", { name: "Défaire" }).tap();
  await expect(page.getByText("Donné à :")).toHaveCount(0);
  await sent(page);
  await context.close();
});
