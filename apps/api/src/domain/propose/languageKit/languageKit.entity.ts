import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** An argument, and the synthesis it comes from. */
export interface KitArgument {
  text: string;
  synthesisId: string | null;
}

/** Words everybody of a group uses. */
export interface KitWords {
  /** The subject, in one sentence. */
  oneSentence: string;
  /** The subject, in thirty seconds. */
  thirtySeconds: string;
  /** Arguments, each with its synthesis. */
  arguments: KitArgument[];
  /** Words to avoid, and the ones to use instead. */
  sayRather: { avoid: string; prefer: string; why: string | null }[];
  commitments: string[];
  objections: { text: string; reply: string }[];
}

/** The language kit of a group. Its id is that of the group. */
export interface LanguageKit {
  id: string;
  words: KitWords;
  version: number;
  fictional: boolean;
}

export const LanguageKits = new EntitySchema<LanguageKit>({
  name: "LanguageKit",
  columns: {
    id: link("WorkingGroup"),
    words: column.json,
    version: column.version,
    fictional: column.flag,
  },
});

/** Words of a kit from a day on. */
export interface LanguageKitVersion {
  id: string;
  kitId: string;
  number: number;
  words: KitWords;
  writtenOn: string;
  writtenById: string | null;
  /** Reason of the change; null for the first version. */
  why: string | null;
}

export const LanguageKitVersions = new EntitySchema<LanguageKitVersion>({
  name: "LanguageKitVersion",
  columns: {
    id: column.orderedId,
    kitId: reference("LanguageKit"),
    number: column.integer,
    words: column.json,
    writtenOn: column.day,
    writtenById: optionalReference("Person"),
    why: column.optionalText,
  },
  indices: [{ name: "language_kit_version_number", columns: ["kitId", "number"], unique: true }],
});
