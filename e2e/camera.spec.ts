import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { encode } from "uqr";
import { browser } from "../scripts/browser.ts";
import { heading } from "./answering.ts";
import { expect, test, violations } from "./fixtures.ts";

const film = join(tmpdir(), `camera-${process.pid}.y4m`);

// The camera of this browser is a file, read each time that it is opened.
test.use({
  launchOptions: {
    executablePath: browser(),
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  },
});

// Told by one worker, which alone leaves its browser and its second site for it.
test.describe.configure({ mode: "default" });

const size = { width: 640, height: 480 };

/** Makes the camera see a QR code. */
function show(text: string) {
  const { data } = encode(text, { border: 4 });
  const side = Math.floor(size.height / data.length);
  const light = Buffer.alloc(size.width * size.height, 180);
  for (let y = 0; y < side * data.length; y++)
    for (let x = 0; x < side * data.length; x++)
      light[y * size.width + x + 80] = data[Math.floor(y / side)]![Math.floor(x / side)] ? 16 : 235;
  const colour = Buffer.alloc((size.width * size.height) / 2, 128);
  const head = `YUV4MPEG2 W${size.width} H${size.height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
  writeFileSync(film, Buffer.concat([Buffer.from(head), light, colour]));
}

/** True while a camera that the page opened is on. */
const isOn = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { opened: MediaStream[] }).opened.some((stream) =>
      stream.getTracks().some(({ readyState }) => readyState === "live"),
    ),
  );

test.beforeEach(async ({ page }) => {
  show("https://example.org");
  await page.addInitScript(() => {
    const opened: MediaStream[] = [];
    Object.assign(window, { opened });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (asked) => {
      const stream = await open(asked);
      opened.push(stream);
      return stream;
    };
  });
});

const entry = "/paper/questionnaire-4";
const code = (page: Page) => page.getByLabel("Code de la feuille");
const dialog = (page: Page) => page.getByRole("dialog", { name: "Lire le code d’une feuille" });
const open = (page: Page) => page.getByRole("button", { name: "Lire le code avec la caméra" }).click();

test("the code of a sheet is read by the camera, fills its field and is checked as if it was typed", async ({
  page,
  baseURL,
  as,
}) => {
  await as("FACILITATOR");
  await page.goto(`${entry}/sheets`);
  await page.getByLabel("Nombre de feuilles").fill("1");
  await page.getByRole("button", { name: "Préparer les feuilles" }).click();
  await expect(heading(page)).toHaveText(/1 feuille, 1 code/);
  const printed = (await page.locator(".paper-secret").first().textContent())!;

  // From another page of the team the document is asked for again, as one that may open the camera; nothing typed is lost.
  await page.getByRole("link", { name: "Revenir aux lots" }).click();
  await page.getByRole("link", { name: "Saisir des feuilles" }).click();
  await page.getByLabel("Recueillies par").fill("Zoé");
  show(`${baseURL}/questionnaires/questionnaire-4`);
  await open(page);
  await expect(dialog(page).getByRole("status")).toHaveText(/n’est pas celui du talon/);
  await expect(page.getByLabel("Recueillies par")).toHaveValue("Zoé");
  expect(await violations(page)).toEqual([]);
  expect(await isOn(page)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => isOn(page)).toBe(false);

  show(`${baseURL}/follow/${printed.slice(0, 19)}`);
  await open(page);
  await expect(code(page)).toHaveValue(printed);
  await expect(code(page)).toBeFocused();
  await expect(page.getByText("Code bien recopié")).toBeVisible();
  await expect(dialog(page)).toBeHidden();
  expect(await isOn(page)).toBe(false);

  show(`${baseURL}/questionnaires/questionnaire-4`);
  await open(page);
  await expect(dialog(page).getByRole("status")).toHaveText(/n’est pas celui du talon/);
  await page.goBack();
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => isOn(page)).toBe(false);
});

test("a camera that is refused says so, and the code is typed", async ({ page, complaints, as }) => {
  await page.route(entry, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), "permissions-policy": "camera=()" } });
  });
  await as("FACILITATOR");
  await page.goto(entry);
  await open(page);
  await expect(dialog(page).getByRole("status")).toHaveText(/n’est pas permise à cette page/);
  await dialog(page).getByRole("button", { name: "Fermer" }).click();
  await code(page).fill("A 12");
  await expect(page.getByText("Lot A, feuille 12")).toBeVisible();
  // The browser says it too.
  expect(complaints.splice(0).every((said) => said.includes("Permissions policy"))).toBe(true);
});

test("a browser that lends no camera shows no button, and says that the code is typed", async ({ page, as }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "mediaDevices", { value: undefined }));
  await as("FACILITATOR");
  await page.goto(entry);
  await expect(page.getByText("Ce navigateur ne donne pas la caméra")).toBeVisible();
  await expect(page.getByRole("button", { name: "Lire le code avec la caméra" })).toHaveCount(0);
});
