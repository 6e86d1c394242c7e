import { EntitySchema } from "typeorm";
import type { DocumentKind, SearchKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** A working paper, a file, a template, or a template that was filled. */
export interface Document extends TextVisibility {
  id: string;
  slug: string;
  /** Null for what comes with the instance, for all its groups. */
  groupId: string | null;
  kind: DocumentKind;
  title: string;
  purpose: string;
  audience: string | null;
  duration: string | null;
  /** Number of the version in force; 0 for a sheet that is still being filled. */
  version: number;
  publishedOn: string;
  sections: { key: string; label: string; help: string | null; required: boolean }[];
  /** Its text in Markdown; null when it is a template made of sections, a sheet or a file. */
  markdown: string | null;
  language: string;
  licence: string | null;
  /** Source and author, as the licence asks that they be named. */
  attribution: string | null;
  /** The day it says it was written. */
  datedOn: string | null;
  /** Counts the saves of what is said of it, and of a sheet. */
  revision: number;
  /** The template of a sheet. */
  templateId: string | null;
  /** A sheet as it is being filled, by the key of each section. */
  answers: Record<string, string>;
  fictional: boolean;
}

export const Documents = new EntitySchema<Document>({
  name: "Document",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: optionalReference("WorkingGroup"),
    kind: column.text,
    title: column.text,
    purpose: column.text,
    audience: column.optionalText,
    duration: column.optionalText,
    version: column.version,
    publishedOn: column.day,
    sections: column.json,
    markdown: column.optionalText,
    language: { ...column.text, default: "fr" },
    licence: column.optionalText,
    attribution: column.optionalText,
    datedOn: column.optionalDay,
    revision: column.version,
    ...visibilityColumns,
    templateId: optionalReference("Document"),
    answers: column.emptyJson,
    fictional: column.flag,
  },
  indices: [
    { name: "document_group", columns: ["groupId", "publishedOn", "id"] },
    { name: "document_template", columns: ["templateId"] },
  ],
});

/** A version of a file or of a filled sheet: it never changes. */
export interface DocumentVersion {
  id: string;
  documentId: string;
  number: number;
  /** A sentence; null for the first. */
  change: string | null;
  /** The former version that it puts in force again. */
  restores: number | null;
  addedOn: string;
  fileId: string | null;
  kind: string | null;
  size: number | null;
  /** SHA-256 of the bytes, or of what was filled. */
  digest: string;
  pages: number | null;
  pictureId: string | null;
  /** Its words, for the search. */
  words: string;
  answers: Record<string, string>;
}

export const DocumentVersions = new EntitySchema<DocumentVersion>({
  name: "DocumentVersion",
  columns: {
    id: column.orderedId,
    documentId: reference("Document"),
    number: column.integer,
    change: column.optionalText,
    restores: column.optionalInteger,
    addedOn: column.day,
    fileId: optionalReference("StoredFile"),
    kind: column.optionalText,
    size: column.optionalInteger,
    digest: column.text,
    pages: column.optionalInteger,
    pictureId: optionalReference("StoredFile"),
    words: { ...column.text, default: "" },
    answers: column.emptyJson,
  },
  indices: [
    { name: "document_version_number", columns: ["documentId", "number"], unique: true },
    { name: "document_version_file", columns: ["fileId"] },
    { name: "document_version_picture", columns: ["pictureId"] },
  ],
});

/** Something that a document serves, of one of the kinds that the search knows. */
export interface DocumentService {
  documentId: string;
  kind: SearchKind;
  subjectId: string;
}

export const DocumentServices = new EntitySchema<DocumentService>({
  name: "DocumentService",
  columns: {
    documentId: { type: "uuid", primary: true, foreignKey: { target: "Document", onDelete: "CASCADE" } },
    kind: { ...column.text, primary: true },
    subjectId: { type: "uuid", primary: true },
  },
  indices: [{ name: "document_service_subject", columns: ["subjectId"] }],
});
