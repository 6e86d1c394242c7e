import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { flooding } from "./flooding.ts";
import { personWith } from "../site/people.ts";
import { uniqueWord } from "../site/uniqueWord.ts";
import { newDevice } from "../../src/platform/server/device.ts";
import { viewerOf } from "../../src/platform/viewer.ts";

const api = seededApi();
const { act, answered, respond, people, proposals, react, queue, choose } = flooding(api);

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
  // An account made a day before is as any other; so is a device of which a moderator let a text appear.
  const older = made(25);
  for (let n = 0; n < 8; n++) expect((await say(older)).held).toBe(false);
  expect((await say(older)).held).toBe(true);
  const held = (await queue()).held.nodes.find(({ id }: any) => id.endsWith(sixth.reaction.id));
  expect(held.because).toEqual(["FLOOD"]);
  await act(
    "ruleText",
    { kind: held.kind, textId: sixth.reaction.id, version: held.version, outcome: "SHOWN" },
    "",
    people.moderator,
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
  await act("ruleText", input, "", people.moderator);
  expect((await react("Un second mot, sur le four.", device)).held).toBe(false);
  await choose("NEVER");
  expect((await react("Voyez www.lavoir-du-quai.fr pour tout.")).held).toBe(false);
  expect((await choose("ALL", "2012-01-01")).problems).toEqual([{ code: "OUT_OF_RANGE", field: "until" }]);
  await choose("ALL", "2999-01-01");
  await api.database.query("update review_choice set until = '2012-01-01'");
  expect((await react("Une autre idée pour la halle.")).held).toBe(false);
  expect((await queue()).reviews).toEqual([{ mode: "CONTACT", until: null }]);
});
