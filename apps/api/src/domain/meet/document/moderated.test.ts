import { expect, test } from "vitest";
import { docx, documentsAt, pdf } from "../../../../test/acts/documents.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { checkedLog } from "../../ground/moderation/log.queries.ts";

const site = testSite();
const { at, add, read, act, found, isGone } = documentsAt(site);

test("a document that was reported is hidden by a ruling, that its team appeals against, and that somebody else decides", async () => {
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
  // A moderator does not decide on their own ruling; if there is no other, the administrator does, and the team is told.
  const administrator = await cookieOf(site.database, await personWith(site.database, ["ADMINISTRATOR"]));
  const appeals = "{ appeals { appeal { id text } ruling { ruling { id judgedElsewhere } text { id } } } }";
  expect((await told(appeals, {}, at.moderator)).appeals).toEqual([]);
  const [waits] = (await told(appeals, {}, administrator)).appeals;
  expect(waits).toMatchObject({
    appeal: { text: "Elle l’a écrit elle-même." },
    ruling: { ruling: { id: again.ruling.id, judgedElsewhere: true }, text: { id: `DOCUMENT:${textId}` } },
  });
  const decide = "mutation ($input: DecideAppealInput!) { decideAppeal(input: $input) { problems { code } } }";
  const decision = { id: waits.appeal.id, outcome: "RESTORED", note: "Le nom est celui de l’autrice." };
  expect(await told(decide, decision, at.moderator)).toBeNull();
  expect((await told(decide, decision, administrator)).decideAppeal.problems).toEqual([]);
  expect(await read(slug)).toMatchObject({ status: "VISIBLE", title: "Le lavoir", hiddenFor: null });
  expect((await found(word)).length).toBe(1);
  const query = `{ document(slug: "${slug}") { ruling { appeal { outcome note } } } }`;
  expect((await told(query, {}, at.team)).document.ruling.appeal).toEqual({ outcome: "RESTORED", note: decision.note });
  // Each act is a line of the log, which holds.
  const lines = await site.database.query(
    `select event, data ->> 'outcome' as outcome from moderation_log_entry
     where data ->> 'textId' = $1 or data ->> 'rulingId' = $2 order by number`,
    [textId, again.ruling.id],
  );
  expect(lines).toEqual([
    { event: "ruling.given", outcome: "HIDDEN" },
    { event: "ruling.undone", outcome: null },
    { event: "ruling.given", outcome: "HIDDEN" },
    { event: "appeal.made", outcome: null },
    { event: "ruling.given", outcome: "SHOWN" },
    { event: "appeal.decided", outcome: "RESTORED" },
  ]);
  expect((await checkedLog(site.database)).broken).toBeNull();
});

test("a reaction is about a page of a document, of the version that had it", async () => {
  const { slug } = (await add(await pdf("Une", "Deux", "Trois"), { title: "Trois pages" })).json().document;
  const { id: subjectId } = await read(slug);
  const react = async (ofPage: number | null, more: object = {}) => {
    const query = `mutation ($input: ReactInput!) { react(input: $input) {
      problems { code field } reaction { ofPage ofVersion } own { reaction { id } } } }`;
    const said = { subject: "DOCUMENT", subjectId, kind: "COMPLETE", text: "Il manque la date." };
    const input = { key: uniqueWord(), ...said, ofPage, ...more };
    return (await site.post("/graphql", { query, variables: { input } })).json().data.react;
  };
  expect((await react(3)).reaction).toEqual({ ofPage: 3, ofVersion: 1 });
  expect((await react(null)).reaction).toEqual({ ofPage: null, ofVersion: null });
  // Moderators judge the words of one that waits beside its page.
  const { own } = await react(2, { text: "Appelez le 06 12 34 56 78." });
  const held = { query: "{ moderationDesk { held(first: 50) { nodes { id ofPage ofVersion } } } }" };
  const desk = (await site.post("/graphql", held, { cookie: at.moderator })).json().data.moderationDesk;
  expect(desk.held.nodes).toContainEqual({ id: `REACTION:${own.reaction.id}`, ofPage: 2, ofVersion: 1 });
  for (const page of [0, 4, -1])
    expect((await react(page)).problems).toEqual([{ code: "UNKNOWN_CHOICE", field: "ofPage" }]);
});
