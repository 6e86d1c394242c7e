import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { seededApi } from "../site/demo.ts";

/** A response whose text says a word, as pages quote it: the code of its receipt, and what shows it. */
export async function quotedText(api: ReturnType<typeof seededApi>, word: string) {
  /** Sentences of one text, each cited in its own way: in a paragraph, set aside, under a statement. */
  const sentences = {
    cited: `Le ${word} relie les voisins du quai.`,
    aside: `Un ${word} de trop gêne le quai.`,
    proposed: `Prêter le ${word} du quai aux voisins.`,
  };
  const { database } = api;
  const run = async (text: string, values: unknown[] = []) =>
    (await database.query<{ id: string }[]>(text, values))[0]!.id;
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
  const { code, contributions } = data.submitResponse.receipt;
  const contributionId: string = contributions[0].id;
  // Backdated to before the first synthesis.
  const keyPointId = await run(
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
  await database.query("insert into statement_passage (statement_id, passage_id) values ($1, $2)", [
    open.statementId,
    passages.proposed,
  ]);
  return { code: code as string, contributionId, keyPointId, proposal: open.slug };
}

/** Its author takes it all back. */
export async function takeBack(api: ReturnType<typeof seededApi>, code: string) {
  const { data } = await api.ask(
    "mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }",
    { input: { code } },
  );
  expect(data.withdrawResponse.problems).toEqual([]);
}
