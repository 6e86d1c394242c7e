import type { MigrationInterface, QueryRunner } from "typeorm";

const nobody = "'00000000-0000-0000-0000-000000000000'::uuid";

/** The response that a text is of; a text that stands free is a response of its own. */
const voice = (c: string) => `coalesce(${c}.response_id, ${c}.id)`;

/** Where a text counts: what is said of one text of a response holds for all that are there. */
const place = (c: string) => `${voice(c)}, ${c}.theme_id, coalesce(${c}.objective_id, ${nobody})`;
const key = "voice_id, theme_id, objective_id";
const keyOf = (y: string) => key.replaceAll(/\w+/g, `${y}.$&`);

const readable = (c: string) => `${c}.status in ('VISIBLE', 'UNPUBLISHED')`;

/** Texts that the team reads, one by one. */
const read = (c: string) => `${readable(c)} and ${c}.minutes_block_id is null
  and not exists (select from question q where q.id = ${c}.question_id and q.visibility = 'AGGREGATED')`;

const inForce = "join synthesis s on s.id = v.synthesis_id and s.version = v.version";

/** Of a paragraph `l.paragraph_id`, that it is of a synthesis as anybody reads it today. */
const published = `join synthesis_paragraph sp on sp.id = l.paragraph_id
  join synthesis_version v on v.id = sp.version_id ${inForce} and s.state = 'PUBLISHED'`;

/** Whether a key point feeds a proposal, or is cited by a published synthesis. */
const leads = (id: string) => `(exists (select from statement_key_point sk where sk.key_point_id = ${id})
  or exists (select from (select x.id from key_point x where x.id = ${id} and x.merged_into_id is null
      union all select x.id from key_point x where x.merged_into_id = ${id}) x
    join citation l on l.key_point_id = x.id ${published}))`;

/** Whether something followed from a text, as the rooms say it. */
const led = (c: string) => `(${c}.not_retained is not null
  or exists (select from initiative_contribution l where l.contribution_id = ${c}.id)
  or exists (select from supply_taking l where l.contribution_id = ${c}.id)
  or ${c}.marked and exists (select from passage p where p.contribution_id = ${c}.id and (
    exists (select from key_point_passage l where l.passage_id = p.id and ${leads("l.key_point_id")})
    or exists (select from statement_passage l where l.passage_id = p.id)
    or exists (select from passage_citation l ${published} where l.passage_id = p.id)
    or exists (select from accounted_passage l join synthesis_version v on v.id = l.version_id ${inForce}
      where l.passage_id = p.id and l.set_aside_id is not null))))`;

/** Those of before, once, by what they are cited by: the same for all texts together. */
const ledBefore = `select id from contribution where not_retained is not null
  union select contribution_id from initiative_contribution union select contribution_id from supply_taking
  union select p.contribution_id from passage p where p.id in (
    select l.passage_id from key_point_passage l join key_point k on k.id = l.key_point_id and ${leads("k.id")}
    union all select passage_id from statement_passage
    union all select l.passage_id from passage_citation l ${published}
    union all select l.passage_id from accounted_passage l join synthesis_version v on v.id = l.version_id ${inForce}
      where l.set_aside_id is not null)`;

const textsOfPoints = (points: string) => `select p.contribution_id from key_point_passage l
  join passage p on p.id = l.passage_id where l.key_point_id = any(${points})`;
const voicesOf = (texts: string) => `array(select distinct ${voice("c")} from contribution c where c.id in (${texts}))`;

/** Acts on what key points lead to come one after the other, and not beside those on what each of them says. */
const turn = "hashtext('what key points lead to')";

const functions = [
  // Responses are put back before they are looked at: two acts that each take away what the other one sees wait here.
  `"led_nowhere_again"(voices uuid[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO led_nowhere AS y (${key}, last_on) SELECT ${place("c")}, max(c.contributed_on) FROM contribution c
      WHERE ${voice("c")} = ANY(voices) AND ${read("c")} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
      ON CONFLICT (${key}) DO UPDATE SET last_on = excluded.last_on;
    PERFORM FROM led_nowhere WHERE voice_id = ANY(voices) ORDER BY ${key} FOR UPDATE;
    DELETE FROM led_nowhere y WHERE voice_id = ANY(voices) AND NOT EXISTS (
      SELECT FROM contribution c WHERE (${place("c")}) = (${keyOf("y")}) AND ${read("c")});
    PERFORM led_somewhere(array(SELECT c.id FROM contribution c WHERE ${voice("c")} = ANY(voices)));
  END $$`,
  // Held first, then looked at by another statement, which sees what was done meanwhile.
  `"led_somewhere"(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    IF cardinality(ids) = 0 THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock_shared(${turn});
    PERFORM FROM led_nowhere WHERE voice_id IN (SELECT ${voice("c")} FROM contribution c WHERE c.id = ANY(ids))
      ORDER BY ${key} FOR UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    DELETE FROM led_nowhere y USING contribution c
      WHERE c.id = ANY(ids) AND (${keyOf("y")}) = (${place("c")}) AND ${read("c")} AND ${led("c")};
  END $$`,
  `"key_points_lead"(lost uuid[], gained uuid[]) RETURNS void LANGUAGE plpgsql AS $$ BEGIN
    IF cardinality(lost) = 0 AND cardinality(gained) = 0 THEN RETURN; END IF;
    PERFORM pg_advisory_xact_lock(${turn});
    lost := array(SELECT one.id FROM unnest(lost) one(id) WHERE NOT ${leads("one.id")});
    IF cardinality(lost) > 0 THEN PERFORM led_nowhere_again(${voicesOf(textsOfPoints("lost"))}); END IF;
    PERFORM led_somewhere(array(${textsOfPoints("gained")}));
  END $$`,
];

type Trigger = [table: string, act: string, on: string, body: string];

const ofWords = (rows: string, more = "") =>
  `select p.contribution_id from ${rows} l join passage p on p.id = l.passage_id ${more}`;
const ofTextsAlone = (rows: string) => `select contribution_id from ${rows} l`;

/**
 * Tables that say what a text led to: their columns that do, and the texts of some of their rows. Those that are written
 * where what key points lead to is written too take the turn of such acts from the first.
 */
const links: Record<string, [columns: string, texts: (rows: string) => string, takes?: true]> = {
  initiative_contribution: ["contribution_id", ofTextsAlone],
  supply_taking: ["contribution_id", ofTextsAlone],
  key_point_passage: ["key_point_id, passage_id", ofWords],
  statement_passage: ["passage_id", ofWords, true],
  passage_citation: ["paragraph_id, passage_id", (rows) => ofWords(rows, published), true],
  accounted_passage: [
    "version_id, passage_id, set_aside_id",
    (rows) => ofWords(rows, "where l.set_aside_id is not null"),
    true,
  ],
};

const ofLinks = Object.entries(links).flatMap(([table, [columns, texts, takes]]): Trigger[] => {
  const moved = `((select ${columns} from removed except select ${columns} from added)
    union all (select ${columns} from added except select ${columns} from removed))`;
  const follow = (ids: string, act: string) => `ids := array(${ids});
    if cardinality(ids) > 0 then ${takes ? `perform pg_advisory_xact_lock(${turn});` : ""} perform ${act}(ids); end if;`;
  const again = (rows: string) =>
    follow(`select distinct ${voice("c")} from contribution c where c.id in (${texts(rows)})`, "led_nowhere_again");
  return [
    [table, "added", "INSERT", follow(texts("added"), "led_somewhere")],
    [table, "removed", "DELETE", again("removed")],
    [table, "changed", "UPDATE", again(moved)],
  ];
});

const points = (rows: string) => `array(select distinct key_point_id from ${rows})`;
const citedPoints = (rows: string) =>
  `array(select distinct coalesce(k.merged_into_id, k.id) from ${rows} l join key_point k on k.id = l.key_point_id ${published})`;
const none = "'{}'::uuid[]";

/** What a text counts by, but for why it was not retained. */
const counts = (c: string) =>
  `(${readable(c)}, ${c}.response_id, ${c}.theme_id, ${c}.objective_id, ${c}.question_id, ${c}.minutes_block_id, ${c}.contributed_on)`;

const ofTexts: Trigger[] = [
  [
    "contribution",
    "added",
    "INSERT",
    `insert into led_nowhere as y (${key}, last_on) select ${place("c")}, max(c.contributed_on) from added c
       where ${read("c")} group by 1, 2, 3 order by 1, 2, 3
       on conflict (${key}) do update set last_on = greatest(y.last_on, excluded.last_on);
     select array_agg(a.id) into voices from (select ${voice("a")} as id, count(*) as texts, bool_or(a.not_retained is not null) as ended
         from added a group by 1) a
       where a.ended or (select count(*) from contribution c where c.response_id = a.id) > a.texts;
     if voices is not null then perform led_nowhere_again(voices); end if;`,
  ],
  [
    "contribution",
    "removed",
    "DELETE",
    `perform led_nowhere_again(array(select distinct ${voice("r")} from removed r));`,
  ],
  [
    "contribution",
    "changed",
    "UPDATE",
    `select array_agg(distinct v) into voices from added now join removed was on was.id = now.id
         cross join unnest(array[${voice("was")}, ${voice("now")}]) v
       where ${counts("was")} is distinct from ${counts("now")} or was.not_retained is not null and now.not_retained is null;
     if voices is not null then perform led_nowhere_again(voices); end if;
     perform led_somewhere(array(select now.id from added now join removed was on was.id = now.id
       where was.not_retained is null and now.not_retained is not null));`,
  ],
];

const ofPoints = Object.entries({ statement_key_point: points, citation: citedPoints }).flatMap(
  ([table, of]): Trigger[] => [
    [table, "added", "INSERT", `perform key_points_lead(${none}, ${of("added")});`],
    [table, "removed", "DELETE", `perform key_points_lead(${of("removed")}, ${none});`],
    [table, "changed", "UPDATE", `perform key_points_lead(${of("removed")}, ${of("added")});`],
  ],
);

const tables: Record<string, string> = {
  INSERT: "NEW TABLE AS added",
  DELETE: "OLD TABLE AS removed",
  UPDATE: "NEW TABLE AS added OLD TABLE AS removed",
};

/** What a version that was, or is, in force cites, and leaves out. */
const cites = (s: string) => `
  array(select distinct coalesce(k.merged_into_id, k.id) from synthesis_version v
    join synthesis_paragraph sp on sp.version_id = v.id join citation ct on ct.paragraph_id = sp.id
    join key_point k on k.id = ct.key_point_id
    where v.synthesis_id = ${s}.id and v.version = ${s}.version and ${s}.state = 'PUBLISHED')`;
const words = (s: string) => `
  select p.contribution_id from synthesis_version v join synthesis_paragraph sp on sp.version_id = v.id
    join passage_citation l on l.paragraph_id = sp.id join passage p on p.id = l.passage_id
    where v.synthesis_id = ${s}.id and v.version = ${s}.version and ${s}.state = 'PUBLISHED'
  union select p.contribution_id from synthesis_version v join accounted_passage l on l.version_id = v.id
    join passage p on p.id = l.passage_id
    where v.synthesis_id = ${s}.id and v.version = ${s}.version and l.set_aside_id is not null`;

const ofRows: [table: string, on: string, when: string, body: string][] = [
  [
    "key_point",
    'UPDATE OF "merged_into_id"',
    "OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id",
    `perform key_points_lead(array[coalesce(OLD.merged_into_id, OLD.id)], array[coalesce(NEW.merged_into_id, NEW.id)]);`,
  ],
  [
    "synthesis",
    'UPDATE OF "state", "version"',
    "(OLD.state, OLD.version) IS DISTINCT FROM (NEW.state, NEW.version)",
    `perform key_points_lead(${cites("OLD")}, ${cites("NEW")});
     voices := array(select distinct ${voice("c")} from contribution c where c.id in (${words("OLD")}) and not ${led("c")});
     if cardinality(voices) > 0 then perform led_nowhere_again(voices); end if;
     perform led_somewhere(array(${words("NEW")}));`,
  ],
  [
    "question",
    'UPDATE OF "visibility"',
    "(OLD.visibility = 'AGGREGATED') <> (NEW.visibility = 'AGGREGATED')",
    `perform led_nowhere_again(array(select distinct ${voice("c")} from contribution c where c.question_id = NEW.id));`,
  ],
];

/**
 * Responses of which nothing followed yet: they are found here, where all texts were compared with all that is cited once
 * nearly all had led somewhere.
 */
export class LedNowhere202611301910 implements MigrationInterface {
  name = "LedNowhere1796065800000";

  async up(db: QueryRunner) {
    const locked = new Set([...ofLinks, ...ofTexts, ...ofPoints, ...ofRows].map(([table]) => table));
    await db.query(`LOCK TABLE ${[...locked].join(", ")} IN SHARE ROW EXCLUSIVE MODE`);
    await db.query(`
      CREATE TABLE "led_nowhere" ("voice_id" uuid NOT NULL, "theme_id" uuid NOT NULL, "objective_id" uuid NOT NULL,
        "last_on" date NOT NULL);
      INSERT INTO "led_nowhere" (${key}, last_on) SELECT ${place("c")}, max(c.contributed_on)
        FROM contribution c LEFT JOIN (${ledBefore}) l ON l.id = c.id WHERE ${read("c")} GROUP BY 1, 2, 3 HAVING count(l.id) = 0;
      ALTER TABLE "led_nowhere" ADD CONSTRAINT "led_nowhere_of" PRIMARY KEY (${key});
      CREATE INDEX "led_nowhere_theme" ON "led_nowhere" ("theme_id", "last_on");
      CREATE INDEX "led_nowhere_objective" ON "led_nowhere" ("objective_id", "last_on");
      CREATE INDEX "contribution_voice" ON "contribution" ((${voice("contribution")}));
      ANALYZE "led_nowhere";
      ANALYZE "contribution";
    `);
    await watching(db, "'pair_tally'", "'pair_tally', 'led_nowhere'");
    for (const made of functions) await db.query(`CREATE FUNCTION ${made}`);
    for (const [table, act, on, body] of [...ofLinks, ...ofTexts, ...ofPoints])
      await db.query(`
        CREATE FUNCTION "led_${table}_${act}"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare voices uuid[]; ids uuid[]; begin
          ${body}
          return null;
        end $body$;
        CREATE TRIGGER "led_${table}_${act}" AFTER ${on} ON "${table}" REFERENCING ${tables[on]}
          FOR EACH STATEMENT EXECUTE FUNCTION "led_${table}_${act}"()`);
    for (const [table, on, when, body] of ofRows)
      await db.query(`
        CREATE FUNCTION "led_${table}_turned"() RETURNS trigger LANGUAGE plpgsql AS $body$ declare voices uuid[]; ids uuid[]; begin
          ${body}
          return null;
        end $body$;
        CREATE TRIGGER "led_${table}_turned" AFTER ${on} ON "${table}"
          FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION "led_${table}_turned"()`);
  }

  async down(db: QueryRunner) {
    for (const [table, act] of [...ofLinks, ...ofTexts, ...ofPoints])
      await db.query(`DROP FUNCTION "led_${table}_${act}"() CASCADE`);
    for (const [table] of ofRows) await db.query(`DROP FUNCTION "led_${table}_turned"() CASCADE`);
    await db.query(`
      DROP FUNCTION "key_points_lead"(uuid[], uuid[]);
      DROP FUNCTION "led_nowhere_again"(uuid[]);
      DROP FUNCTION "led_somewhere"(uuid[]);
      DROP INDEX "contribution_voice";
      DROP TABLE "led_nowhere";
    `);
    await watching(db, "'pair_tally', 'led_nowhere'", "'pair_tally'");
  }
}

/** Changes which tables say nothing when they are written to: those that move with the rows they are of. */
async function watching(db: QueryRunner, from: string, to: string) {
  const [{ made }] = (await db.query("select pg_get_functiondef('watch_tables'::regproc) as made")) as [
    { made: string },
  ];
  await db.query(made.replace(from, to));
}
