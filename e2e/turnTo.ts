import type { Page } from "@playwright/test";
import { alive } from "./fixtures.ts";

interface Place {
  location: { key: string };
  navigation: { state: string };
}
interface Fiber {
  child: Fiber | null;
  memoizedProps: { router?: { state: Place; navigate: (to: string) => Promise<void> }; value?: Partial<Place> } | null;
}

/**
 * Goes to another page of the site as its links do, in the document that is open: a third of what a new one costs. Where
 * none is open, or the page comes in the other document, that is asked for. What others did since may not be read again.
 */
export async function turnTo(page: Page, address: string) {
  const isOpen = page.url() !== "about:blank" && new URL(address, page.url()).origin === new URL(page.url()).origin;
  const to = new URL(address, isOpen ? page.url() : "http://none");
  // A document that goes away answers no more.
  const turn = isOpen ? await page.evaluate(turned, to.pathname + to.search + to.hash).catch(() => "leaves") : "stays";
  if (turn === "stays") await page.goto(address);
  if (turn !== "leaves") return;
  await page.waitForURL(to.href, { waitUntil: "domcontentloaded" });
  await alive(page);
}

/** Asks the router for a page, until it is shown. */
async function turned(address: string) {
  const prefix = document.documentElement.lang === "fr" ? "" : `/${document.documentElement.lang}`;
  if (prefix ? !`${address}/`.startsWith(`${prefix}/`) : /^\/en(\/|$)/.test(address)) return "stays";
  const root = document.getElementById("root");
  const key = root && Object.keys(root).find((name) => name.startsWith("__reactContainer$"));
  if (!key) return "stays";
  const { stateNode } = Reflect.get(root, key) as { stateNode: { current: Fiber } };
  const above = (is: (fiber: Fiber) => unknown) => {
    let fiber: Fiber | null = stateNode.current;
    while (fiber && !is(fiber)) fiber = fiber.child;
    return fiber?.memoizedProps;
  };
  const router = above(({ memoizedProps }) => memoizedProps?.router)?.router;
  if (!router) return "stays";
  const before = router.state.location.key;
  await router.navigate(address.slice(prefix.length) || "/");
  // The screen follows what is known a little later.
  for (let tries = 0; tries < 600; tries++) {
    await new Promise((done) => requestAnimationFrame(done));
    const shown = above(({ memoizedProps }) => memoizedProps?.value?.navigation)?.value;
    const { key: now } = router.state.location;
    const isShown = now !== before && now === shown?.location?.key && shown.navigation?.state === "idle";
    // Some come in two parts.
    if (isShown && document.querySelector("h1")) return "turned";
  }
  return "stays";
}
