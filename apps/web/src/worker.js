// The service worker: a questionnaire that was opened once opens without a network. The API writes above this what the
// build is called (`build`) and, by language, the files it takes to fill one in (`files`). It keeps nothing else:
// no answer, no page for one person's eyes, nothing of the team.
/* global build, files */

const name = `questionnaire ${build}`;
const isQuestionnaire = /^(\/en)?\/questionnaires\/[^/]+$/;
const languageOf = (path) => (/^\/en(\/|$)/.test(path) ? "en" : "fr");

/** After this a page that is on the device is shown without waiting for the network any longer. */
const patience = 3000;

const stored = (path) => caches.match(path, { ignoreVary: true });

/** Puts a questionnaire on the device: its page as everybody is given it, and all that it takes to fill it in. */
async function keep(path) {
  const answer = await fetch(path, { credentials: "omit" });
  const isPublic = answer.status === 200 && /public/.test(answer.headers.get("cache-control") ?? "");
  const needed = files[languageOf(path)];
  // A page of another build would ask for other files: the worker of that build keeps it.
  if (!isPublic || !(await answer.clone().text()).includes(needed[0])) return;
  const cache = await caches.open(name);
  const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(needed.filter((file) => !there.has(file)));
  await cache.put(path, answer);
}

/** The questionnaires on the device, by whatever build. */
async function keptPaths() {
  const all = await Promise.all((await ownCaches()).map(async (one) => (await caches.open(one)).keys()));
  return [...new Set(all.flat().map(({ url }) => new URL(url).pathname))].filter((path) => isQuestionnaire.test(path));
}

const ownCaches = async () => (await caches.keys()).filter((one) => one.startsWith("questionnaire "));

addEventListener("install", (event) => {
  // Keeps the pages of the device through a change of build; an open page has all of its own already.
  event.waitUntil(
    keptPaths()
      .then((paths) => Promise.all(paths.map(keep)))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const one of await ownCaches()) if (one !== name) await caches.delete(one);
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("message", (event) => {
  const path = String(event.data);
  if (isQuestionnaire.test(path)) event.waitUntil(keep(path).catch(() => undefined));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event, pathname, search));
  else if (pathname.startsWith("/assets/")) event.respondWith(stored(pathname).then((file) => file ?? fetch(request)));
});

/** A page from the network; where that fails, or takes too long, from the device. */
async function page(event, path, search) {
  const network = Promise.resolve(event.preloadResponse).then((early) => early ?? fetch(event.request));
  const known = isQuestionnaire.test(path) && (await stored(path));
  if (!known) return network.catch(() => nothingHere(path));
  const late = new Promise((done) => {
    setTimeout(done, patience);
  });
  const answer = await Promise.race([network.catch(() => undefined), late]);
  if (!answer || answer.status >= 500) return search ? asShell(known) : known;
  event.waitUntil(keep(path).catch(() => undefined));
  return answer;
}

/** The page of another part of the same questionnaire: drawn anew rather than compared. */
async function asShell(answer) {
  const html = await answer.text();
  const headers = new Headers(answer.headers);
  for (const gone of ["content-encoding", "content-length"]) headers.delete(gone);
  return new Response(html.replace('<div id="root">', '<div id="root"><i data-waiting></i>'), { headers });
}

const words = {
  fr: {
    title: "Pas de réseau",
    text: "Cette page n’est pas sur cet appareil. Elle s’ouvrira quand le réseau reviendra.",
    kept: "Ce que vous pouvez remplir sans réseau :",
  },
  en: {
    title: "No network",
    text: "This page is not on this device. It will open when the network is back.",
    kept: "What you can fill in without a network:",
  },
};

/** Page in place of one that is not on the device, with links to those that are. */
async function nothingHere(path) {
  const language = languageOf(path);
  const { title, text, kept } = words[language];
  const links = await Promise.all(
    (await keptPaths())
      .filter((one) => languageOf(one) === language)
      .map(async (one) => {
        const [, named = one] = /<title>([^<]*)/.exec(await (await stored(one)).text()) ?? [];
        return `<li><a href="${one}">${named.replace(/ · [^·]*$/, "")}</a></li>`;
      }),
  );
  const list = links.length ? `<p>${kept}</p><ul>${links.join("")}</ul>` : "";
  return new Response(
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<meta name="color-scheme" content="light dark"><title>${title} · Cahier commun</title>` +
      `<h1>${title}</h1><p>${text}</p>${list}</html>`,
    {
      status: 503,
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" },
    },
  );
}
