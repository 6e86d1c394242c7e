import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

async function atHand(search?: string, objective?: string) {
  const { data, errors } = await api.ask(
    `query ($search: String, $objective: String) { readingDesk { keyPointsAtHand(search: $search, objective: $objective) {
       more keyPoints { id sentence peopleCount objective { number } } } } }`,
    { search, objective },
    rapporteur,
  );
  expect(errors).toBeUndefined();
  const { more, keyPoints } = data.readingDesk.keyPointsAtHand;
  const sentences: string[] = keyPoints.map((it: { sentence: string }) => it.sentence);
  return { more, count: sentences.length, sentences };
}

test("key points are at hand while they are few; past two hundred, those used last, and their words find any other", async () => {
  const few = await atHand();
  expect(few.more).toBe(false);
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, short_name, nature, state, fictional)
     select o.id, 500 + n, 'Un dépôt vivrier numéro ' || n, 'Grenier ' || n, 'FINDING', 'WORKING', true
     from (select o.id from objective o join working_group g on g.id = o.group_id and g.slug = 'circuits-courts'
       order by o.number limit 1) o, generate_series(1, 300) n`,
  );
  const one = await statementsAgain(() => atHand());
  const many = await atHand();
  expect(many).toMatchObject({ more: true, count: 200 });
  // Key points that this person used in their last readings come first, though many were written since.
  await api.database.query(
    `with last as (update reading set read_at = now() where person_id = $1 and contribution_id =
         (select contribution_id from reading where person_id = $1 limit 1) returning contribution_id)
     insert into reading_code (contribution_id, person_id, key_point_id, starts_at, ends_at)
     select last.contribution_id, $1, p.id, 0, 3 from last, key_point p where p.number = 501`,
    [rapporteur.id],
  );
  expect(many.sentences).not.toContain("Un dépôt vivrier numéro 1");
  expect((await atHand()).sentences[0]).toBe("Un dépôt vivrier numéro 1");
  // Without accents, by parts of words, of the sentence or of the name, in any order.
  expect(await atHand("GRENIER depot 299")).toEqual({
    more: false,
    count: 1,
    sentences: ["Un dépôt vivrier numéro 299"],
  });
  expect(await atHand("vivrier")).toMatchObject({ more: true, count: 20 });
  // Those of one objective come first, though others are newer, and twenty of these say the words.
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select id, 502, 'Un dépôt vivrier ailleurs', 'FINDING', 'WORKING', true from objective where slug = 'objectif-4'`,
  );
  await api.database.query(
    `insert into key_point (objective_id, number, sentence, nature, state, fictional)
     select id, 900 + n, 'Un dépôt vivrier de plus ' || n, 'FINDING', 'WORKING', true
     from objective, generate_series(1, 30) n where slug = 'objectif-3'`,
  );
  expect((await atHand("vivrier")).sentences).not.toContain("Un dépôt vivrier ailleurs");
  expect((await atHand("vivrier", "objectif-4")).sentences[0]).toBe("Un dépôt vivrier ailleurs");
  expect(await atHand("vivrier", "objectif-4")).toMatchObject({ more: true, count: 20 });
  expect((await atHand("100 %")).count).toBe(0);
  expect((await atHand("\0 \\")).count).toBe(0);
  await api.database.query(
    "delete from reading_code where key_point_id in (select id from key_point where number > 500)",
  );
  await api.database.query("delete from key_point where number > 502");
  expect(await statementsAgain(() => atHand())).toHaveLength(one.length);
});
