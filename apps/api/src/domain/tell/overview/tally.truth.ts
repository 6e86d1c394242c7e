import type { EntityManager } from "typeorm";
import { besideFloods, setFloodsRight } from "../../ground/moderation/hold.writes.ts";
import { besideReaction, setGroupsRight, setWaitsRight } from "../../ground/reaction/moderated.ts";
import { counted, notWithdrawn, readByTeam, unpublished, visible } from "../../ground/moderation/status.sql.ts";
import type { Figure } from "../../ground/tally/tally.sql.ts";
import { tenth } from "../../understand/passage/second.filter.ts";
import { nobody } from "../../ground/tally/text.sql.ts";
import { besideResponse, setHeldRight } from "../../listen/response/settle.writes.ts";
import { setShownRight } from "../../listen/contribution/contribution.writes.ts";
import { keepReadAnew, keepReadersAnew } from "../../listen/contribution/reading.writes.ts";
import { setVoicesRight, voiceOf, voices } from "../../understand/passage/passage.writes.ts";
import { waitingAnew } from "../../propose/curation/waits.sql.ts";
import { besideWords, setWordsRight } from "../../propose/statement/statement.writes.ts";
import { keepPairsAnew, pairs } from "../../understand/agreement/pair.writes.ts";
import { ledNowhere } from "../../understand/reading/reading.filter.ts";
import {
  setLedNowhereRight,
  setPairsRight,
  setReadersRight,
  setRight,
  setTextsRight,
} from "../../ground/tally/tally.writes.ts";

const single = "r.speaks_as <> 'GROUP'";
const named = "(c.appearance = 'NAMED' or c.response_id is null)";
const taken = `(exists (select from passage p where p.contribution_id = c.id)
  or exists (select from initiative_contribution i where i.contribution_id = c.id)
  or exists (select from supply_taking s where s.contribution_id = c.id))`;
const aside = `${visible("c")} and c.not_retained is not null`;
const explained = `(c.not_retained is not null and not ${taken})`;
const someText = (which: string) => `exists (select from contribution c where c.response_id = r.id and ${which})`;

const responses = (figure: Figure, subject: string, where: string, place = "null::uuid", n = "1") =>
  `select '${figure}' as figure, r.${subject} as subject_id, ${place} as place_id, ${n} as n from response r where ${counted("r")} and ${where}`;
const texts = (figure: Figure, subjects: string[], where: string, place = "null::uuid") =>
  subjects.map((subject) => `select '${figure}', c.${subject}, ${place}, 1 from contribution c where ${where}`);

/** A short answer that was marked is a text too: it counts once. */
const answers = [
  "select 'answers.' || a.question_revision, a.question_id, null::uuid, 1 from answer a",
  `select 'answers.' || c.question_revision, c.question_id, null::uuid, 1 from contribution c
   join question q on q.id = c.question_id and q.type = 'LONG_TEXT' where c.response_id is not null and ${notWithdrawn("c")}`,
];

const byDay = [
  `select 'responses.on.' || to_char(r.submitted_on, 'YYYY-MM-DD'), r.questionnaire_id, null::uuid, 1 from response r where ${counted("r")} and ${single}`,
  `select 'imported.on.' || to_char(c.imported_on, 'YYYY-MM-DD'), c.objective_id, null::uuid, 1 from contribution c
   where c.imported_on is not null and ${counted("c")}`,
];

/** People who react: one device is one person, whatever it says. */
const reactions = `select 'reactions.' || e.kind, e.subject_id, null::uuid, count(distinct coalesce(e.author_digest, e.id::text))
  from reaction e where ${visible("e")} group by 1, 2`;

const everywhere = ["theme_id", "objective_id", "territory_id"];
const asked = ["theme_id", "objective_id"];

/** SQL: every figure that is kept, counted anew from the rows it is of. */
const truth = `select figure, subject_id, place_id, sum(n)::int as n from (${[
  responses("responses", "questionnaire_id", single, "r.region_id"),
  responses("responses.paper", "questionnaire_id", `${single} and r.channel = 'PAPER'`),
  responses("responses.group", "questionnaire_id", `not ${single}`),
  responses("responses.people", "questionnaire_id", `not ${single}`, "null::uuid", "coalesce(r.people_count, 0)"),
  responses("responses.unpublished", "questionnaire_id", `${single} and ${unpublished("r")}`),
  responses("responses.sector", "questionnaire_id", `${single} and r.sectors <> '{}'`),
  responses("responses.beyondFood", "questionnaire_id", `${single} and not r.sectors <@ '{FOOD}'`),
  responses("responses.readable", "questionnaire_id", `${single} and ${someText(visible("c"))}`),
  responses(
    "responses.kept",
    "questionnaire_id",
    `${single} and (${unpublished("r")}
    or ${someText(notWithdrawn("c"))} and not ${someText(`${notWithdrawn("c")} and not ${unpublished("c")}`)})`,
  ),
  ...texts("texts.sector", ["theme_id"], `${visible("c")} and c.sectors <> '{}'`),
  ...texts("texts.beyondFood", ["theme_id"], `${visible("c")} and not c.sectors <@ '{FOOD}'`),
  responses("responses", "territory_id", single),
  responses("responses.named", "territory_id", `${single} and r.appearance = 'NAMED'`),
  ...texts("texts", asked, visible("c"), "c.region_id"),
  ...texts("texts", ["territory_id"], visible("c")),
  ...texts("texts.named", ["territory_id"], `${visible("c")} and ${named}`),
  ...texts("aside", ["theme_id"], aside, "c.region_id"),
  ...texts("aside", ["territory_id"], aside),
  ...texts("aside.named", ["territory_id"], `${aside} and ${named}`),
  ...texts("taken", everywhere, `${visible("c")} and ${taken}`),
  ...texts("taken.named", ["territory_id"], `${visible("c")} and ${taken} and ${named}`),
  ...texts("explained", everywhere, `${visible("c")} and ${explained}`),
  ...texts("explained.named", ["territory_id"], `${visible("c")} and ${explained} and ${named}`),
  ...texts(
    "unread",
    ["theme_id"],
    `${readByTeam("c")} and not exists (select from reading x where x.contribution_id = c.id)`,
    "c.question_id",
  ),
  ...texts("unpublished", everywhere, unpublished("c")),
  ...texts("unpublished.named", ["territory_id"], `${unpublished("c")} and ${named}`),
  ...answers,
  ...byDay,
  reactions,
].join(" union all ")}) each where subject_id is not null group by 1, 2, 3 having sum(n) <> 0`;

/** SQL: what is kept beside each text `c`, counted anew. */
const besideText = `select c.id, (select count(*)::int from reading r where r.contribution_id = c.id) as readers,
    exists (select from passage p where p.contribution_id = c.id) as marked
  from contribution c`;

/** SQL: every line of the texts that the team reads, counted anew. */
const textTruth = `select c.theme_id, coalesce(c.objective_id, ${nobody}) as objective_id, coalesce(c.question_id, ${nobody}) as question_id,
    coalesce(c.region_id, ${nobody}) as region_id, c.channel, ${unpublished("c")} as unpublished, least(x.readers, 2) as readers, x.marked,
    c.minutes_block_id is null and ${tenth("c.id")} as drawn, count(*)::int as n
  from contribution c join (${besideText}) x on x.id = c.id where ${readByTeam("c")} group by 1, 2, 3, 4, 5, 6, 7, 8, 9`;

/** SQL: what is kept beside each reading `r`, counted anew. */
const besideReading = `select r.contribution_id, r.person_id,
    exists (select from reading_code k where k.contribution_id = r.contribution_id and k.person_id = r.person_id) as marked,
    exists (select from reading o where o.contribution_id = r.contribution_id and o.person_id <> r.person_id
      and o.read_at < r.read_at) as second
  from reading r`;

/** SQL: every line of the texts that somebody of the team read, counted anew. */
const readerTruth = `select x.person_id, c.theme_id, coalesce(c.objective_id, ${nobody}) as objective_id,
    coalesce(c.question_id, ${nobody}) as question_id, x.marked,
    x.second and ${visible("c")} and c.minutes_block_id is null and ${tenth("c.id")} as second, count(*)::int as n
  from (${besideReading}) x join contribution c on c.id = x.contribution_id where ${readByTeam("c")} group by 1, 2, 3, 4, 5, 6`;

/** SQL: every line of the texts that two people read, counted anew. */
const pairTruth = `select theme_id, objective_id, question_id, one, other, count(*)::int as n from (${pairs}) y group by 1, 2, 3, 4, 5`;

/** A figure that is not what its rows say. */
export interface Astray {
  figure:
    | Figure
    | "group of reaction"
    | "response that led nowhere"
    | "reaction that waits"
    | "text that waits"
    | "flood"
    | "text"
    | "texts read"
    | "texts of reader"
    | "texts of two readers"
    | "two readers"
    | "reading"
    | "words of objective"
    | "voices of key point"
    | "words that are shown";
  subjectId: string;
  placeId: string | null;
  kept: number;
  counted: number;
}

const line = "theme_id, objective_id, question_id, region_id, channel, unpublished, readers, marked, drawn";
const readerLine = "person_id, theme_id, objective_id, question_id, marked, second";
const pairLine = "theme_id, objective_id, question_id, one, other";

/** Counts every figure anew; answers with those that are kept otherwise. One statement: both are of one moment. */
export const astray = (db: EntityManager) =>
  db.query<Astray[]>(
    `select figure, subject_id as "subjectId", place_id as "placeId", kept, counted from (
       select figure, subject_id, place_id, sum(kept)::int as kept, sum(counted)::int as counted from (
         select figure, subject_id, place_id, n as kept, 0 as counted from tally
         union all select figure, subject_id, place_id, 0, n from (${truth}) t) each group by 1, 2, 3
       union all
       select 'texts read', theme_id, nullif(region_id, ${nobody}), sum(kept)::int, sum(counted)::int from (
         select ${line}, n as kept, 0 as counted from text_tally
         union all select ${line}, 0, n from (${textTruth}) t) each group by ${line}
       union all
       select 'texts of reader', person_id, theme_id, sum(kept)::int, sum(counted)::int from (
         select ${readerLine}, n as kept, 0 as counted from reader_tally
         union all select ${readerLine}, 0, n from (${readerTruth}) t) each group by ${readerLine}
       union all
       select 'texts of two readers', objective_id, null, sum(kept)::int, sum(counted)::int from (
         select ${pairLine}, n as kept, 0 as counted from pair_tally
         union all select ${pairLine}, 0, n from (${pairTruth}) t) each group by ${pairLine}
       union all
       select 'two readers', coalesce(y.contribution_id, x.contribution_id), null, (row(y.*) is not distinct from row(x.*))::int, 1
         from reading_pair y full join (${pairs}) x on x.contribution_id = y.contribution_id
       union all
       select 'text', c.id, null, 2 * c.readers + c.marked::int, 2 * x.readers + x.marked::int from contribution c join (${besideText}) x on x.id = c.id
       union all
       select 'reading', r.contribution_id, r.person_id, r.alone::int, (x.readers = 1)::int from reading r join (${besideText}) x on x.id = r.contribution_id
       union all
       select 'reading', r.contribution_id, r.person_id, 2 * r.marked::int + r.second::int, 2 * x.marked::int + x.second::int
         from reading r join (${besideReading}) x on x.contribution_id = r.contribution_id and x.person_id = r.person_id
       union all
       select 'words of objective', l.statement_id, l.passage_id, ((l.objective_id, l.region_id, l.place_id) is not distinct from (x.objective_id, x.region_id, x.place_id))::int, 1
         from statement_passage l join (${besideWords}) x on x.statement_id = l.statement_id and x.passage_id = l.passage_id
       union all
       select 'voices of key point', l.key_point_id, l.passage_id, (${voiceOf("l")} is not distinct from ${voiceOf("x")})::int, 1
         from key_point_passage l join (${voices}) x on x.key_point_id = l.key_point_id and x.passage_id = l.passage_id
       union all
       select 'words that are shown', c.id, null, s.shown::int, (${visible("c")})::int from contribution c join contribution_search s on s.contribution_id = c.id
       union all
       select 'text that waits', r.id, null, r.held_by_text::int, x.held_by_text::int from response r join (${besideResponse}) x on x.id = r.id
       union all
       select 'reaction that waits', coalesce(w.id, x.id), x.group_id, (row(w.*) is not distinct from row(x.*))::int, 1
         from waiting_reaction w full join (${waitingAnew()}) x on x.id = w.id
       union all
       ${besideFloods()
         .map(
           ({ table, anew }) =>
             `select 'flood', t.id, null, (t.held_flood is not distinct from x.held_flood)::int, 1 from ${table} t join (${anew}) x on x.id = t.id`,
         )
         .join(" union all ")}
       union all
       select 'response that led nowhere', x.voice_id, x.theme_id, count(y.voice_id)::int, 1 from (${ledNowhere()}) x left join led_nowhere y
         on (y.voice_id, y.theme_id, y.objective_id, y.last_on) = (x.voice_id, x.theme_id, x.objective_id, x.last_on) group by x.voice_id, x.theme_id, x.objective_id
       union all
       select 'group of reaction', r.id, r.group_id, (r.group_id is not distinct from x.group_id)::int, 1
         from reaction r join (${besideReaction()}) x on x.id = r.id
     ) each where kept <> counted order by 1, 2, 3`,
  );

/** Puts right every figure that is kept otherwise than its rows say: for tables that were copied, or an operator. */
export async function countAgain(db: EntityManager) {
  await setRight(db, truth);
  await keepReadAnew(db, besideText);
  await setTextsRight(db, textTruth);
  await keepReadersAnew(db, besideReading);
  await setReadersRight(db, readerTruth);
  await keepPairsAnew(db);
  await setPairsRight(db, pairTruth);
  await setWordsRight(db);
  await setVoicesRight(db);
  await setGroupsRight(db);
  await setWaitsRight(db, waitingAnew());
  await setHeldRight(db);
  await setLedNowhereRight(db, ledNowhere());
  await setFloodsRight(db);
  await setShownRight(db);
}
