/**
 * A story waits after each address until React answers to every control of the page: it is quicker than anybody,
 * and would lose what it does before. Stories that share a desk or a queue are told one after another.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, test as base, type Page } from "@playwright/test";

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

/** Whether React answers to all that can be pressed or written in: what comes before may be lost. */
const isAlive = () =>
  [...document.querySelectorAll("main :is(button, input, textarea, select, summary)")].every((control) =>
    Object.keys(control).some((key) => key.startsWith("__reactFiber$")),
  );

/** Lets a page come to life wherever a story goes: nobody is as quick as a story. */
function unhurried(page: Page) {
  const alive = () => page.waitForFunction(isAlive, null, { timeout: 5000 }).catch(() => undefined);
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...where) => {
    const response = await goto(...where);
    await alive();
    return response;
  };
  page.reload = async (...how) => {
    const response = await reload(...how);
    await alive();
    return response;
  };
}

export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    async ({ browser }, use) => {
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => {
        const context = await newContext(options);
        if (options?.javaScriptEnabled !== false) context.on("page", unhurried);
        return context;
      };
      await use(browser);
    },
    { scope: "worker" },
  ],
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
