import { chromium, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";
import { browser as executable } from "../scripts/browser.ts";

/** The pictures of the README, from the running site: `npm run tour -- http://127.0.0.1:4000`. */
const origin = process.argv[2] ?? "http://127.0.0.1:4000";
const folder = fileURLToPath(new URL("pictures/", import.meta.url));
const wide = { width: 1280, height: 860 };
const narrow = { width: 390, height: 844 };

const stops: { name: string; path: string; viewport?: typeof wide; dark?: boolean; as?: string; before?: Step }[] = [
  { name: "home", path: "/" },
  { name: "home-390-dark", path: "/", viewport: narrow, dark: true },
  { name: "questionnaire", path: "/questionnaires/questionnaire-4" },
  { name: "questionnaire-390", path: "/questionnaires/questionnaire-4", viewport: narrow },
  { name: "contributions", path: "/contributions?q=les%20transports" },
  { name: "synthesis", path: "/syntheses/point-d-etape-1" },
  { name: "proposal", path: "/proposals/proposition-1", before: toSentences },
  { name: "handovers", path: "/handovers" },
  { name: "presentation", path: "/presentation" },
  { name: "territories", path: "/territories", dark: true },
  { name: "reading", path: "/reading", as: "RAPPORTEUR", before: markSentence },
  { name: "questionnaireWriting", path: "/questionnaires/write/questionnaire-4", as: "FACILITATOR" },
  { name: "paper", path: "/paper/questionnaire-4", as: "REFERENT" },
  { name: "results", path: "/questionnaires/questionnaire-3/results" },
];

type Step = (page: Page) => Promise<void>;

/** Down to the sentences, with the words that they stand on beside them. */
async function toSentences(page: Page) {
  await page.evaluate(() => scrollTo({ top: 560, behavior: "instant" }));
}

async function markSentence(page: Page) {
  await page.getByRole("link", { name: "Reprendre la lecture" }).click();
  const text = page.getByRole("listbox");
  await text.focus();
  await text.press("Space");
}

async function signIn(page: Page, role: string) {
  const headers = { origin };
  const asked = await page.request.post(`${origin}/graphql`, {
    headers,
    data: { query: "{ demoPersonas { id roles } }" },
  });
  const { data } = (await asked.json()) as { data: { demoPersonas: { id: string; roles: string[] }[] } };
  const personId = data.demoPersonas.find(({ roles }) => roles.includes(role))!.id;
  await page.request.post(`${origin}/demo/sign-in`, { headers, data: { personId } });
}

const browser = await chromium.launch({ executablePath: executable(), args: ["--disable-gpu"] });
for (const { name, path, viewport = wide, dark, as, before } of stops) {
  const page = await browser.newPage({ viewport, colorScheme: dark ? "dark" : "light", locale: "fr-FR" });
  if (as) await signIn(page, as);
  await page.goto(origin + path, { waitUntil: "networkidle" });
  await page.locator("main h1").first().waitFor({ state: "attached" });
  await before?.(page);
  await page.screenshot({ path: `${folder}${name}.jpg`, type: "jpeg", quality: 72 });
  await page.close();
  console.log(name);
}
await browser.close();
