import { EntitySchema } from "typeorm";
import type { DocumentKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";

/** A working paper or a template. */
export interface Document {
  id: string;
  slug: string;
  /** Null for what comes with the instance, for all its groups. */
  groupId: string | null;
  kind: DocumentKind;
  title: string;
  purpose: string;
  audience: string | null;
  duration: string | null;
  version: number;
  publishedOn: string;
  sections: { key: string; label: string; help: string | null; required: boolean }[];
  /** Its text in Markdown; null when it is a template made of sections. */
  markdown: string | null;
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
    fictional: column.flag,
  },
});
