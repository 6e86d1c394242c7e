import type { Context } from "../../../platform/context.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { type Document, Documents } from "./document.entity.ts";

/** Working documents and templates, templates last, in the order they came. */
export const documents = ({ db }: Context) =>
  rowsOf(db, Documents, "document: all", "order by it.kind, it.id limit 1000");

/** One of them. */
export const documentOf = async ({ db }: Context, slug: string): Promise<Document | null> =>
  (await rowsOf(db, Documents, "document: one", "where it.slug = $1", [slug]))[0] ?? null;
