import type { Choice } from "./assembly.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { most } from "./limits.ts";
import { languageOf, type Texts } from "./formWords.ts";
import { readXml } from "../../../platform/files/reading/xml.ts";

/** A row of a table, by the names of its fields. */
export type Row = ReadonlyMap<string, string>;

/** The tables of an .lss file, by their names. */
export interface Tables {
  rows: (table: string) => readonly Row[];
  /** All that stands at the first level. */
  names: string[];
  languages: string[];
}

/** Reads the tables that a survey was taken out as. */
export async function readTables(text: string): Promise<Tables> {
  const tables = new Map<string, Row[]>();
  const names = new Set<string>();
  const languages: string[] = [];
  const path: string[] = [];
  let kind = "";
  let row: Map<string, string> | null = null;
  let value = "";
  let count = 0;
  await readXml(text, {
    open: (name) => {
      path.push(name);
      value = "";
      if (path.length === 2) names.add(name);
      if (path.length === 4 && name === "row" && path[2] === "rows") {
        if (++count > most.rows) throw new Unreadable("TOO_MANY");
        row = new Map();
        const table = tables.get(path[1]!);
        if (table) table.push(row);
        else tables.set(path[1]!, [row]);
      }
    },
    text: (found) => (value += found),
    close: (name) => {
      if (row && path.length === 5) row.set(name, value);
      if (path.length === 2 && name === "LimeSurveyDocType") kind = value.trim();
      if (path.length === 3 && path[1] === "languages") languages.push(value.trim());
      if (path.length === 4) row = null;
      path.pop();
    },
  });
  if (kind !== "Survey") throw new Unreadable("UNKNOWN");
  return { rows: (table) => tables.get(table) ?? [], names: [...names], languages };
}

/** A question of the survey, with what hangs from it. */
export interface LimeQuestion {
  qid: string;
  gid: string;
  sid: string;
  /** One letter. */
  type: string;
  code: string;
  label: Texts;
  help: Texts;
  mandatory: string;
  other: boolean;
  relevance: string;
  preg: string;
  /** Subquestions of the first scale and of the second, in order. */
  parts: [LimePart[], LimePart[]];
  /** Answers of the first scale and of the second, in order. */
  answers: [Choice[], Choice[]];
  attributes: Map<string, Texts>;
}

/** A subquestion. */
export interface LimePart extends Choice {
  qid: string;
  relevance: string;
}

export interface LimeGroup {
  gid: string;
  title: Texts;
  intro: Texts;
  relevance: string;
  questions: LimeQuestion[];
}

const of = (row: Row, field: string) => row.get(field) ?? "";
const order = (row: Row, field: string) => Number(of(row, field)) || 0;

/** A field in each language: in rows of their own since version 4, one row a language before. */
function textsBy(own: readonly Row[], id: string, field: string, told: readonly Row[] = []) {
  const texts = new Map<string, Record<string, string>>();
  for (const row of [...own, ...told]) {
    const text = of(row, field);
    if (!text) continue;
    const key = of(row, id);
    texts.set(key, { ...texts.get(key), [languageOf(of(row, "language"))]: text });
  }
  return (key: string): Texts => texts.get(key) ?? {};
}

/** One row for each id: that of the first language. */
function onceBy(rows: readonly Row[], ...fields: string[]) {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const key = fields.map((field) => of(row, field)).join("\u0001");
    return !seen.has(key) && seen.add(key);
  });
}

const byKey = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const found = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = found.get(key);
    if (list) list.push(item);
    else found.set(key, [item]);
  }
  return (key: string): readonly Item[] => found.get(key) ?? [];
};

/** The groups and their questions, in order, joined by their ids. */
export function groupsOf({ rows }: Tables): LimeGroup[] {
  const all = [...rows("questions"), ...rows("subquestions")];
  const label = textsBy(all, "qid", "question", rows("question_l10ns"));
  const help = textsBy(all, "qid", "help", rows("question_l10ns"));
  const isPart = (row: Row) => !["", "0"].includes(of(row, "parent_qid"));
  const parts = byKey(
    onceBy(all, "qid")
      .filter(isPart)
      .toSorted((a, b) => order(a, "question_order") - order(b, "question_order")),
    (row) => of(row, "parent_qid"),
  );
  const answers = answersOf(rows);
  const attributes = attributesOf(rows("question_attributes"));
  const conditions = byKey(rows("conditions"), (row) => of(row, "qid"));

  const questionOf = (row: Row): LimeQuestion => {
    const qid = of(row, "qid");
    const scale = (id: string) =>
      parts(qid)
        .filter((part) => (of(part, "scale_id") || "0") === id)
        .map((part) => ({
          qid: of(part, "qid"),
          code: of(part, "title"),
          label: label(of(part, "qid")),
          relevance: of(part, "relevance"),
        }));
    const relevance = of(row, "relevance").trim();
    return {
      qid,
      gid: of(row, "gid"),
      sid: of(row, "sid"),
      type: of(row, "type"),
      code: of(row, "title") || qid,
      label: label(qid),
      help: help(qid),
      mandatory: of(row, "mandatory"),
      other: of(row, "other") === "Y",
      // Before relevance was written as an expression, conditions had a table of their own.
      relevance: relevance === "" || relevance === "1" ? fromConditions(conditions(qid)) || relevance : relevance,
      preg: of(row, "preg"),
      parts: [scale("0"), scale("1")],
      answers: [answers(qid, "0"), answers(qid, "1")],
      attributes: attributes.get(qid) ?? new Map<string, Texts>(),
    };
  };
  const questions = byKey(
    onceBy(rows("questions"), "qid")
      .filter((row) => !isPart(row))
      .toSorted((a, b) => order(a, "question_order") - order(b, "question_order"))
      .map(questionOf),
    ({ gid }) => gid,
  );

  const title = textsBy(rows("groups"), "gid", "group_name", rows("group_l10ns"));
  const intro = textsBy(rows("groups"), "gid", "description", rows("group_l10ns"));
  return onceBy(rows("groups"), "gid")
    .toSorted((a, b) => order(a, "group_order") - order(b, "group_order"))
    .map((row) => {
      const gid = of(row, "gid");
      const relevance = of(row, "grelevance");
      return { gid, title: title(gid), intro: intro(gid), relevance, questions: [...questions(gid)] };
    });
}

function answersOf(rows: Tables["rows"]) {
  const told = textsBy(rows("answer_l10ns"), "aid", "answer");
  // Rows of answers have an id of their own since version 4.
  const own = new Map<string, Record<string, string>>();
  const keyOf = (row: Row) => `${of(row, "qid")}\u0001${of(row, "scale_id") || "0"}\u0001${of(row, "code")}`;
  for (const row of rows("answers")) {
    const text = of(row, "answer");
    if (text) own.set(keyOf(row), { ...own.get(keyOf(row)), [languageOf(of(row, "language"))]: text });
  }
  const sorted = byKey(
    onceBy(rows("answers"), "qid", "scale_id", "code").toSorted(
      (a, b) => order(a, "sortorder") - order(b, "sortorder"),
    ),
    (row) => `${of(row, "qid")}\u0001${of(row, "scale_id") || "0"}`,
  );
  return (qid: string, scale: string): Choice[] =>
    sorted(`${qid}\u0001${scale}`).map((row) => ({
      code: of(row, "code"),
      label: own.get(keyOf(row)) ?? told(of(row, "aid")),
    }));
}

function attributesOf(rows: readonly Row[]) {
  const found = new Map<string, Map<string, Texts>>();
  for (const row of rows) {
    const value = of(row, "value");
    if (value === "") continue;
    const attributes = found.get(of(row, "qid")) ?? new Map<string, Texts>();
    found.set(of(row, "qid"), attributes);
    const name = of(row, "attribute");
    const language = of(row, "language") ? languageOf(of(row, "language")) : "";
    attributes.set(name, { ...attributes.get(name), [language]: value });
  }
  return found;
}

/** Conditions as the expression they were before: within a scenario all hold, one scenario is enough. */
function fromConditions(rows: readonly Row[]): string {
  const scenarios = byKey(rows, (row) => of(row, "scenario") || "1");
  const told = [...new Set(rows.map((row) => of(row, "scenario") || "1"))].map((scenario) => {
    const fields = byKey(scenarios(scenario), (row) => of(row, "cfieldname").replace(/^\+/, ""));
    return [...new Set(scenarios(scenario).map((row) => of(row, "cfieldname").replace(/^\+/, "")))]
      .map((field) => {
        const parts = fields(field).map(
          (row) => `${field} ${of(row, "method").trim() || "=="} ${quoted(of(row, "value"))}`,
        );
        return `(${parts.join(" or ")})`;
      })
      .join(" and ");
  });
  return told.map((scenario) => `(${scenario})`).join(" or ");
}

const quoted = (text: string) => `"${text.replace(/["\\]/g, "\\$&")}"`;
