import type { DataSource } from "typeorm";
import { questionnaireWith, smallInstance } from "../../apps/api/test/rows/builders.ts";

const choices = (...values: string[]) => values.map((value) => ({ value, label: `L’option ${value}` }));
const sectors = choices("FOOD", "ENERGY", "SAVINGS", "HOUSING", "CULTURE", "CARE", "TEXTILE", "WOOD", "OTHER");
const criteria = choices("NEAR", "FAIR", "LINK", "OPEN", "SHORT", "TAUGHT", "ROOTED", "SHARED");

/** A questionnaire of nine questions, as the first of the demonstration: what is exported to be measured. */
const asked = [
  { code: "1.1", type: "LONG_TEXT" },
  { code: "1.2", type: "MULTIPLE_CHOICE", settings: { options: sectors, allowOther: true } },
  {
    code: "1.3",
    type: "MATRIX",
    settings: { rows: criteria, scale: choices("0", "1", "2", "3", "4"), noOpinionValue: "0" },
  },
  { code: "1.4", type: "RANKING", settings: { options: criteria, maxSelect: 3 } },
  {
    code: "1.5",
    type: "SINGLE_CHOICE",
    settings: { options: choices("YES", "DEPENDS", "NO", "DONT_KNOW"), noOpinionValue: "DONT_KNOW" },
  },
  { code: "1.6", type: "RATING", settings: { min: 1, max: 5 } },
  { code: "1.7", type: "LONG_TEXT" },
  { code: "1.8", type: "ORGANISATION_TYPE", settings: { options: choices("INDIVIDUAL", "ASSOCIATION", "SCIC") } },
  { code: "1.9", type: "TERRITORY", required: true },
] as const;

/** Questionnaires with so many responses each, by their number: one in five is not published. */
export async function responsesToExport(database: DataSource, counts: number[]) {
  const small = await smallInstance(database);
  const slugs = new Map<number, string>();
  for (const count of counts) {
    const { questionnaire, ids } = await questionnaireWith(database, small, asked.map((one) => ({ ...one })) as never, {
      closesAt: new Date(Date.now() - 86_400_000),
      resultsShown: "ALL",
    });
    slugs.set(count, questionnaire.slug);
    const run = (text: string, values: unknown[]) => database.query(text, values);
    await run(
      `insert into response (questionnaire_id, key, digest, receipt_digest, channel, appearance, status, territory_id,
         region_id, organisation_type, submitted_on)
       select $1, 'perf ' || n, 'x', gen_random_uuid()::text, 'ONLINE',
         case when n % 5 = 0 then 'UNPUBLISHED' when n % 3 = 0 then 'NAMED' else 'ANONYMOUS' end,
         case when n % 5 = 0 then 'UNPUBLISHED' else 'VISIBLE' end, t.id, t.region_id,
         (array['INDIVIDUAL', 'ASSOCIATION', 'SCIC'])[1 + n % 3], current_date - n % 30
       from generate_series(1, $2) n
       join (select *, row_number() over (order by slug) - 1 as place from territory where kind = 'DEPARTMENT') t
         on t.place = n % (select count(*) from territory where kind = 'DEPARTMENT')`,
      [questionnaire.id, count],
    );
    const any = (list: readonly { value: string }[]) => `'{${list.map(({ value }) => value).join(",")}}'::text[]`;
    const answers: Record<string, string> = {
      "1.2": `(select jsonb_agg(v) from unnest(${any(sectors)}) v where hashtext(r.id::text || v) % 3 = 0)`,
      "1.3": `(select jsonb_object_agg(v, (abs(hashtext(r.id::text || v)) % 5)::text) from unnest(${any(criteria)}) v)`,
      "1.4": `(select jsonb_agg(v) from (select v from unnest(${any(criteria)}) v order by hashtext(r.id::text || v) limit 3) x)`,
      "1.5": `to_jsonb((array['YES', 'DEPENDS', 'NO', 'DONT_KNOW'])[1 + abs(hashtext(r.id::text)) % 4])`,
      "1.6": `to_jsonb(1 + abs(hashtext(r.id::text)) % 5)`,
      "1.8": `to_jsonb(r.organisation_type)`,
      "1.9": `to_jsonb(t.kind || ':' || t.code)`,
    };
    // Together, as people send them: a response's answers lie side by side.
    const values = Object.entries(answers).map(([code, value]) => `('${ids[code]}'::uuid, ${value})`);
    await run(
      `insert into answer (response_id, question_id, value)
       select r.id, v.question_id, v.value from response r join territory t on t.id = r.territory_id
       cross join lateral (values ${values.join(",\n")}) v(question_id, value)
       where r.questionnaire_id = $1 and v.value is not null order by r.key`,
      [questionnaire.id],
    );
    await run(
      `insert into contribution (theme_id, response_id, question_id, channel, body, status, appearance, author_name,
         territory_id, region_id, contributed_on)
       select $2, r.id, q.id, r.channel, $3 || r.id,
         case r.appearance when 'UNPUBLISHED' then r.appearance else 'VISIBLE' end, r.appearance,
         case r.appearance when 'NAMED' then 'Une personne fictive' end, r.territory_id, r.region_id, r.submitted_on
       from response r cross join unnest($4::uuid[]) q(id) where r.questionnaire_id = $1 order by r.key`,
      [questionnaire.id, small.theme.id, words, [ids["1.1"], ids["1.7"]]],
    );
  }
  await database.query("vacuum analyze response, answer, contribution");
  return slugs;
}

const words =
  'Un circuit court, c’est quand on se connaît; « on sait d’où ça vient », et l’on peut demander "pourquoi ce prix".\n' +
  "La distance compte moins que le lien: un marchand qui explique vaut mieux qu’un champ que l’on ne voit jamais. ";
