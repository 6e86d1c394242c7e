import { request, type Page } from "@playwright/test";

type Session = Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
interface Persona {
  id: string;
  displayName: string;
  roles: string[];
}

/** Sessions opened by this worker, by site and person: stories that do not sign out share them. */
const sessions = new Map<string, Promise<Session>>();

/**
 * Signs a page in as the first fictional person who holds a role, or as the person called so. A story that signs out
 * asks for a session of its own (`anew`).
 */
export async function signIn(page: Page, baseURL: string, who: string, { anew = false } = {}) {
  const key = `${baseURL} ${who}`;
  const session = (!anew && sessions.get(key)) || open(baseURL, who);
  if (!anew) sessions.set(key, session);
  await page.context().addCookies(await session);
}

/** Forgets the sessions of a site, which has begun again. */
export function forget(baseURL: string) {
  for (const key of sessions.keys()) if (key.startsWith(`${baseURL} `)) sessions.delete(key);
}

async function open(baseURL: string, who: string): Promise<Session> {
  const browser = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
  const personas = async () => {
    const asked = await browser.post("/graphql", { data: { query: "{ demoPersonas { id displayName roles } }" } });
    return ((await asked.json()) as { data: { demoPersonas: Persona[] } | null }).data?.demoPersonas;
  };
  // A site that has just begun on a busy machine may say « later » once.
  const found = (await personas()) ?? (await personas()) ?? [];
  const persona = found.find(({ displayName, roles }) => displayName === who || roles.includes(who))!;
  const done = await browser.post("/demo/sign-in", { data: { personId: persona.id } });
  if (!done.ok()) throw new Error(`Nobody signs in as ${who}.`);
  const { cookies } = await browser.storageState();
  await browser.dispose();
  return cookies;
}
