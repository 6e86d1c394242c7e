import { citations } from "../../understand/keyPoint/keyPoint.kept.ts";
import { permalink } from "../keyPointFiles/keyPoints.files.ts";
import {
  type ChainTable,
  code,
  codes,
  count,
  day,
  readVersion,
  readProposal,
  said,
  statedKeyPoint,
} from "./chain.columns.ts";
import { proposalTables } from "./chain.proposals.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { readByAll } from "../../understand/synthesis/synthesis.sql.ts";

/** Texts `c` that anybody reads on the site, and that answer a question whose answers are. */
const published = `${visible("c")} and not exists (
  select from question hidden where hidden.id = c.question_id and hidden.visibility <> 'PUBLIC')`;

/** Questionnaires `f` that anybody reads. */
const asked = `f.published_at <= now() and not f.template
  and ${isOpened("(select o.group_id from objective o where o.id = f.objective_id)")}`;

/**
 * Passages `p` that something of the chain stands on: what a team only marked is its own. « offset 0 » keeps each looked up
 * by its passage: else the links of all passages are gathered anew for every page of the file.
 */
const used = `(exists (select from key_point_passage l join ${statedKeyPoint} on k.id = l.key_point_id
    where l.passage_id = p.id offset 0)
  or exists (select from statement_passage l join statement s on s.id = l.statement_id join ${readProposal("s")}
    where l.passage_id = p.id offset 0)
  or exists (select from passage_citation l join synthesis_paragraph s on s.id = l.paragraph_id join ${readVersion("s")}
    where l.passage_id = p.id offset 0))`;

const openPassage = `passage p join contribution c on c.id = p.contribution_id and ${published} and ${used}`;

/** The tables of the chain, each after those that its ids are of. */
export const chainTables: ChainTable[] = [
  {
    name: "objectives",
    by: ["id"],
    columns: [...codes("id", "slug", "group"), ...count("number"), ...said("name", "question"), code("address")],
    select: `select o.id, o.slug, g.slug as "group", o.number, o.name, o.question
      from objective o join working_group g on g.id = o.group_id and not g.preparing`,
    address: ({ slug }, origin) => `${origin}/objectives/${slug}`,
  },
  {
    name: "questionnaires",
    by: ["id"],
    columns: [
      ...codes("id", "slug"),
      code("objective", "objectives"),
      ...count("number", "revision"),
      ...said("title"),
      ...codes("opensAt", "closesAt", "address"),
    ],
    select: `select f.id, f.slug, f.objective_id as objective, f.number, f.revision, f.title,
      f.opens_at as "opensAt", f.closes_at as "closesAt" from questionnaire f where ${asked}`,
    address: ({ slug }, origin) => `${origin}/questionnaires/${slug}`,
  },
  {
    name: "questions",
    by: ["id"],
    columns: [
      code("id"),
      code("questionnaire", "questionnaires"),
      ...codes("code", "type"),
      ...said("label", "rationale"),
      ...count("revision"),
    ],
    select: `select q.id, q.questionnaire_id as questionnaire, q.code, q.type, q.label, q.rationale, q.revision
      from question q join questionnaire f on f.id = q.questionnaire_id and ${asked}
      where q.visibility = 'PUBLIC' and q.asked_from <= f.revision`,
  },
  {
    name: "contributions",
    by: ["id"],
    columns: [
      code("id"),
      code("objective", "objectives", true),
      code("question", "questions", true),
      ...day("day"),
      ...codes("channel", "region"),
      ...said("regionName"),
      ...codes("sectors"),
      ...said("text"),
      ...count("revision"),
      ...said("madeElsewhere", "licence", "attribution"),
      ...codes("original", "address"),
    ],
    select: `select c.id, c.objective_id as objective, c.question_id as question, c.contributed_on as day, c.channel,
      t.code as region, t.name as "regionName", c.sectors, c.body as text, c.revision,
      i.source as "madeElsewhere", i.licence, i.attribution, e.original
      from contribution c left join territory t on t.id = c.region_id
      left join imported_text e on e.contribution_id = c.id left join text_import i on i.id = e.last_import_id
      where ${published}`,
    address: ({ id }, origin) => `${origin}/contributions/${id}`,
  },
  {
    name: "passages",
    by: ["id"],
    columns: [
      code("id"),
      code("contribution", "contributions"),
      ...said("quote"),
      ...count("startsAt", "endsAt", "revision"),
      code("address"),
    ],
    select: `select p.id, p.contribution_id as contribution, p.quote, p.starts_at as "startsAt", p.ends_at as "endsAt",
      p.contribution_revision as revision from ${openPassage}`,
    address: ({ id, contribution }, origin) => permalink(origin, { contributionId: contribution, passageId: id }),
  },
  {
    name: "keyPoints",
    by: ["id"],
    columns: [
      code("id"),
      code("objective", "objectives"),
      ...count("number"),
      ...said("sentence"),
      code("nature"),
      ...day("statedOn"),
      code("address"),
    ],
    select: `select k.id, k.objective_id as objective, k.number, k.sentence, k.nature, k.stated_on as "statedOn"
      from ${statedKeyPoint}`,
    address: ({ id }, origin) => `${origin}/key-points/${id}`,
  },
  {
    name: "keyPointPassages",
    by: ["keyPoint", "passage"],
    columns: [code("keyPoint", "keyPoints"), code("passage", "passages")],
    select: `select m.key_point_id as "keyPoint", m.passage_id as passage from key_point_passage m
      where m.key_point_id in (select k.id from ${statedKeyPoint}) and m.passage_id in (select p.id from ${openPassage})`,
  },
  {
    name: "syntheses",
    by: ["id"],
    columns: [...codes("id", "slug"), code("objective", "objectives"), ...said("title"), ...codes("state", "address")],
    select: `select s.id, s.slug, s.objective_id as objective, s.title, s.state from synthesis s where ${readByAll("s")}`,
    address: ({ slug }, origin) => `${origin}/syntheses/${slug}`,
  },
  {
    name: "synthesisVersions",
    by: ["id"],
    columns: [
      code("id"),
      code("synthesis", "syntheses"),
      ...count("version"),
      ...codes("state"),
      ...day("circulatedOn"),
      ...codes("publishedAt"),
      ...said("definition", "changes"),
    ],
    select: `select v.id, v.synthesis_id as synthesis, v.version, v.state, v.circulated_on as "circulatedOn",
      v.published_at as "publishedAt", v.definition, v.changes
      from synthesis_version v join synthesis s on s.id = v.synthesis_id and ${readByAll("s")}
      where ${readByAll("v")}`,
  },
  {
    name: "paragraphs",
    by: ["id"],
    columns: [
      code("id"),
      code("version", "synthesisVersions"),
      ...count("position"),
      ...codes("kind"),
      ...said("text", "detail"),
    ],
    select: `select s.id, s.version_id as version, s.position, s.kind, s.text, s.detail
      from synthesis_paragraph s join ${readVersion("s")}`,
  },
  {
    name: "paragraphKeyPoints",
    by: ["paragraph", "keyPoint"],
    columns: [code("paragraph", "paragraphs"), code("keyPoint", "keyPoints"), code("against")],
    select: `select l.paragraph_id as paragraph, l.key_point_id as "keyPoint", bool_or(l.against) as against
      from ${citations} l join synthesis_paragraph s on s.id = l.paragraph_id join ${readVersion("s")}
      where l.key_point_id in (select k.id from ${statedKeyPoint}) group by 1, 2`,
  },
  {
    name: "paragraphPassages",
    by: ["paragraph", "passage"],
    columns: [code("paragraph", "paragraphs"), code("passage", "passages")],
    select: `select l.paragraph_id as paragraph, l.passage_id as passage from passage_citation l
      join synthesis_paragraph s on s.id = l.paragraph_id join ${readVersion("s")}
      where l.passage_id in (select p.id from ${openPassage})`,
  },
  ...proposalTables(`select p.id from ${openPassage}`, `select k.id from ${statedKeyPoint}`),
];
