import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type GlossaryTerm, GlossaryTerms, type GlossaryVersion, GlossaryVersions } from "./glossary.entity.ts";

/** Terms of the glossary, in alphabetical order. */
export const glossary = ({ db, reference }: Context): Promise<GlossaryTerm[]> =>
  reference("glossary: all", async () => {
    const terms = await rowsOf(db, GlossaryTerms, "glossary: all", "order by it.slug limit 2000");
    return terms.toSorted((a, b) => a.word.localeCompare(b.word, "fr"));
  });

/** A term by its slug. */
export const termOf = async ({ db }: Context, slug: string): Promise<GlossaryTerm | null> =>
  (await rowsOf(db, GlossaryTerms, "glossary: one", "where it.slug = $1", [slug]))[0] ?? null;

/** Versions of a term, newest first. */
export const versionsOfTerm = (context: Context, termId: string): Promise<GlossaryVersion[]> =>
  linked(
    context,
    "glossary: versions",
    GlossaryVersions,
    "it.term_id as key from glossary_version it where it.term_id = any($1::uuid[]) order by it.number desc",
    termId,
  );
