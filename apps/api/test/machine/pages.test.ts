import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createGraphQL, routes, tables } from "../../src/app.ts";
import { pageParameters } from "../../src/platform/server/address.ts";
import { buildWeb } from "../../src/platform/server/build.ts";
import { configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { copyOf } from "../site/cluster.ts";
import { seededTemplate } from "../site/demo.ts";
import { longAddress } from "../walks/long.ts";
import { statementsOf } from "../site/statements.ts";
import { unhurried } from "../site/unhurried.ts";

const limits = { ...unhurried, max: 3 };
let database: DataSource;
let elsewhere: DataSource;
let app: FastifyInstance;

beforeAll(async () => {
  await buildWeb();
  const url = await copyOf(await seededTemplate(), inject("admin"));
  database = await openDatabase(url, tables, { limits });
  elsewhere = await openDatabase(url, tables, { limits });
  const config = { ...configOf({ PORT: "4000" }), behindProxy: true };
  app = await createHttp({ graphql: createGraphQL(), database, config, routes });
  await app.inject("/follow"); // what a process asks once
}, 240_000);
afterAll(async () => {
  await app?.close();
  await database?.destroy();
  await elsewhere?.destroy();
});

// One of the six reads the row of the instance by its key: kept in memory, another process would show a former name.
test("the whole page of a questionnaire takes six statements at most, and writes nothing", async () => {
  let html = "";
  const statements = await statementsOf(async () => {
    html = (await app.inject("/questionnaires/questionnaire-4")).body;
  });
  expect(html).toContain("<h1");
  expect(statements.length).toBeLessThanOrEqual(6);
  for (const statement of statements) expect(statement).toMatch(/^\s*select/i);
});

test("a page is not made again without a write", async () => {
  await app.inject("/contributions");
  for (const search of ["", "?", "?x=anything", "?utm_source=a&x"])
    expect(await statementsOf(() => app.inject(`/contributions${search}`))).toHaveLength(1);
});

test("a browser that has the page is told so, in any encoding, until something of it changes", async () => {
  const asked = (headers: Record<string, string>) => app.inject({ url: "/proposals/proposition-2", headers });
  const { headers, body } = await asked({ "accept-encoding": "br" });
  const tag = headers.etag!;
  for (const encoding of ["br", "gzip", "identity"]) {
    const again = await asked({ "if-none-match": tag, "accept-encoding": encoding });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    expect(again.headers["content-security-policy"]).toBe(headers["content-security-policy"]);
  }
  await database.query("update proposal set title = title || ' !' where slug = 'proposition-2'");
  const changed = await asked({ "if-none-match": tag });
  expect(changed.statusCode).toBe(200);
  expect(changed.headers.etag).not.toBe(tag);
  expect(body).not.toBe("");
  // A page for one person has no name that a browser could keep.
  expect((await app.inject("/follow/AAAA-BBBB-CCCC-DDDD")).headers.etag).toBeUndefined();
});

test("a write in another database of the same cluster leaves kept pages as they are", async () => {
  const neighbour = await openDatabase(await copyOf(inject("template"), inject("admin")), tables);
  await app.inject("/contributions");
  await neighbour.query("insert into person (display_name) values ('Une voisine')");
  const statements = await statementsOf(() => app.inject("/contributions"));
  await neighbour.destroy();
  expect(statements).toHaveLength(1);
});

test("a write begun before a page and committed after it is on the next page", async () => {
  const [first, second] = [elsewhere.createQueryRunner(), elsewhere.createQueryRunner()];
  const write = (writer: typeof first, slug: string) =>
    writer.query("update proposal set summary = summary || ' Plus tard.' where slug = $1", [slug]);
  const remade = async () => (await statementsOf(() => app.inject("/contributions"))).length > 1;
  for (const writer of [first, second]) await writer.startTransaction();
  await write(first, "proposition-1");
  await write(second, "proposition-2");
  await app.inject("/contributions");
  expect(await remade()).toBe(false);
  await first.commitTransaction();
  expect(await remade()).toBe(true);
  expect(await remade()).toBe(false);
  await second.commitTransaction();
  expect(await remade()).toBe(true);
  for (const writer of [first, second]) await writer.release();
});

test("every table that a page may show says that it is written to", async () => {
  const [{ unwatched }] = await database.query<[{ unwatched: string }]>(
    `select string_agg(relname, ' ' order by relname) as unwatched from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'note_change')`,
  );
  // Figures move with the rows they are of, which say so; who has a page open is on no page that is kept.
  expect(unwatched).toBe(
    "led_nowhere open_page pair_tally rate_window reader_tally reading_pair tally text_tally waiting_reaction",
  );
});

test("requests at the same time get one page", async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => app.inject("/themes")));
  expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
  const statements = await statementsOf(() => Promise.all(Array.from({ length: 20 }, () => app.inject("/meetings"))));
  expect(statements.length).toBeLessThan(20 + 15);
});

test("any change, in this process or another, is on the next page", async () => {
  const title = async () => /<h1[^>]*>([^<]*)/.exec((await app.inject("/proposals/proposition-1")).body)![1];
  const rename = (at: DataSource, words: string) =>
    at.query("update proposal set title = $1 where slug = 'proposition-1'", [words]);
  await title();
  await rename(database, "Premier titre");
  expect(await title()).toBe("Premier titre");
  await rename(elsewhere, "Second titre");
  expect(await title()).toBe("Second titre");
  const writer = elsewhere.createQueryRunner();
  await writer.startTransaction();
  await writer.query("update proposal set title = 'Troisième titre' where slug = 'proposition-1'");
  expect(await title()).toBe("Second titre");
  await writer.commitTransaction();
  await writer.release();
  expect(await title()).toBe("Troisième titre");
});

test("neither a page not found nor a page for one person is kept", async () => {
  expect((await app.inject("/themes/nulle-part")).statusCode).toBe(404);
  expect((await statementsOf(() => app.inject("/themes/nulle-part"))).length).toBeGreaterThan(1);
  const { headers } = await app.inject("/follow/AAAA-BBBB-CCCC-DDDD");
  expect(headers["cache-control"]).toBe("private, no-store");
});

test.each(["/", "/en/", "/contributions/", "/follow/", "/office/", "/proposals/follow/"])(
  "an address that goes on and on after %s is read once",
  async (path) => {
    for (const rest of [longAddress, encodeURIComponent(longAddress), "/".repeat(longAddress.length)])
      expect((await app.inject(path + rest)).statusCode).toBeLessThan(500);
  },
);

test.each(["search", "territory", "theme", "objective", "sector", "question", "after"])(
  "the parameter %s of a list that goes on and on is read once",
  async (name) => {
    const text = encodeURIComponent(longAddress);
    expect((await app.inject(`/contributions?${name}=${text}`)).statusCode).toBeLessThan(500);
  },
);

test("so are parameters that go on together", async () => {
  const text = encodeURIComponent(longAddress.slice(-2000));
  const all = [...pageParameters, "anything"].filter((name) => name !== "after").map((name) => `${name}=${text}`);
  expect((await app.inject(`/initiatives?${all.join("&")}`)).statusCode).toBeLessThan(500);
});

test.each([
  "referer",
  "cookie",
  "user-agent",
  "accept",
  "accept-encoding",
  "accept-language",
  "x-forwarded-for",
  "host",
])("a header %s that goes on and on is read once", async (name) => {
  for (const value of [
    longAddress,
    `cahier=${longAddress}.`,
    `${longAddress},`,
    "; ".repeat(60_000),
    "::".repeat(60_000),
  ])
    expect((await app.inject({ url: "/themes", headers: { [name]: value } })).statusCode).toBeLessThan(500);
});

test("robots.txt names the pages for one person and the endless ones", async () => {
  const { body } = await app.inject("/robots.txt");
  for (const path of ["/follow/", "/mails/", "/watching", "/invitations/", "/desk"])
    expect(body).toContain(`Disallow: ${path}\nDisallow: /en${path}\n`);
  for (const path of ["/follow/", "/drafts/", "/reading", "/questionnaires/write", "/paper/", "/*?draw="])
    expect(body).toContain(`Disallow: ${path}\n`);
});

test("a former address of a page redirects for good to the present one", async () => {
  const { statusCode, headers } = await app.inject("/en/bench?objective=objectif-4");
  expect(statusCode).toBe(301);
  expect(headers.location).toBe("/en/reading?objective=objectif-4");
});

test("what a browser keeps of the site to open it by has its name and a picture that is there", async () => {
  const { headers, body } = await app.inject("/site.webmanifest");
  expect(headers["content-type"]).toMatch(/^application\/manifest\+json/);
  const { icons, name } = JSON.parse(body) as { name: string; icons: { src: string }[] };
  expect(name).not.toBe("");
  for (const { src } of icons) expect((await app.inject(src)).statusCode).toBe(200);
});

test("the map of the site for robots leads to pages that are there, and to nothing that is hidden or withdrawn", async () => {
  const told = async (path: string) =>
    [...(await app.inject(path)).body.matchAll(/<loc>http:\/\/127\.0\.0\.1:4000([^<]*)/g)].map(([, found]) => found!);
  expect((await app.inject("/robots.txt")).body).toContain("Sitemap: http://127.0.0.1:4000/sitemap.xml");
  const files = await told("/sitemap.xml");
  expect(files.length).toBeGreaterThan(8);
  for (const file of files)
    for (const path of (await told(file)).slice(0, 2))
      expect([path, (await app.inject(path)).statusCode]).toEqual([path, 200]);

  const [first, second] = await told("/sitemaps/contribution.xml");
  const hide = (path: string, status: string) =>
    database.query(`update contribution set status = '${status}' where id = $1`, [path.split("/").at(-1)]);
  await hide(first!, "HIDDEN");
  await hide(second!, "WITHDRAWN");
  const after = await told("/sitemaps/contribution.xml");
  expect(after).not.toContain(first);
  expect(after).not.toContain(second);
  expect((await app.inject("/sitemaps/person.xml")).statusCode).toBe(404);
});

test("the page of a hidden text holds no word of it and no robot keeps it; no sitemap leads there", async () => {
  const one = async (text: string) => (await database.query<{ id: string; path: string; words: string }[]>(text))[0]!;
  const [moderator] = await database.query("select person_id as id, group_id from role_grant where role = 'MODERATOR'");
  for (const [kind, table, text] of [
    ["CONTRIBUTION", "contribution", "select id, '/contributions/' || id as path, body as words from contribution"],
    ["INITIATIVE", "initiative", "select id, '/initiatives/' || slug as path, summary as words from initiative"],
    ["EXCHANGE", "exchange", "select id, '/exchanges/' || id as path, text as words from exchange"],
  ] as const) {
    const { id, path, words } = await one(`${text} where status = 'VISIBLE' order by id limit 1`);
    // A stretch that the page writes as it is: « C’est » would be one letter.
    const said = /[^«»"'’&<>\n]{13,25}/.exec(words)![0];
    expect((await app.inject(path)).body).toContain(said);
    await database.query(
      `insert into ruling (kind, text_id, group_id, outcome, reason, was, former, ruled_by_id, ruled_at)
       values ($1, $2, (select id from working_group limit 1), 'HIDDEN', 'INSULT', 'VISIBLE', '{}', $3, now())`,
      [kind, id, moderator.id],
    );
    await database.query(`update ${table} set status = 'HIDDEN' where id = $1`, [id]);
    const page = await app.inject(path);
    expect([path, page.statusCode]).toEqual([path, 200]);
    expect(page.body).toMatch(/Masqué|masqué/);
    expect(page.body).not.toContain(said);
    expect(page.body).toMatch(/<meta name="robots" content="noindex"/);
    const { body } = await app.inject("/sitemap.xml");
    for (const [, file] of body.matchAll(/\/sitemaps\/([a-z]+\.xml)/gi))
      expect((await app.inject(`/sitemaps/${file}`)).body).not.toContain(`${path}<`);
  }
});

test.each(["/", "/en", "/groups/circuits-courts", "/documents", "/notebooks", "/search", "/meetings/reunion-1"])(
  "%s is made here whole, with its title",
  async (path) => expect((await app.inject(path)).body).toMatch(/<h1[^>]*>[^<]*\w/),
);

test("the page about privacy says for how long a backup keeps what was erased", async () => {
  expect((await app.inject("/privacy")).body).toContain("elle est gardée 7 nuits");
});
