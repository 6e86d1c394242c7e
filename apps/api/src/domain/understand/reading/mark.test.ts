import { beforeAll, expect, test } from "vitest";
import { mutationOf } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

/** Published contributions that nobody has read yet, with words of the demonstration. */
const arrive = (count: number) =>
  api.database.query<{ id: string; body: string }[]>(
    `insert into contribution (theme_id, objective_id, channel, body, status, appearance, region_id, contributed_on)
     select theme_id, objective_id, channel, body, 'VISIBLE', 'ANONYMOUS', region_id, contributed_on
     from contribution where status = 'VISIBLE' and length(body) > 60
       and objective_id = (select id from objective where slug = 'objectif-4') order by id limit $1 returning id, body`,
    [count],
  );

const mark = async (input: object, viewer: Viewer | undefined = rapporteur) => {
  const { data, errors } = await api.ask(
    `mutation ($input: MarkPassageInput!) { markPassage(input: $input) {
       problems { code field value }
       cleared
       passage { id startsAt endsAt quote keyPoints { id } contribution { id } }
       keyPoint { id number sentence state nature peopleCount passages { id } }
     } }`,
    { input },
    viewer,
  );
  return { errors, ...data?.markPassage };
};

const read = async (input: object, viewer: Viewer | undefined = rapporteur) => {
  const { data, errors } = await api.ask(
    `mutation ($input: ReadContributionsInput!) { readContributions(input: $input) {
       problems { code field value } contributions { id }
     } }`,
    { input },
    viewer,
  );
  return { errors, ...data?.readContributions };
};

const kept = async (id: string) =>
  (
    await api.database.query<Record<string, unknown>[]>(
      "select not_retained, not_retained_note, not_retained_on, forwarded_theme_id from contribution where id = $1",
      [id],
    )
  )[0]!;

test("a passage is a stretch of the text, and opens a working key point numbered after the others", async () => {
  const [contribution] = await arrive(1);
  const { id, body } = contribution!;
  const [{ last }] = (await api.database.query<{ last: number }[]>(
    "select max(k.number) as last from key_point k join objective o on o.id = k.objective_id where o.number = 4",
  )) as [{ last: number }];
  const endsAt = body.indexOf(" ", 20) + 1;
  const { problems, passage, keyPoint } = await mark({
    contributionId: id,
    startsAt: 0,
    endsAt,
    newKeyPoint: "Les voisins sont prêts à tenir une permanence.",
    nature: "LEVER",
  });
  expect(problems).toEqual([]);
  expect(passage.quote).toBe(body.slice(0, endsAt).trim());
  expect(passage.contribution.id).toBe(id);
  expect(passage.keyPoints).toEqual([{ id: keyPoint.id }]);
  expect(keyPoint).toMatchObject({ number: last + 1, state: "WORKING", nature: "LEVER", peopleCount: 1 });
});

test("marking twice is marking once: the same passage, the same key point", async () => {
  const [contribution] = await arrive(1);
  const input = {
    contributionId: contribution!.id,
    startsAt: 0,
    endsAt: 30,
    newKeyPoint: "Il faut un lieu où se retrouver.",
  };
  const first = await mark(input);
  const again = await mark(input);
  expect(again.passage.id).toBe(first.passage.id);
  expect(again.keyPoint.id).toBe(first.keyPoint.id);
  const journal = await api.database.query(
    "select from journal_entry where event = 'passage.marked' and subject_id = $1",
    [first.passage.id],
  );
  expect(journal).toHaveLength(1);
});

test("twelve new key points opened at the same instant get twelve numbers", async () => {
  const contributions = await arrive(12);
  const marked = await Promise.all(
    contributions.map(({ id }, index) =>
      mark({ contributionId: id, startsAt: 0, endsAt: 25, newKeyPoint: `Une idée, la ${index + 1}ᵉ.` }),
    ),
  );
  const numbers = marked.map(({ keyPoint }) => keyPoint.number);
  expect(new Set(numbers).size).toBe(contributions.length);
});

test("marking a contribution is reading it, and takes back the reason it was left with", async () => {
  const [contribution] = await arrive(1);
  const { id } = contribution!;
  expect((await read({ contributionIds: [id], notRetained: "NOT_UNDERSTOOD", note: "À relire." })).problems).toEqual(
    [],
  );
  const words = { contributionId: id, startsAt: 0, endsAt: 20, newKeyPoint: "Relu, et compris." };
  // Marking clears the reason, and its answer says so: the reason may have been given in another window meanwhile.
  expect(await mark(words)).toMatchObject({ cleared: "NOT_UNDERSTOOD" });
  expect(await mark({ ...words, endsAt: 30 })).toMatchObject({ cleared: null });
  expect(await kept(id)).toMatchObject({ not_retained: null, not_retained_note: null, not_retained_on: null });
  expect(await api.database.query("select from reading where contribution_id = $1", [id])).toHaveLength(1);
});

test("words that are not in the text are refused", async () => {
  const [contribution] = await arrive(1);
  const { id, body } = contribution!;
  const input = { contributionId: id, newKeyPoint: "Hors du texte." };
  for (const [startsAt, endsAt] of [
    [0, body.length + 1],
    [-1, 4],
    [5, 5],
  ])
    expect((await mark({ ...input, startsAt, endsAt })).problems).toEqual([
      { code: "NOT_IN_TEXT", field: "startsAt", value: null },
    ]);
});

test("a key point is one sentence of 280 characters at most", async () => {
  const [contribution] = await arrive(1);
  const at = { contributionId: contribution!.id, startsAt: 0, endsAt: 20 };
  expect((await mark({ ...at, newKeyPoint: "  " })).problems).toMatchObject([
    { code: "REQUIRED", field: "newKeyPoint" },
  ]);
  expect((await mark({ ...at, newKeyPoint: "a".repeat(281) })).problems).toEqual([
    { code: "TOO_LONG", field: "newKeyPoint", value: "280" },
  ]);
  expect((await mark({ ...at, keyPointId: "00000000-0000-4000-8000-000000000000" })).problems).toMatchObject([
    { code: "GONE", field: "keyPointId" },
  ]);
});

test("what its author keeps unpublished is read and counted, and never marked", async () => {
  const [contribution] = await api.database.query<{ id: string }[]>(
    "select id from contribution where status = 'UNPUBLISHED'",
  );
  const { id } = contribution!;
  const { errors } = await mark({ contributionId: id, startsAt: 0, endsAt: 10, newKeyPoint: "Non." });
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  expect((await read({ contributionIds: [id] })).problems).toEqual([]);
});

test("a text that was hidden, is held or was withdrawn is neither read nor marked", async () => {
  const [contribution] = await arrive(1);
  const { id } = contribution!;
  for (const status of ["HELD", "HIDDEN", "WITHDRAWN"]) {
    await api.database.query("update contribution set status = $2 where id = $1", [id, status]);
    const marked = await mark({ contributionId: id, startsAt: 0, endsAt: 10, newKeyPoint: "Non." });
    expect(marked.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect((await read({ contributionIds: [id] })).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
  }
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [id]);
});

test("a reason is given in bulk, with the theme it is forwarded to when it is out of scope", async () => {
  const contributions = (await arrive(3)).map(({ id }) => id);
  const input = { contributionIds: contributions, notRetained: "OUT_OF_SCOPE", note: "Voir le thème voisin." };
  expect((await read(input)).problems).toMatchObject([{ code: "REQUIRED", field: "theme" }]);
  expect((await read({ ...input, theme: "nulle-part" })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "theme" },
  ]);
  const [theme] = await api.database.query<{ id: string; slug: string }[]>(
    "select id, slug from theme where number = 12",
  );
  expect((await read({ ...input, theme: theme!.slug })).problems).toEqual([]);
  for (const id of contributions)
    expect(await kept(id)).toMatchObject({
      not_retained: "OUT_OF_SCOPE",
      not_retained_note: "Voir le thème voisin.",
      forwarded_theme_id: theme!.id,
    });
});

test("« nothing to add » is a reason; « withdrawn » is for its author to say", async () => {
  const [contribution] = await arrive(1);
  const contributionIds = [contribution!.id];
  expect((await read({ contributionIds, notRetained: "WITHDRAWN" })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "notRetained" },
  ]);
  expect(
    (await read({ contributionIds, notRetained: "NOTHING_TO_ADD", note: "n".repeat(501) })).problems,
  ).toMatchObject([{ code: "TOO_LONG", field: "note", value: "500" }]);
  expect((await read({ contributionIds, notRetained: "NOTHING_TO_ADD" })).problems).toEqual([]);
});

test("no reason is given to what is marked or cited: none of them is then written", async () => {
  const [marked] = await api.database.query<{ id: string }[]>(
    "select contribution_id as id from passage p join contribution c on c.id = p.contribution_id where c.status = 'VISIBLE'",
  );
  const [free] = await arrive(1);
  const { problems } = await read({ contributionIds: [free!.id, marked!.id], notRetained: "NOT_ACTIONABLE" });
  expect(problems).toEqual([{ code: "ALREADY_MARKED", field: "contributionIds", value: "1" }]);
  expect(await kept(free!.id)).toMatchObject({ not_retained: null });
});

test("a passage is removed with the last key point it was given to", async () => {
  const [contribution] = await arrive(1);
  const { passage, keyPoint } = await mark({
    contributionId: contribution!.id,
    startsAt: 0,
    endsAt: 20,
    newKeyPoint: "Par erreur.",
  });
  const unmark = () =>
    api.ask(
      `mutation ($input: UnmarkPassageInput!) { unmarkPassage(input: $input) {
         problems { code field } contribution { id passages { id } }
       } }`,
      { input: { passageId: passage.id, keyPointId: keyPoint.id } },
      rapporteur,
    );
  expect((await unmark()).data.unmarkPassage).toEqual({
    problems: [],
    contribution: { id: contribution!.id, passages: [] },
  });
  // Sent again, it is done.
  expect((await unmark()).data.unmarkPassage.problems).toEqual([]);
});

test("a stated key point keeps two people: the last passage but one is not taken back", async () => {
  const [link] = await api.database.query<{ passageId: string; keyPointId: string }[]>(
    `select l.passage_id as "passageId", l.key_point_id as "keyPointId" from key_point_passage l
     join key_point k on k.id = l.key_point_id and k.state = 'STATED'
     where (select count(*) from key_point_passage o where o.key_point_id = k.id) = 2`,
  );
  const { data } = await api.ask(
    `mutation ($input: UnmarkPassageInput!) { unmarkPassage(input: $input) { problems { code } } }`,
    { input: link },
    rapporteur,
  );
  expect(data.unmarkPassage.problems).toEqual([{ code: "TWO_PEOPLE_NEEDED" }]);
  expect(
    await api.database.query("select from key_point_passage where passage_id = $1 and key_point_id = $2", [
      link!.passageId,
      link!.keyPointId,
    ]),
  ).toHaveLength(1);
});

test("a visitor, a referent and a moderator mark nothing and read nothing for all", async () => {
  const [contribution] = await arrive(1);
  const { id } = contribution!;
  const code = async (viewer?: Viewer) => [
    (await mark({ contributionId: id, startsAt: 0, endsAt: 9, newKeyPoint: "Non." }, viewer)).errors?.[0]?.extensions,
    (await read({ contributionIds: [id] }, viewer)).errors?.[0]?.extensions,
  ];
  for (const [act, input] of Object.entries({
    markPassage: { contributionId: id, startsAt: 0, endsAt: 9, newKeyPoint: "Non." },
    readContributions: { contributionIds: [id] },
    unmarkPassage: { passageId: id, keyPointId: id },
  })) {
    const { errors } = await api.ask(mutationOf(act), { input });
    expect(errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  }
  for (const role of ["REFERENT", "MODERATOR"] as const)
    expect(await code(await holderOf(api.database, role))).toMatchObject([
      { code: "FORBIDDEN" },
      { code: "FORBIDDEN" },
    ]);
});

test("words that are no longer those that were chosen are refused: the text was changed meanwhile", async () => {
  const [contribution] = await arrive(1);
  const { id, body } = contribution!;
  const place = { contributionId: id, startsAt: 0, endsAt: body.indexOf(" ", 20), newKeyPoint: "Un autre texte." };
  const { problems, passage } = await mark({ ...place, quote: "Les mots d’hier" });
  expect(problems).toEqual([{ code: "NOT_IN_TEXT", field: "startsAt", value: null }]);
  expect(passage).toBeNull();
  expect((await mark({ ...place, quote: body.slice(0, place.endsAt) })).problems).toEqual([]);
});
