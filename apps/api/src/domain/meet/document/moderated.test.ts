import { expect, test } from "vitest";
import { docx, documentsAt, pdf } from "../../../../test/documents.ts";
import { testSite } from "../../../../test/site.ts";
import { uniqueWord } from "../../../../test/uniqueWord.ts";

const site = testSite();
const { at, add, read, act, found, isGone } = documentsAt(site);

test("a document that was reported is hidden by a ruling, that its team appeals against and does not undo", async () => {
  const word = uniqueWord();
  const { slug } = (await add(await docx(`Le lavoir de ${word}`), { title: "Le lavoir" })).json().document;
  const { id: textId } = await read(slug);
  const told = async (query: string, input: object, as = "") =>
    (await site.post("/graphql", { query, variables: { input } }, as ? { cookie: as } : {})).json().data;
  const report = "mutation ($input: ReportTextInput!) { reportText(input: $input) { problems { code } } }";
  await told(report, { kind: "DOCUMENT", textId, reason: "PERSON" });
  const held = "{ moderationDesk { held(first: 50) { nodes { id version path } } } }";
  const { moderationDesk } = await told(held, {}, at.moderator);
  const { version, path } = moderationDesk.held.nodes.find(({ id }: any) => id === `DOCUMENT:${textId}`);
  expect(path).toBe(`/documents/${slug}`);
  const rule = "mutation ($input: RuleTextInput!) { ruleText(input: $input) { problems { code } ruling { id } } }";
  const ruled = { kind: "DOCUMENT", textId, version, outcome: "HIDDEN", reason: "PERSON", note: "Un nom." };
  const { ruling } = (await told(rule, ruled, at.moderator)).ruleText;
  const hidden = { status: "HIDDEN", statusReason: null, hiddenFor: "PERSON", title: "", ruling: null, current: null };
  expect(await isGone(slug, word)).toMatchObject(hidden);
  expect((await act("withdrawDocument", { id: textId, reason: null })).problems).toMatchObject([{ code: "GONE" }]);
  const own = await read(slug, at.team);
  expect(own).toMatchObject({ title: "Le lavoir", statusReason: "Un nom.", ruling: { id: ruling.id } });
  const undo = "mutation ($input: UndoRulingInput!) { undoRuling(input: $input) { problems { code } } }";
  await told(undo, { id: ruling.id }, at.moderator);
  expect((await found(word)).length).toBe(1);
  // Hidden again, the team says why it should not be.
  const again = (await told(rule, ruled, at.moderator)).ruleText;
  const appeal = "mutation ($input: AppealRulingInput!) { appealRuling(input: $input) { problems { code } } }";
  const { appealCode } = (await read(slug, at.team)).ruling;
  const said = { id: again.ruling.id, code: appealCode, text: "Elle l’a écrit elle-même." };
  expect((await told(appeal, said)).appealRuling.problems).toEqual([]);
});

test("a reaction is about a page of a document, of the version that had it", async () => {
  const { slug } = (await add(await pdf("Une", "Deux", "Trois"), { title: "Trois pages" })).json().document;
  const { id: subjectId } = await read(slug);
  const react = async (ofPage: number | null, more: object = {}) => {
    const query = `mutation ($input: ReactInput!) { react(input: $input) {
      problems { code field } reaction { ofPage ofVersion } } }`;
    const said = { subject: "DOCUMENT", subjectId, kind: "COMPLETE", text: "Il manque la date." };
    const input = { key: uniqueWord(), ...said, ofPage, ...more };
    return (await site.post("/graphql", { query, variables: { input } })).json().data.react;
  };
  expect((await react(3)).reaction).toEqual({ ofPage: 3, ofVersion: 1 });
  expect((await react(null)).reaction).toEqual({ ofPage: null, ofVersion: null });
  for (const page of [0, 4, -1])
    expect((await react(page)).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "ofPage" }]);
});
