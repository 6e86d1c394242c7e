import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { visitor, type Viewer } from "../src/platform/viewer.ts";
import { walkedApi } from "./demo.ts";
import { everyRow } from "./everyRow.ts";
import { holderOf } from "./people.ts";
import { taken } from "./taken.ts";
import { walk } from "./walk.ts";

const api = walkedApi();
/** Sentences of one text, each cited in its own way: in a paragraph, set aside, under a statement. */
const sentences = {
  cited: "Le zinzolin relie les voisins du quai.",
  aside: "Un zinzolin de trop gêne le quai.",
  proposed: "Prêter le zinzolin du quai aux voisins.",
};
const canary = /zinzolin/i;
let team: Viewer;
let code: string;
let contributionId: string;
let keyPointId: string;
let proposal: string;

/** Paths of the schema on which a viewer reads the canary. */
async function toldTo(viewer: Viewer) {
  const ask = await everyRow(api.database, ["zinzolin"]);
  const { told } = await walk(api.database, viewer, { ...ask, receipt: [{ code }], receipts: [{ codes: [code] }] });
  return new Set(told.filter(({ value }) => canary.test(String(value))).map(({ path }) => path));
}
beforeAll(async () => {
  const { database } = api;
  const run = async (text: string, values: unknown[] = []) =>
    (await database.query<{ id: string }[]>(text, values))[0]!.id;
  team = await holderOf(database, "RAPPORTEUR");
  const { data: asked } = await api.ask(
    `{ questionnaire(slug: "questionnaire-4") { id sections { questions { id code options { value } } } } }`,
  );
  const questions = asked.questionnaire.sections.flatMap((section: any) => section.questions);
  const question = (of: string) => questions.find((one: any) => one.code === of);
  const { data } = await api.ask(
    "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt { code contributions { id } } } }",
    {
      input: {
        key: randomUUID(),
        questionnaireId: asked.questionnaire.id,
        appearance: "ANONYMOUS",
        answers: [
          { questionId: question("4.9").id, value: "DEPARTMENT:29" },
          { questionId: question("4.1").id, value: question("4.1").options[0].value },
          { questionId: question("4.2").id, value: Object.values(sentences).join(" ") },
        ],
      },
    },
  );
  ({ code } = data.submitResponse.receipt);
  contributionId = data.submitResponse.receipt.contributions[0].id;
  // Backdated to before the first synthesis.
  keyPointId = await run(
    "select k.id from key_point k join objective o on o.id = k.objective_id where o.slug = 'objectif-1' order by k.number limit 1",
  );
  const aside = await run(
    `insert into key_point (objective_id, number, sentence, nature, state, stated_on)
     select id, 99, 'Trop n’en faut.', 'OBJECTION', 'STATED', '2012-04-01' from objective where slug = 'objectif-1' returning id`,
  );
  const at = (words: string) => Object.values(sentences).join(" ").indexOf(words);
  const passages: Record<string, string> = {};
  for (const [name, words] of Object.entries(sentences)) {
    passages[name] = await run(
      `insert into passage (contribution_id, starts_at, ends_at, quote, marked_at) values ($1, $2, $3, $4, now()) returning id`,
      [contributionId, at(words), at(words) + words.length, words],
    );
    await database.query("insert into key_point_passage (key_point_id, passage_id) values ($1, $2)", [
      name === "aside" ? aside : keyPointId,
      passages[name],
    ]);
  }
  const versions = await database.query<{ id: string }[]>(
    "select v.id from synthesis_version v join synthesis s on s.id = v.synthesis_id where s.slug = 'point-d-etape-1'",
  );
  for (const { id } of versions) {
    await database.query(
      `with put as (insert into synthesis_paragraph (version_id, origin_id, kind, position, text, detail)
         values ($1, gen_random_uuid(), 'AGREEMENT', 90, 'Un paragraphe.', $3), ($1, gen_random_uuid(), 'QUOTE', 91, '', null)
         returning id)
       insert into passage_citation (paragraph_id, passage_id) select id, $2 from put`,
      [id, passages.cited, `Mot à mot : <passage:${passages.cited}>.`],
    );
    await database.query(
      `with put as (insert into set_aside (version_id, passage_id, reason, note) values ($1, $2, 'NOT_ACTIONABLE', null) returning id)
       insert into accounted_passage (version_id, passage_id, set_aside_id)
       select $1, $2, id from put union all select $1, $3, null union all select $1, $4, null`,
      [id, passages.aside, passages.cited, passages.proposed],
    );
  }
  const [open] = await database.query<[{ slug: string; statementId: string }]>(
    `select p.slug, s.id as "statementId" from statement s join proposal p on p.id = s.proposal_id
     where p.state <> 'DRAFT' order by p.number, s.id limit 1`,
  );
  proposal = open.slug;
  await database.query("insert into statement_passage (statement_id, passage_id) values ($1, $2)", [
    open.statementId,
    passages.proposed,
  ]);
});

/** Public pages that show them. Each must show them before the withdrawal, or its silence after proves nothing. */
const paragraphs =
  "paragraphs { html plain passages { quote } keyPoints { passages { quote contribution { body } } } }";
const synthesis = (fields: string) => `{ synthesis(slug: "point-d-etape-1") { ${fields} } }`;
const places: Record<string, () => string> = {
  "the page of a text": () => `{ contribution(id: "${contributionId}") { body excerpt passages { quote } } }`,
  "the list that finds it by its words": () =>
    `{ contributions(filter: { search: "zinzolin" }) { nodes { body excerpt passages { quote } } } }`,
  "the list of its region": () =>
    `{ contributions(filter: { territory: "bretagne", objective: "objectif-4" }, first: 50) { nodes { body } } }`,
  "the page of a key point": () => `{ keyPoint(id: "${keyPointId}") { passages { quote contribution { body } } } }`,
  "a synthesis": () => synthesis(paragraphs),
  "its detail in html": () => synthesis("paragraphs { html }"),
  "what it quotes as it is": () => synthesis("paragraphs { passages { quote } }"),
  "its first version, frozen": () => synthesis(`versionNumbered(version: 1) { ${paragraphs} }`),
  "the differences of two versions": () => synthesis("versions { paragraphs { plain passages { quote } } }"),
  "the annex": () => synthesis("inForce { setAside { passage { quote } passages { quote } } }"),
  "a proposal": () => `{ proposal(slug: "${proposal}") { statements { passages { quote } } } }`,
  "the page of one's own number": () => `{ receipt(code: "${code}") { contributions { body passages { quote } } } }`,
};
const files = ["v1.html", "v2.html", "v1.docx", "v1.odt", "v1.json", "passages.csv", "passages.ods"];

test("withdrawn words are on no page, no path of the schema and in no file; where they were quoted, a note says so", async () => {
  const silent = async () => {
    const found: string[] = [];
    for (const [place, query] of Object.entries(places)) {
      const { data, errors } = await api.ask(query());
      expect([place, errors]).toEqual([place, undefined]);
      if (!canary.test(JSON.stringify(data))) found.push(place);
    }
    return found;
  };
  const heldIn = async () =>
    (await taken(api.database, [])).filter(({ content }) => canary.test(content)).map(({ path }) => path);
  expect(await silent()).toEqual([]);
  expect((await toldTo(visitor)).size).toBeGreaterThan(5);
  expect((await toldTo(team)).size).toBeGreaterThan(5);
  const before = await heldIn();
  expect(files.filter((file) => !before.some((path) => path.includes(file)))).toEqual([]);

  const { data } = await api.ask(
    "mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }",
    { input: { code } },
  );
  expect(data.withdrawResponse.problems).toEqual([]);

  expect(await silent()).toEqual(Object.keys(places));
  expect([...(await toldTo(visitor))]).toEqual([]);
  expect([...(await toldTo(team))]).toEqual([]);
  expect(await heldIn()).toEqual([]);

  const { data: told } = await api.ask(
    synthesis("versions { paragraphs { kind position html plain passages { id } } }"),
  );
  expect(told.synthesis.versions).toHaveLength(2);
  for (const { paragraphs: all } of told.synthesis.versions) {
    const [written, quoted] = all.filter(({ position }: { position: number }) => position >= 90);
    expect(written.html).toContain("<em>paroles qui ne paraissent plus</em>");
    expect(written.plain).toContain("paroles qui ne paraissent plus");
    expect(quoted).toMatchObject({ kind: "QUOTE", passages: [] });
  }
}, 180_000);
