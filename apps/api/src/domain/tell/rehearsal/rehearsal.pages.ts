import { m } from "@cahier/schema/messages";
import type { WorkingGroup } from "../../ground/group/group.entity.ts";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * Puts the banner of a rehearsal at the head of a page, and its mark on the document: what the page asks goes to the
 * rehearsal, and what it keeps on the device is kept apart.
 */
export const dressedAs =
  ({ id, name }: Pick<WorkingGroup, "id" | "name">) =>
  (html: string) => {
    const head = html.slice(0, html.indexOf(">", html.indexOf("<html")));
    const locale = head.includes('lang="en"') ? "en" : "fr";
    const banner = `<aside class="rehearsal" aria-label="${m.rehearsal_banner({}, { locale })}">
<p><b>${m.rehearsal_banner({}, { locale })}</b> ${escaped(m.rehearsal_banner_text({ name }, { locale }))}</p>
<form method="post" action="/rehearsal/leave"><button>${m.rehearsal_leave({}, { locale })}</button></form></aside>`;
    return html
      .replace("<html", () => `<html data-rehearsal="${id}" data-graphql="/graphql?rehearsal=${id}"`)
      .replace(
        "<head>",
        () => `<head><script src="/rehearsal/device.js"></script><link rel="stylesheet" href="/rehearsal/banner.css">`,
      )
      .replace('<div id="root">', () => `${banner}<div id="root">`);
  };

export const sheet = `.rehearsal {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 20px;
  align-items: center;
  justify-content: space-between;
  padding: 8px 16px;
  border-bottom: 3px solid var(--madder);
  background: var(--sheet);
  color: var(--ink);
  font: 400 1rem/1.4 var(--text, sans-serif);
}
.rehearsal p, .rehearsal form { margin: 0; }
.rehearsal b { color: var(--madder); }
.rehearsal button {
  min-height: 44px;
  padding: 0 16px;
  border: 1.5px solid currentcolor;
  border-radius: 8px;
  background: none;
  color: inherit;
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
.over {
  max-width: 38rem;
  margin: 15vh auto;
  padding: 0 20px;
  font: 400 1.1rem/1.5 Arial, sans-serif;
}
.over h1 { line-height: 1.2; }
.over a { display: inline-block; padding: 10px 0; color: inherit; font-weight: 600; }
html:has(.over) { background: light-dark(#fbf6ea, #141a2c); color: light-dark(#1c2541, #f4efe2); }
@media print { .rehearsal form { display: none; } }
`;

/**
 * Storage of the device, kept apart in a rehearsal: the same names under a prefix. A page of another rehearsal, or
 * that says that one is over, erases what former ones left.
 */
export const deviceScript = `(() => {
  const id = document.documentElement.dataset.rehearsal || "";
  const own = "rehearsal " + id + " ";
  const isFormer = (name) => name.startsWith("rehearsal ") && !(id && name.startsWith(own));
  for (const real of [localStorage, sessionStorage])
    for (const name of Object.keys(real)) if (isFormer(name)) real.removeItem(name);
  const { open, deleteDatabase } = IDBFactory.prototype;
  indexedDB.databases?.().then((all) => {
    for (const { name } of all) if (isFormer(name)) deleteDatabase.call(indexedDB, name);
  }).catch(() => undefined);
  if (!id) return;
  IDBFactory.prototype.open = function (name, version) { return open.call(this, own + name, version); };
  const apart = (real) => {
    const names = () => Object.keys(real).filter((name) => name.startsWith(own)).map((name) => name.slice(own.length));
    const methods = {
      getItem: (name) => real.getItem(own + name),
      setItem: (name, value) => real.setItem(own + name, value),
      removeItem: (name) => real.removeItem(own + name),
      clear: () => names().forEach((name) => real.removeItem(own + name)),
      key: (at) => names()[at] ?? null,
    };
    return new Proxy({}, {
      get: (_, name) => (name === "length" ? names().length : methods[name] ?? real.getItem(own + String(name)) ?? undefined),
      ownKeys: () => names(),
      getOwnPropertyDescriptor: (_, name) =>
        names().includes(name) ? { value: real.getItem(own + name), enumerable: true, configurable: true } : undefined,
    });
  };
  for (const name of ["localStorage", "sessionStorage"]) {
    const real = window[name];
    Object.defineProperty(window, name, { value: apart(real), configurable: true });
  }
})();
`;

/** Page in place of any other of a rehearsal that is over. */
export function overPage(url: string, group: Pick<WorkingGroup, "slug" | "preparing"> | null) {
  const locale = /^\/en(\/|$)/.test(url) ? "en" : "fr";
  const base = locale === "en" ? "/en" : "";
  const href = group ? `${base}/groups/${group.slug}` : `${base}/sign-in`;
  const link = group ? m.rehearsal_over_go({}, { locale }) : m.rehearsal_over_sign_in({}, { locale });
  const html = `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${m.rehearsal_over({}, { locale })}</title>
<link rel="stylesheet" href="/rehearsal/banner.css">
<script src="/rehearsal/device.js"></script></head>
<body><main class="over"><h1>${m.rehearsal_over({}, { locale })}</h1>
<p>${m.rehearsal_over_text({}, { locale })}</p>
<p><a href="${href}">${link}</a></p></main></body>
</html>
`;
  return {
    html,
    policy:
      "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  };
}
