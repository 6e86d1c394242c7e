import { LRUCache } from "lru-cache";
import type { EntityManager } from "typeorm";
import { type States, statesOf } from "./data/state.ts";

/** What is kept at most, in bytes, and for how long, in milliseconds: a page that speaks of today changes by itself. */
const most = { bytes: 48 * 1024 * 1024, ms: 5000 };

/** What a page is kept under. */
type Seen = Pick<States, "state" | "end">;

interface Kept<Page> extends Seen {
  begun: number;
  page: Page;
}

interface Making<Page> extends Seen {
  begun: number;
  page: Promise<Page>;
}

interface Options<Page> {
  /** True if a page is the same for all. */
  isShared?: (page: Page) => boolean;
  /** Size of a page, in bytes. */
  sizeOf: (page: Page) => number;
  /**
   * For how long, in milliseconds, a page is still given once people added to it, while the next is made: under a crowd
   * it would be made anew for each reader. What could take a word from sight ends it at once.
   */
  behind?: number;
  bytes?: number;
}

/**
 * Pages that are the same for all visitors, made once for those who ask for them together or soon after. A page is given
 * again while the database shows what it showed when the page was begun: whatever was written since, by this process or
 * another, by a person, an import or by hand, changes its state. Pages that were asked for once make room before those
 * that were asked for again: whoever asks for many addresses empties nothing that others read.
 */
export function keptPages<Page>(
  db: EntityManager,
  { isShared = () => true, sizeOf, behind = 0, bytes = most.bytes }: Options<Page>,
) {
  const sizeCalculation = ({ page }: Kept<Page>) => Math.ceil(sizeOf(page)) + 1;
  const once = new LRUCache<string, Kept<Page>>({ maxSize: Math.ceil(bytes / 4), sizeCalculation });
  const often = new LRUCache<string, Kept<Page>>({ maxSize: Math.ceil((bytes * 3) / 4), sizeCalculation });
  const making = new Map<string, Making<Page>>();

  function find(address: string) {
    const known = once.get(address);
    if (!known) return often.get(address);
    once.delete(address);
    often.set(address, known);
    return known;
  }

  function keep(address: string, kept: Kept<Page>) {
    const shelf = often.has(address) ? often : once;
    shelf.set(address, kept);
  }

  function begin(address: string, now: States, make: (now: States) => Promise<Page>) {
    const { state, end } = now;
    const begun = Date.now();
    const made: Making<Page> = { state, end, begun, page: make(now) };
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
    const serves = (it: Kept<Page> | Making<Page> | undefined) =>
      it !== undefined &&
      Date.now() - it.begun < most.ms &&
      (it.state === now.state || (!own && it.end === now.end && Date.now() - it.begun < behind));
    const known = find(address);
    const coming = making.get(address);
    if (known && serves(known)) {
      if (known.state !== now.state && !coming) begin(address, now, make).catch(() => {}); // whoever needs it asks again
      return known.page;
    }
    return coming && serves(coming) ? coming.page : begin(address, now, make);
  };
}
