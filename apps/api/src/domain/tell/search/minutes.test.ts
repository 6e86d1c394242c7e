import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { MinutesBlocks, MinutesTable } from "../../meet/minutes/minutes.entity.ts";

const api = testApi();
let small: Small;

beforeAll(async () => {
  small = await smallInstance(api.database);
});

async function search(query: string): Promise<{ id: string }[]> {
  const text = `query ($query: String!) { search(query: $query, kinds: [MINUTES]) {
    nodes { id path title { text } extract { text } } } }`;
  const { data, errors } = await api.ask(text, { query });
  expect(errors).toBeUndefined();
  return data.search.nodes;
}

const ids = async (query: string) => (await search(query)).map(({ id }) => id);

test("words of minutes that a moderator hid are found no more, and lead to no extract, until they show again", async () => {
  const [word, other] = [uniqueWord(), uniqueWord()];
  const meeting = await added(api.database, Meetings, {
    slug: `reunion-${randomUUID()}`,
    groupId: small.group.id,
    kind: "NATIONAL",
    title: `Réunion ${other}`,
    startsAt: new Date("2026-03-01T18:00:00Z"),
    place: "Paris",
  });
  const minutes = await added(api.database, MinutesTable, {
    meetingId: meeting.id,
    state: "PUBLISHED",
    publishedAt: new Date("2026-03-10T18:00:00Z"),
    facts: "Dix personnes.",
    ...{ present: 10, excused: 0, remote: 0, regions: 1, openQuestions: [] },
  });
  const block = { minutesId: minutes.id, position: 1, kind: "NOTE" as const, text: `Un ${word} de trop.` };
  const { id } = await added(api.database, MinutesBlocks, block);
  expect(await ids(word)).toEqual([minutes.id]);
  await api.database.query(
    `insert into ruling (kind, text_id, group_id, outcome, reason, ruled_by_id, ruled_at)
     values ('CONTRIBUTION', $1, $2, 'HIDDEN', 'INSULT', $3, now())`,
    [id, small.group.id, await personWith(api.database, ["MODERATOR"], small.group.id)],
  );
  expect([await ids(word), await ids(`${word} ${other}`)]).toEqual([[], []]);
  const found = await search(other);
  expect([found.map((each) => each.id), JSON.stringify(found).includes(word)]).toEqual([[minutes.id], false]);
  await api.database.query("update ruling set lifted_at = now() where text_id = $1", [id]);
  expect(await ids(word)).toEqual([minutes.id]);
});
