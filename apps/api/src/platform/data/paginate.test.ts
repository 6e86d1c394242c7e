import { expect, test } from "vitest";
import { connection, pageOf } from "./paginate.ts";

const rows = [1, 2, 3, 4, 5].map((n) => ({ n, id: `row ${n}` }));
const read = (args: { first?: number; after?: string | null }, list = rows) => {
  const page = pageOf(args, 2);
  const after = (page.after?.[0] ?? 0) as number;
  return connection(list.filter(({ n }) => n > after).slice(0, page.limit + 1), page, ({ n, id }) => [n, id]);
};

test("pages follow each other to the end, without a row twice or missing", () => {
  const first = read({ first: 2 });
  const second = read({ first: 2, after: first.pageInfo.endCursor });
  const third = read({ first: 2, after: second.pageInfo.endCursor });
  expect([first, second, third].flatMap(({ nodes }) => nodes)).toEqual(rows);
  expect([first, second, third].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, true, false]);
});

test("a list that fills its last page ends there: no empty page follows", () => {
  const four = rows.slice(0, 4);
  const first = read({ first: 2 }, four);
  const last = read({ first: 2, after: first.pageInfo.endCursor }, four);
  expect(last.nodes).toEqual(four.slice(2));
  expect(last.pageInfo.hasNextPage).toBe(false);
  expect(read({ first: 4 }, four).pageInfo.hasNextPage).toBe(false);
});

test("a cursor that did not come from the list is refused, and so is a page without an end", () => {
  for (const after of ["", "x", "bnVsbA", "WzFd", Buffer.from('[{"a":1},"b"]').toString("base64url")].slice(1))
    expect(() => pageOf({ after }, 2)).toThrow("cursor");
  for (const first of [0, -1, 101]) expect(() => pageOf({ first }, 2)).toThrow("Between 1 and 100");
});
