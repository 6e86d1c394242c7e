import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededTemplate } from "../../../../test/site/demo.ts";
import { testSite } from "../../../../test/site/site.ts";
import { endOfId, shortPath } from "./short.ts";

const site = testSite({}, undefined, seededTemplate);

const led = async (path: string) => {
  const { statusCode, headers } = await site.app.inject({ url: path });
  return [statusCode, headers.location ?? null];
};

test("a short address says the end of an id in letters that cannot be taken for one another, and is read as it was typed", () => {
  const id = "0190f6a0-0000-7000-8000-0123456789ab";
  expect(shortPath(id)).toBe("/p/4D2P-F2DB");
  for (const typed of ["4D2P-F2DB", "4d2pf2db", " 4D2P F2DB "]) expect(endOfId(typed)).toBe("23456789ab");
  for (const typed of ["4D2P-F2D", "4D2P-F2DBB", "4D2P-F2DU", "", "%00", "8".repeat(4000)])
    expect(endOfId(typed)).toBe(null);
  for (let one = 0; one < 200; one++) {
    const other = randomUUID();
    expect(other.replaceAll("-", "").endsWith(endOfId(shortPath(other).slice(3))!)).toBe(true);
  }
});

test("it leads for ever to the page of a text that may be read, or to its place once it was; to nothing else", async () => {
  const [{ id }] = await site.database.query(
    "select id from contribution where status = 'VISIBLE' order by id limit 1",
  );
  const path = shortPath(id);
  expect(await led(path)).toEqual([301, `/contributions/${id}`]);
  expect(await led(`/en${path.toLowerCase()}`)).toEqual([301, `/en/contributions/${id}`]);
  expect(await led("/p/0000-0000")).toEqual([302, "/contributions/0000-0000"]);
  for (const status of ["HELD", "UNPUBLISHED", "HIDDEN"]) {
    await site.database.query("update contribution set status = $2 where id = $1", [id, status]);
    expect(await led(path)).toEqual([302, `/contributions${path.slice(2)}`]);
  }
  await site.database.query("update contribution set status = 'WITHDRAWN' where id = $1", [id]);
  expect(await led(path)).toEqual([301, `/contributions/${id}`]);
});
