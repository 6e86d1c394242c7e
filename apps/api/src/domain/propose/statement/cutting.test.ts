import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { draftWithSentences } from "../../../../test/acts/sentences.ts";

const the = draftWithSentences();
const { api, write, source, written } = the;
const acts = acting(api);

const cut = (input: object) =>
  acts(
    "cutStatement",
    input,
    "statement { text version } next { id part text version ownPassages { id } keyPoints { id } } current { text }",
    the.rapporteur,
  );

const join = (input: object) =>
  acts("joinStatements", input, "statement { text version ownPassages { id } } current { text }", the.rapporteur);

const texts = async () =>
  (
    await api.ask('{ proposal(slug: "proposition-6") { statements { text } } }', {}, the.rapporteur)
  ).data.proposal.statements.map(({ text }: { text: string }) => text) as string[];

test("a sentence is cut in two: the second follows it, each keeps the sources; taken back, it is one again", async () => {
  const { id } = await written("Un guichet. Et des guides.");
  await written("Une autre, après.");
  const passages = await api.database.query<{ id: string }[]>(
    "select p.id from passage p join contribution c on c.id = p.contribution_id where c.status = 'VISIBLE' order by p.id limit 2",
  );
  const passageIds = passages.map((one) => one.id);
  expect((await source({ id, passageIds })).problems).toEqual([]);
  const before = await texts();

  const nextId = randomUUID();
  const input = { id, version: 1, text: "Un guichet.", nextId, nextText: "Et des guides." };
  const { problems, statement, next } = await cut(input);
  expect(problems).toEqual([]);
  expect(statement).toEqual({ text: "Un guichet.", version: 2 });
  expect(next).toMatchObject({ id: nextId, part: "MEASURE", text: "Et des guides.", version: 1 });
  expect(next.ownPassages.map((one: { id: string }) => one.id).toSorted()).toEqual(passageIds.toSorted());
  const at = before.indexOf("Un guichet. Et des guides.");
  expect(await texts()).toEqual(before.toSpliced(at, 1, "Un guichet.", "Et des guides."));
  // Sent again, it is cut once; another cut from the words before it is refused.
  expect((await cut(input)).next.id).toBe(nextId);
  expect(await cut({ ...input, text: "Autre.", nextId: randomUUID() })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { text: "Un guichet." },
  });

  const joined = await sentTwice(api.database, () => join({ id, version: 2, nextId, nextVersion: 1 }));
  expect(joined).toMatchObject({ problems: [], statement: { text: "Un guichet. Et des guides.", version: 3 } });
  expect(joined.statement.ownPassages).toHaveLength(2);
  expect(await texts()).toEqual(before);
});

test("what was written since in either half is not joined unseen, nor sentences of two parts", async () => {
  const { id } = await written("Une. Deux.");
  const nextId = randomUUID();
  await cut({ id, version: 1, text: "Une.", nextId, nextText: "Deux." });
  await write({ id: nextId, version: 1, text: "Deux, mieux." });
  expect(await join({ id, version: 2, nextId, nextVersion: 1 })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { text: "Deux, mieux." },
  });
  await write({ id: nextId, version: 2, part: "LIMIT", text: "Deux, mieux." });
  expect((await join({ id, version: 2, nextId, nextVersion: 3 })).problems).toMatchObject([{ field: "nextId" }]);
  expect((await cut({ id, version: 2, text: " ", nextId: randomUUID(), nextText: "Deux." })).problems).toMatchObject([
    { field: "text" },
  ]);
});
