import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";
import { heldTexts } from "../../../../test/held.ts";
import { holderOf } from "../../../../test/people.ts";
import { statementsOf } from "../../../../test/statements.ts";
import { uniqueWord } from "../../../../test/uniqueWord.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { isNear, wordsOf } from "./near.ts";

const api = seededApi();
const { act, ways } = heldTexts(api);
let moderator: Viewer;
let rapporteur: Viewer;
let group: string;
beforeAll(async () => {
  moderator = await holderOf(api.database, "MODERATOR");
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  [{ slug: group }] = await api.database.query<[{ slug: string }]>(
    "select g.slug from proposal p join working_group g on g.id = p.group_id where p.number = 2",
  );
});

type Kind = "SUPPLY" | "AMENDMENT" | "REACTION";
const kinds: Kind[] = ["SUPPLY", "AMENDMENT", "REACTION"];
const give = async (kind: Kind, words = `Un avis de la halle ${uniqueWord()} ${uniqueWord()}.`) => ({
  kind,
  textId: (await ways[kind](words)).id,
});
type Name = Awaited<ReturnType<typeof give>>;

async function desk(viewer: Viewer, first = 50) {
  const fields = "id kind text near { id } proposal { slug } authorName about";
  const { data } = await api.ask(
    `{ group(slug: "${group}") { curation { count since items(first: ${first}) { nodes { ${fields} }
      pageInfo { hasNextPage endCursor } } objections { id text proposal { slug } } silent { slots proposal { slug } } } } }`,
    {},
    viewer,
  );
  return data.group.curation;
}
const waits = async ({ kind, textId }: Name) => {
  for (let after: string | null = null; ;) {
    const { data }: any = await api.ask(
      `query ($after: String) { group(slug: "${group}") { curation { items(first: 50, after: $after) {
        nodes { id near { id } } pageInfo { hasNextPage endCursor } } } } }`,
      { after },
      moderator,
    );
    const { nodes, pageInfo } = data.group.curation.items;
    const found = nodes.find(({ id }: any) => id === `${kind}:${textId}`);
    if (found || !pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
};
const answer = (texts: Name[], reason = "C’est déjà dans la mesure 3.", viewer = moderator) =>
  act("answerTexts", { group, texts, reason }, "act count", viewer);
const undo = (id: string, viewer = moderator) => act("undoAnswers", { act: id }, "count", viewer);
/** What the author of a text reads of its answer. */
async function told({ kind, textId }: Name) {
  const [row] = await api.database.query(
    `select reason, joined_id from curation_answer where kind = $1 and text_id = $2 and lifted_at is null`,
    [kind, textId],
  );
  return row;
}

test("rapporteurs and moderators of a group read what waits there, others are told nothing", async () => {
  const given = await Promise.all(kinds.map((kind) => give(kind)));
  for (const viewer of [moderator, rapporteur]) expect((await desk(viewer)).count).toBeGreaterThanOrEqual(3);
  for (const name of given) expect(await waits(name)).toBeDefined();
  expect(await desk(visitor)).toBeNull();
  expect(await desk(await holderOf(api.database, "ADMINISTRATOR"))).toBeNull();
  expect((await answer(given, "Non.", visitor)).error).toBe("UNAUTHENTICATED");
  const facilitator = await holderOf(api.database, "FACILITATOR");
  expect((await answer(given, "Non.", facilitator)).error).toBe("FORBIDDEN");
});

test("several texts are answered at once with one reason that each author reads, and taken back within a minute", async () => {
  const given = await Promise.all(kinds.map((kind) => give(kind)));
  expect((await answer(given, "  ")).problems).toEqual([{ code: "REQUIRED", field: "reason" }]);
  const done = await answer(given);
  expect(done).toMatchObject({ problems: [], count: 3 });
  for (const name of given) {
    expect(await waits(name)).toBeUndefined();
    expect((await told(name)).reason).toBe("C’est déjà dans la mesure 3.");
  }
  const [amendment] = await api.database.query("select state, answer from amendment where id = $1", [given[1]!.textId]);
  expect(amendment).toEqual({ state: "REFUSED", answer: "C’est déjà dans la mesure 3." });
  const [reaction] = await api.database.query("select reply from reaction where id = $1", [given[2]!.textId]);
  expect(reaction.reply).toBe("C’est déjà dans la mesure 3.");
  // Somebody else, a moment later: nothing of it waits any more.
  expect((await answer(given, "Trop tard.", rapporteur)).problems).toEqual([{ code: "NOT_NOW", field: "texts" }]);

  expect(await undo(done.act)).toMatchObject({ problems: [], count: 3 });
  for (const name of given) expect(await waits(name)).toBeDefined();
  const again = await answer(given);
  await api.database.query("update curation_answer set answered_at = now() - interval '2 minutes' where act_id = $1", [
    again.act,
  ]);
  expect((await undo(again.act)).problems).toEqual([{ code: "NOT_NOW", field: "act" }]);
  expect((await undo(randomUUID())).problems).toEqual([{ code: "GONE", field: "act" }]);
});

test("of two people who answer one text at once, one does", async () => {
  const name = await give("SUPPLY");
  const both = await Promise.all([answer([name], "La première."), answer([name], "La seconde.", rapporteur)]);
  expect(both.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  expect(both.flatMap(({ problems }) => problems)).toEqual([{ code: "NOT_NOW", field: "texts" }]);
});

test("two texts that say nearly the same are joined by a person, and both authors are told", async () => {
  const key = [uniqueWord(), uniqueWord(), uniqueWord()].join(" ");
  const kept = await give("SUPPLY", `La ${key} des cantines voisines.`);
  const second = await give("REACTION", `La ${key} de nos cantines voisines !`);
  const near = (await waits(second)).near ?? (await waits(kept)).near;
  expect([`SUPPLY:${kept.textId}`, `REACTION:${second.textId}`]).toContain(near.id);
  const done = await act("joinTexts", { group, text: second, into: kept }, "act count", moderator);
  expect(done).toMatchObject({ problems: [], count: 1 });
  expect(await waits(second)).toBeUndefined();
  expect(await waits(kept)).toBeDefined();
  // No word of one is copied beside the other: its author may take it back.
  const reason = "Réuni avec un texte qui dit presque la même chose.";
  expect(await told(second)).toEqual({ joined_id: kept.textId, reason });
  const itself = await act("joinTexts", { group, text: kept, into: kept }, "act", moderator);
  expect(itself.problems).toEqual([{ code: "NOT_NOW", field: "text" }]);
});

test("words are near when half of them are shared; a short « oui » is near nothing", () => {
  const near = (one: string, other: string) => isNear(wordsOf(one), wordsOf(other));
  expect(near("Une légumerie partagée avec les cantines", "Les cantines, avec une légumerie partagée !")).toBe(true);
  expect(near("Une légumerie partagée avec les cantines", "Un four à pain pour le village")).toBe(false);
  expect(near("Oui, bravo", "Oui, bravo")).toBe(false);
});

test("the author of a supply reads the answer by their link, and how many texts were joined with it", async () => {
  const { own } = await act(
    "supplyProposal",
    {
      key: randomUUID(),
      proposalId: (await api.database.query("select id from proposal where number = 2"))[0].id,
      slot: "FOR",
      text: `Un argument de la halle ${uniqueWord()}.`,
      territory: "bretagne",
      appearance: "ANONYMOUS",
    },
    "own { code supply { id } }",
  );
  const read = async () =>
    (await api.ask(`{ ownSupply(code: "${own.code}") { joined answered { reason isJoined joinedTo } } }`)).data
      .ownSupply;
  expect(await read()).toEqual({ joined: 0, answered: null });
  const text = { kind: "SUPPLY" as const, textId: own.supply.id };
  const other = await give("REACTION");
  await act("joinTexts", { group, text: other, into: text }, "act", moderator);
  await answer([text], "Nous le reprenons à l’automne.");
  expect(await read()).toEqual({
    joined: 1,
    answered: { reason: "Nous le reprenons à l’automne.", isJoined: false, joinedTo: null },
  });
});

test("the desk costs as many statements for many texts as for a few", async () => {
  const before = (await statementsOf(() => desk(moderator, 2))).length;
  for (let n = 0; n < 4; n++) await give("REACTION");
  expect((await statementsOf(() => desk(moderator, 50))).length).toBe(before);
});
