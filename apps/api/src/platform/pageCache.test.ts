import { expect, test, vi } from "vitest";
import { testApi } from "../../test/site/api.ts";
import { pageCache } from "./pageCache.ts";

const api = testApi();

/** Pages that count how often each was made. */
function counting(options: { staleFor?: number; bytes?: number } = {}) {
  const made = new Map<string, number>();
  const cache = pageCache<string>(api.database.manager, { sizeOf: ({ length }) => length, ...options });
  const ask = (address: string, own = false, wait?: Promise<void>) =>
    cache(
      address,
      async () => {
        const number = (made.get(address) ?? 0) + 1;
        made.set(address, number);
        await wait;
        return `${address} ${number}`.padEnd(1000);
      },
      own,
    ).then((page) => page.trim());
  return { ask, made: (address: string) => made.get(address) ?? 0 };
}

const added = () => api.database.query("insert into search_stem (stem, texts) values (gen_random_uuid()::text, 1)");
const changed = () => api.database.query("update instance set name = name || '.'");

test("for a moment a page may lack what others added, and is not made anew for each of them: in the second half of that time once, for all who ask", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { ask, made } = counting({ staleFor: 4000 });
  expect(await ask("/")).toBe("/ 1");
  await added();
  vi.setSystemTime(Date.now() + 1900);
  expect([await ask("/"), await ask("/"), made("/")]).toEqual(["/ 1", "/ 1", 1]);
  vi.setSystemTime(Date.now() + 100);
  let goOn = () => {};
  const wait = new Promise<void>((done) => (goOn = done));
  expect(await Promise.all([ask("/", false, wait), ask("/"), ask("/")])).toEqual(["/ 1", "/ 1", "/ 1"]);
  await added();
  expect(await ask("/")).toBe("/ 1");
  expect(made("/")).toBe(2);
  goOn();
  await expect.poll(() => ask("/")).toBe("/ 2");
  vi.useRealTimers();
});

test("a visitor who has just written is given a page made after it", async () => {
  const { ask } = counting({ staleFor: 60_000 });
  await ask("/");
  await added();
  expect(await ask("/", true)).toBe("/ 2");
});

test("a commit that may hide words ends all kept pages at once, even when it comes late", async () => {
  const { ask } = counting({ staleFor: 60_000 });
  await ask("/");
  await changed();
  expect(await ask("/")).toBe("/ 2");
  const writer = api.database.createQueryRunner();
  await writer.startTransaction();
  await writer.query("update instance set name = name || '.'");
  await writer.commitTransaction();
  await writer.release();
  expect(await ask("/")).toBe("/ 3");
});

test("kept pages are bounded in bytes, and those read often outlive any number of pages read once", async () => {
  const { ask, made } = counting({ bytes: 8000 });
  await ask("/");
  await ask("/");
  for (let number = 0; number < 50; number++) await ask(`/contributions?page=${number}`);
  await ask("/");
  expect(made("/")).toBe(1);
  await ask("/contributions?page=0");
  expect(made("/contributions?page=0")).toBe(2);
});

test("a page that failed is made again", async () => {
  const cache = pageCache<string>(api.database.manager, { sizeOf: ({ length }) => length });
  await expect(cache("/", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await cache("/", async () => "there")).toBe("there");
});
