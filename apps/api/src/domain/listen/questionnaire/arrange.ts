import type { ComposingDesk } from "./questionnaire.desk.ts";
import type { Question, Section } from "./questionnaire.entity.ts";

/** The questions of a part, in their order. */
export const questionsIn = (questions: Question[], sectionId: string) =>
  questions.filter((question) => question.sectionId === sectionId);

/** Puts a row before the one that stands at a place, from 1, among those that count; at the end when there is none. */
export function placed<Row>(
  rows: Row[],
  row: Row,
  position: number,
  counts: (row: Row) => boolean = () => true,
): Row[] {
  const others = rows.filter((other) => other !== row);
  const next = others.filter(counts)[Math.max(1, position) - 1];
  return others.toSpliced(next === undefined ? others.length : others.indexOf(next), 0, row);
}

/** Writes the order of parts and questions. In a draft the codes follow it; from its publication on they never change. */
export async function arrange(
  { db, questionnaire, published }: Pick<ComposingDesk, "db" | "questionnaire" | "published">,
  sections: Section[],
  questions: Question[],
) {
  const ordered = sections.flatMap(({ id }) => questionsIn(questions, id));
  await db.query(
    `update section set position = x.position from jsonb_to_recordset($1::jsonb) x(id uuid, position int)
     where section.id = x.id and section.position <> x.position`,
    [JSON.stringify(sections.map(({ id }, index) => ({ id, position: index + 1 })))],
  );
  const rows = ordered.map((question, index) => ({
    id: question.id,
    section_id: question.sectionId,
    position: index + 1,
    code: published ? question.code : codeOf(questionnaire.number, ordered, index),
  }));
  await db.query(
    `update question q set position = x.position, code = x.code, section_id = x.section_id
     from jsonb_to_recordset($1::jsonb) x(id uuid, section_id uuid, position int, code text)
     where q.id = x.id and (q.position, q.code, q.section_id) is distinct from (x.position, x.code, x.section_id)`,
    [JSON.stringify(rows)],
  );
}

/** « 2.3 » for the third question of the second questionnaire; texts to read are counted apart. */
function codeOf(number: number, questions: Question[], index: number): string {
  const isText = questions[index]!.type === "TEXT_BLOCK";
  const rank = questions.slice(0, index + 1).filter(({ type }) => (type === "TEXT_BLOCK") === isText).length;
  return `${number}.${isText ? "T" : ""}${rank}`;
}

/** A code that no question of the questionnaire ever had. */
export function nextCode(number: number, questions: Question[], type: Question["type"]): string {
  const prefix = `${number}.${type === "TEXT_BLOCK" ? "T" : ""}`;
  const taken = questions.map(({ code }) => Number(code.startsWith(prefix) ? code.slice(prefix.length) : 0) || 0);
  return `${prefix}${Math.max(0, ...taken) + 1}`;
}
