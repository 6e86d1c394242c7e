import { content } from "./content.ts";
import { slugOf } from "../platform/text/slug.ts";

interface Source {
  id: string;
  title: string;
  purpose: string;
  audience: string;
  duration: string;
  sections: { key: string; label: string; help: string | null; required: boolean }[];
}

/** The templates to fill, print and copy that come with every instance. */
export const templates = () =>
  content<Source[]>("supports/supports.json").map(({ id, title, purpose, audience, duration, sections }) => ({
    id,
    row: {
      slug: slugOf(title),
      kind: "TEMPLATE" as const,
      title,
      purpose,
      audience,
      duration,
      version: 1,
      sections: sections.map(({ key, label, help, required }) => ({ key, label, help, required })),
      markdown: null,
    },
  }));
