import { SaxesParser } from "saxes";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { testSite } from "../../../../test/site/site.ts";
import { config } from "../../../platform/config.ts";

const site = testSite();
let group: Small["group"];
beforeAll(async () => ({ group } = await smallInstance(site.database)));
beforeEach(async () => {
  await site.database.query("update working_group set preparing = false");
  await site.database.query("delete from document");
});

/** The elements of a feed: the parser refuses what is no XML. */
function read(xml: string) {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  const open: (typeof found)[number][] = [];
  parser.on("opentag", ({ name, attributes }) => {
    const one = { name, text: "", attributes: attributes as Record<string, string> };
    found.push(one);
    open.push(one);
  });
  parser.on("text", (text) => {
    if (open.length > 0) open.at(-1)!.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return (name: string) => found.filter((one) => one.name === name);
}

test("a feed is Atom: each entry has an id that stays, a title, a day and a page, and nothing that is not public", async () => {
  const add = (title: string, days: number) =>
    site.database.query(
      `insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
       values (gen_random_uuid()::text, $1, 'NOTE', $2, '', 1, now()::date - $3::int, '[]')`,
      [group.id, title, days],
    );
  await add("L’un & <l’autre>", 1);
  await add("Avant", 3);
  await add("Retiré", 2);
  await site.database.query("update document set status = 'WITHDRAWN' where title = 'Retiré'");
  const paths = ["/news.atom", `/groups/${group.slug}/news.atom`, "/news.atom?language=en"];
  const feeds = await Promise.all(paths.map((path) => site.app.inject(path)));
  for (const { statusCode, headers, body } of feeds) {
    expect([statusCode, headers["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
    const all = read(body);
    expect(all("feed")[0]!.attributes.xmlns).toBe("http://www.w3.org/2005/Atom");
    expect(all("link").find(({ attributes }) => attributes.rel === "self")!.attributes.href).toContain(config.origin);
    expect(all("entry")).toHaveLength(2);
    for (const name of ["id", "title", "updated"]) expect(all(name)).toHaveLength(3);
    for (const { text } of all("updated")) expect(new Date(text).toISOString()).toBe(text);
    expect(new Set(all("id").map(({ text }) => text)).size).toBe(3);
    expect(all("author")).toHaveLength(1);
    expect(all("title")[1]!.text).toContain("L’un & <l’autre>");
  }
  const entriesOf = async (list: string) => read((await site.app.inject(`/${list}/news.atom`)).body)("entry").length;
  expect(await entriesOf("documents")).toBe(2);
  for (const list of ["handovers", "meetings", "proposals", "questionnaires", "syntheses"])
    expect([list, await entriesOf(list)]).toEqual([list, 0]);
  const again = await site.app.inject({
    url: paths[0]!,
    headers: { "if-none-match": feeds[0]!.headers.etag as string },
  });
  expect(again.statusCode).toBe(304);
  await site.database.query("update working_group set preparing = true");
  expect((await site.app.inject(paths[1]!)).statusCode).toBe(404);
  expect(read((await site.app.inject(paths[0]!)).body)("entry")).toEqual([]);
});

test("a feed says which list it is of and what it is filtered by, and its address says the same", async () => {
  const other = await site.database.query<{ slug: string }[]>(
    `insert into working_group (slug, theme_id, name, final_goal, means)
     select gen_random_uuid()::text, theme_id, 'Un autre groupe', '', '[]' from working_group limit 1 returning slug`,
  );
  await site.database.query(
    `insert into document (slug, group_id, kind, title, purpose, version, published_on, sections)
     values ('un', $1, 'NOTE', 'Un document', '', 1, now()::date - 1, '[]')`,
    [group.id],
  );
  const feed = async (url: string) => {
    const { body } = await site.app.inject(url);
    const all = read(body);
    const self = all("link").find(({ attributes }) => attributes.rel === "self")!.attributes.href!;
    return {
      title: all("title")[0]!.text,
      author: all("name")[0]!.text,
      entries: all("entry").length,
      id: all("id")[0]!.text,
      self: self.replace(config.origin, ""),
    };
  };
  const whole = await feed("/documents/news.atom");
  const filtered = await feed(`/documents/news.atom?group=${group.slug}`);
  const elsewhere = await feed(`/documents/news.atom?group=${other[0]!.slug}&language=en`);
  expect(whole).toMatchObject({ title: `Les documents · ${whole.author}`, entries: 1, self: "/documents/news.atom" });
  expect(filtered).toMatchObject({
    title: `Les documents · ${group.name} · ${whole.author}`,
    entries: 1,
    self: `/documents/news.atom?group=${group.slug}`,
  });
  expect(elsewhere).toMatchObject({
    title: `Documents · Un autre groupe · ${whole.author}`,
    entries: 0,
    self: `/documents/news.atom?group=${other[0]!.slug}&language=en`,
  });
  expect(new Set([whole, filtered, elsewhere].map(({ id }) => id)).size).toBe(3);
  expect((await feed(`/groups/${group.slug}/news.atom`)).title).toBe(
    `Ce qui a bougé · ${group.name} · ${whole.author}`,
  );
  expect((await feed("/meetings/news.atom?objective=objectif-1")).title).toBe(
    `Les réunions · De quoi parle-t-on ? · ${whole.author}`,
  );
  expect((await site.app.inject("/documents/news.atom?group=personne")).statusCode).toBe(404);
});

test("the button of a mail program stops once, by a post alone, and says so", async () => {
  const [{ id }] = await site.database.query<[{ id: string }]>(
    "insert into watcher (address, language) values ('stop@exemple.fr', 'fr') returning id",
  );
  const { keyOf } = await import("../watch/watch.key.ts");
  const url = `/watching/stop?key=${keyOf(id)}`;
  const post = (payload: string) =>
    site.app.inject({ method: "POST", url, payload, headers: { "content-type": "application/x-www-form-urlencoded" } });
  const one = await post("List-Unsubscribe=One-Click");
  expect([one.statusCode, one.body]).toEqual([200, "Done."]);
  expect(await site.database.query("select from watcher")).toEqual([]);
  expect((await post("")).headers.location).toBe("/watching/stop?stopped");
});
