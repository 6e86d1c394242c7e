import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { inReadableGroup, readableBy } from "../../ground/group/group.queries.ts";
import { type GlossaryTerm, GlossaryTerms, type GlossaryVersion, GlossaryVersions } from "./glossary.entity.ts";

/** Terms of groups that one may read, in alphabetical order; without those that were retired. */
export function glossary(context: Context): Promise<GlossaryTerm[]> {
  const values = readableBy(context);
  return context.reference(`glossary: all ${JSON.stringify(values)}`, async () => {
    const tail = `where it.retired_on is null and ${inReadableGroup("it.group_id")} order by it.slug limit 2000`;
    const terms = await rowsOf(context.db, GlossaryTerms, "glossary: all", tail, values);
    return terms.toSorted((a, b) => a.word.localeCompare(b.word, "fr"));
  });
}

/** Terms that were retired, the last one first. */
export const retiredTerms = (context: Context): Promise<GlossaryTerm[]> => {
  const tail = `where it.retired_on is not null and ${inReadableGroup("it.group_id")}
    order by it.retired_on desc, it.slug limit 200`;
  return rowsOf(context.db, GlossaryTerms, "glossary: retired", tail, readableBy(context));
};

/** A term by its slug, retired or not. */
export async function termOf(context: Context, slug: string): Promise<GlossaryTerm | null> {
  const tail = `where it.slug = $3 and ${inReadableGroup("it.group_id")}`;
  return (await rowsOf(context.db, GlossaryTerms, "glossary: one", tail, [...readableBy(context), slug]))[0] ?? null;
}

/** Versions of a term, newest first. */
export const versionsOfTerm = (context: Context, termId: string): Promise<GlossaryVersion[]> =>
  linked(
    context,
    "glossary: versions",
    GlossaryVersions,
    "it.term_id as key from glossary_version it where it.term_id = any($1::uuid[]) order by it.number desc",
    termId,
  );
