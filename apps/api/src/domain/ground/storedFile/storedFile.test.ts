import { randomBytes } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { testBucket } from "../../../../test/site/bucket.ts";
import { bytesOfFile, dropFile, dropLoose, keepFile } from "./storedFile.writes.ts";

const api = testApi();
const store = testBucket();
const now = new Date();
const rows = async () =>
  (await api.database.query<[{ count: number }]>("select count(*)::int as count from stored_file"))[0].count;

afterEach(() => {
  store.down = false;
});

test("a file is kept in the database where nothing else is set, and goes whole", async () => {
  const { manager: db } = api.database;
  const bytes = randomBytes(3000);
  const file = await keepFile(db, null, bytes, now);
  expect([file.place, file.size]).toEqual(["DATABASE", 3000]);
  expect(await bytesOfFile(db, null, file.id)).toEqual(bytes);
  // A file stays readable where it was put, whatever is set since.
  expect(await bytesOfFile(db, store.bucket(), file.id)).toEqual(bytes);
  await dropFile(db, null, file);
  await expect(bytesOfFile(db, null, file.id)).rejects.toThrow("Not there.");
});

test("a file is put into a bucket, signed with its bytes, read back and taken away", async () => {
  const { manager: db } = api.database;
  const bytes = randomBytes(70_000);
  const file = await keepFile(db, store.bucket(), bytes, now);
  expect([...store.objects]).toEqual([[`/cahier/${file.id}`, bytes]]);
  expect(await bytesOfFile(db, store.bucket(), file.id)).toEqual(bytes);
  await dropFile(db, store.bucket(), file);
  expect([store.objects.size, store.refused]).toEqual([0, 0]);
});

test("a bucket that refuses, or is away, leaves nothing behind", async () => {
  const { manager: db } = api.database;
  const before = await rows();
  const stranger = { ...store.bucket(), secret: "another one" };
  await expect(keepFile(db, stranger, randomBytes(10), now)).rejects.toThrow("PUT: 403");
  store.down = true;
  await expect(keepFile(db, store.bucket(), randomBytes(10), now)).rejects.toThrow("PUT: 503");
  expect([await rows(), store.objects.size]).toEqual([before, 0]);
});

test("a file that no row names is let go after a day, wherever it is", async () => {
  const { manager: db } = api.database;
  const old = new Date(now.getTime() - 25 * 3_600_000);
  await keepFile(db, null, randomBytes(10), old);
  await keepFile(db, store.bucket(), randomBytes(10), old);
  const young = await keepFile(db, null, randomBytes(10), now);
  expect(await dropLoose(db, store.bucket(), now)).toBe(2);
  expect([await rows(), store.objects.size]).toEqual([1, 0]);
  await dropFile(db, null, young);
});
