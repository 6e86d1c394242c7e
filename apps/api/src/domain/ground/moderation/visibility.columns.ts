import type { TextStatus } from "../../../graphql/resolvers.generated.ts";
import { column } from "../../../platform/data/columns.ts";

/** Visibility of a text, the same columns on every row that holds one. */
export interface TextVisibility {
  status: TextStatus;
  /** Reason a moderator hid it; null while it is not hidden. */
  statusReason: string | null;
  /** The day it was hidden or taken back; null for most. */
  statusOn: string | null;
}

/** Visibility of a text that anybody reads as soon as it is there. */
export const visibleText = { status: "VISIBLE", statusReason: null, statusOn: null } satisfies TextVisibility;

export const visibilityColumns = {
  status: { ...column.text, default: "VISIBLE" },
  statusReason: column.optionalText,
  statusOn: column.optionalDay,
} as const;
