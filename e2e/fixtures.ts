import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

export { expect };

interface Fixtures {
  /** Whatever the browser complains of fails the test: hydration, content policy, missing files. */
  complaints: string[];
  /** The addresses asked for, in order. */
  requests: string[];
  /** Signs in as the first fictional person who holds a role. */
  as: (role: string) => Promise<void>;
}

/** What the browser complains of on a page, as it goes. */
export function listen(page: Page) {
  const complaints: string[] = [];
  page.on("console", (message) => {
    const blocked = message.text().startsWith("Service Worker registration blocked");
    if (["error", "warning"].includes(message.type()) && !blocked) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Signs a page in as the first fictional person who holds a role. */
export async function signIn(page: Page, baseURL: string, role: string) {
  const headers = { origin: baseURL };
  const query = "{ demoPersonas { id roles } }";
  const asked = await page.request.post("/graphql", { headers, data: { query } });
  const { data } = (await asked.json()) as { data: { demoPersonas: { id: string; roles: string[] }[] } };
  const persona = data.demoPersonas.find(({ roles }) => roles.includes(role))!;
  const signedIn = await page.request.post("/demo/sign-in", { headers, data: { personId: persona.id } });
  expect(signedIn.ok()).toBe(true);
}

export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
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
});

/** What axe finds wrong with the page as it stands; a page that is shown in it answers for itself. */
export async function violations(page: Page) {
  const { violations: found } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(", ")}`);
}

/** Whether anything makes the page scroll sideways. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
