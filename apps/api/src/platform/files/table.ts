import { parse } from "csv-parse/sync";

/** A row of a file: its line, from 1, and what its columns say; or why it can't be read. */
export interface Row {
  line: number;
  values: Record<string, unknown>;
  unreadable: string | null;
}

/** The rows of a table in CSV, whatever parts its columns; throws a `CsvError` where it is none. */
export function tableOf(text: string): { rows: Row[]; columns: Set<string> } {
  // One sign ends a line, or those within quotes would be counted twice.
  const records = parse(text.replace(/\r\n?/g, "\n"), {
    delimiter: delimiterOf(text),
    record_delimiter: "\n",
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  const [head, ...body] = records;
  if (!head) return { rows: [], columns: new Set() };
  const columns = head.record.map((column) => column.trim());
  let line = head.info.lines;
  const rows = body.map(({ record, info }): Row => {
    const row = { line: line + 1, values: {}, unreadable: null };
    line = info.lines;
    if (record.length !== columns.length)
      return { ...row, unreadable: `${record.length} columns where the first line has ${columns.length}` };
    return { ...row, values: Object.fromEntries(columns.map((column, index) => [column, record[index]])) };
  });
  return { rows, columns: new Set(columns) };
}

/** Separator of columns: the most frequent candidate in the first line, outside quotes. */
function delimiterOf(text: string) {
  const head = text.replace(/"(?:[^"]|"")*"/g, "").match(/[^\r\n]*/)![0];
  const times = (sign: string) => head.split(sign).length;
  return [";", ",", "\t"].toSorted((a, b) => times(b) - times(a))[0]!;
}
