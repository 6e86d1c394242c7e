import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../test/demo.ts";
import { holderOf, personWith } from "../../../test/people.ts";
import { statementsOf } from "../../../test/statements.ts";
import { type Viewer, viewerOf } from "../../platform/viewer.ts";
import { dayOf } from "../../platform/day.ts";

const api = seededApi();
let author: Viewer;
let asker: Viewer;
let moderator: Viewer;

const somebody = async (displayName: string): Promise<Viewer> => {
  const id = await personWith(api.database, []);
  await api.database.query("update person set display_name = $2 where id = $1", [id, displayName]);
  return viewerOf({ id, displayName, language: "fr" }, []);
};
const addressOf = async ({ id }: Viewer) =>
  (await api.database.query<[{ email: string }]>("select email from person where id = $1", [id]))[0].email;

beforeAll(async () => {
  author = await somebody("Aline");
  asker = await somebody("Bruno");
  moderator = await holderOf(api.database, "MODERATOR");
});

const later = (days: number) => dayOf(new Date(), days);
const fields = `id direction kind title text sector territory { slug } region { slug } initiative { slug } organisation
  authorName state hiddenReason version viewerCan { edit hide ask } viewerIntroduction { state }`;

const act = async (name: string, input: object, viewer?: Viewer) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const rest = /Introduction$/.test(name)
    ? "introduction { id state askedBy text exchange { id } }"
    : `exchange { ${fields} } current { title version }`;
  const { data, errors } = await api.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field value } ${rest} } }`,
    { input },
    viewer,
  );
  return { ...data?.[name], code: errors?.[0]?.extensions.code } as any;
};

const input = (more: object = {}) => ({
  id: randomUUID(),
  version: 0,
  direction: "OFFER",
  kind: "PLACE",
  title: "Une cave voûtée",
  text: "Fraîche toute l’année, libre le jeudi.",
  sector: "FOOD",
  territory: "finistere",
  expiresOn: later(30),
  ...more,
});
const post = (more: object = {}, viewer: Viewer | undefined = author) => act("postExchange", input(more), viewer);
const see = async (id: string, viewer?: Viewer) =>
  (await api.ask(`query ($id: ID!) { exchange(id: $id) { ${fields} } }`, { id }, viewer)).data.exchange;
const list = async (filter: object = {}, viewer?: Viewer) => {
  const { data, errors } = await api.ask(
    `query ($filter: ExchangeFilter) { exchanges(filter: $filter, first: 50) { total nodes { ${fields} } } }`,
    { filter },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.exchanges as { total: number; nodes: any[] };
};

test("whoever has an account posts what they look for or offer, once whatever the retries", async () => {
  const said = input({ initiative: "la-ruche-aux-sous", organisation: "Les Caves du Port" });
  const copies = await Promise.all([1, 2, 3].map(() => act("postExchange", said, author)));
  for (const { problems, exchange } of copies) {
    expect(problems).toEqual([]);
    expect(exchange).toMatchObject({
      title: "Une cave voûtée",
      authorName: "Aline",
      state: "OPEN",
      region: { slug: "bretagne" },
      initiative: { slug: "la-ruche-aux-sous" },
      organisation: "Les Caves du Port",
      viewerCan: { edit: true, hide: false, ask: false },
    });
  }
  expect((await list()).nodes.filter(({ id }) => id === said.id)).toHaveLength(1);
});

test("the list narrows by direction, kind, sector and territory", async () => {
  const { exchange } = await post({ direction: "NEED", kind: "MONEY", sector: "CULTURE", territory: "morbihan" });
  const has = async (filter: object) => (await list(filter)).nodes.some(({ id }) => id === exchange.id);
  for (const filter of [
    { direction: "NEED" },
    { kind: "MONEY" },
    { sector: "CULTURE" },
    { territory: "morbihan" },
    { territory: "bretagne" },
    { direction: "NEED", kind: "MONEY", sector: "CULTURE", territory: "bretagne-2012" },
  ])
    expect([filter, await has(filter)]).toEqual([filter, true]);
  for (const filter of [
    { direction: "OFFER" },
    { sector: "FOOD" },
    { territory: "finistere" },
    { territory: "atlantide" },
  ])
    expect([filter, await has(filter)]).toEqual([filter, false]);
});

test("a page of the list goes on where it stopped", async () => {
  const ask = async (after: string | null) =>
    (
      await api.ask(
        `query ($after: String) { exchanges(first: 3, after: $after) { total nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { after },
      )
    ).data.exchanges;
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = await ask(after); ; page = await ask(after)) {
    seen.push(...page.nodes.map(({ id }: { id: string }) => id));
    if (!page.pageInfo.hasNextPage) {
      expect(seen).toHaveLength(page.total);
      break;
    }
    after = page.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
});

test.each([
  ["no title", { title: " " }, { code: "REQUIRED", field: "title" }],
  ["a link in the text", { text: "Voyez www.exemple.fr" }, { code: "CARRIES_CONTACT", field: "text" }],
  ["a telephone in the title", { title: "06 12 34 56 78" }, { code: "CARRIES_CONTACT", field: "title" }],
  [
    "an address in the organisation",
    { organisation: "a@exemple.fr" },
    { code: "CARRIES_CONTACT", field: "organisation" },
  ],
  ["an unknown sector", { sector: "MAGIC" }, { code: "UNKNOWN_CHOICE", field: "sector" }],
  ["an unknown territory", { territory: "atlantide" }, { code: "UNKNOWN_TERRITORY", field: "territory" }],
  ["an unknown initiative", { initiative: "nulle-part" }, { code: "UNKNOWN_CHOICE", field: "initiative" }],
  ["a day that is past", { expiresOn: "2020-01-01" }, { code: "OUT_OF_RANGE", field: "expiresOn" }],
  ["a day too far", { expiresOn: "2999-01-01" }, { code: "OUT_OF_RANGE", field: "expiresOn" }],
])("%s is refused by field", async (_, more, problem) => {
  expect((await post(more)).problems).toMatchObject([problem]);
});

test("an account without a name says one, which carries no address", async () => {
  const nameless = await somebody("");
  expect((await post({}, nameless)).problems).toMatchObject([{ code: "NAME_REQUIRED", field: "name" }]);
  expect((await post({ name: "x@exemple.fr" }, nameless)).problems).toMatchObject([{ code: "CARRIES_CONTACT" }]);
  expect((await post({ name: "Chloé" }, nameless)).exchange.authorName).toBe("Chloé");
});

test("its author changes it from the version that was read, closes it and opens it again; nobody else does", async () => {
  const said = input();
  await act("postExchange", said, author);
  const changed = { ...said, version: 1, title: "Une cave et son monte-charge" };
  expect((await act("postExchange", changed, asker)).code).toBe("FORBIDDEN");
  expect((await act("postExchange", changed, author)).exchange).toMatchObject({ title: changed.title, version: 2 });
  expect(await act("postExchange", { ...said, version: 1, title: "Trop tard" }, author)).toMatchObject({
    problems: [{ code: "STALE", value: "2" }],
    current: { title: changed.title, version: 2 },
  });
  expect((await act("closeExchange", { id: said.id, close: true }, asker)).code).toBe("FORBIDDEN");
  expect((await act("closeExchange", { id: said.id, close: true }, author)).exchange.state).toBe("CLOSED");
  expect((await list()).nodes.map(({ id }) => id)).not.toContain(said.id);
  expect((await act("closeExchange", { id: said.id, close: false }, author)).exchange.state).toBe("OPEN");
});

test("what is past its day is no longer listed, and its page says so", async () => {
  const { exchange } = await post();
  await api.database.query("update exchange set expires_on = '2020-01-01' where id = $1", [exchange.id]);
  expect((await list()).nodes.map(({ id }) => id)).not.toContain(exchange.id);
  expect((await see(exchange.id)).state).toBe("EXPIRED");
});

test("a moderator hides a notice with a reason that all can read; its author still reads it", async () => {
  const { exchange } = await post();
  const hide = (reason: string | null) => act("hideExchange", { id: exchange.id, reason }, moderator);
  expect((await hide(" ")).problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
  expect((await hide("Ce n’est pas un échange.")).problems).toEqual([]);
  expect((await list()).nodes.map(({ id }) => id)).not.toContain(exchange.id);
  expect(await see(exchange.id)).toMatchObject({
    title: "",
    text: "",
    authorName: "",
    state: "HIDDEN",
    hiddenReason: "Ce n’est pas un échange.",
  });
  expect(await see(exchange.id, author)).toMatchObject({ title: exchange.title, viewerCan: { edit: false } });
  await hide(null);
  expect((await see(exchange.id)).title).toBe(exchange.title);
});

test("beside a need stand those who offer it, those who need it too, and the initiatives that do the same", async () => {
  const { exchange } = await post({ direction: "NEED" });
  const { data } = await api.ask(
    `query ($id: ID!) { exchange(id: $id) {
       answering { direction sector region { slug } } alike { id direction } initiatives { sector region { slug } } } }`,
    { id: exchange.id },
  );
  const { answering, alike, initiatives } = data.exchange;
  expect(answering.length).toBeGreaterThan(0);
  for (const one of answering) expect(one.direction).toBe("OFFER");
  expect(answering[0]).toMatchObject({ sector: "FOOD", region: { slug: "bretagne" } });
  for (const one of alike) expect(one).toMatchObject({ direction: "NEED" });
  expect(alike.map(({ id }: { id: string }) => id)).not.toContain(exchange.id);
  expect(initiatives[0]).toMatchObject({ sector: "FOOD", region: { slug: "bretagne" } });
  for (const one of initiatives) expect(one.sector === "FOOD" || one.region?.slug === "bretagne").toBe(true);
});

const mails = async () =>
  api.database.query<{ recipient: string; subject: string; text: string }[]>(
    "select recipient, subject, text from outgoing_mail where key like 'introduction %' order by queued_at, id",
  );
const desk = async (viewer: Viewer) =>
  (
    await api.ask(
      `{ exchangeDesk { posted { id } received { id state askedBy text exchange { id } } asked { id state } } }`,
      {},
      viewer,
    )
  ).data.exchangeDesk;

test("two people are introduced once both agreed: each gets the other's address by mail, and no page tells it", async () => {
  const { exchange } = await post();
  const [theirs, mine] = await Promise.all([addressOf(author), addressOf(asker)]);
  const asked = { id: randomUUID(), exchangeId: exchange.id, text: "Je cherche où garder mes fromages." };
  expect((await see(exchange.id, asker)).viewerCan.ask).toBe(true);
  for (const answer of [await act("askIntroduction", asked, asker), await act("askIntroduction", asked, asker)])
    expect(answer).toMatchObject({ problems: [], introduction: { state: "ASKED" } });
  const [told, ...none] = await mails();
  expect(none).toEqual([]);
  expect(told).toMatchObject({ recipient: theirs, subject: expect.stringContaining("Bruno") });
  expect(told!.text).toContain(asked.text);
  expect(told!.text).not.toContain(mine);

  expect((await see(exchange.id, asker)).viewerCan.ask).toBe(false);
  expect((await desk(author)).received).toMatchObject([{ askedBy: "Bruno", text: asked.text, state: "ASKED" }]);
  expect((await desk(asker)).received).toEqual([]);
  expect((await act("answerIntroduction", { id: asked.id, accept: true }, asker)).code).toBe("NOT_FOUND");
  expect((await act("answerIntroduction", { id: asked.id, accept: true }, moderator)).code).toBe("NOT_FOUND");
  for (const _ of [1, 2])
    expect((await act("answerIntroduction", { id: asked.id, accept: true }, author)).introduction.state).toBe(
      "ACCEPTED",
    );
  const [, ...given] = await mails();
  expect(given.map(({ recipient }) => recipient).toSorted()).toEqual([mine, theirs].toSorted());
  for (const { recipient, text } of given) {
    expect(text).toContain(recipient === mine ? theirs : mine);
    expect(text).not.toContain(recipient);
  }
  const seen = JSON.stringify([await desk(author), await desk(asker), await see(exchange.id, asker), await list()]);
  for (const address of [theirs, mine]) expect(seen).not.toContain(address);
  expect((await act("answerIntroduction", { id: asked.id, accept: false }, author)).problems).toMatchObject([
    { code: "NOT_NOW" },
  ]);
});

test("declined, nobody gets an address; taken back, it can be asked again", async () => {
  const { exchange } = await post();
  const other = await somebody("Denis");
  const ask = (viewer: Viewer) =>
    act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text: "Un mot." }, viewer);
  const before = (await mails()).length;
  const { introduction } = await ask(other);
  await act("answerIntroduction", { id: introduction.id, accept: false }, author);
  const after = (await mails()).slice(before);
  expect(after).toHaveLength(2);
  for (const { text } of after)
    for (const viewer of [author, other]) expect(text).not.toContain(await addressOf(viewer));
  expect((await ask(other)).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);

  const third = await somebody("Estelle");
  const first = await ask(third);
  expect((await act("takeBackIntroduction", { id: first.introduction.id }, other)).code).toBe("NOT_FOUND");
  expect((await act("takeBackIntroduction", { id: first.introduction.id }, third)).introduction).toMatchObject({
    state: "TAKEN_BACK",
    text: "",
  });
  expect((await desk(author)).received.map(({ askedBy }: { askedBy: string }) => askedBy)).not.toContain("Estelle");
  expect((await act("answerIntroduction", { id: first.introduction.id, accept: true }, author)).problems).toMatchObject(
    [{ code: "NOT_NOW" }],
  );
  expect((await ask(third)).problems).toEqual([]);
});

test("nobody is introduced to themselves, nor by what is closed, nor with contact details in their word", async () => {
  const { exchange } = await post();
  const ask = (text: string, viewer: Viewer) =>
    act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text }, viewer);
  expect((await ask("Moi.", author)).problems).toMatchObject([{ code: "NOT_NOW" }]);
  expect((await ask("Écrivez à a@exemple.fr", asker)).problems).toMatchObject([
    { code: "CARRIES_CONTACT", field: "text" },
  ]);
  await act("closeExchange", { id: exchange.id, close: true }, author);
  expect((await ask("Un mot.", asker)).problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("more than ten an hour is no introduction", async () => {
  const eager = await somebody("Fanny");
  const { nodes } = await list();
  const asks = [];
  for (let at = 0; at < 11; at++) {
    const { exchange } = at < nodes.length ? { exchange: nodes[at] } : await post();
    asks.push(await act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text: "Un mot." }, eager));
  }
  expect(asks.at(-1).problems).toMatchObject([{ code: "TOO_MANY_TRIES" }]);
  expect(asks.slice(0, 10).flatMap(({ problems }) => problems)).toEqual([]);
});

test("a page of forty asks nothing row by row", async () => {
  const statements = await statementsOf(() =>
    api.ask(
      `{ exchanges(first: 40) { nodes { ${fields} answering { id } alike { id } initiatives { id } } } }`,
      {},
      asker,
    ),
  );
  expect(new Set(statements).size).toBe(statements.length);
  expect(statements.length).toBeLessThanOrEqual(10);
});
