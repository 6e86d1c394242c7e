import type { Problem } from "../../ui/problems.ts";

/** Outcome of a row: taken in, taken in but held for reading, known already, left out. */
export type ImportOutcome = "NEW" | "HELD" | "KNOWN" | "LEFT_OUT";

/** Report of the import route, row by row. */
export interface ImportReport {
  rows: {
    line: number;
    name: string;
    outcome: ImportOutcome;
    problems: Problem[];
    slug: string | null;
    near: { name: string; slug: string }[];
  }[];
  unknownColumns: string[];
}

/** Sends a table as it is, to be read or to be taken in; null when nobody answered. */
export async function sendTable(
  file: File,
  group: string,
  write: boolean,
): Promise<{ problems: Problem[]; report?: ImportReport } | null> {
  try {
    const answer = await fetch(`/initiatives/import?${String(new URLSearchParams({ group, write: String(write) }))}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    const told = (await answer.json()) as { problems?: Problem[]; report?: ImportReport };
    return told.problems ? { problems: told.problems, ...(told.report && { report: told.report }) } : null;
  } catch {
    return null;
  }
}
