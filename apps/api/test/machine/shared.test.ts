import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createGraphQL, routes, tables } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { openDatabase } from "../../src/platform/data/database.ts";
import { buildWeb } from "../../src/platform/server/build.ts";
import { cardPng } from "../../src/platform/server/card.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { copyOf } from "../site/cluster.ts";
import { seededTemplate } from "../site/demo.ts";
import { unhurried } from "../site/unhurried.ts";
import { longAddress } from "../walks/long.ts";

/** Preview of a shared address, as its recipient sees it. */
let database: DataSource;
let app: FastifyInstance;

beforeAll(async () => {
  await buildWeb();
  const url = await copyOf(await seededTemplate(), inject("admin"));
  database = await openDatabase(url, tables, { limits: { ...unhurried, max: 3 } });
  app = await createHttp({ graphql: createGraphQL(), database, config: configOf({ PORT: "4000" }), routes });
}, 240_000);
afterAll(async () => {
  await app?.close();
  await database?.destroy();
});

test("each page has a description of one sentence", async () => {
  for (const path of ["/", "/proposals/proposition-1", "/en/contributions", "/questionnaires/questionnaire-4"])
    expect((await app.inject(path)).body).toMatch(/<meta name="description" content="[^"]{30,170}"/);
});

test("a page for everybody says its one address, the same page in the other language, and how it is shared", async () => {
  const { body } = await app.inject("/en/proposals/proposition-1?utm_source=a&view=all");
  const head = body.slice(0, body.indexOf("</head>"));
  expect(head).toContain('<link rel="canonical" href="http://127.0.0.1:4000/en/proposals/proposition-1?view=all">');
  expect(head).toContain('hreflang="fr" href="http://127.0.0.1:4000/proposals/proposition-1?view=all">');
  expect(head).toMatch(/<meta property="og:title" content="[^"]{10,}">/);
  expect(head).toMatch(/<meta property="og:description" content="[^"]{30,170}">/);
  expect(head).toContain('<meta property="og:locale" content="en_GB">');
  expect((await app.inject("/")).body).toContain('hreflang="en" href="http://127.0.0.1:4000/en/">');
  for (const path of ["/follow/AAAA-BBBB-CCCC-DDDD", "/desk", "/themes/nulle-part"])
    expect((await app.inject(path)).body).not.toMatch(/rel="canonical"|property="og:/);
});

test("where its address is shared, each thing says its own words, and home the name of the site", async () => {
  const shared = async (path: string) => {
    const { body } = await app.inject(path);
    return ["title", "description"].map(
      (name) => new RegExp(`<meta property="og:${name}" content="([^"]*)"`).exec(body)?.[1] ?? "",
    );
  };
  const one = async (text: string) => (await database.query<[{ path: string; said: string }]>(text))[0];
  for (const { path, said } of await Promise.all([
    one("select '/proposals/' || slug as path, summary as said from proposal where slug = 'proposition-2'"),
    one("select '/key-points/' || id as path, sentence as said from key_point where merged_into_id is null limit 1"),
    one("select '/meetings/' || slug as path, place as said from meeting where slug = 'locale-1'"),
    one("select '/questionnaires/' || slug as path, title as said from questionnaire where slug = 'questionnaire-4'"),
  ])) {
    const begins = said.slice(0, 60).replaceAll("'", "&#x27;");
    expect([path, (await shared(path))[1]]).toEqual([path, expect.stringContaining(begins)]);
  }
  expect((await shared("/questionnaires/questionnaire-4"))[0]).toMatch(/ · Questionnaire 4$/);
  expect((await shared("/"))[0]).toBe("Le Labo de l’ESS");
});

test("the card of a page has no box in it for a letter that its fonts lack", () => {
  const drawn = (title: string) => cardPng({ site: "Site", title, description: title });
  const same = (one: string, other: string) => drawn(one).equals(drawn(other));
  expect(same("Qui porte\u202F?", "Qui porte\u00A0?")).toBe(true);
  expect(same("Gyo\u030Brgy 🌻 mange", "Gyorgy  mange")).toBe(true);
  expect(same("Qui porte", "Qui tient")).toBe(false);
});

test("the card of a page is a picture of its first words, and a page for one person has none", async () => {
  const { body } = await app.inject("/proposals/proposition-1");
  const address = /<meta property="og:image" content="http:\/\/127\.0\.0\.1:4000([^"]*)"/.exec(body)![1]!;
  const { headers, rawPayload } = await app.inject(address);
  expect(headers["content-type"]).toBe("image/png");
  expect([rawPayload.readUInt32BE(16), rawPayload.readUInt32BE(20)]).toEqual([1200, 630]);
  const again = await app.inject({ url: address, headers: { "if-none-match": headers.etag! } });
  expect(again.statusCode).toBe(304);
  await database.query("update proposal set title = 'Tout autre chose' where slug = 'proposition-1'");
  expect((await app.inject(address)).headers.etag).not.toBe(headers.etag);
  for (const page of [
    "/follow/AAAA-BBBB-CCCC-DDDD",
    "/desk",
    "/themes/nulle-part",
    "//evil.example/",
    "x",
    longAddress,
  ])
    expect((await app.inject(`/card.png?page=${encodeURIComponent(page)}`)).statusCode).toBe(404);
});
