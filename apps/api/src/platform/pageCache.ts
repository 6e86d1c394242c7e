import { LRUCache } from "lru-cache";
import type { EntityManager } from "typeorm";
import { type States, statesOf } from "./data/state.ts";

/** Limits of the cache. Pages live a few seconds in it, since a page that speaks of today changes by itself. */
const most = { bytes: 48 * 1024 * 1024, ms: 5000 };

/** State of the database that a cached page was made from. */
type Seen = Pick<States, "state" | "end">;

interface CachedPage<Page> extends Seen {
  begun: number;
  page: Page;
}

interface PageUnderWay<Page> extends Seen {
  begun: number;
  page: Promise<Page>;
}

interface Options<Page> {
  /** True if a page is the same for all. */
  isShared?: (page: Page) => boolean;
  /** Size of a page, in bytes. */
  sizeOf: (page: Page) => number;
  /**
   * Milliseconds for which a page is still served after people added to it, while the next one is made: in a crowd it
   * would be made for each reader, or without end. The next one is begun in the second half of that time. A commit that
   * may hide words ends it at once.
   */
  staleFor?: number;
  bytes?: number;
}

/**
 * Cache of pages that are the same for all visitors. A page is made once for all who ask meanwhile, and served until the
 * state of the database changes, which every commit does: of this process or another, of an import, or by hand. Pages
 * asked for once are dropped before those asked for again, so that a robot on many addresses empties nothing that
 * people read.
 */
export function pageCache<Page>(
  db: EntityManager,
  { isShared = () => true, sizeOf, staleFor = 0, bytes = most.bytes }: Options<Page>,
) {
  const sizeCalculation = ({ page }: CachedPage<Page>) => Math.ceil(sizeOf(page)) + 1;
  const once = new LRUCache<string, CachedPage<Page>>({ maxSize: Math.ceil(bytes / 4), sizeCalculation });
  const often = new LRUCache<string, CachedPage<Page>>({ maxSize: Math.ceil((bytes * 3) / 4), sizeCalculation });
  const making = new Map<string, PageUnderWay<Page>>();

  function find(address: string) {
    const known = once.get(address);
    if (!known) return often.get(address);
    once.delete(address);
    often.set(address, known);
    return known;
  }

  function keep(address: string, page: CachedPage<Page>) {
    const shelf = often.has(address) ? often : once;
    shelf.set(address, page);
  }

  function begin(address: string, now: States, make: (now: States) => Promise<Page>) {
    const { state, end } = now;
    const begun = Date.now();
    const made: PageUnderWay<Page> = { state, end, begun, page: make(now) };
    making.set(address, made);
    const done = () => making.get(address) === made && making.delete(address);
    made.page.then((page) => {
      done();
      if (isShared(page)) keep(address, { state, end, begun, page });
    }, done);
    return made.page;
  }

  /** The page of an address, made at the states that it is kept under; `own` where whoever asks has just written and wants to see it. */
  return async (address: string, make: (now: States) => Promise<Page>, own = false): Promise<Page> => {
    const now = await statesOf(db);
    const serves = (it: CachedPage<Page> | PageUnderWay<Page> | undefined) =>
      it !== undefined &&
      Date.now() - it.begun < most.ms &&
      (it.state === now.state || (!own && it.end === now.end && Date.now() - it.begun < staleFor));
    const known = find(address);
    const coming = making.get(address);
    if (known && serves(known)) {
      const isOld = known.state !== now.state && Date.now() - known.begun >= staleFor / 2;
      if (isOld && !coming) begin(address, now, make).catch(() => {}); // whoever needs it asks again
      return known.page;
    }
    return coming && serves(coming) ? coming.page : begin(address, now, make);
  };
}
