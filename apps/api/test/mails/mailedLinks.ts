import { chromium, type Browser, type Page } from "@playwright/test";
import { m } from "@cahier/schema/messages";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect } from "vitest";
import { browser as browserOfTests, quiet } from "../../../../scripts/browser.ts";
import { createGraphQL, routes } from "../../src/app.ts";
import { type Objective, Objectives } from "../../src/domain/ground/group/group.entity.ts";
import { holderNow } from "../../src/domain/ground/role/role.queries.ts";
import type { Language, Role } from "../../src/graphql/resolvers.generated.ts";
import { config } from "../../src/platform/config.ts";
import { shownPath } from "../../src/platform/log.ts";
import { forgetKeptMails, keptMails, type Mail } from "../../src/platform/mail/mail.ts";
import { sendMails } from "../../src/platform/mail/outbox.ts";
import { buildWeb } from "../../src/platform/server/build.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { acting } from "../acts/acting.ts";
import type { Small } from "../rows/builders.ts";
import { seededApi } from "../site/demo.ts";
import { cookieOf, personWith } from "../site/people.ts";

/** A page that a link of a mail leads to, as whoever received it reads it. */
export interface Opened {
  link: string;
  status: number;
  language: string;
  /** Its words, without those of the frame around every page; none where a browser alone tells them, and was not asked. */
  words: string | null;
  /** Of a link to a place of a page: true where it is there, and nothing folds it away. */
  placed: boolean;
}

/** The demonstration with its pages, the mails that it sends, and the pages that their links lead to. */
export function mailingSite() {
  const api = seededApi(3);
  let app: FastifyInstance;
  let browser: Browser;
  let tab: Page;
  let objective: Objective;
  const own = { ...config };
  /** All mails that were opened, with the language of whoever received them. */
  const sent: (Mail & { language: Language })[] = [];
  /** Shapes of the addresses of mails whose pages come as a shell, or are a place of a page, in the order of the mails. */
  const shells: string[] = [];
  /** Sentences that pages of a shape were seen to show in the browser, which another page of that shape shows too. */
  const seen = new Set<string>();
  /** Pages that were read since the last act; and those about the mails or all of the site, which no act changes. */
  const read = new Map<string, Promise<Opened>>();
  const readOnce = new Map<string, Promise<Opened>>();

  beforeAll(async () => {
    await buildWeb();
    forgetKeptMails();
    app = await createHttp({ graphql: createGraphQL(), database: api.database, config: own, routes });
    own.port = Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
    browser = await chromium.launch({ executablePath: browserOfTests(), args: quiet });
    tab = await browser.newPage({ serviceWorkers: "block", viewport: { width: 390, height: 844 } });
    await api.database.query("delete from outgoing_mail");
    objective = await api.database.manager.findOneByOrFail(Objectives, { slug: "objectif-4" });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  /** Mails that left, and that nobody opened yet. */
  const waiting: Mail[] = [];
  async function mailsTo(address: string) {
    waiting.push(...keptMails().toReversed());
    forgetKeptMails();
    await sendMails(api.database.manager, async (mail) => void waiting.push(mail));
    const mails = waiting.filter(({ to }) => to === address);
    for (const mail of mails) waiting.splice(waiting.indexOf(mail), 1);
    expect([address, mails.length > 0]).toEqual([address, true]);
    return mails;
  }

  /**
   * Opens an address that a mail gives, with a session or without. Where its page comes as a shell, or it is a place of a
   * page, a browser reads it: unless it was seen to say this already, or it is read in a second language, where the same
   * mails lead to the same shells.
   */
  async function open(link: string, cookie = "", told?: { language: Language; about: string }): Promise<Opened> {
    expect(link).toMatch(new RegExp(`^${config.origin}(?:/|$)`));
    const path = link.slice(config.origin.length) || "/";
    const [url, place] = path.split("#");
    const ask = () => app.inject({ url, headers: cookie ? { cookie } : {} });
    const first = await ask();
    // A machine that is busy may be late with its first pages.
    const { statusCode: status, headers, body } = first.statusCode === 503 ? await ask() : first;
    const words = wordsOf(body);
    const language = /<html lang="(\w+)"/.exec(body)![1]! as Language;
    const served = { link, status, language, words, placed: true };
    const isShell = headers["x-robots-tag"] !== undefined;
    if (!place && !isShell) return served;
    if (!told) return { ...served, ...(await openInBrowser(path, cookie)) };

    const shape = shapeOf(link);
    shells.push(shape);
    // A shell has its page too for browsers without scripts, or the sentence that it needs them.
    const isTold = !isShell || !body.includes(m.ui_needs_scripts({}, { locale: language }));
    const claim = [shape, cookie !== "", isShell && isTold ? "" : told.about].join(" ");
    if (told.language !== "fr" || seen.has(claim)) return { ...served, words: isTold ? words : null };
    seen.add(claim);
    return { ...served, ...(await openInBrowser(path, cookie)) };
  }

  async function openInBrowser(path: string, cookie: string) {
    const [name, ...value] = cookie.split("=");
    await tab.context().clearCookies();
    if (cookie)
      await tab.context().addCookies([{ name: name!, value: value.join("="), domain: "127.0.0.1", path: "/" }]);
    try {
      const answer = await tab.goto(`http://127.0.0.1:${own.port}${path}`, { waitUntil: "commit" });
      await tab.locator("main h1").waitFor();
      const place = path.split("#")[1];
      const there = tab.locator(place ? `#${place}` : "main");
      const folded = tab.locator(place ? `details:not([open])#${place}, details:not([open]) #${place}` : "main main");
      return {
        status: answer!.status(),
        language: (await tab.locator("html").getAttribute("lang"))!,
        words: (await tab.locator("main").textContent())!.replaceAll(/\s+/g, " "),
        placed: (await there.count()) === 1 && (await folded.count()) === 0,
      };
    } finally {
      // Another place of the same page would not be asked for: somebody else may read it.
      await tab.goto("about:blank");
    }
  }

  /** Opens an address as a page that says something, or anything: once, until an act may change what it says. */
  function openOnce(link: string, cookie: string, language: Language, about = "") {
    const [pages, key] = about ? [read, [link, cookie, about]] : [readOnce, [language, shapeOf(link), cookie !== ""]];
    const name = key.join(" ");
    if (!pages.has(name)) pages.set(name, open(link, cookie, { language, about }));
    return pages.get(name)!;
  }

  const attempt = acting(api);
  const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

  return {
    api,
    /** The objective of the demonstration to which one answers. */
    get demo() {
      return { database: api.database, small: { objective } as Small };
    },
    rows,
    sent,
    shells,
    open: (link: string) => open(link),
    /** Runs an act, whatever is refused of it. */
    attempt,
    /** Runs an act that is refused nothing. */
    async act(...[name, ...rest]: Parameters<typeof attempt>) {
      read.clear();
      const answer = await attempt(name, ...rest);
      expect([name, answer.problems]).toEqual([name, []]);
      return answer;
    },
    /** Posts JSON, as the web does. */
    post: (url: string, payload: object, cookie = "") =>
      app.inject({ method: "POST", url, payload, headers: cookie ? { cookie } : {} }),
    /** Presses the one button of a page without scripts. */
    press: (url: string) =>
      app.inject({
        method: "POST",
        url,
        payload: "",
        headers: { "content-type": "application/x-www-form-urlencoded" },
      }),
    cookieOf: (personId: string) => cookieOf(api.database, personId),
    /** Somebody whose address is proven, who reads a language and holds roles everywhere. */
    async somebody(language: Language, ...roles: Role[]) {
      const id = await personWith(api.database, roles);
      const [[{ email }]] = await api.database.query<[[{ email: string }]]>(
        "update person set email_verified = true, told_by_mail = true, language = $2 where id = $1 returning email",
        [id, language],
      );
      return { id, email, viewer: { ...(await holderNow(api.database.manager, id)), language } };
    },
    /** Sends the mails that wait and opens each link of those to an address: it is a page that says what they are about. */
    async opened(to: string, language: Language, about: string | RegExp, personId?: string | null): Promise<Opened[]> {
      const cookie = personId ? await cookieOf(api.database, personId) : "";
      const all: Opened[] = [];
      for (const mail of await mailsTo(to)) {
        sent.push({ ...mail, language });
        for (const link of new Set([...linksOf(mail.text), ...(mail.stopLink ? [mail.stopLink] : [])])) {
          const where = `${mail.subject} → ${link}`;
          expect([where, isEnglish.test(link) ? "en" : "fr"]).toEqual([where, language]);
          // A secret of its reader is in no log: names and numbers of things have no capital.
          expect(shownPath(new URL(link).pathname)).not.toMatch(/[A-Z]/);
          const isGeneral = aboutMails.test(link);
          const claim = isGeneral ? undefined : `/${typeof about === "string" ? about : about.source}/`;
          const page = await openOnce(link, cookie, language, claim);
          const says = ({ words }: Opened, ...what: (string | RegExp)[]) =>
            words === null || what.some((one) => (typeof one === "string" ? words.includes(one) : one.test(words)))
              ? where
              : words;
          expect([where, page]).toEqual([where, { ...page, status: 200, language, placed: true }]);
          expect(page.words?.includes(m.shell_404_title({}, { locale: language })) ? where : "").toBe("");
          if (!isGeneral) {
            expect(says(page, about)).toBe(where);
            // A browser where they are signed out says how to come back.
            const out = cookie ? await openOnce(link.split("#")[0]!, "", language, "signed out") : page;
            expect(says(out, about, m.shell_401_title({}, { locale: language }))).toBe(where);
          }
          all.push(page);
        }
      }
      return all;
    },
  };
}

const isEnglish = new RegExp(`^${config.origin}/en(?=[/?#]|$)`);

/** Pages about the mails themselves, or about all of the site. */
const aboutMails = new RegExp(`^${config.origin}(?:/en)?(?:/?$|/mails/stop|/watching)`);

/** An address without its language, and without what differs from one mail to the next: numbers, slugs, secrets. */
const shapeOf = (link: string) =>
  link
    .replace(isEnglish, "")
    .replace(config.origin, "")
    .replace(/^\/?(?=[?#]|$)/, "/")
    .replaceAll(/(?<=\/)(?![a-z]+(?:[/?#]|$))[^/?#]+|(?<==)[^&#]+/g, "…");

const linksOf = (text: string) => text.match(/https?:\/\/[^\s»”]+/g) ?? [];

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Words of a page that came whole. */
const wordsOf = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "")
    .replaceAll(/<!--[\s\S]*?-->|<[^>]*>/g, "")
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\s+/g, " ");
