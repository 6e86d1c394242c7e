/** A group in preparation: nothing of it is told to anybody but its team. */
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { visitor, type Viewer } from "../../src/platform/viewer.ts";
import { createGraphQL, routes } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { trying } from "../acts/acting.ts";
import { unzipped } from "../acts/office.ts";
import { walkedApi } from "../site/demo.ts";
import { personWith, signedIn } from "../site/people.ts";
import { everyRow } from "./everyRow.ts";
import { walk } from "./walk.ts";

const api = walkedApi();
const attempt = trying(api);
const canary = /canari/;
let somebody: Viewer;
let team: Viewer;
let meetingId: string;
let documentId: string;
let minutesId: string;
let initiativeId: string;

beforeAll(async () => {
  const add = async (text: string) =>
    (await api.database.query<{ id: string }[]>(`insert into ${text} returning id`))[0]!.id;
  const group = await add(
    `working_group (slug, theme_id, name, final_goal, means, preparing)
     select 'canari', id, 'canari', 'canari', '[]', true from theme order by id desc limit 1`,
  );
  const objective = await add(
    `objective (slug, group_id, number, name, question, expected_output)
     values ('canari', '${group}', 1, 'canari', 'canari', 'canari')`,
  );
  await add(
    `questionnaire (slug, objective_id, number, title, intro, estimated_minutes, opens_at, closes_at, published_at)
     values ('canari', '${objective}', 9, 'canari', 'canari', 5, now() - interval '30 days', now() - interval '20 days', now() - interval '31 days')`,
  );
  const bretagne = "(select id from territory where slug = 'bretagne')";
  meetingId = await add(
    `meeting (slug, group_id, kind, title, starts_at, place, territory_id)
     values ('canari', '${group}', 'LOCAL', 'canari', now() + interval '9 days', 'canari', ${bretagne})`,
  );
  minutesId = await add(
    `minutes (meeting_id, state, review_until, present, excused, remote, regions, facts, open_questions)
     values ('${meetingId}', 'IN_REVIEW', current_date + 9, 1, 0, 0, 1, 'canari', '{}')`,
  );
  await add(
    `milestone (group_id, position, kind, label, starts_on, ends_on, planned_starts_on, planned_ends_on, inferred, meeting_id)
     values ('${group}', 1, 'OTHER', 'canari', current_date, current_date, current_date, current_date, false, '${meetingId}')`,
  );
  documentId = await add(
    `document (slug, group_id, kind, title, purpose, version, published_on, sections)
     values ('canari', '${group}', 'FILE', 'canari', 'canari', 1, now(), '[]')`,
  );
  initiativeId = await add(
    `initiative (slug, group_id, name, sector, territory_id, region_id, summary, criteria, results, obstacles, levers, state, status)
     values ('canari', '${group}', 'canari', 'CULTURE', ${bretagne}, ${bretagne}, 'canari', '{}', '{}', '{}', '{}', 'VALIDATED', 'VISIBLE')`,
  );
  await add(
    `glossary_term (id, slug, group_id, word, definition, synonyms, avoid, in_texts)
     values (gen_random_uuid(), 'canari', '${group}', 'canari', 'canari', '{}', '{canari}', true)`,
  );
  const words = { oneSentence: "canari", thirtySeconds: "canari", arguments: [], commitments: [], objections: [] };
  const sayRather = [{ avoid: "canari", prefer: "canari", why: "canari" }];
  await add(`language_kit (id, words) values ('${group}', '${JSON.stringify({ ...words, sayRather })}')`);
  await add(
    `key_point (objective_id, number, sentence, nature, state, stated_on)
     values ('${objective}', 1, 'Une phrase.', 'OBJECTION', 'STATED', now())`,
  );
  // Texts of another consultation, brought in before it opens, stand free: what they are about is of the group.
  await add(
    `contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on)
     select theme_id, '${objective}', 'ONLINE', 'Une parole.', 'VISIBLE', 'ANONYMOUS', now() from working_group where id = '${group}'`,
  );
  const referent = await personWith(api.database, []);
  await api.database.query("update person set display_name = 'canari' where id = $1", [referent]);
  await add(
    `role_grant (person_id, role, group_id, territory_id) values ('${referent}', 'REFERENT', '${group}', ${bretagne})`,
  );
  somebody = await signedIn(api.database, await personWith(api.database, []));
  team = await signedIn(api.database, await personWith(api.database, ["RAPPORTEUR"], group));
});

test("nothing of it stands on any path of the schema; its team reads it", async () => {
  const read = async (viewer: Viewer) => {
    const { told } = await walk(api.database, viewer, await everyRow(api.database, ["canari"]));
    return new Set(told.filter(({ value }) => canary.test(String(value))).map(({ path }) => path));
  };
  for (const viewer of [visitor, somebody]) expect([...(await read(viewer))]).toEqual([]);
  expect((await read(team)).size).toBeGreaterThan(20);
});

test("nothing of it stands in a file", async () => {
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database: api.database, config, routes, web: false });
  const whole = await app.inject({ url: "/open-data.zip" });
  const files = Object.entries(await unzipped(whole.rawPayload));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter(([, content]) => canary.test(content.toString())).map(([name]) => name)).toEqual([]);
  for (const url of ["/open-data/questionnaires/canari.zip", "/open-data/objectives/canari/passages.csv"])
    expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 404]);
  await app.close();
});

const nowhere = randomUUID();
const said = { channel: "ROOM", needs: [] };
const sheet = {
  ...{ name: "L’atelier", territory: "finistere", sector: "CULTURE", summary: "Un atelier.", results: [] },
  ...{ criteria: [{ key: "SOCIAL_LINK", score: 3, reason: "Un repas." }], obstacles: [], levers: [] },
};
const offer = {
  ...{ version: 0, direction: "OFFER", kind: "EQUIPMENT", title: "Une presse", text: "Une presse à jus.", name: "Ana" },
  ...{ territory: "finistere", sector: "CULTURE", expiresOn: new Date(Date.now() + 9 * 86_400_000).toISOString() },
};
/** Ids of what a group holds, and its address. */
type Of = Record<"meetingId" | "documentId" | "minutesId" | "initiativeId" | "group", string>;
const react = { key: randomUUID(), kind: "COMPLETE", text: "Oui." };
/** Acts that anybody may do on them. */
const acts: [string, (it: Of) => object][] = [
  ["attend", (it) => ({ key: randomUUID(), meetingId: it.meetingId, language: "fr", said })],
  ["askForAgenda", (it) => ({ key: randomUUID(), meetingId: it.meetingId, text: "Le quai." })],
  ["watch", (it) => ({ kind: "MEETING", id: it.meetingId, pace: "DAILY", language: "fr", email: "a@example.org" })],
  ["react", (it) => ({ ...react, subject: "DOCUMENT", subjectId: it.documentId })],
  ["react", (it) => ({ ...react, subject: "MINUTES", subjectId: it.minutesId })],
  ["reportText", (it) => ({ kind: "DOCUMENT", textId: it.documentId, reason: "INSULT" })],
  ["reportText", (it) => ({ kind: "INITIATIVE", textId: it.initiativeId, reason: "INSULT" })],
  ["proposeInitiative", (it) => ({ key: randomUUID(), consent: true, sheet, group: it.group })],
  ["postExchange", (it) => ({ ...offer, expiresOn: offer.expiresOn.slice(0, 10), id: randomUUID(), group: it.group })],
  [
    "postExchange",
    (it) => ({ ...offer, expiresOn: offer.expiresOn.slice(0, 10), id: randomUUID(), initiative: it.group }),
  ],
];

test.each(acts)("%s answers as of what is not there", async (name, input) => {
  const viewer = name === "postExchange" ? somebody : visitor;
  const answer = async (it: Of) => {
    const { payload, code } = await attempt(name, input(it), "", viewer);
    return payload?.problems ?? code;
  };
  const noId = { meetingId: nowhere, documentId: nowhere, minutesId: nowhere, initiativeId: nowhere };
  const none = await answer({ ...noId, group: "nulle-part" });
  expect(none).toEqual([{ code: expect.stringMatching(/^(GONE|UNKNOWN_CHOICE)$/), field: expect.anything() }]);
  expect(await answer({ meetingId, documentId, minutesId, initiativeId, group: "canari" })).toEqual(none);
});
