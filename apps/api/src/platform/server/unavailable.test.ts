import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type DataSource,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  TransactionNotStartedError,
} from "typeorm";
import { openDatabase } from "../data/database.ts";
import { wire } from "../../../test/site/proxy.ts";
import { testSite } from "../../../test/site/site.ts";
import { isUnavailable } from "./unavailable.ts";

let line: Awaited<ReturnType<typeof wire>>;
let direct: DataSource;
let asleep: Promise<unknown>;
const site = testSite({}, async (url) => {
  direct = await openDatabase(url, { entities: [], migrations: [] });
  return (line = await wire(url)).url;
});
// It sleeps beside the rest, for as long as a statement may take.
beforeAll(() => void (asleep = direct.query("select pg_sleep(600)").catch((thrown: unknown) => thrown)));
afterAll(async () => {
  line.close();
  await direct.destroy();
});

test.for(["cut", "silent"] as const)(
  "with the database %s the site lives, asks to come back, and does",
  async (state) => {
    const written: string[] = [];
    const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean(written.push(String(text))));
    line.become(state);
    const [asked, ready, alive] = await Promise.all([
      site.ask("{ axes { name } }"),
      site.app.inject("/readyz"),
      site.app.inject("/healthz"),
    ]);
    expect(asked.statusCode).toBe(503);
    expect(asked.headers["retry-after"]).toBe("3");
    expect(asked.json().errors[0]).toMatchObject({ message: "Not now.", extensions: { code: "UNAVAILABLE" } });
    expect(ready.statusCode).toBe(503);
    expect(alive.statusCode).toBe(200);

    // One line for each of the two that failed.
    stderr.mockRestore();
    const lines = written.filter((text) => text.includes('"path"'));
    expect(written.filter((text) => /"level":"error"/.test(text))).toEqual([]);
    expect(lines.map((text) => (JSON.parse(text) as { status: number }).status)).toEqual([503, 503]);
    for (const text of lines) expect(JSON.parse(text)).toMatchObject({ trouble: expect.stringMatching(/./) });

    line.become("sound");
    expect((await site.ask("{ axes { name } }")).statusCode).toBe(200);
    expect((await site.app.inject("/readyz")).statusCode).toBe(200);
  },
);

test("a statement that takes too long is ended, and is no fault of whoever asked", async () => {
  expect(isUnavailable(await asleep)).toBe(true);
});

test("a bug of the site is not called an outage", () => {
  const coded = (code: string) => Object.assign(new Error("x"), { code });
  for (const fault of [new TypeError("x is undefined"), coded("23505"), coded("42703")])
    expect(isUnavailable(fault)).toBe(false);
  for (const outage of [
    coded("53100"),
    coded("25006"),
    coded("57P01"),
    new AggregateError([coded("ECONNREFUSED")]),
    new QueryRunnerAlreadyReleasedError(),
    // Statements asked beside one that lost its connection.
    new QueryRunnerProviderAlreadyReleasedError(),
    new TransactionNotStartedError(),
  ])
    expect(isUnavailable(outage)).toBe(true);
});
