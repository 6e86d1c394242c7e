import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";

/** Options that a kept context can have; with any other it is closed for good. */
const looks = new Set(["baseURL", "locale", "timezoneId", "viewport", "serviceWorkers"]);

/** Methods that leave nothing in a context once its pages are closed and its storage is emptied. */
const traceless = new Set(["newPage", "pages", "isClosed", "cookies", "addCookies", "clearCookies", "storageState"]);

/** Kinds of storage that a page has on the device; downloaded files are not among them. */
const storageTypes = "local_storage,indexeddb,cache_storage,service_workers,file_systems,storage_buckets";

/** Number of contexts that wait for a next story: those of a site that has stopped are the first to go. */
const most = 4;

interface Kept {
  context: BrowserContext;
  look: string;
  /** Sites whose pages were shown in it, which may have stored something. */
  origins: Set<string>;
  close: BrowserContext["close"];
  devtools: BrowserContext["newCDPSession"];
}

const lasting = new WeakSet<BrowserContext>();

/** A context in which several stories go on, one after another. */
export function lasts(context: BrowserContext) {
  lasting.add(context);
  return context;
}

/**
 * Contexts of a browser, with which the next story of the same look goes on: the scripts that the first one downloaded
 * are still there, and nothing else is. One that was changed otherwise than by its pages, as by a route or a clock, is
 * closed for good, and so are those of a story that failed.
 */
export function keptContexts(browser: Browser, shown: (page: Page) => void) {
  const waiting: Kept[] = [];
  const open = new Set<BrowserContext>();
  const newContext = browser.newContext.bind(browser);
  let usual: BrowserContextOptions = {};
  let mayKeep = () => false;

  browser.newContext = async (options = {}) => {
    const all = { ...usual, ...options };
    const isKept = all.serviceWorkers === "block" && Object.keys(options).every((name) => looks.has(name));
    const look = JSON.stringify(Object.entries(all).toSorted(([a], [b]) => a.localeCompare(b)));
    const found = isKept ? waiting.findLastIndex((kept) => kept.look === look) : -1;
    const context =
      found < 0 ? await fresh(options, isKept ? look : null) : await emptied(waiting.splice(found, 1)[0]!);
    open.add(context);
    return context;
  };

  async function fresh(options: BrowserContextOptions, look: string | null) {
    const context = await newContext(options);
    if (look) await keepsProcess(context);
    if (options.javaScriptEnabled !== false) context.on("page", shown);
    const origins = new Set<string>();
    context.on("page", (page) => page.on("framenavigated", (frame) => origins.add(new URL(frame.url()).origin)));
    const close = context.close.bind(context);
    const devtools = context.newCDPSession.bind(context);
    const isAsItWas = watched(context);
    context.close = async (how) => {
      if (!open.delete(context)) return;
      if (!look || !isAsItWas() || !mayKeep()) return close(how);
      await Promise.all(context.pages().map((page) => page.close()));
      // A page that owns its context closes both.
      if (context.pages().length > 0) return close(how);
      waiting.push({ context, look, origins, close, devtools });
      if (waiting.length > most) await waiting.shift()!.close();
    };
    return context;
  }

  /** A story begins: what a context that is asked for nothing looks like, and whether all goes well by now. */
  return (look: BrowserContextOptions, goesWell: () => boolean) => {
    [usual, mayKeep] = [look, goesWell];
    const before = new Set(open);
    /** Closes what the story left open. */
    return async () => {
      const left = [...open].filter((context) => !before.has(context) && !lasting.has(context));
      await Promise.all(left.map((context) => context.close()));
      [usual, mayKeep] = [{}, () => false];
    };
  };
}

/** An empty page that nobody sees keeps the process of a context between two stories, with all that it has compiled. */
async function keepsProcess(context: BrowserContext) {
  const keeper = await context.newPage();
  const pages = context.pages.bind(context);
  context.pages = () => pages().filter((page) => page !== keeper);
}

/** A context that forgot what its pages stored; the page which that takes is the first of the next story. */
async function emptied({ context, origins, devtools }: Kept) {
  await context.clearCookies();
  const page = await context.newPage();
  const session = await devtools(page);
  for (const origin of origins)
    if (origin !== "null") await session.send("Storage.clearDataForOrigin", { origin, storageTypes });
  await session.detach();
  origins.clear();
  const { newPage } = context;
  context.newPage = () => {
    context.newPage = newPage;
    return Promise.resolve(page);
  };
  return context;
}

/** Answers whether nothing but traceless things was done to a context or to its clock. */
function watched(context: BrowserContext) {
  let isAsItWas = true;
  for (const thing of [context, context.clock])
    for (const name of [...Object.getOwnPropertyNames(Object.getPrototypeOf(thing)), "on", "once"]) {
      const does: unknown = Reflect.get(thing, name);
      if (typeof does !== "function" || /^(_|constructor$|close$|browser$)/.test(name) || traceless.has(name)) continue;
      Reflect.set(thing, name, (...given: unknown[]) => {
        isAsItWas = false;
        return Reflect.apply(does, thing, given) as unknown;
      });
    }
  return () => isAsItWas;
}
