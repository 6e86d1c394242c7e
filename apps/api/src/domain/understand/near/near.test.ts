import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, questionnaireWith, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { fixture } from "./fixture.ts";
import { nearOf } from "./near.index.ts";

const api = testApi();
let small: Small;
let rapporteur: Viewer;

/** Somebody who holds the reading desk, of one group alone when it is said. */
const holderIn = async (groupId: string | null) => {
  const id = await personWith(api.database, ["RAPPORTEUR"]);
  const roles = [{ role: "RAPPORTEUR" as const, groupId, territoryId: null }];
  return viewerOf({ id, displayName: "Une rapporteuse fictive", language: "fr" }, roles);
};

const arrives = (body: string, row: Partial<Contribution> = {}) =>
  contributionOf(api.database, small, { body, ...row });

/** Gives the whole of a text to a key point, a new one when it has no id yet. */
async function marked(
  text: Contribution,
  keyPoint: { keyPointId?: string; newKeyPoint?: string; objective?: string },
): Promise<string> {
  const { data } = await api.ask(
    `mutation ($input: MarkPassageInput!) { markPassage(input: $input) { problems { code } keyPoint { id } passage { id } } }`,
    { input: { contributionId: text.id, startsAt: 0, endsAt: text.body.length, ...keyPoint } },
    rapporteur,
  );
  expect(data.markPassage.problems).toEqual([]);
  return data.markPassage.keyPoint.id;
}

/** Reads fields of a text on the reading desk. */
async function opened({ id }: { id: string }, fields: string, viewer = rapporteur) {
  const { data, errors } = await api.ask(
    `query ($id: ID!) { readingDesk { contribution(id: $id) { ${fields} } } }`,
    { id },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.readingDesk.contribution;
}

/** Reads the suggestions for the whole of a text. */
const suggested = async (text: Contribution, asked = "") =>
  (
    await opened(
      text,
      `suggestions(startsAt: 0, endsAt: ${text.body.length} ${asked}) { words keyPoint { id sentence } }`,
    )
  ).suggestions;

const canSuggest = async () =>
  (await api.ask(`{ readingDesk { canSuggest(objective: "${small.objective.slug}") } }`, {}, rapporteur)).data
    .readingDesk.canSuggest;

const textFields = "isRead words contribution { id body } keyPoints { sentence }";
const near = async (text: Contribution) => (await opened(text, `near { ${textFields} }`)).near;
const nearTexts = async (text: Contribution, viewer = rapporteur) =>
  (await opened(text, `nearTexts { identical { ${textFields} } almost { ${textFields} } }`, viewer)).nearTexts;
const idsOf = (texts: { contribution: { id: string } }[]) => texts.map(({ contribution }) => contribution.id);

const keyPoints: Record<string, string> = {};
const texts: Contribution[] = [];

beforeAll(async () => {
  small = await smallInstance(api.database);
  rapporteur = await holderIn(null);
  for (const [sentence, bodies] of Object.entries(fixture))
    for (const body of bodies) {
      const text = await arrives(body);
      texts.push(text);
      const keyPointId = keyPoints[sentence];
      keyPoints[sentence] = await marked(text, keyPointId ? { keyPointId } : { newKeyPoint: `${sentence}.` });
    }
  // The thread takes its time to begin.
  for (let tries = 0; tries < 20 && !(await near(texts[0]!)).length; tries++);
});
afterEach(() => vi.restoreAllMocks());

test("nothing is suggested under twenty marked answers; from then on three key points, the likeliest first, and why", async () => {
  const text = await arrives("Partageons un camion pour la livraison aux cantines.");
  expect(await suggested(text)).toBeNull();
  expect(await canSuggest()).toBe(false);
  for (const at of Array.from({ length: 20 - texts.length }).keys())
    await marked(await arrives(`La vente à la ferme ${at}`), { keyPointId: keyPoints.land });
  const suggestions = await suggested(text);
  expect(await canSuggest()).toBe(true);
  expect(suggestions[0]).toEqual({
    keyPoint: { id: keyPoints.transport, sentence: "transport." },
    words: expect.arrayContaining(["camion", "livraison"]),
  });
  expect(suggestions.length).toBeLessThanOrEqual(3);
  expect(await api.database.query("select from passage where contribution_id = $1", [text.id])).toEqual([]);
});

test("what was just marked suggests at once, and what was taken back no more", async () => {
  const glossary = await arrives("Un glossaire des sigles, consultable au marché.");
  const keyPointId = await marked(glossary, { newKeyPoint: "Un glossaire." });
  const other = await arrives("Il manque un glossaire des sigles.");
  const first = async () => (await suggested(other))[0]?.keyPoint.id;
  expect(await first()).toBe(keyPointId);
  const [{ id: passageId }] = await api.database.query<[{ id: string }]>(
    "select id from passage where contribution_id = $1",
    [glossary.id],
  );
  await api.ask(
    `mutation ($input: UnmarkPassageInput!) { unmarkPassage(input: $input) { problems { code } } }`,
    { input: { passageId, keyPointId } },
    rapporteur,
  );
  expect(await first()).not.toBe(keyPointId);
});

test("the words of a text that its author takes back suggest nothing more, nor does a key point that is another's", async () => {
  const kept = await arrives("Des consignes de bocaux en verre.");
  const keyPointId = await marked(kept, { newKeyPoint: "La consigne." });
  const other = await arrives("La consigne des bocaux, comme avant.");
  expect((await suggested(other))[0].keyPoint.id).toBe(keyPointId);
  await api.database.query("update contribution set status = 'WITHDRAWN' where id = $1", [kept.id]);
  expect(JSON.stringify(await suggested(other))).not.toContain(keyPointId);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [kept.id]);
  const elsewhere = await holderIn(randomUUID());
  expect(await opened(other, "id", elsewhere)).toBeNull();
});

test("a text of no objective is suggested the key points of the one that is asked for, and what it says counts there", async () => {
  const free = await arrives("Des sentiers de randonnée balisés.", { objectiveId: null });
  expect(await suggested(free)).toBeNull();
  const there = `objective: "${small.objective.slug}"`;
  const keyPointId = await marked(free, { newKeyPoint: "Des sentiers.", objective: small.objective.slug });
  const other = await arrives("Baliser un sentier.", { objectiveId: null });
  expect((await suggested(other, there))[0].keyPoint.id).toBe(keyPointId);
  expect(await suggested(other, 'objective: "nowhere"')).toBeNull();
});

test("an unpublished text is suggested nothing, since it cannot be marked", async () => {
  const text = await arrives("Un camion pour la livraison.", { status: "UNPUBLISHED" });
  expect(await suggested(text)).toBeNull();
});

test("near texts say a key point or are still to be read, and say why; those read for nothing are left out", async () => {
  const text = await arrives("La tournée des fermes en camion frigorifique.");
  const unread = await arrives("Un camion frigorifique d’occasion.");
  const dull = await arrives("Le camion frigorifique des fermes.");
  await api.ask(
    `mutation ($ids: [ID!]!) { readContributions(input: { contributionIds: $ids, notRetained: NOTHING_TO_ADD }) { problems { code } } }`,
    { ids: [dull.id] },
    rapporteur,
  );
  const found = await near(text);
  expect(idsOf(found)).not.toContain(dull.id);
  expect(found.find((it: any) => it.contribution.id === unread.id)).toMatchObject({
    isRead: false,
    keyPoints: [],
    words: expect.arrayContaining(["camion", "frigorifique"]),
  });
  expect(found.find((it: any) => it.isRead)).toMatchObject({ keyPoints: [{ sentence: "transport." }] });
});

test("texts in the same words are together, those in almost the same beside, and neither is merged", async () => {
  const [less, none] = [await arrives("Baisse de la TVA"), await arrives("Suppression de la TVA")];
  const same = await arrives("  BAISSE de la tva. ");
  const found = await nearTexts(less);
  expect(idsOf(found.identical)).toEqual([same.id]);
  expect(idsOf(found.almost)).toEqual([none.id]);
  const [side, ...more] = idsOf((await nearTexts(none)).almost);
  expect([less.id, same.id]).toContain(side);
  expect(more).toEqual([]);
});

test("all that say the same are read in one act that names them, and each keeps its own trail", async () => {
  const same = [await arrives("Rien de plus."), await arrives("Rien de plus !"), await arrives("rien de plus")];
  const { identical } = await nearTexts(same[0]!);
  const ids = [same[0]!.id, ...idsOf(identical)];
  expect(ids.toSorted()).toEqual(same.map(({ id }) => id).toSorted());
  const { data } = await api.ask(
    `mutation ($ids: [ID!]!) { readContributions(input: { contributionIds: $ids, notRetained: NOTHING_TO_ADD }) {
       problems { code } contributions { id trail { notRetained { reason } } } } }`,
    { ids },
    rapporteur,
  );
  expect(data.readContributions.problems).toEqual([]);
  const entries = await api.database.query(
    "select from journal_entry where event = 'contribution.notRetained' and subject_id = any($1::uuid[])",
    [ids],
  );
  expect(entries).toHaveLength(3);
  expect((await nearTexts(same[0]!)).identical.map(({ isRead }: { isRead: boolean }) => isRead)).toEqual([true, true]);
});

test("a text that is withdrawn, hidden, held or only counted comes out at once, whatever the worker holds", async () => {
  const words = "Un potager partagé derrière la mairie annexe";
  const { ids } = await questionnaireWith(api.database, small, [{ code: "1.1", type: "LONG_TEXT" }]);
  const text = await arrives(words);
  const [same, almost] = [await arrives(words, { questionId: ids["1.1"]! }), await arrives(`${words} aussi`)];
  const shown = async () => {
    const [nearby, likes] = [await near(text), await nearTexts(text)];
    return [...idsOf(nearby), ...idsOf(likes?.identical ?? []), ...idsOf(likes?.almost ?? [])];
  };
  const both = [same.id, almost.id].toSorted();
  expect((await shown()).filter((id) => both.includes(id)).toSorted()).toEqual(both);
  const change = (status: string) =>
    api.database.query("update contribution set status = $1 where id = any($2::uuid[])", [status, both]);
  for (const status of ["WITHDRAWN", "HIDDEN", "HELD"]) {
    await change(status);
    expect((await shown()).filter((id) => both.includes(id))).toEqual([]);
    await change("VISIBLE");
    expect((await shown()).filter((id) => both.includes(id)).toSorted()).toEqual(both);
  }
  await api.database.query("update question set visibility = 'AGGREGATED' where id = $1", [ids["1.1"]]);
  expect(await shown()).not.toContain(same.id);
  await api.database.query("update question set visibility = 'PUBLIC' where id = $1", [ids["1.1"]]);

  // A worker that was told nothing: what it answers is still looked up.
  const { thread } = nearOf(api.database.manager);
  const ask = thread.ask.bind(thread) as (...asked: any[]) => Promise<any>;
  vi.spyOn(thread, "ask").mockImplementation(((shelf: string, name: string, asked: any) =>
    name === "hold" ? Promise.resolve({ texts: [], marks: [] }) : ask(shelf, name, asked)) as never);
  await change("HIDDEN");
  expect((await shown()).filter((id) => both.includes(id))).toEqual([]);
  await change("VISIBLE");
});

test("what comes out of the worker is ids, stems and numbers: no text", async () => {
  const words = "Une phrase longue, entière, que personne ne doit retrouver telle quelle";
  const text = await arrives(words);
  const { thread } = nearOf(api.database.manager);
  const answers: unknown[] = [];
  const ask = thread.ask.bind(thread) as (...asked: any[]) => Promise<any>;
  vi.spyOn(thread, "ask").mockImplementation((async (...asked: any[]) => {
    const answer = await ask(...asked);
    answers.push(answer instanceof Map ? [...answer] : answer);
    return answer;
  }) as never);
  await arrives(words);
  await near(text);
  expect(idsOf((await nearTexts(text)).identical)).toHaveLength(1);
  expect(JSON.stringify(answers)).toContain(text.id);
  expect(JSON.stringify(answers)).not.toContain("personne ne doit");
});

test("a text that its author rewrites is near what it says now", async () => {
  const words = "Des ruches sur les toits des gymnases";
  const [text, other] = [await arrives(words), await arrives(words)];
  expect(idsOf((await nearTexts(text)).identical)).toEqual([other.id]);
  await api.database.query("update contribution set body = 'Autre chose.', revision = revision + 1 where id = $1", [
    other.id,
  ]);
  expect(await nearTexts(text)).toBeNull();
});

test("texts of another objective, or of none, are on another shelf", async () => {
  const words = "Des haies le long des chemins creux";
  const text = await arrives(words);
  const [free, alsoFree] = [await arrives(words, { objectiveId: null }), await arrives(words, { objectiveId: null })];
  expect(await nearTexts(text)).toBeNull();
  expect(idsOf((await nearTexts(free)).identical)).toEqual([alsoFree.id]);
});

test("the worker may die: the next question begins another, which is given all it needs", async () => {
  const words = "Un atelier de conserves à la salle des fêtes";
  const [text, other] = [await arrives(words), await arrives(words)];
  expect(idsOf((await nearTexts(text)).identical)).toEqual([other.id]);
  await nearOf(api.database.manager).thread.restart();
  await vi.waitFor(async () => expect(idsOf((await nearTexts(text))?.identical ?? [])).toEqual([other.id]), 10_000);
});

test("when the worker fails there is no suggestion and no near text, and never an error", async () => {
  const text = await arrives("Un camion partagé pour la livraison.");
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(nearOf(api.database.manager).thread, "ask").mockRejectedValue(new Error("no"));
  expect(await suggested(text)).toBeNull();
  expect(await near(text)).toEqual([]);
  expect(await nearTexts(text)).toBeNull();
});

test("a page of the queue says which of its texts are like others, in as many statements whatever it holds", async () => {
  await api.database.query("update contribution set status = 'HIDDEN'");
  const ask = async () => {
    const fields = `id identical { ${textFields} } almost { ${textFields} }`;
    return (await api.ask(`{ readingDesk { nearTexts { ${fields} } } }`, {}, rapporteur)).data.readingDesk.nearTexts;
  };
  const words = "Une épicerie ambulante le mardi";
  const [one, two] = [await arrives(words), await arrives(words)];
  const found = new Map<string, any>((await ask()).map((it: { id: string }) => [it.id, it]));
  expect(idsOf(found.get(one.id).identical)).toEqual([two.id]);
  expect(idsOf(found.get(two.id).identical)).toEqual([one.id]);
  const few = (await statementsOf(ask)).length;
  for (const at of Array(8).keys()) for (const end of ["", " aussi"]) await arrives(`${words} du mois ${at}${end}`);
  await ask();
  expect(await statementsOf(ask)).toHaveLength(few);
});
