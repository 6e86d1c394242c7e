import { beforeAll, beforeEach, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { added } from "../../../../test/rows/builders.ts";
import { keyPointOf, passageOf, passagesOf, statementOn, withSynthesis } from "../../../../test/acts/keyPoints.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import { acting } from "../../../../test/acts/acting.ts";

const api = testApi();
const the = withSynthesis(api);
beforeAll(async () => {
  const other = { groupId: the.small.group.id, number: 2, name: "Chiffrer", question: "Combien ?", expectedOutput: "" };
  await added(api.database, Objectives, { slug: "objectif-2", ...other });
});
beforeEach(() =>
  api.database.query(
    // Not truncated: texts that name one would go with it.
    `delete from statement_key_point; delete from citation; delete from accounted_passage; delete from key_point_merge;
     delete from set_aside; delete from reading_code; delete from key_point_passage; delete from key_point`,
  ),
);

const acts = acting(api, "code field value");
/** Acts as the rapporteur; what the payload says of `keyPoint` and of what is in force. */
const act = (name: string, input: object) =>
  acts(
    name,
    input,
    `${name === "removeKeyPoint" ? "" : "keyPoint { id number sentence version objective { slug } parent { id } }"}
     ${name === "openKeyPoint" ? "" : "current { id version }"}`,
    the.rapporteur,
  );

const see = async (id: string, viewer: Viewer | undefined = the.rapporteur) =>
  (
    await api.ask(
      `query ($id: ID!) { keyPoint(id: $id) {
         id number sentence shortName phoneName version definition included excluded example color parent { id } children { id }
         passages { id } proposals { number } peopleCount regions { territory { slug } people } channels { channel people }
         contrary { id } viewerCan { edit remove state } history { kind from to details } } }`,
      { id },
      viewer,
    )
  ).data.keyPoint;

const problem = (code: string, field: string, value: string | null = null) => ({ problems: [{ code, field, value }] });

test("a key point is opened before anybody says it, under another if one likes; sent twice, it is opened once", async () => {
  const parent = await keyPointOf(api.database, the.small);
  const input = { objective: "objectif-1", sentence: " Un lieu\noù acheter. ", nature: "LEVER", parentId: parent.id };
  const [one, two] = await Promise.all([act("openKeyPoint", input), act("openKeyPoint", input)]);
  expect(one).toMatchObject({
    problems: [],
    keyPoint: { number: 2, sentence: "Un lieu où acheter.", parent: { id: parent.id } },
  });
  expect(two).toEqual(one);
  expect(await see(parent.id)).toMatchObject({ children: [{ id: one.keyPoint.id }] });
});

test("it is opened in an objective that is there, under a key point of that objective", async () => {
  const sentence = "Un lieu.";
  const { id: parentId } = await keyPointOf(api.database, the.small);
  const open = (more: object) => act("openKeyPoint", { objective: "objectif-1", sentence, nature: "LEVER", ...more });
  expect(await open({ objective: "ailleurs" })).toMatchObject(problem("UNKNOWN_CHOICE", "objective"));
  expect(await open({ objective: "objectif-2", parentId })).toMatchObject(problem("UNKNOWN_CHOICE", "parentId"));
  expect(await open({ sentence: " " })).toMatchObject(problem("REQUIRED", "sentence"));
});

test.each([
  ["shortName", 38],
  ["phoneName", 15],
])("its %s is written on one line, kept through other edits, and taken back", async (field, most) => {
  const { id } = await keyPointOf(api.database, the.small);
  const edit = (version: number, more: object) =>
    act("editKeyPoint", { id, version, sentence: "Vendre en direct.", nature: "LEVER", ...more });
  expect(await edit(1, { [field]: " Vendre\ndirect " })).toMatchObject({ problems: [] });
  expect(await see(id)).toMatchObject({ [field]: "Vendre direct" });
  await edit(2, { definition: "Sans intermédiaire." });
  expect(await see(id)).toMatchObject({ [field]: "Vendre direct", version: 3 });
  expect(await edit(3, { [field]: "x".repeat(most + 1) })).toMatchObject(problem("TOO_LONG", field, `${most}`));
  await edit(3, { [field]: "  " });
  expect(await see(id)).toMatchObject({ [field]: null, version: 4 });
});

test("what it means, what is in, what is out, an example and its mark are written; what is left out stays", async () => {
  const { id } = await keyPointOf(api.database, the.small, { state: "STATED" });
  const words = {
    definition: "Vendre sans intermédiaire.",
    included: "Les AMAP.",
    excluded: "La grande distribution.",
  };
  const edit = (version: number, more: object) =>
    act("editKeyPoint", { id, version, sentence: "Vendre en direct.", nature: "LEVER", ...more });
  expect(await edit(1, { ...words, example: "Un panier le jeudi.", color: "PLUM" })).toMatchObject({ problems: [] });
  expect(await see(id)).toMatchObject({ ...words, example: "Un panier le jeudi.", color: "PLUM", version: 2 });
  await edit(2, { example: " ", color: null });
  const told = await see(id);
  expect(told).toMatchObject({ ...words, example: null, color: null, version: 3 });
  expect(
    told.history.map(({ kind, details }: { kind: string; details: string[] }) => [kind, details.toSorted()]),
  ).toEqual([
    ["DEFINED", ["color", "example"]],
    ["DEFINED", ["color", "definition", "example", "excluded", "included", "nature"]],
    ["REWORDED", []],
  ]);
  expect(await edit(3, {})).toMatchObject({ problems: [], keyPoint: { version: 3 } });
  expect(await edit(3, { definition: "x".repeat(1001) })).toMatchObject(problem("TOO_LONG", "definition", "1000"));
  // Anybody reads what it means; what was done to it is the team's.
  const { data } = await api.ask(`query ($id: ID!) { keyPoint(id: $id) { definition history { kind } } }`, { id });
  expect(data.keyPoint).toEqual({ definition: words.definition, history: [] });
});

test("it goes under another, and never under itself nor under what it holds, be it at once", async () => {
  const a = await keyPointOf(api.database, the.small);
  const b = await keyPointOf(api.database, the.small);
  const crossed = await Promise.all([
    act("moveKeyPoint", { id: a.id, version: 1, parentId: b.id }),
    act("moveKeyPoint", { id: b.id, version: 1, parentId: a.id }),
  ]);
  expect(crossed.flatMap(({ problems }) => problems)).toEqual(problem("WITHIN_ITSELF", "parentId").problems);
  const [top, under] = crossed[0].problems.length ? [a, b] : [b, a];
  expect(await see(under.id)).toMatchObject({ parent: { id: top.id }, version: 2 });
  expect((await see(under.id)).history[0]).toMatchObject({ kind: "MOVED", to: top.sentence });
  const itself = { id: top.id, version: 1, parentId: top.id };
  expect(await act("moveKeyPoint", itself)).toMatchObject(problem("WITHIN_ITSELF", "parentId"));
  expect(await act("moveKeyPoint", { ...itself, version: 4 })).toMatchObject({
    ...problem("STALE", "version", "1"),
    current: { id: top.id, version: 1 },
  });
});

test("it goes to another objective of the group with its passages; what stood under it stays, one step up", async () => {
  const top = await keyPointOf(api.database, the.small);
  const it = await keyPointOf(api.database, the.small, { parentId: top.id }, [
    await passageOf(api.database, the.small),
  ]);
  const child = await keyPointOf(api.database, the.small, { parentId: it.id });
  expect(await act("moveKeyPoint", { id: it.id, version: 1, objective: "objectif-2" })).toMatchObject({
    problems: [],
    keyPoint: { number: 1, objective: { slug: "objectif-2" }, parent: null },
  });
  expect(await see(it.id)).toMatchObject({ peopleCount: 1, children: [] });
  expect(await see(child.id)).toMatchObject({ parent: { id: top.id } });
  const beside = `select (select slug from objective where id = l.objective_id) as slug from key_point_passage l where key_point_id = $1`;
  expect(await api.database.query(beside, [it.id])).toEqual([{ slug: "objectif-2" }]);
});

test("what a synthesis cites stays in its objective, under whichever name it is cited", async () => {
  const cited = await keyPointOf(api.database, the.small);
  const kept = await keyPointOf(api.database, the.small);
  await the.synthesis.cite(the.synthesis.published, [cited.id]);
  await act("mergeKeyPoint", { id: cited.id, version: 1, intoId: kept.id });
  const move = { id: kept.id, version: 1, objective: "objectif-2" };
  expect(await act("moveKeyPoint", move)).toMatchObject(problem("CITED", "objective"));
  expect(await act("moveKeyPoint", { ...move, objective: "ailleurs" })).toMatchObject(
    problem("UNKNOWN_CHOICE", "objective"),
  );
});

test("some of its passages go to a new one beside it, and it keeps the others, its statements and its citations", async () => {
  const [one, two, three] = await passagesOf(api.database, the.small, 3);
  const top = await keyPointOf(api.database, the.small);
  const more = { parentId: top.id, color: "GREEN" as const };
  const it = await keyPointOf(api.database, the.small, more, [one!, two!, three!]);
  await statementOn(api.database, the.small, [it.id]);
  const input = { id: it.id, version: 1, passageIds: [three], sentence: "Autre chose.", nature: "PROBLEM" };
  const { problems, keyPoint } = await act("splitKeyPoint", input);
  expect(problems).toEqual([]);
  expect(await see(keyPoint.id)).toMatchObject({
    sentence: "Autre chose.",
    color: "GREEN",
    parent: { id: top.id },
    passages: [{ id: three }],
    history: [{ kind: "OPENED", from: it.sentence, to: "Autre chose." }],
  });
  expect(await see(it.id)).toMatchObject({ peopleCount: 2, version: 2, proposals: [{ number: expect.any(Number) }] });
  expect((await see(it.id)).history[0]).toEqual({ kind: "SPLIT", from: null, to: "Autre chose.", details: ["1"] });
  // Sent again, it is done; another split that began from the same is not.
  expect(await act("splitKeyPoint", input)).toMatchObject({ problems: [], keyPoint: { id: keyPoint.id } });
  const other = { ...input, passageIds: [two], sentence: "Encore autre chose." };
  expect(await act("splitKeyPoint", other)).toMatchObject(problem("STALE", "version", "2"));
});

test("a stated one keeps two people, and a split takes what is there, under words that are not taken", async () => {
  const [one, two, three] = await passagesOf(api.database, the.small, 3);
  const it = await keyPointOf(api.database, the.small, { state: "STATED" }, [one!, two!]);
  const split = (more: object) =>
    act("splitKeyPoint", { id: it.id, version: 1, passageIds: [one], sentence: "Autre.", nature: "LEVER", ...more });
  expect(await split({})).toMatchObject(problem("TWO_PEOPLE_NEEDED", "passageIds"));
  expect(await see(it.id)).toMatchObject({ peopleCount: 2, version: 1 });
  expect(await split({ passageIds: [] })).toMatchObject(problem("REQUIRED", "passageIds"));
  expect(await split({ passageIds: [three] })).toMatchObject(problem("GONE", "passageIds"));
  expect(await split({ sentence: it.sentence })).toMatchObject(problem("ALREADY_THERE", "sentence", "1"));
});

test("one at work that nothing holds to is removed; what stood under it goes one step up", async () => {
  const top = await keyPointOf(api.database, the.small);
  const it = await keyPointOf(api.database, the.small, { parentId: top.id });
  const child = await keyPointOf(api.database, the.small, { parentId: it.id });
  expect(await see(it.id)).toMatchObject({ viewerCan: { remove: true } });
  expect(await act("removeKeyPoint", { id: it.id, version: 1 })).toMatchObject({ problems: [] });
  expect(await see(it.id)).toBeNull();
  expect(await see(child.id)).toMatchObject({ parent: { id: top.id } });
  expect(await act("removeKeyPoint", { id: it.id, version: 1 })).toMatchObject({ problems: [] });
});

test.each([
  [
    "a passage",
    async (id: string) =>
      api.database.query("insert into key_point_passage values ($1, $2)", [
        id,
        await passageOf(api.database, the.small),
      ]),
  ],
  ["a statement", async (id: string) => statementOn(api.database, the.small, [id])],
  ["a citation", async (id: string) => the.synthesis.cite(the.synthesis.underWay, [id])],
  ["what was set aside", async (id: string) => the.synthesis.setAside(id)],
  [
    "what was merged into it",
    async (id: string) => {
      const { id: other } = await keyPointOf(api.database, the.small);
      await act("mergeKeyPoint", { id: other, version: 1, intoId: id });
    },
  ],
  [
    "having been stated",
    async (id: string) => api.database.query("update key_point set state = 'STATED' where id = $1", [id]),
  ],
])("it is not removed while %s holds to it", async (_, hold) => {
  const { id } = await keyPointOf(api.database, the.small);
  await hold(id);
  expect(await see(id)).toMatchObject({ viewerCan: { remove: false } });
  expect(await act("removeKeyPoint", { id, version: 1 })).toMatchObject(problem("NOT_EMPTY", "id"));
});

test("its people are counted by region and by how their words came, each once", async () => {
  const at = (name: string) => ({
    territoryId: the.small.territories[name]!.id,
    regionId: the.small.territories[name]!.regionId,
  });
  const passages = await Promise.all([
    passageOf(api.database, the.small, at("finistere")),
    passageOf(api.database, the.small, { ...at("morbihan"), channel: "PAPER" }),
    passageOf(api.database, the.small, at("paris")),
    passageOf(api.database, the.small),
    passageOf(api.database, the.small, { ...at("paris"), status: "HIDDEN" }),
  ]);
  const { id } = await keyPointOf(api.database, the.small, { state: "STATED" }, passages);
  expect(await see(id)).toMatchObject({
    peopleCount: 4,
    regions: [
      { territory: { slug: "bretagne" }, people: 2 },
      { territory: { slug: "ile-de-france" }, people: 1 },
    ],
    channels: [
      { channel: "ONLINE", people: 3 },
      { channel: "PAPER", people: 1 },
    ],
  });
});

test("what goes against it: objections under it, and the other side of a debate; a draft counts for its team alone", async () => {
  const it = await keyPointOf(api.database, the.small, { state: "STATED" });
  const under = await keyPointOf(api.database, the.small, { state: "STATED", nature: "OBJECTION", parentId: it.id });
  const across = await keyPointOf(api.database, the.small, { state: "STATED" });
  const later = await keyPointOf(api.database, the.small, { state: "STATED" });
  await keyPointOf(api.database, the.small, { state: "STATED", parentId: it.id });
  await the.synthesis.cite(the.synthesis.published, [it.id], [across.id]);
  await the.synthesis.cite(the.synthesis.underWay, [later.id], [it.id]);
  const told = async (viewer?: Viewer) =>
    (
      await api.ask(`query ($id: ID!) { keyPoint(id: $id) { contrary { id } } }`, { id: it.id }, viewer)
    ).data.keyPoint.contrary.map(({ id }: { id: string }) => id);
  expect(await told()).toEqual([under.id, across.id]);
  expect(await told(the.rapporteur)).toEqual([under.id, across.id, later.id]);
});

test("a tree of forty key points costs as many statements as one of two", async () => {
  const fill = async (count: number) => {
    for (let n = 0; n < count; n++)
      await keyPointOf(api.database, the.small, {}, [await passageOf(api.database, the.small)]);
  };
  const ask = async () => {
    const { errors } = await api.ask(
      `{ readingDesk { keyPoints { id number sentence peopleCount regionCount color parent { id } children { id }
           regions { people } channels { people } contrary { id } reactionCounts { qualify }
           merges { id } history { id } viewerCan { edit remove } } } }`,
      {},
      the.rapporteur,
    );
    expect(errors).toBeUndefined();
  };
  await fill(2);
  const few = await statementsOf(ask);
  await fill(38);
  expect(await statementsOf(ask)).toHaveLength(few.length);
});
