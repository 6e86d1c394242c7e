import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Execute, Page } from "@cahier/schema/page";
import type { FastifyInstance } from "fastify";
import type { Problem } from "../../graphql/resolvers.generated.ts";
import { log, withoutSecrets } from "../log.ts";
import { type Chunk, filesOf } from "./manifest.ts";

/** Exports of apps/web/src/entry-server.tsx; the API knows the web by this shape alone. */
interface WebBundle {
  fonts: string[];
  render(url: URL, execute: Execute, signal?: AbortSignal, posted?: Posted | null): Promise<Page | Response>;
}

/** A form that was posted as it is and refused: its page is shown again, with what was typed. */
export interface Posted {
  problems: readonly Problem[];
  answers: Readonly<Record<string, unknown>>;
  fields: Readonly<Record<string, string>>;
}

/** Request to the web: a page, and the form posted to it. */
export interface Asked {
  url: URL;
  execute: Execute;
  requestId: string;
  posted?: Posted | null;
}

/** A page as it is sent, or where to go instead. `personal` is unknown of the empty document. */
export interface Answer {
  status: number;
  html: string;
  policy: string;
  personal?: boolean;
  posts?: boolean;
  location?: string;
}

const folder = fileURLToPath(new URL("../../../../web/", import.meta.url));

/**
 * Build of `vite build` for browsers in one language. The style and the one script that runs before the first paint go
 * into the document, so nothing is waited for to show it. The policy names both by their hash.
 */
function builtIn(name: string, page = "index.html") {
  const dist = `${folder}dist/${name}`;
  const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8")) as Record<string, Chunk>;
  const built = readFileSync(`${dist}/${page}`, "utf8");
  const [link, href] = /<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/.exec(built)!;
  const css = readFileSync(`${dist}${href}`, "utf8").trim();
  const [script, source] = /<script src="([^"]*theme-[^"]*)"><\/script>/.exec(built)!;
  const first = readFileSync(`${dist}${source}`, "utf8").trim();
  const template = built
    .replace(link, () => `<style>${css}</style>`)
    .replace(script, () => `<script>${first}</script>`);
  const policy = contentPolicy({ style: hashOf(css), script: hashOf(first), framed: page === "team.html" });

  const scripts = (ids: string[]) => {
    const pages = ids.flatMap((id) => ["site", "team", "link"].map((shipped) => `src/pages/${shipped}/${id}.tsx`));
    return filesOf(manifest, ["src/client.tsx", ...pages])
      .filter((file) => !template.includes(file))
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`);
  };
  return { template, policy, scripts };
}

const hashOf = (content: string) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;

/** Pages from `vite build`, each in the language of its address. */
export function builtWeb() {
  const french = builtIn("client");
  const english = builtIn("english");
  const team = builtIn("team", "team.html");
  const bundle = import(`${folder}dist/server/entry-server.js`) as Promise<WebBundle>;

  return async (asked: Asked): Promise<Answer> => {
    const { fonts, render } = await bundle;
    const site = /^\/en(\/|$)/.test(asked.url.pathname) ? english : french;
    return answer(
      asked,
      render,
      (page) => {
        const { template, policy, scripts } = page.team ? team : site;
        return { html: document(template, page, fonts.map(preloadFont), scripts(page.routes)), policy };
      },
      site,
    );
  };
}

/** Pages from the sources, through Vite inside this process: a change shows at once. */
export async function liveWeb(app: FastifyInstance) {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: `${folder}vite.config.ts`,
    configLoader: "native", // the default writes a copy, which `node --watch` sees and restarts for
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: app.server } },
  });
  app.addHook("preClose", () => vite.close()); // not onClose: its socket keeps the server from closing
  app.addHook("onRequest", (request, reply, next) => {
    if (request.url.startsWith("/graphql")) return next();
    vite.middlewares(request.raw, reply.raw, () => next());
  });
  const own = { style: "'nonce-dev'", script: "'nonce-dev'", connect: "ws:", worker: "blob:" };
  const policies = { site: contentPolicy(own), team: contentPolicy({ ...own, framed: true }) };

  return async (asked: Asked): Promise<Answer> => {
    const [template, team] = await Promise.all(
      ["index.html", "team.html"].map((file) =>
        vite.transformIndexHtml(asked.url.pathname, readFileSync(`${folder}${file}`, "utf8")),
      ),
    );
    const { render, fonts } = (await vite.ssrLoadModule("/src/entry-server.tsx")) as WebBundle;
    return answer(
      asked,
      render,
      (page) => ({
        html: document((page.team ? team : template)!, page, fonts.map(preloadFont)),
        policy: page.team ? policies.team : policies.site,
      }),
      { template: template!, policy: policies.site },
    );
  };
}

/** The page; or, when it cannot be rendered here, the empty document in which the browser renders it; 503 when late. */
async function answer(
  { url, execute, requestId, posted }: Asked,
  render: WebBundle["render"],
  toHtml: (page: Page) => Pick<Answer, "html" | "policy">,
  { template, policy }: { template: string; policy: string },
): Promise<Answer> {
  // Not AbortSignal.timeout, which keeps all that listens to it until its time has passed.
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), 3000);
  try {
    const page = await render(url, execute, abort.signal, posted);
    if (page instanceof Response)
      return { status: page.status, html: "", policy, location: within(url, page.headers.get("location")!) };
    return { status: page.status, ...toHtml(page), personal: page.personal, posts: page.posts };
  } catch (error) {
    // The browser would send the same query, to a server that is late already.
    if (abort.signal.aborted) return { status: 503, html: "", policy };
    log.error("prerender", error, { id: requestId, path: withoutSecrets(url.pathname) });
    return {
      status: 200,
      html: document(template, {
        status: 200,
        lang: "fr",
        head: "",
        body: "",
        results: [],
        routes: [],
        personal: false,
        posts: false,
        team: false,
        waits: false,
      }),
      policy,
    };
  } finally {
    clearTimeout(timer);
  }
}

/** Address without its origin: a browser may know the site by another name. */
const within = ({ origin }: URL, location: string) =>
  location.startsWith(`${origin}/`) ? location.slice(origin.length) : location;

// Replacements are functions: a `$&` in somebody's text is text.
const document = (template: string, page: Page, fonts: string[] = [], scripts: string[] = []) =>
  template
    .replace('lang="fr"', () => `lang="${page.lang}"`)
    .replace("<!--head-->", () => page.head + fonts.join("") + (page.waits ? inert(scripts) : scripts.join("")))
    .replace("<!--body-->", () => page.body)
    .replace("<!--state-->", () =>
      page.body ? `<script type="application/json" id="results">${json(page.results)}</script>` : "",
    );

/** Files loaded by the script of the page alone. */
const inert = (links: string[]) => `<template id="client">${links.join("")}</template>`;

/** JSON that cannot close the element it sits in. A data block is not run, so the policy needs no hash for it. */
const json = (value: object) => JSON.stringify(value).replaceAll("<", "\\u003c");

const preloadFont = (href: string) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`;

interface Allowed {
  style: string;
  script: string;
  connect?: string;
  worker?: string;
  /** Pages of the team may frame one another: the preview of a questionnaire at the width of a phone. */
  framed?: boolean;
}

const contentPolicy = ({ style, script, connect = "", worker = "", framed = false }: Allowed) =>
  Object.entries({
    "default-src": "'none'",
    "script-src": `'self' ${script}`,
    "style-src": `'self' ${style}`,
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": `'self' ${connect}`,
    "manifest-src": "'self'",
    "worker-src": `'self' ${worker}`,
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-src": framed ? "'self'" : "'none'",
    "frame-ancestors": framed ? "'self'" : "'none'",
  })
    .map(([name, value]) => `${name} ${value.trim()}`)
    .join("; ");
