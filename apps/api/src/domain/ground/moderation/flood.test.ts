import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";
import { heldTexts } from "../../../../test/held.ts";
import { holderOf, personWith } from "../../../../test/people.ts";
import { newDevice } from "../../../platform/server/device.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { marksOf, sitesOf } from "./flood.ts";
import { uniqueWord } from "../../../../test/uniqueWord.ts";

const api = seededApi();
const { act, one, answered, respond } = heldTexts(api);
let moderator: Viewer;
let proposals: string[];
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  proposals = (
    await api.database.query<{ id: string }[]>("select id from proposal where state = 'OPEN' order by number limit 3")
  ).map(({ id }) => id);
});

const react = async (
  text: string,
  device: string = randomUUID(),
  subjectId = proposals[0],
  address?: string,
  viewer?: Viewer,
) =>
  (
    await api.ask(
      "mutation ($input: ReactInput!) { react(input: $input) { problems { code } held reaction { id status } } }",
      { input: { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "SUPPORT", text } },
      viewer,
      { device: () => device, address },
    )
  ).data.react as { problems: object[]; held: boolean; reaction: { id: string } };
const queue = async () =>
  (
    await api.ask(
      "{ moderationDesk { heldCount held(first: 50) { nodes { id kind version because alike } } reviews { mode until } } }",
      {},
      moderator,
    )
  ).data.moderationDesk;
const choose = (mode: string, until: string | null = null) =>
  act("chooseReview", { group: "circuits-courts", mode, until }, "review { mode until }", moderator);
const clear = async (nodes: any[]) => {
  const texts = nodes.map(({ id, kind, version }) => ({ kind, textId: id.split(":")[1], version }));
  const input = { texts, outcome: "HIDDEN", reason: "DUPLICATE", alike: true };
  return act("ruleTexts", input, "rulings { id }", moderator);
};

test("texts that say nearly the same share a mark, others do not; a short « oui » has none", () => {
  const text = "Le collectif organisateur vous demande de voter pour cette mesure sans attendre.";
  const near = marksOf(`${text} Merci 12 !`);
  expect(marksOf(text).some((mark) => near.includes(mark))).toBe(true);
  const other = marksOf("Une légumerie partagée servirait les cantines de trois communes voisines.");
  expect(marksOf(text).some((mark) => other.includes(mark))).toBe(false);
  expect(marksOf("Oui, tout à fait.")).toEqual([]);
  const sentence = "Chaque cantine achète un repas sur deux à des fermes de son département.";
  expect(marksOf(`${sentence.replace("deux", "trois")} C’est plus juste.`, sentence)).toEqual([]);
  expect(marksOf(`${sentence} ${text}`, sentence).some((mark) => near.includes(mark))).toBe(true);
  expect(sitesOf("Voyez www.exemple.fr et https://exemple.fr/page")).toEqual(["exemple.fr"]);
});

test("of 500 reactions in a minute a handful appear; the rest wait, told so, and go in three acts", async () => {
  const device = randomUUID();
  const count = async () =>
    Number(
      (await api.database.query("select count(*) from reaction where text like 'Salut%' and status = 'VISIBLE'"))[0]
        .count,
    );
  const sent = Array.from({ length: 500 }, (_, n) => n);
  const answers: Awaited<ReturnType<typeof react>>[] = [];
  while (sent.length > 0)
    answers.push(
      ...(await Promise.all(
        sent.splice(0, 3).map((n) => react(`Salut ${n % 7}, ${uniqueWord()} ${n}.`, device, proposals[n % 2])),
      )),
    );
  expect(answers.filter(({ problems }) => problems.length > 0)).toEqual([]);
  expect(answers.filter(({ held }) => held).length).toBeGreaterThan(485);
  expect(await count()).toBeLessThanOrEqual(10);
  let acts = 0;
  for (let desk = await queue(); acts < 4; desk = await queue()) {
    const flood = desk.held.nodes.filter(({ because }: any) => because.includes("FLOOD"));
    if (flood.length === 0) break;
    expect((await clear(flood)).problems).toEqual([]);
    acts += 1;
  }
  expect(acts).toBeLessThanOrEqual(3);
  expect(Number(await one("select count(*) as id from hold"))).toBe(0);
}, 300_000);

test("the same words from many devices wait from the sixth on", async () => {
  const words = "Le collectif organisateur vous demande de voter pour cette mesure sans attendre.";
  const held: boolean[] = [];
  for (let n = 0; n < 8; n++) held.push((await react(`${words} ${n}`)).held);
  expect(held).toEqual([false, false, false, false, false, true, true, true]);
  const [folded] = (await queue()).held.nodes.filter(({ because }: any) => because.includes("FLOOD"));
  expect(folded.alike).toBe(2);
});

test("what comes from one device, from one address or leads to one site waits, each past its number", async () => {
  await choose("NEVER");
  const held = async (many: number, write: (n: number) => Promise<{ held: boolean }>) => {
    const all: boolean[] = [];
    for (let n = 0; n < many; n++) all.push((await write(n)).held);
    return all.indexOf(true);
  };
  const device = randomUUID();
  expect(await held(10, () => react(`Un mot, ${uniqueWord()}.`, device, proposals[1]))).toBe(8);
  expect(await held(22, () => react(`Un mot, ${uniqueWord()}.`, randomUUID(), proposals[1], "192.0.2.7"))).toBe(20);
  const site = `https://${uniqueWord().toLowerCase()}.example/page`;
  expect(await held(7, () => react(`${uniqueWord()} ${site}`, randomUUID(), proposals[1]))).toBe(5);
  await choose("CONTACT");
});

test("of a device or an account made less than a day ago five texts appear in an hour, whatever they are; the next wait", async () => {
  const [meeting] = await api.database.query<{ id: string }[]>(
    "select id from meeting where starts_at > now() and cancelled_reason is null limit 1",
  );
  const ask = async (device: string) =>
    (
      await api.ask(
        "mutation ($input: AskForAgendaInput!) { askForAgenda(input: $input) { problems { code } held } }",
        { input: { key: randomUUID(), meetingId: meeting!.id, text: `Parler de ${uniqueWord()}` } },
        undefined,
        { device: () => device },
      )
    ).data.askForAgenda;
  const made = (hoursAgo: number) => newDevice(new Date(Date.now() - hoursAgo * 3600_000));
  const say = (device: string) => react(`Un mot, ${uniqueWord()}.`, device, proposals[2]);
  const now = made(0);
  for (let n = 0; n < 3; n++) expect(await say(now)).toMatchObject({ held: false, problems: [] });
  for (let n = 0; n < 2; n++) expect(await ask(now)).toEqual({ held: false, problems: [] });
  expect(await ask(now)).toEqual({ held: true, problems: [] });
  const sixth = await say(now);
  expect(sixth).toMatchObject({ held: true, problems: [] });
  // Who was made a day before is as everybody; so is the device of which a moderator let a text appear.
  const older = made(25);
  for (let n = 0; n < 8; n++) expect((await say(older)).held).toBe(false);
  expect((await say(older)).held).toBe(true);
  const held = (await queue()).held.nodes.find(({ id }: any) => id.endsWith(sixth.reaction.id));
  expect(held.because).toEqual(["FLOOD"]);
  await act(
    "ruleText",
    { kind: held.kind, textId: sixth.reaction.id, version: held.version, outcome: "SHOWN" },
    "",
    moderator,
  );
  expect((await say(now)).held).toBe(false);
  // An account of today, on whatever devices.
  const person = await personWith(api.database, []);
  const viewer = viewerOf({ id: person, displayName: "Une autrice", language: "fr" }, []);
  const signedIn = async () =>
    (await react(`Un mot, ${uniqueWord()}.`, randomUUID(), proposals[2], undefined, viewer)).held;
  for (let n = 0; n < 5; n++) expect(await signedIn()).toBe(false);
  expect(await signedIn()).toBe(true);
  await api.database.query("update person set created_at = created_at - interval '25 hours' where id = $1", [person]);
  expect(await signedIn()).toBe(false);
});

test("a group reads all first, or the first words of a device, or nothing, until a day it says", async () => {
  expect((await choose("ALL")).review).toEqual({ mode: "ALL", until: null });
  expect((await react("Un avis du marché, tout simple.")).held).toBe(true);
  // A text that showed waits again once its author has changed it.
  await choose("CONTACT");
  const { code } = await respond({ "4.2": "Un four à pain pour tous." });
  await choose("ALL");
  const answers = answered({ "4.2": "Un four à pain pour les voisins." });
  const { receipt } = await act(
    "editResponse",
    { code, revision: 1, appearance: "ANONYMOUS", answers },
    "receipt { status contributions { status } }",
  );
  expect(receipt).toEqual({ status: "HELD", contributions: [{ status: "HELD" }] });
  await choose("FIRST");
  const device = randomUUID();
  const first = await react("Un premier mot du lavoir.", device);
  expect(first.held).toBe(true);
  const { held } = await queue();
  const text = held.nodes.find(({ id }: any) => id.endsWith(first.reaction.id));
  expect(text.because).toEqual(["FIRST"]);
  const input = { kind: text.kind, textId: first.reaction.id, version: text.version, outcome: "SHOWN" };
  await act("ruleText", input, "", moderator);
  expect((await react("Un second mot, sur le four.", device)).held).toBe(false);
  await choose("NEVER");
  expect((await react("Voyez www.lavoir-du-quai.fr pour tout.")).held).toBe(false);
  expect((await choose("ALL", "2012-01-01")).problems).toEqual([{ code: "OUT_OF_RANGE", field: "until" }]);
  await choose("ALL", "2999-01-01");
  await api.database.query("update review_choice set until = '2012-01-01'");
  expect((await react("Une autre idée pour la halle.")).held).toBe(false);
  expect((await queue()).reviews).toEqual([{ mode: "CONTACT", until: null }]);
});
