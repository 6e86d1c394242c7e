import type { Definition } from "@cahier/schema/questionnaire/definition";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { definitionOf } from "../questionnaire/definition.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";

/** A questionnaire as it stood when sheets were printed. */
export interface SheetEdition {
  revision: number;
  /** The last day on which sheets of it were printed; null for what is asked now. */
  printedUntil: string | null;
  definition: Definition;
}

/** The present edition, then those of printed sheets, the newest first. */
export async function editionsOf({ db }: Context, { id, revision }: Questionnaire): Promise<SheetEdition[]> {
  const text = `select questionnaire_revision as revision, max(printed_on)::text as "printedUntil"
    from sheet where questionnaire_id = $1 and questionnaire_revision <> $2 group by 1 order by 1 desc`;
  const before = await prepared<Omit<SheetEdition, "definition">>(db, "sheet: editions", text, [id, revision]);
  const editions = [{ revision, printedUntil: null }, ...before];
  return Promise.all(
    editions.map(async (edition) => ({ ...edition, definition: await asPrinted(db, id, edition.revision) })),
  );
}

const asPrinted = async (db: Context["db"], id: string, revision: number) =>
  (await definitionOf(db, id, revision))!.definition;
