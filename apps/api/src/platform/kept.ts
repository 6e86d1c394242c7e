import type { EntityManager } from "typeorm";
import { stateOf } from "./data/state.ts";

/** Most pages kept, and their lifetime, short because a page that speaks of today may change by itself. */
const most = { pages: 60, ms: 5000 };

interface KeptPage<Page> {
  state: string;
  until: number;
  page: Promise<Page>;
}

/**
 * Pages that are the same for all visitors, made once for those who ask for them together or soon after. One is given
 * again only while the database shows what it showed when the page was begun: whatever was written since, by this
 * process or another, by a person, an import or by hand, changes its state.
 */
export function keptPages<Page>(db: EntityManager, isShared: (page: Page) => boolean) {
  const kept = new Map<string, KeptPage<Page>>();

  return async (address: string, make: () => Promise<Page>): Promise<Page> => {
    const state = await stateOf(db);
    const known = kept.get(address);
    if (known && known.state === state && known.until > Date.now()) return known.page;
    const page = make();
    const made = { state, until: Date.now() + most.ms, page };
    kept.delete(address);
    kept.set(address, made);
    if (kept.size > most.pages) kept.delete(kept.keys().next().value!);
    const forget = () => kept.get(address) === made && kept.delete(address);
    page.then((one) => isShared(one) || forget(), forget);
    return page;
  };
}
