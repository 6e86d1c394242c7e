import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";

const api = seededApi();

test("a text is read with the rest of its response: the problem chosen, the office named, and nothing that is only counted", async () => {
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  const [text] = await api.database.query<[{ id: string; named: string; given: string[] }]>(
    `select c.id, named.value named,
       (select array_agg(q.code order by q.code) from answer a join question q on q.id = a.question_id
          where a.response_id = c.response_id and q.visibility <> 'AGGREGATED' and q.type <> 'TERRITORY') given
     from contribution c join (answer named join question office on office.id = named.question_id)
       on named.response_id = c.response_id and office.type = 'SHORT_TEXT'
     where c.status = 'VISIBLE' and exists (select from answer a join question q on q.id = a.question_id
       where a.response_id = c.response_id and q.type = 'SINGLE_CHOICE') limit 1`,
  );
  const { data } = await api.ask(
    `query ($id: ID!) { readingDesk { contribution(id: $id) { answers { question { code type visibility } words } } } }`,
    { id: text.id },
    rapporteur,
  );
  const { answers } = data.readingDesk.contribution as {
    answers: { question: { code: string; type: string; visibility: string }; words: string[] }[];
  };
  expect(answers.map(({ question }) => question.code).toSorted()).toEqual(text.given);
  expect(answers.find(({ question }) => question.type === "SHORT_TEXT")?.words).toEqual([text.named]);
  expect(answers.some(({ question }) => question.type === "SINGLE_CHOICE")).toBe(true);
});
