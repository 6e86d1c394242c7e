import type { DocumentKind, DocumentSubject, SearchKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { atMost } from "../../../platform/data/bounded.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { slugsAsked } from "../../../platform/data/placeSlug.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Document, Documents, type DocumentVersion, DocumentVersions } from "./document.entity.ts";
import { groups } from "../../ground/group/group.queries.ts";
import type { WorkingGroup } from "../../ground/group/group.entity.ts";
import { documentPolicy, groupsKept } from "./document.policy.ts";
import { publishedDocument, readableDocument } from "./document.sql.ts";
import { servedRows } from "./served.ts";

/** Working documents and templates that anybody may read, templates last, in the order they came. */
export const documents = ({ db }: Context) =>
  rowsOf(db, Documents, "document: all", `where ${readableDocument("it")} order by it.kind, it.id limit 1000`);

/** SQL: documents that anybody reads, and those of the groups of `$n` that are not out yet; null for all groups. */
const readBy = (n: number) =>
  `(${readableDocument("it")} or (it.kind in ('FILE', 'SHEET') and ($${n}::uuid[] is null or it.group_id = any($${n}))))`;

interface Args {
  group?: string | null;
  kinds?: DocumentKind[] | null;
  first?: number | null;
  after?: string | null;
}

/** Documents, newest first. */
export async function library({ db, viewer }: Context, args: Args) {
  const page = pageOf(args, 2);
  const where = `${readBy(1)} and ($2::text[] is null or it.kind = any($2))
    and ($3::text is null or it.group_id is null or it.group_id = (select g.id from working_group g where g.slug = $3))`;
  const values = [groupsKept(viewer), args.kinds ?? null, args.group?.replaceAll("\0", "") ?? null];
  const [rows, counted] = await Promise.all([
    rowsOf(
      db,
      Documents,
      "document: library",
      `where ${where} and ($4::date is null or (it.published_on, it.id) < ($4::date, $5::uuid))
       order by it.published_on desc, it.id desc limit $6`,
      [...values, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit + 1],
    ),
    prepared<{ total: number }>(
      db,
      "document: total",
      `select count(*)::int as total from document it where ${where}`,
      values,
    ),
  ]);
  return { ...connection(rows, page, ({ publishedOn, id }) => [publishedOn, id]), total: counted[0]!.total };
}

/** A document as whoever may not change it reads it: of one that was taken away, its place and why. */
export type ReadDocument = Document & { gone?: boolean };

/** One of them. */
export async function documentOf({ db, viewer }: Context, slug: string): Promise<ReadDocument | null> {
  const tail = `where it.slug = any($1::text[]) and (${publishedDocument("it")} or ${readBy(2)})`;
  const [found] = await rowsOf(db, Documents, "document: one", tail, [slugsAsked(slug), groupsKept(viewer)]);
  if (!found) return null;
  const reads = documentPolicy.change(viewer, found) || documentPolicy.moderate(viewer, found);
  if (found.status === "VISIBLE" || reads) return found;
  const { status, statusReason } = found;
  // The reason of a team is for all; the word that goes with a ruling is for the team alone.
  const said = status === "WITHDRAWN" ? { title: found.title, statusReason } : { title: "", statusReason: null };
  const words = {
    purpose: "",
    audience: null,
    duration: null,
    markdown: null,
    sections: [],
    licence: null,
    attribution: null,
  };
  return { ...found, ...said, ...words, gone: true };
}

/** Versions of a document, newest first. */
export const versionsOf = (context: Context, { id, gone }: ReadDocument): Promise<DocumentVersion[]> | never[] =>
  gone
    ? []
    : linked(
        context,
        "document: versions",
        DocumentVersions,
        `it.document_id as key from document_version it where ${atMost({
          table: "document_version",
          parent: "document_id",
          where: "true",
          order: "one.number desc",
        })} order by it.number desc`,
        id,
      );

/** The version in force; null where it has none. */
export const currentOf = async ({ db, batch }: Context, { id, gone }: ReadDocument): Promise<DocumentVersion | null> =>
  gone
    ? null
    : ((await batch("document: current", async (ids) => {
        const tail = `where it.document_id = any($1::uuid[])
          and it.number = (select d.version from document d where d.id = it.document_id)`;
        const rows = await rowsOf(db, DocumentVersions, "document: current", tail, [ids]);
        return keyed(rows, (row) => row.documentId);
      })(id)) ?? null);

/** Things that a document serves. */
export const servedBy = async ({ db, batch }: Context, { id, gone }: ReadDocument): Promise<DocumentSubject[]> =>
  gone
    ? []
    : ((await batch("document: serves", async (ids) => {
        const rows = await prepared<DocumentSubject & { documentId: string }>(
          db,
          "document: serves",
          `select l.document_id as "documentId", s.* from document_service l cross join lateral (${servedRows()}) s
           where l.document_id = any($1::uuid[]) order by s.title, s.id limit 1000`,
          [ids],
        );
        return grouped(rows, (row) => row.documentId);
      })(id)) ?? []);

/** Documents that serve something and that anybody may read, newest first; 40 at most. */
export const documentsServing = (context: Context, kind: SearchKind, id: string): Promise<Document[]> =>
  linkedCached(
    context,
    `document: serving ${kind}`,
    Documents,
    `k.key from unnest($1::uuid[]) k (key) cross join lateral (
       select it.* from document_service l join document it on it.id = l.document_id
       where l.subject_id = k.key and l.kind = $2 and ${readableDocument("it")}
       order by it.published_on desc, it.id desc limit 40) it order by it.published_on desc, it.id desc`,
    id,
    [kind],
  );

/** Sheets made of a template, newest first, with the drafts that the viewer writes; 40 at most. */
export const sheetsOf = (context: Context, { id }: Document): Promise<Document[]> =>
  linked(
    context,
    "document: sheets",
    Documents,
    `k.key from unnest($1::uuid[]) k (key) cross join lateral (
       select it.* from document it where it.template_id = k.key and ${readBy(2)}
       order by it.published_on desc, it.id desc limit 40) it order by it.published_on desc, it.id desc`,
    id,
    [groupsKept(context.viewer)],
  );

/** Groups where the viewer puts documents on line. */
export async function groupsOf(context: Context): Promise<WorkingGroup[]> {
  if (!documentPolicy.addSome(context.viewer)) return [];
  return (await groups(context)).filter(({ id }) => documentPolicy.add(context.viewer, id));
}
