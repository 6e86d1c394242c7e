import { m } from "@cahier/schema/messages";
import { type Block, heading, paragraph, type Writing } from "../../../platform/files/writing/writing.ts";
import type { Document } from "./document.entity.ts";

interface Filled {
  document: Pick<Document, "slug" | "title" | "purpose" | "sections">;
  answers: Record<string, string>;
  origin: string;
  day: string;
  language: "fr" | "en";
}

/** Words of a section, a paragraph a line; what is not filled leaves a line to write on. */
const filled = (words: string | undefined): Block[] =>
  words?.trim() ? words.split(/\n+/).map((line) => paragraph(line)) : [paragraph("…", "quiet")];

/** A template as it was filled, as a document to take away: its sections in their order, with what was written. */
export function sheetDocument({ document, answers, origin, day, language }: Filled): Writing {
  const locale = { locale: language };
  return {
    title: document.title,
    language,
    address: `${origin}/documents/${document.slug}`,
    day,
    blocks: [
      paragraph(document.purpose, "lead"),
      ...document.sections.flatMap(({ key, label, help }) => [
        heading(2, label),
        ...(help && !answers[key]?.trim() ? [paragraph(help, "quiet")] : []),
        ...filled(answers[key]),
      ]),
    ],
    notes: new Map(),
    labels: {
      contents: m.export_contents({}, locale),
      notes: m.export_notes({}, locale),
      page: (page, pages) => m.export_page_of({ page, pages }, locale),
      back: (note) => m.export_note_back({ note }, locale),
    },
  };
}
