import type { Form } from "@cahier/schema/form";
import { type Assembly, assembly } from "./assembly.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { readWorkbook } from "./workbook.ts";
import { askRow, columnsTaken, isSelectOne, type Sheets } from "./xlsform.question.ts";
import { type Line, linesOf, listsOf, sayCells, textsOf } from "./xlsform.rows.ts";
import { languageOf } from "./formWords.ts";

const sheetsRead = ["survey", "choices", "settings"];

/** Reads an XLSForm: a workbook with a sheet « survey », and maybe « choices » and « settings ». */
export async function readXlsForm(bytes: Buffer, fileName: string): Promise<Form> {
  const others: string[] = [];
  const book = await readWorkbook(bytes, (name) => sheetsRead.includes(name) || !others.push(name));
  const survey = book.get("survey");
  if (!survey) throw new Unreadable("NO_SURVEY");

  const settings = linesOf("settings", book.get("settings") ?? [], "").lines[0];
  const unnamed = languageOf(settings?.cells.get("default_language") ?? "fr");
  const { lines, columns, languages } = linesOf("survey", survey, unnamed === "default" ? "fr" : unnamed);
  if (!columns.some(({ name }) => name === "type")) throw new Unreadable("NO_SURVEY");
  const choices = linesOf("choices", book.get("choices") ?? [], unnamed);

  const form = assembly("XLSFORM", [...new Set([...languages, ...choices.languages])]);
  sayCells(form, [...lines, ...choices.lines]);
  for (const name of others) form.left("TABLE", { place: name, name: null }, name);
  for (const { name } of choices.columns)
    if (!["list_name", "list", "name", "value", "label", "plain"].includes(name)) {
      const used = choices.lines.some(({ cells, texts }) => cells.has(name) || texts.has(name));
      if (used) form.left("COLUMN", { place: "choices:1", name: null }, name);
    }
  readSurvey(form, lines, { lists: listsOf(choices.lines), looks: new Set() });

  const title = settings?.cells.get("form_title") ?? fileName.replace(/\.\w+$/, "");
  for (const [name, value] of settings?.cells ?? [])
    if (!["form_title", "default_language"].includes(name))
      form.left("SETTING", { place: settings!.place, name }, `${name} = ${value}`);
  return form.finish({ [form.main]: title });
}

/** A group one is in. */
interface Group {
  kind: string;
  condition: string;
}

const opening = /^begin[ _]?(group|repeat|score|rank|kobomatrix|loop)$/;
const closing = /^end[ _]?(group|repeat|score|rank|kobomatrix|loop)$/;

function readSurvey(form: Assembly, lines: readonly Line[], sheets: Sheets) {
  const groups: Group[] = [];
  /** True if a question outside any part begins a part of its own: at the start, or after a part. */
  let loose = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const type = (line.cells.get("type") ?? "").trim().toLowerCase().replace(/\s+/g, " ");
    const spot = { place: line.place, name: line.cells.get("name") ?? "" };
    if (!type) {
      if (spot.name || line.texts.size) form.leave(spot, "", "TYPE");
      continue;
    }
    if (/^(?:yes|true|true\(\))$/i.test(line.cells.get("disabled") ?? "")) {
      form.leave(spot, type, "ALWAYS_HIDDEN", "disabled");
      continue;
    }
    if (closing.test(type)) {
      groups.pop();
      loose ||= groups.length === 0;
      continue;
    }
    const opens = opening.exec(type)?.[1];
    if (!opens) {
      if (loose && groups.length === 0) form.section({ place: null, name: null }, "", {});
      if (groups.length === 0) loose = false;
      askRow(form, line, type, sheets, conditionsIn(groups));
      continue;
    }
    const rows = rowsOfTable(lines, at, type);
    if (rows) {
      if (loose && groups.length === 0) form.section({ place: null, name: null }, "", {});
      if (groups.length === 0) loose = false;
      askRow(form, line, "table", sheets, conditionsIn(groups), rows);
      at += rows.length + 1;
      continue;
    }
    beginGroup(form, line, type, opens, groups, lines, at);
    loose = false;
  }
}

const conditionsIn = (groups: readonly Group[]) => groups.map(({ condition }) => condition).filter(Boolean);

function beginGroup(
  form: Assembly,
  line: Line,
  type: string,
  opens: string,
  groups: Group[],
  lines: readonly Line[],
  at: number,
) {
  const name = line.cells.get("name") ?? "";
  const spot = { place: line.place, name };
  const condition = line.cells.get("relevant") ?? "";
  const label = textsOf(line, "label");
  if (groups.length === 0) form.section(spot, type, Object.keys(label).length ? label : { [form.main]: name });
  else {
    form.changed("FLATTENED", spot, name);
    if (Object.keys(label).length)
      form.tell({ ...spot, kind: type, label, conditions: [...conditionsIn(groups), condition] });
  }
  if (opens === "repeat") form.changed("ASKED_ONCE", spot, line.cells.get("repeat_count") ?? "");
  else if (opens !== "group") form.changed("OTHER_TYPE", spot, type);
  const next = (lines[at + 1]?.cells.get("type") ?? "").toLowerCase();
  if (condition && !closing.test(next)) form.changed("SHARED_CONDITION", spot, condition);
  for (const [column, value] of line.cells)
    if (!["type", "name", "relevant", "appearance", "repeat_count"].includes(column))
      form.left("COLUMN", spot, `${column} = ${value}`);
  groups.push({ kind: type, condition });
}

/** The rows of a group that is a table: choices out of one list, each always asked. Null when it is not one. */
function rowsOfTable(lines: readonly Line[], at: number, type: string): Line[] | null {
  const head = lines[at]!;
  const looks = (head.cells.get("appearance") ?? "").split(/\s+/);
  const scored = type.endsWith("score");
  if (!scored && !looks.includes("table-list")) return null;
  const rows: Line[] = [];
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]!;
    const kind = (line.cells.get("type") ?? "").trim().toLowerCase().replace(/\s+/g, " ");
    if (closing.test(kind)) return rows.length ? rows : null;
    const alike = scored ? kind === "score__row" : isSelectOne(kind) && kind === typeOf(rows[0] ?? line);
    if (!alike || [...line.cells.keys()].some((column) => !columnsTaken.table.includes(column))) return null;
    rows.push(line);
  }
  return null;
}

const typeOf = (line: Line) => (line.cells.get("type") ?? "").trim().toLowerCase().replace(/\s+/g, " ");
