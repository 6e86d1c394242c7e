import { beforeAll, expect, test } from "vitest";
import { atTheDesk } from "../../../../test/acts/reading.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const { arrive, readingDesk, mark, read, unread } = atTheDesk(api);
let rapporteur: Viewer;
let other: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  other = await holderOf(api.database, "RAPPORTEUR", 1);
});

const said = async (id: string) =>
  (
    await api.database.query<object[]>(
      `select not_retained as reason, not_retained_note as note,
         (select count(*)::int from reading r where r.contribution_id = c.id) as readings
       from contribution c where id = $1`,
      [id],
    )
  )[0];

test("« lu, rien à ajouter » said of several at once is taken back at once: they are to be read again", async () => {
  const ids = (await arrive(5)).map(({ id }) => id);
  const before = await readingDesk(rapporteur, "toRead evening { read }");
  await read(rapporteur, { contributionIds: ids, notRetained: "NOTHING_TO_ADD" });
  expect((await unread(rapporteur, ids)).problems).toEqual([]);
  expect(await readingDesk(rapporteur, "toRead evening { read }")).toEqual(before);
  for (const id of ids) expect(await said(id)).toEqual({ reason: null, note: null, readings: 0 });
});

test("taken back, the reason given before holds again, word for word", async () => {
  const [text] = await arrive(1);
  const ids = [text!.id];
  await read(other, { contributionIds: ids, notRetained: "NOT_ACTIONABLE", note: "Cela dépend d’une loi." });
  await read(rapporteur, { contributionIds: ids, notRetained: "NOTHING_TO_ADD" });
  await unread(rapporteur, ids);
  expect(await said(text!.id)).toEqual({ reason: "NOT_ACTIONABLE", note: "Cela dépend d’une loi.", readings: 1 });
});

test("a reader takes back their own last judgement alone, the same evening, and of no text marked since", async () => {
  const [one, two, three] = await arrive(3);
  const ids = [one!.id];
  const gone = [{ code: "GONE", field: "contributionIds", value: null }];
  expect((await unread(rapporteur, ids)).problems).toEqual(gone);
  await read(rapporteur, { contributionIds: ids, notRetained: "NOTHING_TO_ADD" });
  expect((await unread(other, ids)).problems).toEqual(gone);
  // Sent again, it is done.
  for (let n = 0; n < 2; n++) expect((await unread(rapporteur, ids)).problems).toEqual([]);

  await read(rapporteur, { contributionIds: [two!.id], notRetained: "NOTHING_TO_ADD" });
  await api.database.query("update journal_entry set recorded_at = now() - interval '13 hours' where subject_id = $1", [
    two!.id,
  ]);
  expect((await unread(rapporteur, [two!.id])).problems).toEqual(gone);

  await read(rapporteur, { contributionIds: [three!.id], notRetained: "NOTHING_TO_ADD" });
  await mark(other, { contributionId: three!.id, startsAt: 0, endsAt: 9, newKeyPoint: "Repris par une autre." });
  expect((await unread(rapporteur, [three!.id])).problems).toMatchObject([{ code: "ALREADY_MARKED" }]);
});

test("all of them or none: one that cannot be taken back keeps the others as they are", async () => {
  const [mine, theirs] = await arrive(2);
  await read(rapporteur, { contributionIds: [mine!.id], notRetained: "NOTHING_TO_ADD" });
  await read(other, { contributionIds: [theirs!.id], notRetained: "NOTHING_TO_ADD" });
  expect((await unread(rapporteur, [mine!.id, theirs!.id])).problems).toHaveLength(1);
  expect(await said(mine!.id)).toMatchObject({ reason: "NOTHING_TO_ADD" });
});

test("a queue by question and by channel holds the answers to that question, and what came that way", async () => {
  const { questions } = await readingDesk(rapporteur, "questions { id code }");
  const all = async (filter: object) =>
    (
      await readingDesk(
        rapporteur,
        "queue(filter: $filter, first: 100) { totalCount nodes { question { id } channel } }",
        {
          filter,
        },
      )
    ).queue;
  const { totalCount, nodes } = await all({ unread: false, question: questions[0].id });
  const [row] = await api.database.query<[{ count: number }]>(
    "select count(*)::int from contribution where question_id = $1 and status in ('VISIBLE', 'UNPUBLISHED')",
    [questions[0].id],
  );
  expect(totalCount).toBe(row.count);
  for (const node of nodes) expect(node.question.id).toBe(questions[0].id);
  for (const { channel } of (await all({ unread: false, channel: "PAPER" })).nodes) expect(channel).toBe("PAPER");
  expect((await all({ unread: false, question: "n’importe quoi" })).totalCount).toBe(0);
});

test("an evening holds what was read in it, and not what was read the day before", async () => {
  const [text] = await arrive(1);
  await read(rapporteur, { contributionIds: [text!.id] });
  const { evening } = await readingDesk(rapporteur, "evening { read }");
  await api.database.query("update reading set read_at = read_at - interval '24 hours' where contribution_id = $1", [
    text!.id,
  ]);
  expect((await readingDesk(rapporteur, "evening { read }")).evening.read).toBe(evening.read - 1);
});

test("an act sent twice, because its answer was lost, is taken back to the judgement before it", async () => {
  const [text] = await arrive(1);
  const ids = [text!.id];
  await read(other, { contributionIds: ids, notRetained: "NOT_UNDERSTOOD" });
  for (const _ of [1, 2]) await read(rapporteur, { contributionIds: ids, notRetained: "NOT_ACTIONABLE" });
  expect((await unread(rapporteur, ids)).problems).toEqual([]);
  expect(await said(text!.id)).toMatchObject({ reason: "NOT_UNDERSTOOD", readings: 1 });
});

test("an evening tells what it made grow, and how many texts it gave a reason to", async () => {
  const [kept, left] = await arrive(2);
  const fields = "evening { marked notRetained keyPoints { passages keyPoint { sentence } } }";
  const { evening: before } = await readingDesk(rapporteur, fields);
  const sentence = "Ce qui a grandi ce soir.";
  await mark(rapporteur, { contributionId: kept!.id, startsAt: 0, endsAt: 9, newKeyPoint: sentence });
  await read(rapporteur, { contributionIds: [left!.id], notRetained: "NOT_UNDERSTOOD" });
  const { evening } = await readingDesk(rapporteur, fields);
  expect(evening).toMatchObject({ marked: before.marked + 1, notRetained: before.notRetained + 1 });
  expect(evening.keyPoints).toContainEqual({ passages: 1, keyPoint: { sentence } });
});

test("a request apart and what is too general are reasons of their own, as the author reads them", async () => {
  for (const reason of ["REQUEST_APART", "TOO_GENERAL"]) {
    const [text] = await arrive(1);
    expect((await read(rapporteur, { contributionIds: [text!.id], notRetained: reason })).problems).toEqual([]);
    const { data } = await api.ask("query ($id: ID!) { contribution(id: $id) { trail { notRetained { reason } } } }", {
      id: text!.id,
    });
    expect(data.contribution.trail.notRetained).toEqual({ reason });
  }
});

test("what is said already names the key point that says it, where the author is led once it is stated", async () => {
  const [kept, left] = await arrive(2);
  const { keyPoint } = await mark(rapporteur, {
    contributionId: kept!.id,
    startsAt: 0,
    endsAt: 9,
    newKeyPoint: "Le quai se partage.",
  });
  const ids = [left!.id];
  const why = { contributionIds: ids, notRetained: "ALREADY_SAID" };
  const refused = async (saidBy?: string) => (await read(rapporteur, { ...why, saidBy })).problems;
  expect(await refused()).toEqual([{ code: "REQUIRED", field: "saidBy", value: null }]);
  expect(await refused(left!.id)).toEqual([{ code: "GONE", field: "saidBy", value: null }]);
  expect(await refused(keyPoint.id)).toEqual([]);

  const led = async () => {
    const text =
      "query ($id: ID!) { contribution(id: $id) { trail { notRetained { reason saidBy { number sentence } } } } }";
    return (await api.ask(text, { id: left!.id })).data.contribution.trail.notRetained;
  };
  expect(await led()).toEqual({ reason: "ALREADY_SAID", saidBy: null });
  const rows = (text: string) => api.database.query(text, [keyPoint.id]);
  await rows("update key_point set state = 'STATED' where id = $1");
  const { number } = keyPoint;
  expect(await led()).toEqual({ reason: "ALREADY_SAID", saidBy: { number, sentence: "Le quai se partage." } });

  // Another reason takes its place, and taking that back puts it there again.
  await read(other, { contributionIds: ids, notRetained: "TOO_GENERAL" });
  expect(await led()).toEqual({ reason: "TOO_GENERAL", saidBy: null });
  await unread(other, ids);
  expect(await led()).toMatchObject({ saidBy: { number } });
  // It is removed meanwhile: the reason stays, and names none.
  await read(other, { contributionIds: ids, notRetained: "TOO_GENERAL" });
  await rows(
    "update journal_entry set data = jsonb_set(data, '{was,saidById}', to_jsonb(gen_random_uuid())) where event = 'contribution.notRetained' and data->'was'->>'saidById' = $1",
  );
  expect((await unread(other, ids)).problems).toEqual([]);
  expect(await led()).toEqual({ reason: "ALREADY_SAID", saidBy: null });
  await read(rapporteur, { ...why, saidBy: keyPoint.id });
  // One that is merged leads to the one that holds its words.
  const [into] = await rows("select id, sentence from key_point where state = 'STATED' and id <> $1 limit 1");
  await rows(`update key_point set state = 'MERGED', merged_into_id = '${into.id}' where id = $1`);
  expect(await led()).toMatchObject({ saidBy: { sentence: into.sentence } });
});
