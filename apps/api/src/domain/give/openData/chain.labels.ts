import { m } from "@cahier/schema/messages";
import type { ChainColumn } from "./chain.columns.ts";
import type { Language } from "../../../graphql/resolvers.generated.ts";

type Say = (of: object, options: { locale: Language }) => string;
const says = m as unknown as Record<string, Say | undefined>;

function labelled(name: string, locale: Language): string {
  const say = says[name];
  if (!say) throw new Error(`No words for ${name}.`);
  return say({}, { locale });
}

/** A column in words: a field of a sheet as its form calls it; any other key says the same thing in every table. */
export const columnLabel = ({ key, message }: ChainColumn, language: Language) =>
  labelled(message ?? `openData_column_${key}`, language);

/** Label of a table. */
export const tableLabel = (name: string, language: Language) => labelled(`openData_table_${name}`, language);
