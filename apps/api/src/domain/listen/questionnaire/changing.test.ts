import fc from "fast-check";
import { expect, it } from "vitest";
import { changing, type Choice } from "../../../../test/rules/changing.ts";
import { composingApi } from "../../../../test/acts/composing.ts";
import { definitionOf } from "./definition.ts";

const api = composingApi();

/** All that is kept of answers, with the wording of the revision they say they were given to. */
const kept = `select given.response_id as id, r.questionnaire_revision as at, given.question_id as question, given.value,
    v.label, v.settings -> 'options' as options
  from (select response_id, question_id, question_revision, value from answer
    union all select response_id, question_id, question_revision, to_jsonb(body) from contribution
      where status <> 'WITHDRAWN') given
  join response r on r.id = given.response_id
  left join question_revision v on v.question_id = given.question_id and v.revision = given.question_revision
  where r.questionnaire_id = $1`;

const seed = Number(process.env.SEED) || Date.now() % 1_000_000_000;
const number = fc.nat({ max: 9999 });
const sequence = fc.array(fc.tuple(number, number, number) as fc.Arbitrary<Choice>, {
  minLength: 40,
  maxLength: 60,
  size: "max",
});

it(`loses no answer and takes none for an answer to other words, whatever is changed meanwhile (SEED=${seed})`, async () => {
  let answers = 0;
  let revisions = 0;
  const property = fc.asyncProperty(sequence, async (choices) => {
    const { id, pages, everybody, asked, step } = await changing(api);
    for (const choice of choices) await step(choice);

    const rows = await api.rows(kept, [id]);
    const stored = rows.map(({ options, value, ...row }) => {
      const chosen = ([] as unknown[]).concat(value);
      const words = (options ?? []).filter((one: any) => chosen.includes(one.value)).map((one: any) => one.label);
      return { ...row, value, options: words };
    });
    const remembered = everybody.flatMap((one) =>
      [...one.said].map(([question, said]) => ({ id: one.id, at: one.at, question, ...said })),
    );
    const byAnswer = (one: any, other: any) => (one.id + one.question < other.id + other.question ? -1 : 1);
    expect(stored.toSorted(byAnswer)).toEqual(remembered.toSorted(byAnswer));

    for (const page of pages) {
      const then = (await definitionOf(api.database.manager, id, page.revision))!;
      expect(then.revision).toBe(page.revision);
      const words = then.definition.sections.flatMap(({ questions }) => questions);
      expect(words.map(({ id: own, label, type }) => [own, label, type])).toEqual(
        asked(page).map(({ id: own, label, type }) => [own, label, type]),
      );
    }
    answers += remembered.length;
    revisions += pages.length;
  });
  await fc.assert(property, { numRuns: 5, seed, endOnFailure: true });
  expect(answers).toBeGreaterThan(0);
  expect(revisions).toBeGreaterThan(0);
});
