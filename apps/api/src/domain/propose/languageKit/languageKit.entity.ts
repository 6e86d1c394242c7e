import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** Why, and the synthesis it comes from. */
export interface KitArgument {
  text: string;
  synthesisId: string | null;
}

/** Words everybody of a group uses. */
export interface KitWords {
  /** The subject, in one sentence. */
  oneSentence: string;
  /** The same in thirty seconds. */
  thirtySeconds: string;
  /** Why, each with the synthesis it comes from. */
  arguments: KitArgument[];
  /** Words to leave, and what to say rather. */
  sayRather: { avoid: string; prefer: string; why: string | null }[];
  commitments: string[];
  objections: { text: string; reply: string }[];
}

/** The language kit of a group; it has the id of its group. */
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
  /** Null for the first. */
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
