import { ZipFile } from "yazl";

/** Bytes of a small archive. */
export async function zipOf(files: Record<string, string | Buffer>, compress = true): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content as string), name, { compress });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]!);

const letter = (column: number) => String.fromCharCode(65 + column);

/** One sheet as XML; a cell that begins with « = » is a formula that shows what follows the bar. */
export const sheetXml = (rows: string[][]) =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map((cells, row) => {
      const told = cells.map((text, column) => {
        const [formula, shown] = text.startsWith("=") ? text.slice(1).split("|") : [null, text];
        if (!text) return "";
        const reference = `${letter(column)}${row + 1}`;
        if (formula != null)
          return `<c r="${reference}" t="str"><f>${escaped(formula ?? "")}</f>${shown ? `<v>${escaped(shown)}</v>` : ""}</c>`;
        return `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
      });
      return `<row r="${row + 1}">${told.join("")}</row>`;
    })
    .join("")}</sheetData></worksheet>`;

/** The files of a workbook. */
export function workbookFiles(sheets: Record<string, string>): Record<string, string> {
  const names = Object.keys(sheets);
  const list = names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`);
  const links = names.map((_, n) => `<Relationship Id="rId${n + 1}" Target="worksheets/sheet${n + 1}.xml"/>`);
  return {
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${links.join("")}</Relationships>`,
    ...Object.fromEntries(names.map((name, n) => [`xl/worksheets/sheet${n + 1}.xml`, sheets[name]!])),
  };
}

/** A workbook of these sheets, each a list of rows. */
export const workbookOf = (sheets: Record<string, string[][]>) =>
  zipOf(workbookFiles(Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, sheetXml(rows)]))));

const head = ["type", "name", "label::Français (fr)", "label::English (en)", "hint::Français (fr)"];

/** A sheet « survey » whose rows are given by the names of their columns. */
export function surveyOf(rows: Record<string, string>[]): string[][] {
  const short: Record<string, string> = { label: head[2]!, english: head[3]!, hint: head[4]! };
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns.map((name) => short[name] ?? name), ...rows.map((row) => columns.map((name) => row[name] ?? ""))];
}

type Cells = Record<string, string | number>;

/** An .lss document of these tables. */
export const lssOf = (tables: Record<string, Cells[]>, languages = ["fr"]) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<document><LimeSurveyDocType>Survey</LimeSurveyDocType><DBVersion>640</DBVersion>
<languages>${languages.map((language) => `<language>${language}</language>`).join("")}</languages>
${Object.entries(tables)
  .map(
    ([name, rows]) =>
      `<${name}><fields/><rows>${rows
        .map(
          (row) =>
            `<row>${Object.entries(row)
              .map(([field, value]) => `<${field}><![CDATA[${value}]]></${field}>`)
              .join("")}</row>`,
        )
        .join("")}</rows></${name}>`,
  )
  .join("\n")}</document>`);

interface Lime extends Cells {
  type: string;
  title: string;
  question: string;
}

/** A survey of one group in French, as LimeSurvey writes it since its fourth version. */
export function surveyInLss(
  questions: (Partial<Lime> & Pick<Lime, "type">)[],
  more: Record<string, Cells[]> = {},
): Buffer {
  const known = questions.map((question, index) => ({
    title: `q${index + 1}`,
    question: `Question ${index + 1}`,
    ...question,
  }));
  return lssOf({
    groups: [{ gid: 7, sid: 1, group_order: 1, grelevance: "" }],
    group_l10ns: [{ id: 1, gid: 7, group_name: "Une partie", language: "fr" }],
    questions: known.map((row, index) => ({
      qid: 10 + index,
      parent_qid: 0,
      sid: 1,
      gid: 7,
      question_order: index + 1,
      other: "N",
      mandatory: "N",
      relevance: "1",
      ...row,
    })),
    question_l10ns: known.map(({ question }, index) => ({ id: index, qid: 10 + index, question, language: "fr" })),
    surveys_languagesettings: [{ surveyls_language: "fr", surveyls_title: "Un sondage" }],
    ...more,
  });
}
