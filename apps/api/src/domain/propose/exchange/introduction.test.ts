import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { erases } from "../../../app.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { exchanging } from "../../../../test/acts/exchanges.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { config } from "../../../platform/config.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { the, somebody, act, see, list, post } = exchanging(api);

const addressOf = async ({ id }: Viewer) =>
  (await api.database.query<[{ email: string }]>("select email from person where id = $1", [id]))[0].email;

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
  const [theirs, mine] = await Promise.all([addressOf(the.author), addressOf(the.asker)]);
  const asked = { id: randomUUID(), exchangeId: exchange.id, text: "Je cherche où garder mes fromages." };
  expect((await see(exchange.id, the.asker)).viewerCan.ask).toBe(true);
  for (const answer of [await act("askIntroduction", asked, the.asker), await act("askIntroduction", asked, the.asker)])
    expect(answer).toMatchObject({ problems: [], introduction: { state: "ASKED" } });
  const [told, ...none] = await mails();
  expect(none).toEqual([]);
  expect(told).toMatchObject({ recipient: theirs, subject: "Quelqu’un aimerait vous rencontrer" });
  expect(told!.text).toContain("Bruno");
  expect(told!.text).toContain(asked.text);
  expect(told!.text).not.toContain(mine);

  expect((await see(exchange.id, the.asker)).viewerCan.ask).toBe(false);
  expect((await desk(the.author)).received).toMatchObject([{ askedBy: "Bruno", text: asked.text, state: "ASKED" }]);
  expect((await desk(the.asker)).received).toEqual([]);
  expect((await act("answerIntroduction", { id: asked.id, accept: true }, the.asker)).code).toBe("NOT_FOUND");
  expect((await act("answerIntroduction", { id: asked.id, accept: true }, the.moderator)).code).toBe("NOT_FOUND");
  for (const _ of [1, 2])
    expect((await act("answerIntroduction", { id: asked.id, accept: true }, the.author)).introduction.state).toBe(
      "ACCEPTED",
    );
  const [, ...given] = await mails();
  expect(given.map(({ recipient }) => recipient).toSorted()).toEqual([mine, theirs].toSorted());
  for (const { recipient, text } of given) {
    expect(text).toContain(recipient === mine ? theirs : mine);
    expect(text).not.toContain(recipient);
  }
  const seen = JSON.stringify([
    await desk(the.author),
    await desk(the.asker),
    await see(exchange.id, the.asker),
    await list(),
  ]);
  for (const address of [theirs, mine]) expect(seen).not.toContain(address);
  expect((await act("answerIntroduction", { id: asked.id, accept: false }, the.author)).problems).toMatchObject([
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
  await act("answerIntroduction", { id: introduction.id, accept: false }, the.author);
  const after = (await mails()).slice(before);
  expect(after).toHaveLength(2);
  for (const { text } of after)
    for (const viewer of [the.author, other]) expect(text).not.toContain(await addressOf(viewer));
  expect((await ask(other)).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);

  const third = await somebody("Estelle");
  const first = await ask(third);
  expect((await act("takeBackIntroduction", { id: first.introduction.id }, other)).code).toBe("NOT_FOUND");
  expect((await act("takeBackIntroduction", { id: first.introduction.id }, third)).introduction).toMatchObject({
    state: "TAKEN_BACK",
    text: "",
  });
  // A database restored from before is erased again, once.
  const { id } = first.introduction;
  await api.database.query("update introduction set state = 'ASKED', text = 'Bonjour.' where id = $1", [id]);
  const again = () =>
    api.database.transaction((db) => erases["introduction.takenBack"]!({ db, now: new Date() }, id, {}));
  expect([await again(), await again()]).toEqual([true, false]);
  expect((await desk(the.author)).received.map(({ askedBy }: { askedBy: string }) => askedBy)).not.toContain("Estelle");
  expect(
    (await act("answerIntroduction", { id: first.introduction.id, accept: true }, the.author)).problems,
  ).toMatchObject([{ code: "NOT_NOW" }]);
  expect((await ask(third)).problems).toEqual([]);
});

test("a mail that has not left goes with what was taken back, and with the account whose words, name or address it holds", async () => {
  const [author, asker] = [await somebody("Irène"), await somebody("Joël")];
  const { exchange } = await post({ title: `Une cave ${uniqueWord()}` }, author);
  const word = uniqueWord();
  const ask = async (text: string) =>
    (await act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text }, asker)).introduction;
  const waiting = async (words: string) => (await mails()).filter(({ text }) => text.includes(words)).length;

  const first = await ask(`Bonjour de ${word}.`);
  expect(await waiting(word)).toBe(1);
  await act("takeBackIntroduction", { id: first.id }, asker);
  expect(await waiting(word)).toBe(0);

  // They agreed, and each is about to be told the address of the other.
  await act("answerIntroduction", { id: (await ask(`Encore ${word}.`)).id, accept: true }, author);
  const theirs = await addressOf(author);
  expect([await waiting(theirs), await waiting(word)]).toEqual([1, 1]);
  const erase = "mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { problems { code } } }";
  await api.ask(erase, { input: { mode: "KEEP_TEXTS" } }, author);
  expect([await waiting(theirs), await waiting(word), await waiting(exchange.title)]).toEqual([0, 0, 0]);
});

test("nobody is introduced to themselves, nor by what is closed, nor with contact details in their word", async () => {
  const { exchange } = await post();
  const ask = (text: string, viewer: Viewer) =>
    act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text }, viewer);
  expect((await ask("Moi.", the.author)).problems).toMatchObject([{ code: "NOT_NOW" }]);
  expect((await ask("Écrivez à a@exemple.fr", the.asker)).problems).toMatchObject([
    { code: "CARRIES_CONTACT", field: "text" },
  ]);
  await act("closeExchange", { id: exchange.id, close: true }, the.author);
  expect((await ask("Un mot.", the.asker)).problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("where no mail leaves nobody is asked for an introduction, nor told that an address was given", async () => {
  const { exchange } = await post();
  const ask = (viewer: Viewer) =>
    act("askIntroduction", { id: randomUUID(), exchangeId: exchange.id, text: "Un mot." }, viewer);
  const [early, late] = [await somebody("Gaël"), await somebody("Hélène")];
  const { introduction } = await ask(early);
  const { smtpUrl, demo } = config;
  Object.assign(config, { smtpUrl: null, demo: false });
  try {
    expect((await see(exchange.id, late)).viewerCan.ask).toBe(false);
    expect((await ask(late)).problems).toMatchObject([{ code: "NOT_NOW" }]);
    const answer = (accept: boolean) => act("answerIntroduction", { id: introduction.id, accept }, the.author);
    expect((await answer(true)).problems).toMatchObject([{ code: "NOT_NOW" }]);
    expect((await answer(false)).introduction.state).toBe("DECLINED");
  } finally {
    Object.assign(config, { smtpUrl, demo });
  }
  expect((await see(exchange.id, late)).viewerCan.ask).toBe(true);
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

test("an exchange that waits for a moderator answers others as one that is not there", async () => {
  const { exchange } = await post();
  await api.database.query("update exchange set status = 'HELD' where id = $1", [exchange.id]);
  const ask = (exchangeId: string) =>
    act("askIntroduction", { id: randomUUID(), exchangeId, text: "Je cherche une cave." }, the.asker);
  const close = (id: string) => act("closeExchange", { id, close: true }, the.asker);
  for (const tried of [ask, close]) expect(await tried(exchange.id)).toEqual(await tried(randomUUID()));
  expect((await act("closeExchange", { id: exchange.id, close: true }, the.author)).problems).toEqual([]);
});
