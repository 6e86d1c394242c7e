import { kept, type KeptName } from "@cahier/schema/retention";

/** Part that each table belongs to first; links and the work of the team are acts. */
const partOf = new Map<string, KeptName>();
for (const [name, { holds }] of Object.entries(kept) as [KeptName, { holds: readonly string[] }][])
  for (const hold of holds) {
    const table = hold.split(".")[0]!;
    if (!partOf.has(table)) partOf.set(table, name);
  }

/** The part of what is kept that the rows of a table about somebody are of. */
export const partOfTable = (table: string): KeptName => partOf.get(table) ?? "act";
