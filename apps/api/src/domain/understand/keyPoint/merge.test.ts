import { beforeEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import {
  keyPointRows,
  keyPointOf,
  passageOf,
  passagesOf,
  say,
  statementOn,
  withSynthesis,
} from "../../../../test/acts/keyPoints.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { acting } from "../../../../test/acts/acting.ts";

const api = testApi();
const the = withSynthesis(api);
beforeEach(async () => {
  // Marks of a reader, reactions, and what key points lead to, are kept as their rows go one by one, which `truncate` does not do.
  await api.database.query(
    "delete from reading_code; delete from statement_key_point; delete from citation; delete from accounted_passage; delete from reaction",
  );
  await api.database.query(
    // Not truncated: texts that name one would go with it.
    `delete from statement_key_point; delete from citation; delete from accounted_passage; delete from key_point_merge;
     delete from set_aside; delete from reading_code; delete from key_point_passage; delete from key_point`,
  );
});

const versionOf = async (id: string) =>
  (await api.database.query<{ version: number }[]>("select version from key_point where id = $1", [id]))[0]!.version;

async function merge(id: string, intoId: string, version?: number) {
  const input = { id, intoId, version: version ?? (await versionOf(id)) };
  const { data, errors } = await api.ask(
    `mutation ($input: MergeKeyPointInput!) { mergeKeyPoint(input: $input) {
       problems { code field value } keyPoint { id peopleCount merges { id sentence byName } } current { id version } } }`,
    { input },
    the.rapporteur,
  );
  expect(errors).toBeUndefined();
  return data.mergeKeyPoint;
}

async function unmerge(id: string) {
  const { data, errors } = await api.ask(
    `mutation ($input: UnmergeKeyPointInput!) { unmergeKeyPoint(input: $input) {
       problems { code field value } keyPoint { id state peopleCount } kept { id peopleCount } } }`,
    { input: { id } },
    the.rapporteur,
  );
  expect(errors).toBeUndefined();
  return data.unmergeKeyPoint;
}

const see = async (id: string, viewer?: Viewer) =>
  (
    await api.ask(
      `query ($id: ID!) { keyPoint(id: $id) {
         id sentence peopleCount passages { id } syntheses { slug } proposals { number } reactions { text }
         reactionCounts { qualify } history { kind from to details byName } merges { id } } }`,
      { id },
      viewer,
    )
  ).data.keyPoint;

const done = { problems: [] };

test("a merged key point leads to the one that was kept: its address, its passages, its statements, its citations", async () => {
  const [one, two, three] = await passagesOf(api.database, the.small, 3);
  const a = await keyPointOf(api.database, the.small, { state: "STATED" }, [one!, two!]);
  const b = await keyPointOf(api.database, the.small, { state: "STATED" }, [two!, three!]);
  await statementOn(api.database, the.small, [a.id]);
  await the.synthesis.cite(the.synthesis.published, [a.id]);
  await the.synthesis.cite(the.synthesis.underWay, [a.id]);

  expect(await merge(a.id, b.id)).toMatchObject({ ...done, keyPoint: { id: b.id, peopleCount: 3 } });
  const read = await see(a.id);
  expect(read).toMatchObject({ id: b.id, sentence: b.sentence, peopleCount: 3 });
  expect(read.passages).toHaveLength(3);
  expect(read.proposals).toHaveLength(1);
  // The version in force is frozen: it cites what was merged, and is read as citing the one that was kept.
  expect(read.syntheses).toEqual([{ slug: the.synthesis.synthesis.slug }]);
  const { citations } = await keyPointRows(api.database);
  expect(citations.filter((line) => line.startsWith(a.id))).toHaveLength(1);
  expect(citations.filter((line) => line.startsWith(b.id))).toHaveLength(1);
  const { data } = await api.ask(
    `query ($slug: String!) { synthesis(slug: $slug) { paragraphs { keyPoints { id } } }
       objective(slug: "objectif-1") { keyPoints { id } } }`,
    { slug: the.synthesis.synthesis.slug },
  );
  expect(data.synthesis.paragraphs.flatMap((it: { keyPoints: object[] }) => it.keyPoints)).toEqual([{ id: b.id }]);
  expect(data.objective.keyPoints).toEqual([{ id: b.id }]);
});

test("what was said of it is read with what was said of the one that was kept", async () => {
  const passages = await passagesOf(api.database, the.small, 2);
  const a = await keyPointOf(api.database, the.small, { state: "STATED" }, passages);
  const b = await keyPointOf(api.database, the.small, { state: "STATED" }, passages);
  for (const { id } of [a, b])
    await api.database.query(
      `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
       values (gen_random_uuid(), 'KEY_POINT', $1, 'QUALIFY', 'Pas partout.', now())`,
      [id],
    );
  await merge(a.id, b.id);
  expect(await see(b.id)).toMatchObject({ reactionCounts: { qualify: 2 } });
  expect((await see(b.id)).reactions).toHaveLength(2);
  await unmerge(a.id);
  expect((await see(a.id)).reactions).toHaveLength(1);
});

test("undoing a merge gives each its own back, and leaves with the one that was kept what was added since", async () => {
  const [own, both, theirs, since] = await passagesOf(api.database, the.small, 4);
  const a = await keyPointOf(api.database, the.small, {}, [own!, both!]);
  const b = await keyPointOf(api.database, the.small, {}, [both!, theirs!]);
  const child = await keyPointOf(api.database, the.small, { parentId: a.id });
  const before = await keyPointRows(api.database);
  await merge(a.id, b.id);
  await say(api.database, b.id, [since!]);
  expect(await unmerge(a.id)).toMatchObject({ ...done, keyPoint: { id: a.id, state: "WORKING", peopleCount: 2 } });
  const after = await keyPointRows(api.database);
  expect(after.passages).toEqual([...before.passages, `${b.id} ${since}`].toSorted());
  expect(after.keyPoints).toEqual(before.keyPoints);
  expect(after.keyPoints.find((line) => line.startsWith(child.id))).toContain(`under ${a.id}`);
});

test("what was taken from the one that was kept since stays taken", async () => {
  const [one, two] = await passagesOf(api.database, the.small, 2);
  const a = await keyPointOf(api.database, the.small, {}, [one!, two!]);
  const b = await keyPointOf(api.database, the.small);
  await merge(a.id, b.id);
  await api.database.query("delete from key_point_passage where passage_id = $1", [two]);
  await unmerge(a.id);
  expect((await keyPointRows(api.database)).passages).toEqual([`${a.id} ${one}`]);
});

test("what stood under it stands under the one that was kept, until that is undone", async () => {
  const top = await keyPointOf(api.database, the.small);
  const a = await keyPointOf(api.database, the.small, { parentId: top.id });
  const child = await keyPointOf(api.database, the.small, { parentId: a.id });
  const moved = await keyPointOf(api.database, the.small, { parentId: a.id });
  expect((await merge(a.id, child.id)).problems).toEqual([{ code: "WITHIN_ITSELF", field: "intoId", value: null }]);
  expect(await merge(a.id, top.id)).toMatchObject(done);
  expect(await parents()).toEqual({ [top.id]: null, [a.id]: top.id, [child.id]: top.id, [moved.id]: top.id });
  await api.database.query("update key_point set parent_id = null where id = $1", [moved.id]);
  expect(await unmerge(a.id)).toMatchObject(done);
  expect(await parents()).toEqual({ [top.id]: null, [a.id]: top.id, [child.id]: a.id, [moved.id]: null });
});

test("nothing comes back under itself: what stands above has to be moved first", async () => {
  const top = await keyPointOf(api.database, the.small);
  const a = await keyPointOf(api.database, the.small, { parentId: top.id });
  const b = await keyPointOf(api.database, the.small);
  const child = await keyPointOf(api.database, the.small, { parentId: a.id });
  await merge(a.id, b.id);
  await api.database.query("update key_point set parent_id = $2 where id = $1", [top.id, child.id]);
  expect((await unmerge(a.id)).problems).toEqual([{ code: "WITHIN_ITSELF", field: "id", value: null }]);
  await api.database.query("update key_point set parent_id = null where id = $1", [top.id]);
  expect((await unmerge(a.id)).problems).toEqual([]);
});

const parents = async () =>
  Object.fromEntries(
    (
      await api.database.query<{ id: string; parent: string | null }[]>("select id, parent_id as parent from key_point")
    ).map(({ id, parent }) => [id, parent]),
  );

test("merges one after the other lead to the last, and are undone from the last", async () => {
  const [one, two, three] = await passagesOf(api.database, the.small, 3);
  const a = await keyPointOf(api.database, the.small, {}, [one!]);
  const b = await keyPointOf(api.database, the.small, {}, [two!]);
  const c = await keyPointOf(api.database, the.small, {}, [three!]);
  const before = await keyPointRows(api.database);
  await merge(a.id, b.id);
  await merge(b.id, c.id);
  expect(await see(a.id, the.rapporteur)).toMatchObject({ id: c.id, peopleCount: 3, merges: [{ id: b.id }] });
  expect((await unmerge(a.id)).problems).toEqual([{ code: "MERGED", field: "id", value: c.sentence }]);
  await unmerge(b.id);
  expect(await see(a.id, the.rapporteur)).toMatchObject({ id: b.id, peopleCount: 2 });
  await unmerge(a.id);
  expect(await keyPointRows(api.database)).toEqual(before);
});

test("a stated key point goes into a stated one alone: what is public stays public", async () => {
  const passages = await passagesOf(api.database, the.small, 2);
  const stated = await keyPointOf(api.database, the.small, { state: "STATED" }, passages);
  const working = await keyPointOf(api.database, the.small, {}, passages);
  expect((await merge(stated.id, working.id)).problems).toEqual([{ code: "NOT_STATED", field: "intoId", value: null }]);
  expect((await merge(working.id, stated.id)).problems).toEqual([]);
});

test("undoing leaves no stated one with fewer than two people", async () => {
  const a = await keyPointOf(api.database, the.small, {}, [await passageOf(api.database, the.small)]);
  const b = await keyPointOf(api.database, the.small, {}, [await passageOf(api.database, the.small)]);
  await merge(a.id, b.id);
  await api.database.query("update key_point set state = 'STATED' where id = $1", [b.id]);
  const between = await keyPointRows(api.database);
  expect((await unmerge(a.id)).problems).toEqual([{ code: "TWO_PEOPLE_NEEDED", field: "id", value: null }]);
  expect(await keyPointRows(api.database)).toEqual(between);
});

test.each([
  ["itself", (a: string) => a],
  ["nothing", () => crypto.randomUUID()],
  ["what is no id", () => "x"],
])("it is not merged into %s", async (_, into) => {
  const a = await keyPointOf(api.database, the.small);
  expect((await merge(a.id, into(a.id))).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "intoId", value: null }]);
});

test("a merge on a stale version is refused with what is in force; sent twice, it is done once", async () => {
  const a = await keyPointOf(api.database, the.small);
  const b = await keyPointOf(api.database, the.small);
  expect(await merge(a.id, b.id, 7)).toMatchObject({
    problems: [{ code: "STALE", field: "version", value: "1" }],
    current: { id: a.id, version: 1 },
  });
  const copies = await Promise.all([1, 2, 3].map(() => merge(a.id, b.id, 1)));
  for (const copy of copies) expect(copy).toMatchObject({ ...done, keyPoint: { id: b.id } });
  expect(await api.database.query("select from key_point_merge")).toHaveLength(1);
  const back = await Promise.all([1, 2, 3].map(() => unmerge(a.id)));
  for (const copy of back) expect(copy).toMatchObject({ ...done, keyPoint: { id: a.id } });
});

test("two merges that cross end with one key point, and no word lost", async () => {
  const [one, two] = await passagesOf(api.database, the.small, 2);
  const a = await keyPointOf(api.database, the.small, {}, [one!]);
  const b = await keyPointOf(api.database, the.small, {}, [two!]);
  const crossed = await Promise.all([merge(a.id, b.id, 1), merge(b.id, a.id, 1)]);
  expect(crossed.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code))).toEqual(["MERGED"]);
  const kept = await see(a.id, the.rapporteur);
  expect(kept.peopleCount).toBe(2);
  expect(await see(b.id, the.rapporteur)).toMatchObject({ id: kept.id });
});

test("who works from a page that is older gives, cites and rewords in the one that was kept, or is told of it", async () => {
  const passage = await passageOf(api.database, the.small, { body: "Le marché du samedi relie les gens." });
  const a = await keyPointOf(api.database, the.small, {}, [passage]);
  const b = await keyPointOf(api.database, the.small);
  const statementId = await statementOn(api.database, the.small, []);
  await merge(a.id, b.id);
  const [{ contributionId }] = await api.database.query<[{ contributionId: string }]>(
    `select contribution_id as "contributionId" from passage where id = $1`,
    [passage],
  );
  const acts = acting(api, "code field value");
  const did = (name: string, input: object, fields = "") => acts(name, input, fields, the.rapporteur);
  const mark = { contributionId, startsAt: 3, endsAt: 9, keyPointId: a.id };
  expect(await did("markPassage", mark, "keyPoint { id }")).toEqual({ ...done, keyPoint: { id: b.id } });
  const source = { id: statementId, keyPointIds: [a.id], passageIds: [] };
  expect(await did("sourceStatement", source, "statement { keyPoints { id } }")).toEqual({
    ...done,
    statement: { keyPoints: [{ id: b.id }] },
  });
  const merged = { code: "MERGED", field: "id", value: b.sentence };
  const edit = { id: a.id, version: 2, sentence: "Autre chose.", nature: "LEVER" };
  expect((await did("editKeyPoint", edit)).problems).toEqual([merged]);
  expect((await did("stateKeyPoint", { id: a.id, version: 2 })).problems).toMatchObject([{ code: "MERGED" }]);
});

test("the history of both says who did what, in their words", async () => {
  const a = await keyPointOf(api.database, the.small, {}, await passagesOf(api.database, the.small, 2));
  const b = await keyPointOf(api.database, the.small);
  await merge(a.id, b.id);
  const [received] = (await see(b.id, the.rapporteur)).history;
  expect(received).toEqual({
    kind: "RECEIVED",
    from: a.sentence,
    to: null,
    details: ["2"],
    byName: "Une personne fictive",
  });
  await unmerge(a.id);
  expect((await see(b.id, the.rapporteur)).history.map(({ kind }: { kind: string }) => kind)).toEqual([
    "GAVE_BACK",
    "RECEIVED",
  ]);
  expect((await see(a.id, the.rapporteur)).history.map(({ kind }: { kind: string }) => kind)).toEqual([
    "UNMERGED",
    "MERGED",
  ]);
  await api.database.query("update key_point set state = 'STATED'");
  expect(await see(a.id)).toMatchObject({ history: [], merges: [] });
});
