import { toldBy } from "../../shared/post.ts";
import type { Failure } from "../../ui/failure.ts";
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

/** Sends a table as it is, to be read or to be taken in; the cause when it was neither taken nor refused. */
export async function sendTable(
  file: File,
  group: string,
  write: boolean,
): Promise<{ problems: Problem[]; report?: ImportReport } | { failed: Failure }> {
  try {
    const answer = await fetch(`/initiatives/import?${String(new URLSearchParams({ group, write: String(write) }))}`, {
      method: "POST",
      headers: { "content-type": "application/octet-stream" },
      body: file,
    });
    const told = await toldBy<{ problems: Problem[]; report: ImportReport }>(answer);
    return told.problems
      ? { problems: told.problems, ...(told.report && { report: told.report }) }
      : { failed: answer };
  } catch (error) {
    return { failed: error as Error };
  }
}
