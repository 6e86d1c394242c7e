import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../test/site/api.ts";
import { alone, serves } from "./alone.ts";
import { assertDirect, connected } from "./postgres.ts";

const api = testApi();
let url: string;
beforeAll(() => void ({ url } = api.database.options as { url: string }));

const why = "it runs on the tables that would change";
const command = (named = false) => alone(url, why, named, async () => "done");

test("what needs the site stopped is refused while a process serves its database from anywhere, and done once it has left", async () => {
  const leave = await serves(url);
  const second = await serves(url);
  await expect(command()).rejects.toThrow(
    /^Stop the site first: it runs on the tables that would change\. A process serves this database from 127\.0\.0\.1\.$/,
  );
  await leave();
  await expect(command()).rejects.toThrow(/^Stop the site first/);
  await second();
  expect(await command()).toBe("done");
  // A process of the version before says that it is there by the name of its connections alone.
  await expect(command(true)).rejects.toThrow(/^Stop the site first/);
});

test("no site starts while such a command works, nor another command", async () => {
  await alone(url, why, false, async () => {
    await expect(serves(url)).rejects.toThrow(/^A command that needs the site stopped works on this database/);
    await expect(command()).rejects.toThrow(/^Another command that needs the site stopped works/);
  });
  await (
    await serves(url)
  )();
});

test("a pool of connections between is known by its greeting, and refused: locks would stay behind in it", async () => {
  await connected(url, async (client) => {
    await assertDirect(client);
    Object.assign(client, { processID: (client as unknown as { processID: number }).processID + 1 });
    await expect(assertDirect(client)).rejects.toThrow("DIRECT_DATABASE_URL");
  });
});

test("a process whose connection was cut says again that it serves", async () => {
  const leave = await serves(url);
  const cut =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cahier-commun serves' and datname = current_database()";
  expect((await connected(url, (client) => client.query(cut))).rowCount).toBe(1);
  await expect
    .poll(() => command().catch((error: Error) => error.message), { timeout: 30_000 })
    .toMatch(/^Stop the site first/);
  await leave();
  expect(await command()).toBe("done");
});
