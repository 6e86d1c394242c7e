import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { heldTexts } from "../../../../test/acts/held.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
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
/** Answer to a text, as its author reads it. */
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
  const done = await sentTwice(api.database, () => answer(given));
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

test("an amendment that waits is told with its sentence, and is accepted from where it is read by those who may", async () => {
  const { textId } = await give("AMENDMENT");
  const item = async (viewer: Viewer) => {
    for (let after: string | null = null; ;) {
      const { data }: any = await api.ask(
        `query ($after: String) { group(slug: "${group}") { curation { items(first: 50, after: $after) {
          nodes { kind about amendment { id statement { text version } viewerCan { settle } } }
          pageInfo { hasNextPage endCursor } } } } }`,
        { after },
        viewer,
      );
      const { nodes, pageInfo } = data.group.curation.items;
      for (const { kind, amendment } of nodes) expect(amendment !== null).toBe(kind === "AMENDMENT");
      const found = nodes.find(({ amendment }: any) => amendment?.id === textId);
      if (found || !pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  };
  expect((await item(moderator)).amendment.viewerCan).toEqual({ settle: false });
  const { about, amendment } = await item(rapporteur);
  expect(amendment).toMatchObject({ statement: { text: about }, viewerCan: { settle: true } });
  const { version: statementVersion } = amendment.statement;
  const input = { id: textId, statementVersion, text: "Le quai se partage à plusieurs." };
  expect((await act("acceptAmendment", input, "amendment { state }", rapporteur)).amendment.state).toBe("ACCEPTED");
  expect(await item(rapporteur)).toBeUndefined();
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
  const done = await sentTwice(api.database, () =>
    act("joinTexts", { group, text: second, into: kept }, "act count", moderator),
  );
  expect(done).toMatchObject({ problems: [], count: 1 });
  expect(await waits(second)).toBeUndefined();
  expect(await waits(kept)).toBeDefined();
  // No word of one is copied beside the other: its author may take it back.
  expect(await told(second)).toEqual({ joined_id: kept.textId, reason: "" });
  // Nothing is said in one language to those who read another one.
  expect(await api.database.query("select reply from reaction where id = $1", [second.textId])).toEqual([
    { reply: null },
  ]);
  const amended = await give("AMENDMENT", `La ${key} des cantines de nos voisins.`);
  expect((await act("joinTexts", { group, text: amended, into: kept }, "act", moderator)).problems).toEqual([]);
  expect(await api.database.query("select state, answer from amendment where id = $1", [amended.textId])).toEqual([
    { state: "REFUSED", answer: null },
  ]);
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
  const before = (await statementsAgain(() => desk(moderator, 2))).length;
  expect(before).toBeGreaterThan(2);
  for (let n = 0; n < 4; n++) await give("REACTION");
  expect((await statementsAgain(() => desk(moderator, 50))).length).toBe(before);
});

test("objections without a reply, and calls that nobody answered for two weeks, are there; answered, they go", async () => {
  const { database } = api;
  const [proposal] = await database.query<[{ id: string; slug: string }]>(
    `select p.id, p.slug from proposal p join working_group g on g.id = p.group_id and g.slug = $1
     where p.state = 'OPEN' order by p.number limit 1`,
    [group],
  );
  const [{ id }] = await database.query<[{ id: string }]>(
    "insert into objection (proposal_id, position, text) values ($1, 900, 'Et qui paiera ?') returning id",
    [proposal.id],
  );
  const there = async () => (await desk(moderator)).objections.some((it: any) => it.id === id);
  expect(await there()).toBe(true);
  await database.query("update objection set reply = 'La région, pour moitié.' where id = $1", [id]);
  expect(await there()).toBe(false);

  const silent = async () => (await desk(moderator)).silent.find((it: any) => it.proposal.slug === proposal.slug);
  const opened = (days: number) =>
    database.query("update proposal set state_on = current_date - $2::int where id = $1", [proposal.id, days]);
  await opened(13);
  expect(await silent()).toBeUndefined();
  await opened(15);
  const [slot] = (await silent())?.slots ?? ["FOR"];
  expect(slot).toBeDefined();
});

test("a list of more than fifty goes on after its last line, to the last one", async () => {
  const { database } = api;
  await database.query(
    `insert into objection (proposal_id, position, text)
     select (select p.id from proposal p join working_group g on g.id = p.group_id and g.slug = $1
       where p.state = 'OPEN' order by p.number limit 1), 1000 + n, 'Objection ' || n from generate_series(1, 60) n`,
    [group],
  );
  const page = async (after: string | null) => {
    const { data } = await api.ask(
      `query ($after: ID) { group(slug: "${group}") { curation { objections(after: $after) { id } } } }`,
      { after },
      moderator,
    );
    return data.group.curation.objections.map(({ id }: any) => id) as string[];
  };
  const first = await page(null);
  expect(first).toHaveLength(50);
  const all = [...first, ...(await page(first.at(-1)!))];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(60);
  const { data } = await api.ask("{ curations { group { id name } } }", {}, moderator);
  const [held] = data.curations;
  const { data: rest } = await api.ask(`{ curations(after: "${held.group.id}") { group { id } } }`, {}, moderator);
  expect(rest.curations).toHaveLength(data.curations.length - 1);
});

test("whoever reacted, and whoever amended, read the answer by their link, and with what their text was joined", async () => {
  const subjectId = (await api.database.query("select id from proposal where number = 2"))[0].id;
  const statement = (
    await api.database.query("select id from statement where proposal_id = $1 limit 1", [subjectId])
  )[0].id;
  const react = async () =>
    (
      await act(
        "react",
        { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "COMPLETE", text: `Un avis ${uniqueWord()}.` },
        "own { code reaction { id } }",
      )
    ).own;
  const { own: amended } = await act(
    "proposeAmendment",
    {
      key: randomUUID(),
      proposalId: subjectId,
      statementId: statement,
      text: `Une phrase ${uniqueWord()}.`,
      why: "Plus clair.",
    },
    "own { code amendment { id } }",
  );
  const [kept, joined] = [await react(), await react()];
  const text = { kind: "REACTION" as const, textId: joined.reaction.id };
  const into = { kind: "REACTION" as const, textId: kept.reaction.id };
  expect((await act("joinTexts", { group, text, into }, "act", moderator)).problems).toEqual([]);
  await answer([into, { kind: "AMENDMENT", textId: amended.amendment.id }], "Nous le reprenons à l’automne.");
  const read = "joined answered { reason isJoined joinedTo }";
  const { data } = await api.ask(
    `{ kept: ownReaction(code: "${kept.code}") { ${read} } joined: ownReaction(code: "${joined.code}") { ${read} }
       amended: ownAmendment(code: "${amended.code}") { ${read} } }`,
  );
  const said = { reason: "Nous le reprenons à l’automne.", isJoined: false, joinedTo: null };
  expect(data.kept).toEqual({ joined: 1, answered: said });
  expect(data.amended).toEqual({ joined: 0, answered: said });
  const [{ text: words }] = await api.database.query("select text from reaction where id = $1", [kept.reaction.id]);
  expect(data.joined).toMatchObject({ joined: 0, answered: { isJoined: true, joinedTo: words } });
});
