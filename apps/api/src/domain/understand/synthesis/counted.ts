import { m } from "@cahier/schema/messages";
import type { EntityManager } from "typeorm";
import { writeInLanguageOfSite } from "../../../platform/organiser.ts";
import { written } from "../../../platform/written.ts";
import { counted, readByTeam, visible } from "../../ground/moderation/status.sql.ts";
import type { SynthesisVersion } from "./synthesis.entity.ts";

/** The language of what is written for all. */
const locale = written;

/** Sentences of a version that are counted, each empty where there is nothing to say. */
interface Counted {
  /** Method of reading: texts read, by how many people, and how many of them twice. */
  method: string;
  /** Regions from which nothing came. */
  notHeard: string;
}

type CountedFields = Pick<SynthesisVersion, "method" | "notHeard" | "methodCounted" | "notHeardCounted">;

/** Sentences of an objective, as they are counted now. */
export async function countedFor(db: EntityManager, objectiveId: string): Promise<Counted> {
  await writeInLanguageOfSite(db);
  return { method: await methodOf(db, objectiveId), notHeard: await notHeardFor(db, objectiveId) };
}

/** Fields of a version that holds these sentences alone. */
export const asCounted = ({ method, notHeard }: Counted): CountedFields => ({
  method,
  notHeard: notHeard ? [notHeard] : [],
  methodCounted: method,
  notHeardCounted: notHeard,
});

/** Counts the sentences of a version again. What somebody rewrote is theirs, and stays. */
export async function recounted(
  db: EntityManager,
  { method, notHeard, methodCounted, notHeardCounted }: CountedFields,
  objectiveId: string,
): Promise<CountedFields> {
  const now = await countedFor(db, objectiveId);
  return {
    method:
      method === methodCounted ? now.method : methodCounted ? method.replace(methodCounted, () => now.method) : method,
    notHeard: notHeard.map((line) => (line === notHeardCounted ? now.notHeard : line)).filter((line) => line !== ""),
    methodCounted: now.method,
    notHeardCounted: now.notHeard,
  };
}

/** Of texts that are published: what anybody can check. */
export const saying = `key_point k join key_point_passage l on l.key_point_id = k.id join passage p on p.id = l.passage_id
  join contribution c on c.id = p.contribution_id and ${visible("c")}`;

/** Regions from which nothing came, as the coverage counts them, in a sentence. */
async function notHeardFor(db: EntityManager, objectiveId: string): Promise<string> {
  const silent = await db.query<{ name: string }[]>(
    `select t.name from territory t where t.kind = 'REGION'
     and not exists (
       select from response r join questionnaire q on q.id = r.questionnaire_id and q.objective_id = $1
       where r.region_id = t.id and ${counted("r")} and r.speaks_as <> 'GROUP')
     and not exists (
       select from contribution c where c.objective_id = $1 and ${visible("c")} and c.region_id = t.id)`,
    [objectiveId],
  );
  if (silent.length === 0) return "";
  const names = silent.map(({ name }) => name).toSorted(new Intl.Collator(locale.locale).compare);
  const regions = new Intl.ListFormat(locale.locale === "en" ? "en-GB" : "fr", { type: "conjunction" }).format(names);
  return m.synthesis_not_heard_regions({ regions }, locale);
}

interface Done {
  texts: number;
  people: number;
  readers: number;
  twice: number;
  passages: number;
  keyPoints: number;
}

/** Writes the method of reading in sentences: how many texts, by how many people, and how many of them twice. */
async function methodOf(db: EntityManager, objectiveId: string): Promise<string> {
  const [done] = await db.query<[Done]>(
    `with read as (
       select c.id, coalesce(c.response_id, c.id) as person, r.person_id as reader
       from reading r join contribution c on c.id = r.contribution_id
       where c.objective_id = $1 and ${readByTeam("c")}
     )
     select count(distinct id)::int as texts, count(distinct person)::int as people,
       count(distinct reader)::int as readers,
       (select count(*)::int from (select from read group by id having count(*) > 1) both_read) as twice,
       (select count(distinct p.id)::int from ${saying} where k.objective_id = $1) as passages,
       (select count(distinct k.id)::int from ${saying} where k.objective_id = $1) as "keyPoints"
     from read`,
    [objectiveId],
  );
  if (done.texts === 0) return "";
  return [
    m.synthesis_method_read({ texts: done.texts, people: done.people }, locale),
    m.synthesis_method_readers({ readers: done.readers }, locale),
    ...(done.twice ? [m.synthesis_method_twice({ texts: done.twice }, locale)] : []),
    ...(done.passages
      ? [m.synthesis_method_marked({ passages: done.passages, keyPoints: done.keyPoints }, locale)]
      : []),
  ].join(" ");
}
