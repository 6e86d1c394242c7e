import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import { dayOf } from "../../src/platform/day.ts";
import { type Viewer, viewerOf } from "../../src/platform/viewer.ts";
import type { testApi } from "../site/api.ts";
import { holderOf, personWith } from "../site/people.ts";
import { trying } from "./acting.ts";

/** Fields of an exchange that tests ask for. */
export const exchangeFields = `id direction kind title text sector territory { slug } region { slug } initiative { slug } organisation
  authorName state status statusReason version viewerCan { edit hide ask } viewerIntroduction { state }`;

/** The day some days from today. */
export const later = (days: number) => dayOf(new Date(), days);

/** An exchange without a problem. */
export const exchangeInput = (more: object = {}) => ({
  id: randomUUID(),
  version: 0,
  direction: "OFFER",
  kind: "PLACE",
  title: "Une cave voûtée",
  // Few enough words that the same of many tests are no flood.
  text: "Libre le jeudi.",
  sector: "FOOD",
  territory: "finistere",
  expiresOn: later(30),
  ...more,
});

/** People with exchanges, and their acts. */
export function exchanging(api: ReturnType<typeof testApi>) {
  const the = {} as { author: Viewer; asker: Viewer; moderator: Viewer };
  beforeAll(async () => {
    the.author = await somebody("Aline");
    the.asker = await somebody("Bruno");
    the.moderator = await holderOf(api.database, "MODERATOR");
  });

  const somebody = async (displayName: string): Promise<Viewer> => {
    const id = await personWith(api.database, []);
    // Of a newcomer five texts an hour appear: these were there before.
    const before = "created_at = now() - interval '2 days'";
    await api.database.query(`update person set display_name = $2, ${before} where id = $1`, [id, displayName]);
    return viewerOf({ id, displayName, language: "fr" }, []);
  };

  const attempt = trying(api, "code field value");
  const act = async (name: string, input: object, viewer?: Viewer) => {
    const rest = name.endsWith("Introduction")
      ? "introduction { id state askedBy text exchange { id } }"
      : `exchange { ${exchangeFields} } current { title version }`;
    const { payload, code } = await attempt(name, input, rest, viewer);
    return { ...payload, code };
  };

  const see = async (id: string, viewer?: Viewer) =>
    (await api.ask(`query ($id: ID!) { exchange(id: $id) { ${exchangeFields} } }`, { id }, viewer)).data.exchange;

  const list = async (filter: object = {}, viewer?: Viewer) => {
    const { data, errors } = await api.ask(
      `query ($filter: ExchangeFilter) { exchanges(filter: $filter, first: 50) { total nodes { ${exchangeFields} } } }`,
      { filter },
      viewer,
    );
    expect(errors).toBeUndefined();
    return data.exchanges as { total: number; nodes: any[] };
  };

  const post = (more: object = {}, viewer: Viewer | undefined = the.author) =>
    act("postExchange", exchangeInput(more), viewer);

  return { the, somebody, act, see, list, post };
}
