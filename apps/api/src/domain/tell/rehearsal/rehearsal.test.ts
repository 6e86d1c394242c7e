import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { everyRow } from "../../../../test/walks/everyRow.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { rehearsingSite, word } from "../../../../test/acts/rehearsing.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { walk } from "../../../../test/walks/walk.ts";
import { dressedAs } from "./rehearsal.pages.ts";
import { viewerOf, visitor } from "../../../platform/viewer.ts";

const { site, ask, act, tried, begun, enter, rehearse, everyTable, cookieWith, groupSeen, figures } = rehearsingSite();

const schemaOf = ({ id }: { id: string }) => `rehearsal_${id.replaceAll("-", "")}`;

test("a team does all for real before it opens, nobody else reaches any of it, and opening erases it from every table", async () => {
  const group = await begun("Répéter");
  const other = await begun("Ailleurs");
  const reader = await cookieWith(["RAPPORTEUR"], group.id);
  const elsewhere = await personWith(site.database, ["RAPPORTEUR", "FACILITATOR", "MODERATOR"], other.id);
  const neighbour = await cookieOf(site.database, elsewhere);
  const before = await everyTable([word]);
  const { texts } = await rehearse(group, reader);

  // Counted for the team, as it is.
  const told = (await groupSeen(group.slug, reader)).rehearsal;
  const during = await everyTable([word]);
  const count = (table: string) => during.counts[`${schemaOf(group)}.${table}`];
  expect(told).toEqual({
    responses: 2,
    contributions: texts.length,
    passages: texts.length,
    keyPoints: 1,
    syntheses: 1,
    proposals: 1,
  });
  expect(told).toEqual({
    responses: count("response"),
    contributions: count("contribution"),
    passages: count("passage"),
    keyPoints: count("key_point"),
    syntheses: count("synthesis"),
    proposals: count("proposal"),
  });
  expect(during.found.length).toBeGreaterThan(5);
  expect(during.found.filter((name) => !name.startsWith(schemaOf(group)))).toEqual([]);

  // A word that nothing holds finds nothing, and does not fail: the nearest ones are learnt by the site alone.
  const misspelt = `{ search(query: "${word.replace("lin", "lim")}") { nodes { kind } } }`;
  expect(await ask(misspelt, null, reader, group.id)).toEqual({ data: { search: { nodes: [] } } });

  // Neither a visitor nor the team of another group, by any query.
  const asked = {
    ...(await everyRow(site.database, [word])),
    contribution: texts.map(({ id }) => ({ id })),
    contributions: [{ filter: { search: word } }, {}],
    territory: [{ slug: "bretagne" }, { slug: "finistere" }],
    territories: [],
  };
  const held = (["RAPPORTEUR", "FACILITATOR", "MODERATOR"] as const).map((role) => ({
    role,
    groupId: other.id,
    territoryId: null,
  }));
  for (const viewer of [visitor, viewerOf({ id: elsewhere, displayName: "", language: "fr" }, held)]) {
    const found = await walk(site.database, viewer, asked);
    const values = found.told.map(({ value }) => String(value));
    expect(values.filter((value) => value.includes(word) || texts.some(({ id }) => id === value))).toEqual([]);
  }
  // Nor by the door, whatever they send.
  const query = "{ contributions { nodes { body } } }";
  expect((await ask(query, null, reader, group.id)).data.contributions.nodes).toHaveLength(texts.length);
  for (const cookie of ["", neighbour]) {
    const { data, errors } = await ask(query, null, cookie, group.id);
    expect(data).toBeFalsy();
    expect(errors![0]!.extensions.code).toBe(cookie ? "FORBIDDEN" : "UNAUTHENTICATED");
    expect(await groupSeen(group.slug, cookie)).toBeNull();
    expect(String((await enter(group.slug, cookie)).headers["set-cookie"] ?? "")).not.toContain("rehearsal=");
    const headers = { cookie: `${cookie}; rehearsal=${group.id}`, accept: "text/html" };
    expect((await site.app.inject({ url: "/open-data", headers })).headers.location).toBe("/sign-in");
    for (const name of ["beginRehearsal", "eraseRehearsal", "openGroup"])
      expect(Object.keys(await tried(name, { group: group.slug }, "", cookie))).toEqual(["errors"]);
  }
  // Its team reads it there and not on the site, where the group is in preparation still; no mail waits to be sent.
  expect((await groupSeen(group.slug, reader)).state).toBe("PREPARING");
  expect((await groupSeen(group.slug, reader, group.id)).state).toBe("OPEN");
  const file = (cookie: string) => site.app.inject({ url: "/open-data/contributions.csv", headers: { cookie } });
  expect((await file(`${reader}; rehearsal=${group.id}`)).body).toContain(word);
  expect((await file(reader)).body).not.toContain(word);
  expect(await site.database.query("select from outgoing_mail")).toEqual([]);

  // Two people press at once: one opens it, both find it open.
  const press = () => act("openGroup", { group: group.slug }, "group { state }");
  expect((await Promise.all([press(), press()])).map((one) => one.group.state)).toEqual(["OPEN", "OPEN"]);
  const after = await everyTable([word, ...texts.map(({ id }) => id)]);
  expect(after.found).toEqual([]);
  // Opening publishes questionnaires, and writes that it did; doors count who knocks.
  const own = new Set(["journal_entry", "question_revision", "rate_window"].map((name) => `public.${name}`));
  const grown = Object.keys(after.counts).filter((name) => after.counts[name] !== before.counts[name]);
  expect(grown.filter((name) => !own.has(name))).toEqual([]);
  const erased = await site.database.query<{ data: object }[]>(
    "select data from journal_entry where event = 'rehearsal.erased' and subject_id = $1",
    [group.id],
  );
  expect(erased).toEqual([{ data: told }]);

  // A form begun in the rehearsal and sent after it is refused, and says so.
  const late = await ask(query, null, reader, group.id);
  expect(late).toMatchObject({ errors: [{ extensions: { code: "REHEARSAL_OVER" } }] });
  const headers = { cookie: `${reader}; rehearsal=${group.id}`, accept: "text/html" };
  // A page that is open hears of changes meanwhile: only the page that says it is over leaves the rehearsal.
  const heard = await site.app.inject({ url: "/live", headers: { ...headers, accept: "text/event-stream" } });
  expect(heard.statusCode).toBe(410);
  expect(heard.headers["set-cookie"]).toBeUndefined();
  const page = await site.app.inject({ url: "/questionnaires/x", headers });
  expect(page.statusCode).toBe(410);
  expect(page.body).toContain("La répétition est finie");
  expect(String(page.headers["set-cookie"])).toContain("rehearsal=; Max-Age=0");
  for (const name of ["beginRehearsal", "eraseRehearsal"])
    expect(await tried(name, { group: group.slug }, "", reader)).toMatchObject({
      problems: [{ code: "NOT_NOW", field: "group" }],
    });
  expect((await groupSeen(group.slug, reader)).rehearsal).toBeNull();
});

test("a rehearsal has every table of the site; it is erased a table at a time and begun again without opening, on the group as it then is", async () => {
  const group = await begun("Encore");
  const again = () => act("beginRehearsal", { group: group.slug }, `group { ${figures} }`);
  const beginning = await statementsOf(async () => expect((await again()).group.rehearsal.responses).toBe(0));
  const made = (name: string) =>
    site.database.query<{ table: string; columns: number; links: number }[]>(
      `select c.relname as "table",
         (select count(*)::int from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
         (select count(*)::int from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as links
       from pg_class c where c.relkind = 'r' and c.relnamespace = $1::regnamespace and c.relname <> 'migrations' order by 1`,
      [name],
    );
  const tables = await made("public");
  expect(tables.length).toBeGreaterThan(100);
  expect(await made(schemaOf(group))).toEqual(tables);
  // So has what statements and triggers call, but for what watches over the tables of the site.
  const missing = await site.database.query<{ name: string }[]>(
    `select p.proname as name from pg_proc p left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
     where p.pronamespace = 'public'::regnamespace and d.objid is null and p.prorettype <> 'trigger'::regtype
       and not exists (select from pg_proc own where own.proname = p.proname and own.pronamespace = $1::regnamespace)
     order by 1`,
    [schemaOf(group)],
  );
  expect(missing.map(({ name }) => name)).toEqual(["watch_tables"]);
  // No row of a rehearsal names one of the site.
  const [{ out }] = await site.database.query<[{ out: number }]>(
    `select count(*)::int as out from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_class t on t.oid = k.confrelid where k.contype = 'f' and c.relnamespace <> t.relnamespace`,
  );
  expect(out).toBe(0);

  const erase = () => act("eraseRehearsal", { group: group.slug }, `group { state ${figures} }`);
  const erasing = await statementsOf(async () =>
    expect((await erase()).group).toEqual({ state: "PREPARING", rehearsal: null }),
  );
  // A table at a time: no statement grows with what it holds.
  const said = [...beginning, ...erasing];
  const times = (text: string) => [...text.matchAll(/\b(?:create table|drop table|add constraint)\b/g)].length;
  const written = said.filter((text) => /create table rehearsal|create table "rehearsal|drop table/.test(text));
  expect(written.length).toBeGreaterThan(200);
  expect(said.filter((text) => /drop table [^;]*,|foreign key.*foreign key/is.test(text))).toEqual([]);
  expect(said.filter((text) => times(text) > 6)).toEqual([]);

  await act("eraseRehearsal", { group: group.slug });
  const words = { name: "Autrement", question: "Et maintenant ?", expectedOutput: "Une page." };
  const { slug } = group.objectives[0]!;
  await act("editObjective", { objective: slug, version: 1, words });
  await again();
  const reader = await cookieWith(["RAPPORTEUR"], group.id);
  await enter(group.slug, reader);
  const { data } = await ask(`{ objective(slug: "${slug}") { name } }`, null, reader, group.id);
  expect(data.objective.name).toBe("Autrement");
  // A second press begins nothing anew.
  expect((await again()).group.rehearsal.responses).toBe(0);

  // A group that could not open says why.
  await act("eraseRehearsal", { group: group.slug });
  await act("withdrawObjective", { objective: slug, withdrawn: true });
  expect(await tried("beginRehearsal", { group: group.slug })).toMatchObject({
    problems: [{ code: "REQUIRED", field: "objectives" }],
  });
  expect((await groupSeen(group.slug, reader)).rehearsal).toBeNull();
});

test("what is changed of the questions in a rehearsal is taken up into the group, and opens with it", async () => {
  const group = await begun("Changer");
  const other = await begun("À côté");
  await act("beginRehearsal", { group: group.slug });
  const facilitator = await cookieWith(["FACILITATOR"], group.id);
  await enter(group.slug, facilitator);
  const within = (name: string, input: object, fields = "") => act(name, input, fields, facilitator, group.id);
  const { slug: objective, composed } = group.objectives[0]!;
  const { id, slug: asking } = composed[0]!.questionnaire;
  const written = `{ composedQuestionnaire(slug: "${asking}") { version sections { id title version
    questions { id version question { code label } } } questionnaire { title } } }`;
  const asked = async (rehearsal = "") => {
    const { version, sections, questionnaire } = (await ask(written, null, facilitator, rehearsal)).data
      .composedQuestionnaire;
    return {
      version,
      sections,
      title: questionnaire.title,
      questions: sections.flatMap((one: any) =>
        one.questions.map(({ question, ...it }: any) => ({ ...it, ...question })),
      ),
    };
  };
  const changes = async () =>
    (
      await ask(
        `{ group(slug: "${group.slug}") { rehearsal { changes { kind title onBothSides } } } }`,
        null,
        facilitator,
      )
    ).data.group.rehearsal.changes;
  expect(await changes()).toEqual([]);

  // Reworded, added, taken out and moved, while the rehearsal is answered.
  const before = await asked();
  const [first, second, third] = before.questions;
  const reworded = "Qu’est-ce qui vous manque, au juste ?";
  const { id: questionId, version } = second;
  await within("editQuestion", { id: questionId, version, label: reworded, reason: "Mal comprise." });
  await within("removeQuestion", { id: third.id, reason: "De trop." });
  const words = { name: "Autrement", question: "Et maintenant ?", expectedOutput: "Une page." };
  await within("editObjective", { objective, version: 1, words, reason: "On l’a mieux dit." });
  expect(await asked()).toEqual(before);
  expect(await changes()).toEqual([
    { kind: "OBJECTIVE", title: "Autrement", onBothSides: false },
    { kind: "QUESTIONNAIRE", title: before.title, onBothSides: false },
  ]);

  // By those who run the group alone.
  for (const cookie of [await cookieWith(["RAPPORTEUR"], group.id), await cookieWith(["FACILITATOR"], other.id), ""])
    expect(Object.keys(await tried("takeUpRehearsal", { group: group.slug }, "", cookie))).toEqual(["errors"]);
  await sentTwice(site.database, () => act("takeUpRehearsal", { group: group.slug }, "", facilitator));
  expect(await changes()).toEqual([]);
  const after = await asked();
  expect(after.questions.map(({ label }: any) => label)).toContain(reworded);
  expect(after.questions.map((one: any) => one.id)).toContain(first.id);
  expect(after.questions.map((one: any) => one.id)).not.toContain(third.id);
  expect(after.questions.map((one: any) => one.code)).toEqual(
    after.questions.map((_: unknown, index: number) => `1.${index + 1}`),
  );
  const named = await ask(`{ objective(slug: "${objective}") { name question expectedOutput } }`, null, facilitator);
  expect(named.data.objective).toEqual(words);
  // A writer who opened the draft before is told that it changed.
  const late = { id: questionId, version, label: "Trop tard" };
  expect(await tried("editQuestion", late, "", facilitator)).toMatchObject({ problems: [{ code: "STALE" }] });

  // Changed on both sides since: it is told, and nothing is taken over what stands.
  const rename = (title: string, from: number, rehearsal = "") =>
    act("editQuestionnaire", { id, version: from, title }, "", facilitator, rehearsal);
  await rename("Ici", after.version);
  await rename("Là", (await asked(group.id)).version, group.id);
  expect(await changes()).toEqual([{ kind: "QUESTIONNAIRE", title: "Là", onBothSides: true }]);
  await act("takeUpRehearsal", { group: group.slug }, "", facilitator);
  expect((await asked()).title).toBe("Ici");

  // Questions taken up open; the others are erased with the rehearsal.
  await act("openGroup", { group: group.slug });
  expect((await asked()).title).toBe("Ici");
  expect((await asked()).questions.map(({ label }: any) => label)).toContain(reworded);
  expect(await tried("takeUpRehearsal", { group: group.slug }, "", facilitator)).toMatchObject({
    problems: [{ code: "NOT_NOW", field: "group" }],
  });
});

test("a rehearsal says on each page what becomes of what is changed in it", () => {
  const page = '<html lang="fr"><head></head><body><div id="root"></div></body></html>';
  expect(dressedAs({ id: crypto.randomUUID(), name: "Changer" })(page)).toContain("se reprennent");
});

test("somebody who is erased leaves no name in a rehearsal that goes on", async () => {
  const group = await begun("Effacer");
  const id = await personWith(site.database, ["RAPPORTEUR"], group.id);
  await site.database.query("update person set display_name = 'Garance Répétée' where id = $1", [id]);
  const cookie = await cookieOf(site.database, id);
  await act("beginRehearsal", { group: group.slug }, "", cookie);
  expect((await everyTable(["Garance Répétée"])).found).toContain(`${schemaOf(group)}.person`);
  await act("eraseAccount", { mode: "KEEP_TEXTS" }, "", cookie);
  expect((await everyTable(["Garance Répétée"])).found).toEqual([]);
});
