import { CsvError } from "csv-parse/sync";
import type { DataSource } from "typeorm";
import { WorkingGroups } from "../domain/ground/group/group.entity.ts";
import { type ImportReport, takeTable } from "../domain/propose/initiative/import.commands.ts";
import { Misconfigured } from "../platform/config.ts";
import { recorder } from "../platform/journal.ts";
import { Refusal } from "../platform/refusal.ts";
import { visitor } from "../platform/viewer.ts";
import { readUtf8 } from "./rows.ts";

/** Takes a table of initiatives in for whoever runs the site: those that carry no link nor contact details are validated. */
export async function importTable(
  database: DataSource,
  file: string,
  group: string | undefined,
): Promise<ImportReport> {
  const text = readUtf8(file);
  return database.transaction(async (db) => {
    const [found] = await db.find(WorkingGroups, {
      where: group ? { slug: group } : {},
      order: { id: "ASC" },
      take: 1,
    });
    if (!found) throw new Misconfigured(group ? `There is no group « ${group} ».` : "There is no group yet.");
    const now = new Date();
    try {
      return await takeTable({ db, now, viewer: visitor, record: recorder(db, visitor, now) }, found.id, text, true);
    } catch (error) {
      if (error instanceof CsvError) throw new Misconfigured(`${file} is not a table in CSV: ${error.message}.`);
      if (error instanceof Refusal) throw new Misconfigured(`${file}: ${error.message}.`);
      throw error;
    }
  });
}

/** Reason why a row was left out, in one line. */
export const reasonOf = ({ problems }: ImportReport["rows"][number]) =>
  problems.map(({ code, field, value }) => [code, field, value && `« ${value} »`].filter(Boolean).join(" ")).join("; ");
