import type { ImportedValue } from "../../../graphql/resolvers.generated.ts";
import type { Row } from "../../../platform/files/table.ts";
import { excerptOf } from "../contribution/excerpt.ts";
import type { Brought } from "./rows.queries.ts";
import { type Placed, type placerOf, Unplaced } from "./placing.ts";

/** Result of a trial: all the rows were placed, none was written. */
export interface Checked {
  samples: Sample[];
  faults: Fault[];
  faultCount: number;
  unknown: { about: ImportedValue; said: string; count: number }[];
  /** What becomes of the rows that have a place; none for what was tried by an earlier version. */
  foreseen?: Brought;
}

/** A row as it would come. */
export interface Sample {
  line: number;
  title: string | null;
  author: string | null;
  place: string | null;
  on: string;
  text: string;
}

/** A row that has no place. */
export interface Fault {
  line: number;
  code: Unplaced["code"];
  value: string | null;
}

const shown = { samples: 5, faults: 100, unknown: 100 };

const explained: Partial<Record<Unplaced["code"], ImportedValue>> = {
  UNKNOWN_TERRITORY: "TERRITORY",
  UNKNOWN_DATE: "DATE",
};

/** A row with its place, or the reason why it has none. */
export function tried(place: ReturnType<typeof placerOf>, row: Row): { placed: Placed } | { fault: Fault } {
  try {
    return { placed: place(row)[0]! };
  } catch (error) {
    if (!(error instanceof Unplaced)) throw error;
    return { fault: { line: row.line, code: error.code, value: error.value } };
  }
}

/** Tries rows as they come, by pieces: what it keeps does not grow with their number, but for their names. */
export function trial(place: ReturnType<typeof placerOf>) {
  const checked: Checked = { samples: [], faults: [], faultCount: 0, unknown: [] };
  const lines = new Map<string, number>();
  const unknown = new Map<string, Checked["unknown"][number]>();
  const refuse = (fault: Fault) => {
    checked.faultCount++;
    if (checked.faults.length < shown.faults) checked.faults.push(fault);
    const about = explained[fault.code];
    if (!about || fault.value === null) return;
    const value = unknown.get(`${about} ${fault.value}`);
    if (value) value.count++;
    else if (unknown.size < 1000) unknown.set(`${about} ${fault.value}`, { about, said: fault.value, count: 1 });
  };
  return {
    /** Answers with the rows that have a place. */
    take(rows: Row[]): Placed[] {
      const taken: Placed[] = [];
      for (const row of rows) {
        const found = tried(place, row);
        if ("fault" in found) {
          refuse(found.fault);
          continue;
        }
        const { placed } = found;
        const before = lines.get(placed.key);
        if (before !== undefined) {
          refuse({ line: row.line, code: "SAME_ROW", value: String(before) });
          continue;
        }
        lines.set(placed.key, row.line);
        taken.push(placed);
        if (checked.samples.length < shown.samples) checked.samples.push(sampleOf(row.line, placed));
      }
      return taken;
    },
    end(): Checked {
      const values = [...unknown.values()].toSorted((a, b) => b.count - a.count);
      return { ...checked, unknown: values.slice(0, shown.unknown) };
    },
  };
}

const sampleOf = (line: number, { title, authorName, place, contributedOn, body }: Placed): Sample => ({
  line,
  title,
  author: authorName,
  place: place?.name ?? null,
  on: contributedOn,
  text: excerptOf(body).slice(0, 300),
});
