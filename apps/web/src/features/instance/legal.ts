import { m } from "@cahier/schema/messages";
import type { Organiser_instance } from "../../graphql/operations.generated.ts";

/** Organiser of the site, as legal texts name it. */
export type Organiser = Omit<Organiser_instance, "__typename">;

/** A part of a legal text; a part that nobody said yet says so. */
export interface Section {
  heading: string | null;
  text: string;
}

const lines = (...parts: (string | null)[]) => parts.filter(Boolean).join("\n") || m.legal_unsaid();

/** The legal notice, from what the instance says of itself. */
export const noticeOf = (it: Organiser): Section[] => [
  { heading: m.legal_editor(), text: lines(it.organiser || it.controller || it.name, it.address) },
  { heading: m.legal_director(), text: lines(it.director) },
  { heading: m.legal_contact(), text: lines(it.contact) },
  { heading: m.legal_host(), text: lines(it.host) },
  { heading: m.legal_software(), text: m.legal_software_text() },
  { heading: m.legal_reuse(), text: m.legal_reuse_text() },
];

/** Model of the privacy page, filled the same way. */
export const privacyOf = (it: Organiser): Section[] => [
  { heading: m.ui_privacy_controller(), text: lines(it.controller, it.address, it.contact) },
  { heading: m.ui_privacy_purpose(), text: m.ui_privacy_purpose_text() },
  { heading: m.ui_privacy_device(), text: m.ui_privacy_device_text() },
  { heading: m.ui_privacy_rights(), text: m.ui_privacy_rights_text() },
];

/** A text as it is typed: headings begin with ##. */
export const writtenOf = (sections: Section[]) =>
  sections.map(({ heading, text }) => `${heading ? `## ${heading}\n\n` : ""}${text}`).join("\n\n");

/** The parts of a text that was typed. */
export function sectionsOf(written: string): Section[] {
  const sections: Section[] = [];
  for (const line of written.split("\n")) {
    const heading = /^##\s*(\S.*)$/.exec(line)?.[1];
    if (heading) sections.push({ heading, text: "" });
    else if (sections.length > 0) sections.at(-1)!.text += `${line}\n`;
    else if (line.trim()) sections.push({ heading: null, text: `${line}\n` });
  }
  return sections.map(({ heading, text }) => ({ heading, text: text.trim() }));
}
