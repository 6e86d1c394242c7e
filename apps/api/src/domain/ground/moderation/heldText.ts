import { createHash } from "node:crypto";
import type { HeldBecause, ModeratedKind, ReportReason, TextStatus } from "../../../graphql/resolvers.generated.ts";
import type { Part } from "../../../platform/moderated.ts";
import { contactsIn, type Contact } from "../../../platform/text/contact.ts";
import type { ModeratedRow } from "./moderated.queries.ts";

/** A part of a text, and the contact details found in it. */
export interface HeldPart extends Part {
  contacts: Contact[];
}

/** A text on the desk of moderators. */
export interface HeldText {
  id: string;
  kind: ModeratedKind;
  textId: string;
  groupId: string;
  givenOn: string;
  status: TextStatus;
  version: string;
  because: HeldBecause[];
  parts: HeldPart[];
  about: string | null;
  quoted: string | null;
  path: string | null;
  /** Answer that its author got before the ruling. */
  answered: string | null;
  reports: { reason: ReportReason; count: number }[];
  since: string;
  rank: number;
  alike: number;
}

/** Reads a row of a room as the desk shows it. Pure. */
export function heldTextOf({ changed, ruled, holds, alike, ...row }: ModeratedRow): HeldText {
  const parts = row.parts.flatMap(({ text, ...part }) => (text ? [{ ...part, text, contacts: contactsIn(text) }] : []));
  const found = [...new Set(parts.flatMap(({ contacts }) => contacts.map(({ kind }) => kind)))];
  const why: HeldBecause[] = found.length > 0 || !changed ? found : ["CHANGED"];
  return {
    ...row,
    alike: alike ?? 0,
    id: `${row.kind}:${row.textId}`,
    parts,
    version: versionOf(row.status, ruled, parts),
    because:
      row.status === "HELD"
        ? [...new Set([...why, ...(holds ?? [])])]
        : row.reports.length > 0
          ? ["REPORTED"]
          : row.rank === 2
            ? ["BUSY"]
            : [],
  };
}

/** Names that a text bears. Pure. */
export const nameOn = ({ parts }: Pick<HeldText, "parts">) =>
  parts.flatMap(({ name, text }) => (name === "authorName" || name === "organisationName" ? [text] : [])).join(" ");

/** Digest of the words and visibility of a text, and of the ruling in force: one that keeps it changes neither. */
const versionOf = (status: string, ruled: string | null, parts: Part[]) =>
  createHash("sha256")
    .update(JSON.stringify([status, ruled, ...parts.map(({ name, text }) => [name, text])]))
    .digest("hex")
    .slice(0, 16);

/** Stands in the place of masked words, in any language. */
export const masked = "[…]";

/** A part without the words of some places of it. Pure. */
export function mask(text: string, places: { start: number; end: number }[]): string {
  let left = text;
  let before = text.length;
  for (const { start, end } of places.toSorted((a, b) => b.start - a.start)) {
    const until = Math.min(end, before);
    if (until <= start) continue;
    left = left.slice(0, start) + masked + left.slice(until);
    before = start;
  }
  return left;
}
