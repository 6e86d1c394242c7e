import { beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { questionnaireWith } from "../../../../test/rows/builders.ts";
import { codeOfAnswer } from "../../../../test/acts/responses.ts";
import { dayOf } from "../../../platform/day.ts";
import { writingApi } from "../../../../test/acts/writing.ts";

const the = writingApi();
const { done, refused, see, write } = the;

const words = "Un circuit court, c’est quand on se connaît.";
let synthesis: { id: string; slug: string };
let codes: string[];
let keyPointId: string;
let passages: { id: string; contributionId: string }[];

const ask = async (text: string, variables: object) => {
  const { data, errors } = await the.api.ask(text, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data;
};

/** Three people answered, two of them in the same words; what they say is one key point, that a paragraph cites. */
beforeEach(async () => {
  if (!the.small) await the.setUp();
  await the.api.database.query(
    "truncate synthesis, synthesis_version, key_point, passage, contribution, response, questionnaire, journal_entry, tally, text_tally, reader_tally, reading_pair, pair_tally cascade",
  );
  const made = await questionnaireWith(the.api.database, the.small, [
    { code: "place", type: "TERRITORY", required: true },
    { code: "text", type: "LONG_TEXT" },
  ]);
  codes = [];
  for (const text of [words, words, "On va à pied."]) codes.push(await codeOfAnswer(the.api, made, text));
  passages = [];
  keyPointId = "";
  for (const code of codes) {
    const { receipt } = await ask("query ($code: String!) { receipt(code: $code) { contributions { id body } } }", {
      code,
    });
    const [{ id: contributionId, body }] = receipt.contributions;
    await the.mark({
      contributionId,
      startsAt: 0,
      endsAt: body.length,
      ...(keyPointId ? { keyPointId } : { newKeyPoint: "On se connaît." }),
    });
    const [row] = await the.api.database.query<[{ id: string; keyPointId: string }]>(
      `select p.id, l.key_point_id as "keyPointId" from passage p join key_point_passage l on l.passage_id = p.id
       where p.contribution_id = $1`,
      [contributionId],
    );
    keyPointId = row.keyPointId;
    passages.push({ id: row.id, contributionId });
  }
  await the.asked("stateKeyPoint", { id: keyPointId, version: 1 });
  synthesis = (await done("openSynthesis", { objective: "objectif-1" })).synthesis;
});

const review = async (at: number, verdict: string, text: string | null = null) => {
  const { reviewCitation } = await ask(
    "mutation ($input: ReviewCitationInput!) { reviewCitation(input: $input) { problems { code } } }",
    { input: { code: codes[at], passageId: passages[at]!.id, verdict, text } },
  );
  expect(reviewCitation.problems).toEqual([]);
};
const underWay = async () => (await see(synthesis.slug)).underWay;
const lacks = async () => (await underWay()).missing.map(({ code, count }: any) => `${code} ${count}`);
const circulate = async () => {
  await done("circulateSynthesis", { id: synthesis.id, until: dayOf(new Date(), 3) });
  await the.letCirculate(synthesis.id);
};
const resolve = (at: number, input: object) => ({ passageId: passages[at]!.id, ...input });

test("those who are cited are counted as people, and what they said as numbers", async () => {
  await circulate();
  expect((await underWay()).citationCounts).toEqual({ asked: 3, answered: 0, faithful: 0, toQualify: 0, distorted: 0 });
  await review(0, "FAITHFUL");
  await review(1, "DISTORTED", "Pas cela.");
  const visitor = await see(synthesis.slug, null);
  expect(visitor.underWay.citationCounts).toEqual({ asked: 3, answered: 2, faithful: 1, toQualify: 0, distorted: 1 });
  expect(JSON.stringify(visitor)).not.toContain("Pas cela.");
});

test("a citation said to distort is corrected or answered before it is published; a correction has to be one", async () => {
  await circulate();
  await review(0, "DISTORTED", "On ne se connaît pas toujours.");
  await review(1, "TO_QUALIFY", "Presque.");
  expect(await lacks()).toEqual(["DISTORTED 1"]);
  const { revision, paragraphs } = await underWay();
  expect(await refused("publishSynthesis", { id: synthesis.id, revision }, the.team[1])).toEqual(["DISTORTED 1"]);
  expect(await refused("resolveCitation", resolve(0, { resolution: "CORRECTED" }))).toEqual([
    "NOT_CORRECTED resolution",
  ]);
  expect(await refused("resolveCitation", resolve(0, { resolution: "REPLIED", reply: " " }))).toEqual([
    "REQUIRED reply",
  ]);
  expect(await refused("resolveCitation", resolve(2, { resolution: "CORRECTED" }))).toEqual(["GONE passageId"]);

  const [paragraph] = paragraphs;
  const rewritten = {
    id: paragraph.id,
    edit: paragraph.edit,
    text: "On se connaît, souvent.",
    keyPointIds: [keyPointId],
  };
  await write(synthesis.id, rewritten);
  await sentTwice(the.api.database, () => done("resolveCitation", resolve(0, { resolution: "CORRECTED" })));
  expect(await lacks()).toEqual([]);
  // Written back as it was, nothing is corrected any more.
  await write(synthesis.id, { ...rewritten, edit: paragraph.edit + 1, text: paragraph.text });
  expect(await lacks()).toEqual(["DISTORTED 1"]);
  await done("resolveCitation", resolve(0, { resolution: "REPLIED", reply: "C’est ce que dit la phrase entière." }));
  expect(await lacks()).toEqual([]);
  expect((await see(synthesis.slug, null)).underWay.citationReplies).toEqual([
    { verdict: "DISTORTED", reply: "C’est ce que dit la phrase entière." },
  ]);
  // Said again, it waits anew.
  await review(0, "DISTORTED", "Toujours pas.");
  expect(await lacks()).toEqual(["DISTORTED 1"]);
});

test("words that are no longer cited are corrected", async () => {
  await circulate();
  await review(2, "DISTORTED", "Je parlais d’autre chose.");
  await the.asked("unmarkPassage", { keyPointId, passageId: passages[2]!.id });
  await done("resolveCitation", resolve(2, { resolution: "CORRECTED" }));
  expect((await lacks()).filter((lack: string) => lack.startsWith("DISTORTED"))).toEqual([]);
});

test("what its author takes back is taken back everywhere: in force, in old versions, in html and in the annex", async () => {
  const [quoted, , left] = passages;
  const { paragraphs } = await underWay();
  await done("removeParagraph", { id: paragraphs[0].id, edit: paragraphs[0].edit });
  await write(synthesis.id, {
    text: "On se connaît.",
    detail: `Mot à mot : <passage:${quoted!.id}>.`,
    passageIds: [passages[1]!.id],
  });
  await write(synthesis.id, { kind: "QUOTE", passageIds: [quoted!.id] });
  await done("setAside", { synthesisId: synthesis.id, passageIds: [left!.id], reason: "NOT_ACTIONABLE" });
  await the.published(synthesis);
  await done("reviseSynthesis", { id: synthesis.id });
  await done("editSynthesis", { id: synthesis.id, edit: 1, changes: "Presque rien." });
  await the.published(synthesis);

  const told = async () => {
    const versions = [await the.versionOf(synthesis.slug, 1), await the.versionOf(synthesis.slug, 2)];
    const { data } = await the.api.ask(
      `query ($slug: String!, $id: ID!) { synthesis(slug: $slug) { paragraphs { html passages { quote } keyPoints { passages { quote } } } }
         keyPoint(id: $id) { passages { quote contribution { body } } } }`,
      { slug: synthesis.slug, id: keyPointId },
    );
    return { versions, all: JSON.stringify([versions, data]) };
  };
  const before = await told();
  expect(before.all.split(words).length - 1).toBeGreaterThan(6);
  expect(before.all).toContain("On va à pied.");
  for (const at of [0, 2])
    await ask("mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }", {
      input: { code: codes[at] },
    });
  const after = await told();
  expect(after.all).not.toContain("On va à pied.");
  for (const { paragraphs: all, setAside } of after.versions) {
    const [agreement, quote] = all;
    expect(agreement.html).toContain("<em>paroles qui ne paraissent plus</em>");
    expect(agreement.html).not.toContain(words);
    // The same words of somebody else are theirs, and stay.
    expect(agreement.passages.map(({ id }: { id: string }) => id)).toEqual([passages[1]!.id]);
    expect(quote).toMatchObject({ kind: "QUOTE", text: "", passages: [] });
    expect(setAside).toEqual([]);
  }
  expect(after.versions.map(({ accounting }) => accounting)).toEqual(
    before.versions.map(({ accounting }) => accounting),
  );
  const journal = await the.api.database.query("select data from journal_entry");
  expect(JSON.stringify(journal)).not.toContain("On va à pied.");
});
